import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Dataset } from '../../dataset/dataset.ts'
import { columnsOf } from '../../model/columns.ts'
import { CoverageRow } from '../../model/coverage.ts'
import { cellsOf } from '../../model/csv.ts'
import { views } from '../../model/views.ts'
import { coverageOf } from '../../queries/counts/coverage.ts'
import { choiceOptions, shown } from '../../queries/list/options.ts'
import { type Query, toQuery } from '../../queries/list/query.ts'
import { toSentence } from '../../queries/list/sentence.ts'
import { listFormats } from '../answers/formats.ts'
import type { Source } from '../answers/respond.ts'
import { coverageAnswer } from '../openapi/answer-schemas.ts'
import { route } from './route.ts'
import { linesOf, list, table, toJson, whole } from './write-body.ts'

const { region, kind } = choiceOptions(views.actions) as Record<string, z.ZodType>
const Year = z
  .string()
  .regex(/^\d{4}$/, 'is not a year such as 2021')
  .optional()
const options = {
  region,
  kind,
  from: shown(Year, 'From this year on', '2020'),
  to: shown(Year, 'Up to this year', '2024'),
}

/** What the dataset covers, by jurisdiction, year and kind, and how well. */
export async function coverageRoutes(app: FastifyInstance, source: Source) {
  route(app, source, {
    path: '/v1/coverage',
    operationId: 'describe-coverage',
    summary: 'What is covered, and how well',
    description:
      'For each jurisdiction, year and kind the number of actions, the official and the independent sources that they rest on, and what is weak. meta.gaps tells the known gaps in words, meta.without lists the countries and territories without an action in the selection. With from or to, actions whose year is not known are left out.',
    answer: ['The coverage', coverageAnswer],
    taken: [options, listFormats],
    plan({ dataset, values, format, chosen }) {
      const query = toQuery(dataset, views.actions, values, chosen)
      return {
        canonical: query.canonical,
        also: query.resolved,
        make: () => writers[format]({ ...coverageOf(dataset, query), dataset, query }),
      }
    },
  })
}

type Covered = ReturnType<typeof coverageOf> & { dataset: Dataset; query: Query }

const columns = columnsOf(CoverageRow)
const names = columns.map(({ name }) => name)

/** A query of the coverage in words. */
function sentenceOf({ canonical, ...query }: Query): string {
  const others = { ...query, canonical: canonical.filter(([name]) => !YEARS.includes(name)) }
  const years = canonical.filter(([name]) => YEARS.includes(name)).flat()
  const dated = years.length > 0 ? ` dated ${years.join(' ')}` : ''
  return `${toSentence(others, false)}${dated}, by jurisdiction, year and kind`
}

const YEARS = ['from', 'to']

/** How the coverage is written in each format. */
const writers = {
  json({ rows, without, dataset, query }: Covered) {
    const { release, page } = dataset.meta
    return {
      body: list(rows.map(toJson), {
        release: release.version,
        total: rows.length,
        query: sentenceOf(query),
        gaps: page.coverage.gaps,
        without,
      }),
    }
  },
  csv: ({ rows }: Covered) => table(names, whole(rows), row => cellsOf(columns, row)),
  ndjson: ({ rows }: Covered) => linesOf(rows),
}
