import { isIP } from 'node:net'
import { compile } from '@fastify/proxy-addr'
import { z } from 'zod'
import { readContact } from './model/contact.ts'

const Given = z.string().min(1)
const Whole = z
  .string()
  .regex(/^\d{1,9}$/, 'not a whole number')
  .transform(Number)
const Port = Whole.refine(port => port <= 65_535, 'more than 65535')
const Seconds = Whole.refine(seconds => seconds >= 1 && seconds <= 3_600, 'not from 1 to 3600')
/** A web address without query, fragment and the slash at its end. Its path can stand anywhere as it is. */
const Base = z
  .string()
  .refine(
    text => /^https?:\/\/[^\s/?#@\\]+(?:\/[\w.~-]+)*\/?$/.test(text) && URL.canParse(text),
    'not a web address such as https://example.org/crypto, whose path has only A-Z, a-z, 0-9 and -._~',
  )
  .transform(text => new URL(text).href.replace(/\/$/, ''))

/** Whether an address is one of our proxies; `hops`: the number of proxies between it and this server. */
type IsTrusted = (address: string, hops: number) => boolean

/** Whether a text is an address, or a range of them. `compile` would also take 1.5, as 1.0.0.5. */
const isAddress = (text: string): boolean => isIP(text.replace(/\/.*/, '')) > 0

/** A number of proxies, or their addresses; false if there is none. Trusting every address would let clients set their own. */
const Proxies = z.string().transform((text, { addIssue }): false | IsTrusted => {
  if (/^\d{1,2}$/.test(text)) return Number(text) > 0 && ((_, hops) => hops < Number(text))
  const addresses = text.split(',').map(address => address.trim())
  try {
    if (addresses.every(isAddress)) return compile(addresses)
  } catch {}
  addIssue(
    'neither the number of proxies before this server nor their addresses, such as 1 or 10.0.0.0/8',
  )
  return z.NEVER
})
const Contacted = z.string().transform((text, { addIssue }) => {
  const contact = readContact(text)
  if (contact) return contact
  addIssue('neither an e-mail address nor a web address such as https://example.org/contact')
  return z.NEVER
})
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
  TRUST_PROXY: Proxies.prefault('0').describe(
    'Behind proxies: their number, or their addresses separated by commas; X-Forwarded-For then names the client',
  ),
  SHUTDOWN_GRACE: Seconds.prefault('10').describe(
    'Seconds for which answers in progress may go on after SIGTERM or SIGINT',
  ),
  PUBLIC_URL: Base.optional().describe(
    'Address under which clients reach the server, with the path that a proxy removes; if unset, HOST and PORT',
  ),
  CONTACT: Contacted.optional().describe(
    'E-mail address or https address of the operator of the server, for the API description and catalogues',
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
