import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type CollectionName, type ViewName, view } from '../../model/collections.ts'
import { claimed } from '../../model/fields.ts'
import { expectFewLinked, shapeRecord } from '../../queries/expand.ts'
import { findRecord } from '../../queries/find.ts'
import { listOf, type Query, type Values } from '../../queries/query.ts'
import { BadParameters } from '../../queries/refusal.ts'
import { resolveFilters } from '../../queries/resolve.ts'
import { readSearch } from '../../queries/search-text.ts'
import type { Dataset } from '../../store/dataset.ts'
import { answer, type Source } from '../answer.ts'
import { formatsOfList } from '../format-parameters.ts'
import { type Format, type ListFormat, traitsOf } from '../formats.ts'
import { lists } from '../lists.ts'
import { faultsTogether } from '../parameter-rules.ts'
import { listParameters, recordParameters, withLimit } from '../parameters.ts'
import { responses, retiredRecord, unknownRecord } from '../responses.ts'
import { listAnswer, recordAnswer } from '../schemas.ts'
import { getById } from './by-id.ts'
import { recordBody } from './envelope.ts'

export type RecordRoutes = Source & { name: ViewName; describe: string }

/** The values of a request, checked together and resolved against the dataset. Throws BadParameters. */
export function toQuery(dataset: Dataset, name: ViewName, values: Values): Query {
  const faults = faultsTogether(values)
  if (faults.length > 0) throw new BadParameters(faults)
  if (typeof values.q === 'string') readSearch('q', values.q)
  return { view: name, values: resolveFilters(dataset, name, values) }
}

/** The query of a list: a page has a size, what gives everything has none. */
function toListQuery(dataset: Dataset, name: ViewName, values: Values): Query {
  const query = toQuery(dataset, name, values)
  const isWhole = traitsOf(values.format as Format).whole
  return isWhole ? query : { ...query, values: withLimit(query.values) }
}

/** The list of a view, and its single records. */
export async function recordRoutes(
  app: FastifyInstance,
  { name, describe, ...source }: RecordRoutes,
) {
  const path = `/v1/${name}`
  app.get(path, { schema: listSchema(name, describe) }, (request, reply) =>
    answer(source, request, reply, (dataset, origin) => {
      const query = toListQuery(dataset, name, request.query as Values)
      const { values } = query
      const { quotes } = source
      const make = () =>
        lists[values.format as ListFormat]({ dataset, query, quotes, path, origin })
      return { path, values, make }
    }),
  )
  getById(app, source, `${path}/:id`, recordSchema(name, describe), (dataset, id, values) => {
    const record = findRecord(dataset, name, id)
    const shape = { fields: listOf(values, 'fields'), include: listOf(values, 'include') }
    expectFewLinked(dataset, [record.row], shape)
    return recordBody(dataset, record, shapeRecord(dataset, record, shape, source.quotes))
  })
}

const listSchema = (name: ViewName, describe: string) => ({
  operationId: `list-${name}`,
  tags: [name],
  summary: `List ${name}`,
  description: describe,
  querystring: listParameters(name),
  response: responses(`A page of ${name}`, listAnswer(name), [], formatsOfList(name)),
})

const keys: Record<ViewName, [describe: string, example: string]> = {
  actions: ['Action id', 'joint-notice-2021-09'],
  exchanges: ['Actor id of an exchange', 'okex'],
  agencies: ['Actor id of an agency', 'state-council'],
  actors: ['Actor id', 'huobi'],
  regions: ['Region code', 'CN-NM'],
  documents: ['Document id', 'exit-from-china-2021-10'],
  vocabulary: ['Scheme and code, the slash encoded as %2F', 'action-type/ban'],
  claims: ['Claim id, its slashes encoded as %2F', 'actions/joint-notice-2021-09.date.1'],
  releases: ['Version', '2026.11.0'],
  changes: ['Change id, its slashes encoded as %2F', '2026.11.0/actions/joint-notice-2021-09'],
}

/** The path parameter of the records of a view. */
export function idParameter(name: ViewName) {
  const [description, example] = keys[name]
  return z.object({
    id: z
      .string()
      .min(1)
      .meta({ description, examples: [example] }),
  })
}

const retirable = new Set<CollectionName>([...claimed, 'claims', 'terms'])

const failuresOf = (name: ViewName) =>
  retirable.has(view(name).of) ? retiredRecord : unknownRecord

const recordSchema = (name: ViewName, describe: string) => ({
  operationId: `get-${name}`,
  tags: [name],
  summary: `One of the ${name}`,
  description: describe,
  params: idParameter(name),
  querystring: recordParameters(name),
  response: responses(
    `The ${view(name).of.replace(/s$/, '')}`,
    recordAnswer(name),
    failuresOf(name),
  ),
})
