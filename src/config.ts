import { z } from 'zod'

const Whole = z
  .string()
  .regex(/^\d{1,9}$/, 'not a whole number')
  .transform(Number)
const Port = Whole.refine(port => port <= 65_535, 'more than 65535')
const Origin = z
  .string()
  .regex(/^https?:\/\/[^\s/?#@]+\/?$/, 'not the scheme and host of a web address, and no more')
  .refine(text => URL.canParse(text), 'not a web address')
  .transform(text => URL.parse(text)?.origin as string)
const flag = z.enum(['true', 'false']).transform(text => text === 'true')

/** Every setting: its variable, its form, its default as text (none: unset), and what it does. */
export const settings = {
  HOST: { schema: z.string().min(1), fallback: '127.0.0.1', describe: 'Address to listen on' },
  PORT: { schema: Port, fallback: '3000', describe: 'Port to listen on; 0 takes a free one' },
  DATABASE: {
    schema: z.string().min(1),
    fallback: 'data/events.sqlite',
    describe: 'The dataset file',
  },
  DOCUMENTS_DIR: {
    schema: z.string().min(1).optional(),
    fallback: undefined,
    describe: 'Folder of the source documents; if set, evidence carries the quoted words',
  },
  RATE_LIMIT: {
    schema: Whole,
    fallback: '600',
    describe: 'Requests a minute and client; 0 is off',
  },
  REQUEST_TIMEOUT: {
    schema: Whole.refine(seconds => seconds >= 1 && seconds <= 3_600, 'not from 1 to 3600'),
    fallback: '10',
    describe: 'Seconds from a request to the first byte of its answer; after that it is 503',
  },
  LOG_LEVEL: {
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    fallback: 'info',
    describe: 'Least level of the log lines to write',
  },
  TRUST_PROXY: {
    schema: flag,
    fallback: 'false',
    describe: 'true behind a proxy: the client is who X-Forwarded-For says',
  },
  PUBLIC_URL: {
    schema: Origin.optional(),
    fallback: undefined,
    describe:
      'Scheme and host for addresses that must be absolute; if unset, those that the client asked',
  },
  METRICS_PORT: {
    schema: Port.optional(),
    fallback: undefined,
    describe: 'Port of its own for /metrics, on loopback; off if unset',
  },
} as const

export type Config = {
  [name in keyof typeof settings]: z.output<(typeof settings)[name]['schema']>
}

/** Settings that cannot be used, one line each. */
export class BadSettings extends Error {
  constructor(faults: string[]) {
    super(faults.join('\n'))
    this.name = 'BadSettings'
  }
}

/** Reads the settings from variables. Throws BadSettings naming every one that is wrong; an empty one counts as unset. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const faults: string[] = []
  const entries = Object.entries(settings).map(([name, { schema, fallback }]) => {
    const text = env[name] || fallback
    const result = schema.safeParse(text)
    if (!result.success)
      faults.push(
        `${name}='${text}': ${result.error.issues.map(({ message }) => message).join('; ')}`,
      )
    return [name, result.data]
  })
  if (faults.length > 0) throw new BadSettings(faults)
  return Object.fromEntries(entries)
}
