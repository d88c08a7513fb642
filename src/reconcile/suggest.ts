import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Dataset } from '../dataset/dataset.ts'
import type { Source } from '../http/answers/respond.ts'
import { route } from '../http/routes/route.ts'
import { fold } from '../model/names.ts'
import { beginsUnspaced } from '../model/scripts.ts'
import { shown, type ValuesOf } from '../queries/list/options.ts'
import { entitiesOf } from './entities.ts'
import { propertiesOf } from './properties.ts'
import { answerWith, fromClients, IGNORED } from './protocol.ts'
import { LONGEST_TEXT } from './read.ts'
import { EntityType, Property, ProposedProperties, SuggestedEntity } from './schemas.ts'
import { entityTypes, namedType, nearTypes, typeIds } from './types.ts'

const MOST = 100

const suggesting = {
  prefix: shown(z.string().max(LONGEST_TEXT), 'Beginning of a name, a word in it or an id', 'hu'),
  cursor: shown(z.int().min(0).max(1_000_000).default(0), 'How many to skip', 10),
  limit: shown(z.int().min(1).max(MOST).default(10), 'Most suggestions', 5),
  ...fromClients,
}

type Suggesting = typeof suggesting

/** A type of entity; an empty text stands for all. */
const Type = z.string().superRefine((type, { addIssue }) => {
  if (type === '' || typeIds.includes(type)) return
  addIssue({ code: 'custom', message: 'is not a type of entity', params: nearTypes(type) })
})

const withType = {
  type: shown(Type.optional(), 'Only entities of this type; all if it is empty', 'exchange'),
  ...suggesting,
}
/** `type` has no effect here: types have none. */
const withIgnoredType = {
  type: shown(z.string().max(LONGEST_TEXT).optional(), IGNORED, 'exchange'),
  ...suggesting,
}

const proposing = {
  type: shown(Type, 'A type of entity; all if it is empty', 'exchange'),
  limit: shown(z.int().min(1).max(MOST).optional(), 'Most properties', 3),
  ...fromClients,
}

/** Completes names as somebody types, and lists the properties. */
export async function reconcileSuggestRoutes(app: FastifyInstance, source: Source) {
  const suggestRoute = <S extends Suggesting>(
    what: string,
    options: S,
    item: z.ZodObject,
    find: (dataset: Dataset, asked: ValuesOf<S>) => object[] | Promise<object[]>,
  ) =>
    route(app, source, {
      path: `/v1/reconcile/suggest/${what}`,
      operationId: `suggest-${what}`,
      summary: `Autocompletion: ${what}`,
      description: 'Names and ids that begin with the prefix, then names with a word that does.',
      answer: ['The suggestions', z.object({ result: z.array(item).describe('Matches') })],
      taken: [options, ['json']],
      plan: ({ dataset, values }) =>
        answerWith(values.callback, async () => ({ result: await find(dataset, values) })),
    })
  suggestRoute('entity', withType, SuggestedEntity, suggestEntities)
  suggestRoute('property', withType, Property, (_, { type, ...asked }) =>
    matching(propertiesOf(type || undefined), asked, textsOf),
  )
  suggestRoute('type', withIgnoredType, EntityType, (_, asked) =>
    matching(entityTypes, asked, textsOf),
  )
  route(app, source, {
    path: '/v1/reconcile/properties',
    operationId: 'propose-properties',
    summary: 'The properties of a type',
    description: 'The properties that extend takes for entities of a type.',
    answer: ['The properties', ProposedProperties],
    taken: [proposing, ['json']],
    plan({ values: { type, limit, callback } }) {
      const properties = propertiesOf(type || undefined).slice(0, limit)
      return answerWith(callback, () => ({ properties, type, limit }))
    },
  })
}

/** The entities that have a name or an id with the prefix: those that begin with it before those of which a word does. */
async function suggestEntities(dataset: Dataset, { type, ...asked }: ValuesOf<typeof withType>) {
  const entities = await entitiesOf(dataset)
  const ofType = entities.filter(({ types }) => !type || types.includes(type))
  return matching(ofType, asked, ({ texts }) => texts).map(({ id, name, about, names, types }) => ({
    id,
    name,
    description: [about, ...names.slice(1).map(({ name }) => name)].join('; '),
    notable: types.map(namedType),
  }))
}

const textsOf = ({ id, name }: { id: string; name: string }) => [id, fold(name)]

/** The next items with a text that begins with the prefix, then those with a word that does. */
function matching<T>(
  items: T[],
  { prefix, cursor, limit }: Pick<ValuesOf<Suggesting>, 'prefix' | 'cursor' | 'limit'>,
  textsOf: (item: T) => string[],
): T[] {
  const wanted = fold(prefix)
  const begins = (item: T) => textsOf(item).some(text => text.startsWith(wanted))
  // In a script without spaces, a word may begin with each character.
  const word = beginsUnspaced(wanted) ? wanted : ` ${wanted}`
  const hasWord = (item: T) => textsOf(item).some(text => text.includes(word))
  const found = items.filter(begins)
  if (found.length < cursor + limit)
    found.push(...items.filter(item => !begins(item) && hasWord(item)))
  return found.slice(cursor, cursor + limit)
}
