import type { FastifyInstance, FastifySchema } from 'fastify'
import type { z } from 'zod'
import type { Values } from '../../queries/query.ts'
import {
  propertiesFor,
  type Suggest,
  suggestEntities,
  suggestProperties,
  suggestTypes,
} from '../../queries/reconcile-suggest.ts'
import type { Dataset } from '../../store/dataset.ts'
import { answer, type Source } from '../answer.ts'
import { SERVICE } from '../reconcile-manifest.ts'
import {
  proposeParameters,
  suggestParameters,
  suggestTypeParameters,
} from '../reconcile-parameters.ts'
import {
  proposedProperties,
  suggestedEntities,
  suggestedProperties,
  suggestedTypes,
} from '../reconcile-schemas.ts'
import { responses } from '../responses.ts'

type Tell = (dataset: Dataset, values: Values) => object | Promise<object>

const toSuggest = ({ prefix, cursor, type }: Values) => ({ prefix, skip: cursor, type }) as Suggest

const result = async (found: object[] | Promise<object[]>) => ({ result: await found })

/** What is suggested, each with the parameters that it takes and what it gives. */
const suggested: [what: string, querystring: z.ZodObject, answers: z.ZodType, tell: Tell][] = [
  [
    'entity',
    suggestParameters,
    suggestedEntities,
    (dataset, values) => result(suggestEntities(dataset, toSuggest(values))),
  ],
  [
    'property',
    suggestParameters,
    suggestedProperties,
    (_, values) => result(suggestProperties(toSuggest(values))),
  ],
  [
    'type',
    suggestTypeParameters,
    suggestedTypes,
    (_, values) => result(suggestTypes(toSuggest(values))),
  ],
]

/** Completes what somebody types, and says which properties there are. */
export async function reconcileSuggestRoutes(app: FastifyInstance, source: Source) {
  const get = (path: string, schema: FastifySchema, tell: Tell) =>
    app.get(path, { schema }, (request, reply) =>
      answer(source, request, reply, dataset => {
        const values = request.query as Values
        const make = async () => ({ body: JSON.stringify(await tell(dataset, values)) })
        return { path, values, make }
      }),
    )
  for (const [what, querystring, answers, tell] of suggested)
    get(`${SERVICE}/suggest/${what}`, suggestSchema(what, querystring, answers), tell)
  get(`${SERVICE}/properties`, proposeSchema, (_, values) => propose(values))
}

function propose({ type, limit }: Values) {
  const properties = propertiesFor((type as string) || undefined)
  return { properties: properties.slice(0, limit as number | undefined), type, limit }
}

const suggestSchema = (what: string, querystring: z.ZodObject, answers: z.ZodType) => ({
  operationId: `suggest-${what}`,
  tags: ['reconcile'],
  summary: `Complete what somebody types: ${what}`,
  description: 'What has a name or an id that begins so, then what has a word that does.',
  querystring,
  response: responses('What begins so', answers),
})

const proposeSchema = {
  operationId: 'propose-properties',
  tags: ['reconcile'],
  summary: 'The properties of a type',
  description: 'What extend can be asked for of entities of a type.',
  querystring: proposeParameters,
  response: responses('The properties', proposedProperties),
}
