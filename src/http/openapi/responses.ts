import { z } from 'zod'
import { CslItems } from '../../model/citation.ts'
import { type Format, formats } from '../answers/formats.ts'
import { JsonFeed } from '../formats/json-feed.ts'
import { Problem, problems } from '../problems/problems.ts'

/** The failures of every route. */
const common = [400, 406, 414, 429, 500, 503]

const text = (id: string, description: string) => z.string().meta({ id, description })

/** The schemas of formats other than our own JSON. */
const schemas: Partial<Record<Format, z.ZodType>> = {
  csv: text('Csv', 'A table: the names of the columns, then a row for each record'),
  ndjson: text('Ndjson', 'A record in each line, as JSON'),
  atom: z.string().describe('A feed by RFC 4287'),
  jsonfeed: JsonFeed,
  ics: z.string().describe('A calendar by RFC 5545'),
  html: z.string().describe('A page'),
  jsonp: z.string().describe('A script that calls the function with the answer'),
  bibtex: text('Bibtex', 'A BibTeX entry'),
  csl: CslItems,
  jsonld: z.looseObject({}).describe('The dataset by schema.org and DCAT 3'),
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
    ...failing([...common, ...more]),
  }
}

const failing = (statuses: number[]) =>
  Object.fromEntries(
    statuses.map(status => {
      const titles = Object.values(problems).filter(problem => problem.status === status)
      const description = titles.map(({ title }) => title).join('; ')
      return [status, { description, content: { 'application/problem+json': { schema: Problem } } }]
    }),
  )

const Bytes = z.string().meta({ format: 'binary', description: 'The bytes of the file' })

/** The responses of the route of a file. */
export const fileResponses = {
  200: { description: 'The file', content: { '*/*': { schema: Bytes } } },
  ...failing([400, 404, 414, 416, 429, 500, 503]),
}
