import { SeedError } from '../../build/seed/seed-error.ts'

const MOST_MEGABYTES = 4
const MARK = '\uFEFF'

/** Refuses a file, with the line where that shows. */
export function refuse(name: string, reason: string, line = 1): never {
  throw new SeedError([`${name}:${line}:1: ${reason}`])
}

/** The text of a register's file, without its byte order mark. Throws a SeedError unless it is a text that may be one. */
export function decode(name: string, bytes: Buffer): { text: string; marked: boolean } {
  if (bytes.length > MOST_MEGABYTES * 1e6) refuse(name, `has more than ${MOST_MEGABYTES} MB`)
  const whole = toText(bytes)
  if (whole === undefined) refuse(name, 'is not UTF-8')
  const marked = whole.startsWith(MARK)
  const text = marked ? whole.slice(MARK.length) : whole
  if (text.trim() === '') refuse(name, 'is empty')
  if (text.trimStart().startsWith('<')) refuse(name, 'is a page of HTML or XML, not a table')
  return { text, marked }
}

function toText(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
