import { z } from 'zod'
import { Csl } from '../../model/citation.ts'
import { type Format, formats } from '../answers/formats.ts'
import { JsonFeed } from '../pages/feeds.ts'
import { Problem, problems } from '../problems/problems.ts'

/** How a request for a record by its id may fail: the id is unknown or, in some collections, changed or withdrawn. */
export const retiredRecord = [308, 404, 410]
export const unknownRecord = [404]
/** How a batch in the URL, and one in a body, may fail. */
export const largeBatch = [413]
export const formBody = [413, 415]

/** The failures of every route. */
const common = [400, 406, 414, 429, 500, 503]

/** The schemas of formats other than our own JSON. */
const schemas: Partial<Record<Format, z.ZodType>> = {
  csv: z.string().describe('A table: the names of the columns, then a row for each record'),
  ndjson: z.string().describe('A record in each line, as JSON'),
  atom: z.string().describe('A feed by RFC 4287'),
  jsonfeed: JsonFeed,
  html: z.string().describe('A page'),
  bibtex: z.string().describe('A BibTeX entry'),
  csl: z.array(Csl.extend({ type: z.string() })).describe('An item of CSL-JSON'),
  jsonld: z.looseObject({}).describe('The dataset by schema.org and DCAT 3'),
}

const text = (description: string) => ({ description, schema: { type: 'string' } })

/** The headers of answers, as components. */
export const headers = {
  ETag: text('Strong tag of this answer, for If-None-Match'),
  'Last-Modified': text('Day of the release'),
  'X-Dataset-Release': text('Version of the release'),
  Link: text('next, describedby, service-desc, license and cite-as'),
  Location: text('The address to use'),
  'Content-Range': text('Which part it is, and the length of the file'),
}

/** The address of a component. */
export const refTo = (kind: string, name: string) => `#/components/${kind}/${name}`

const headersOf = (...names: (keyof typeof headers)[]) =>
  Object.fromEntries(names.map(name => [name, { $ref: refTo('headers', name) }]))

/** The headers of answers that caches may keep. */
export const cacheHeaders = headersOf('ETag', 'Last-Modified', 'X-Dataset-Release', 'Link')

const range = headersOf('Content-Range')
const location = headersOf('Location')

/** The responses that are neither the answer nor a problem. */
const others: Record<number, object> = {
  206: { description: 'The part of the file that Range asks for', headers: range },
  307: { description: 'With latest: the release that is served now', headers: location },
  308: { description: 'The record has another id now', headers: location },
}

const byStatus = (statuses: number[]) => {
  const problem = (status: number) => ({ $ref: refTo('responses', `Problem${status}`) })
  return Object.fromEntries(statuses.map(status => [status, others[status] ?? problem(status)]))
}

/** The component of the problems with a status. */
export function problemResponse(status: string) {
  const titles = Object.values(problems).filter(problem => String(problem.status) === status)
  const description = titles.map(({ title }) => title).join('; ')
  return { description, content: { 'application/problem+json': { schema: Problem } } }
}

/** The responses of a route: its answer in each format, the failures of every route, and `more` of its own. */
export function responses(
  description: string,
  schema: z.ZodType,
  more: number[] = [],
  offered: readonly Format[] = ['json'],
) {
  const content = offered.map(name => [formats[name].type, { schema: schemas[name] ?? schema }])
  return {
    200: { description, content: Object.fromEntries(content) },
    ...byStatus([...common, ...more]),
  }
}

const Bytes = z.string().meta({ format: 'binary', description: 'The bytes of the file' })

/** The responses of the route of a file. */
export const fileResponses = {
  200: { description: 'The file', content: { '*/*': { schema: Bytes } } },
  ...byStatus([206, 307, 400, 404, 414, 416, 429, 500, 503]),
}
