import { z } from 'zod'
import { JsonFeed } from './feeds.ts'
import { type Format, formats } from './formats.ts'
import { Problem } from './problems.ts'

const failures: Record<number, string> = {
  400: 'A parameter is not valid',
  404: 'There is no such record',
  406: 'No acceptable format',
  410: 'The record has been withdrawn',
  413: 'The request is too large',
  414: 'The URL is too long',
  415: 'The body is not a form',
  416: 'The range lies outside of the file',
  429: 'Too many requests',
  500: 'Something went wrong here',
  503: 'Too busy; try again',
}

/** How asking for a record by its id may fail: it may never have been there or, in some collections, not be there any more. */
export const retiredRecord = [404, 410]
export const unknownRecord = [404]
/** How a batch may fail that comes in the URL, and one that comes in a body. */
export const largeBatch = [413]
export const formBody = [413, 415]

/** The statuses that only some routes have. */
const special = [...retiredRecord, ...formBody, 416]

const failure = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
})

/** What formats that are not JSON, or not ours, look like. */
const schemas: Partial<Record<Format, z.ZodType>> = {
  csv: z.string().describe('A table: the names of the columns, then a row for each record'),
  ndjson: z.string().describe('A record in each line, as JSON'),
  atom: z.string().describe('A feed by RFC 4287'),
  jsonfeed: JsonFeed,
  html: z.string().describe('A page'),
  jsonld: z.looseObject({}).meta({ description: 'The dataset by schema.org and DCAT 3' }),
}

/** The responses of a route: its answer, and every way in which it may fail; `more`: how it may fail beside what may happen to all. */
export function responses(
  description: string,
  schema: z.ZodType,
  more: number[] = [],
  offered: readonly Format[] = ['json'],
) {
  const content = offered.map(name => [formats[name].type, { schema: schemas[name] ?? schema }])
  const ways = Object.keys(failures).map(Number)
  return {
    200: { description, content: Object.fromEntries(content) },
    ...failing(ways.filter(status => more.includes(status) || !special.includes(status))),
  }
}

const failing = (statuses: number[]) =>
  Object.fromEntries(statuses.map(status => [status, failure(failures[status] as string)]))

const Bytes = z.string().meta({ format: 'binary', description: 'The bytes of the file' })

/** The responses of the route of a file. */
export const fileResponses = {
  200: { description: 'The file', content: { '*/*': { schema: Bytes } } },
  ...failing([400, 404, 414, 416, 429, 500, 503]),
}
