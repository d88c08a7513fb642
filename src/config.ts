import { z } from 'zod'

const Given = z.string().min(1)
const Whole = z
  .string()
  .regex(/^\d{1,9}$/, 'not a whole number')
  .transform(Number)
const Port = Whole.refine(port => port <= 65_535, 'more than 65535')
const Seconds = Whole.refine(seconds => seconds >= 1 && seconds <= 3_600, 'not from 1 to 3600')
const Origin = z
  .string()
  .regex(/^https?:\/\/[^\s/?#@]+\/?$/, 'not the scheme and host of a web address, and no more')
  .refine(text => URL.canParse(text), 'not a web address')
  .transform(text => new URL(text).origin)
const Flag = z.enum(['true', 'false']).transform(text => text === 'true')
const Level = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])

/** A setting: its effect, its form, and its default as text; unset if there is none. */
const setting = <S extends z.ZodType>(describe: string, schema: S, fallback?: string) => ({
  describe,
  schema,
  fallback,
})

/** Every setting by its variable. */
export const settings = {
  HOST: setting('Address to listen on', Given, '127.0.0.1'),
  PORT: setting('Port to listen on; 0 takes a free one', Port, '3000'),
  DATABASE: setting('The dataset file', Given, 'data/events.sqlite'),
  DOCUMENTS_DIR: setting(
    'Folder of the source documents; if set, evidence carries the quoted words',
    Given.optional(),
  ),
  RATE_LIMIT: setting('Requests per minute and client; 0 is off', Whole, '600'),
  REQUEST_TIMEOUT: setting(
    'Seconds from a request to the first byte of its answer; after that, the answer is 503',
    Seconds,
    '10',
  ),
  LOG_LEVEL: setting('Lowest level of the log lines to write', Level, 'info'),
  TRUST_PROXY: setting('true behind a proxy: X-Forwarded-For names the client', Flag, 'false'),
  PUBLIC_URL: setting(
    'Scheme and host of absolute addresses; if unset, those of the request',
    Origin.optional(),
  ),
  METRICS_PORT: setting('Port for /metrics alone, on loopback; off if unset', Port.optional()),
}

export type Config = {
  [name in keyof typeof settings]: z.output<(typeof settings)[name]['schema']>
}

/** Settings that cannot be used, one line each. */
export class BadSettings extends Error {
  override readonly name = 'BadSettings'
}

/** Reads the settings from variables. Throws BadSettings naming every one that is wrong; an empty one counts as unset. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const faults: string[] = []
  const entries = Object.entries(settings).map(([name, { schema, fallback }]) => {
    const text = env[name] || fallback
    const { data, error } = schema.safeParse(text)
    const messages = error?.issues.map(({ message }) => message)
    if (messages) faults.push(`${name}='${text}': ${messages.join('; ')}`)
    return [name, data]
  })
  if (faults.length > 0) throw new BadSettings(faults.join('\n'))
  return Object.fromEntries(entries)
}
