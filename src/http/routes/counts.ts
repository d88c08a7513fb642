import type { FastifyInstance } from 'fastify'
import { csvTable } from '../../model/csv.ts'
import { mapInTurns } from '../../model/turns.ts'
import { type Count, jsonOf } from '../../queries/count-groups.ts'
import { type Counts, countActions } from '../../queries/counts.ts'
import { listOf, type Query, type Values } from '../../queries/query.ts'
import type { Dataset } from '../../store/dataset.ts'
import { answer, type Made, type Source } from '../answer.ts'
import { countsAnswer } from '../answer-schemas.ts'
import { listFormats } from '../formats.ts'
import { countParameters } from '../parameters.ts'
import { responses } from '../responses.ts'
import { countsMeta, many } from './envelope.ts'
import { toQuery } from './records.ts'

type Write = (dataset: Dataset, query: Query, counts: Counts) => Promise<Made>

/** How counts are answered in each format. There may be many: they are written in turns. */
const writers: Record<(typeof listFormats)[number], Write> = {
  json: async (dataset, query, { counts, ...rest }) => {
    const items = await mapInTurns(counts, jsonOf)
    return { body: many(items, countsMeta(dataset, query, rest, items)) }
  },
  csv: async (_, query, { counts }) => {
    const names = listOf(query.values, 'group_by')
    const toRow = ({ first, second, certain, possible }: Count) => [
      ...Object.values({ ...first.values, ...second?.values }),
      certain,
      possible,
    ]
    const table = csvTable([...names, 'certain', 'possible'], counts, toRow, 'making')
    return { body: (await Array.fromAsync(table)).join(''), total: counts.length }
  },
  ndjson: async (_dataset, _query, { counts }) => {
    const lines = await mapInTurns(counts, count => `${jsonOf(count)}\n`)
    return { body: lines.join(''), total: counts.length }
  },
}

/** Distinct actions by one or two things. */
export async function countRoutes(app: FastifyInstance, source: Source) {
  const path = '/v1/counts'
  const schema = {
    operationId: 'count-actions',
    tags: ['counts'],
    summary: 'Count actions',
    description:
      'Distinct actions by one or two things, with the filters of /v1/actions. A vague date makes an action possible in each period that it may lie in, certain only where it must; date_match is therefore not a parameter here. Regions count at those above them too.',
    querystring: countParameters,
    response: responses('The counts', countsAnswer, [], listFormats),
  }
  app.get(path, { schema }, (request, reply) =>
    answer(source, request, reply, dataset => {
      const query = toQuery(dataset, 'actions', request.query as Values)
      const write = writers[query.values.format as keyof typeof writers]
      const make = async () => write(dataset, query, await countActions(dataset, query))
      return { path, values: query.values, make }
    }),
  )
}
