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

/** Every setting by its variable, with its effect and its default as text; unset if it has none. */
export const settings = z.object({
  HOST: Given.prefault('127.0.0.1').describe('Address to listen on'),
  PORT: Port.prefault('3000').describe('Port to listen on; 0 takes a free one'),
  DATABASE: Given.prefault('data/events.sqlite').describe('The dataset file'),
  DOCUMENTS_DIR: Given.optional().describe(
    'Folder of the source documents; if set, evidence carries the quoted words',
  ),
  RATE_LIMIT: Whole.prefault('600').describe('Requests per minute and client; 0 is off'),
  REQUEST_TIMEOUT: Seconds.prefault('10').describe(
    'Seconds from a request to the first byte of its answer; after that, the answer is 503',
  ),
  LOG_LEVEL: Level.prefault('info').describe('Lowest level of the log lines to write'),
  TRUST_PROXY: Flag.prefault('false').describe(
    'true behind a proxy: X-Forwarded-For names the client',
  ),
  PUBLIC_URL: Origin.optional().describe(
    'Scheme and host of absolute addresses; if unset, those of the request',
  ),
  METRICS_PORT: Port.optional().describe('Port for /metrics alone, on loopback; off if unset'),
})

export type Config = z.output<typeof settings>

/** Settings that cannot be used, one line each. */
export class BadSettings extends Error {
  override readonly name = 'BadSettings'
}

/** Reads the settings from variables. Throws BadSettings naming every one that is wrong; an empty one counts as unset. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const { data, error } = settings.safeParse(
    Object.fromEntries(Object.entries(env).filter(([, text]) => text !== '')),
  )
  if (data) return data
  const faults = Map.groupBy(error.issues, ({ path: [name] }) => String(name))
  const lines = Array.from(faults, ([name, issues]) => {
    return `${name}='${env[name]}': ${issues.map(({ message }) => message).join('; ')}`
  })
  throw new BadSettings(lines.join('\n'))
}
