import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Dataset } from '../dataset/dataset.ts'
import type { Source } from '../http/answers/respond.ts'
import { route } from '../http/routes/route.ts'
import { fold } from '../model/names.ts'
import { shown, type ValuesOf } from '../queries/list/options.ts'
import { entitiesOf } from './entities.ts'
import { propertiesOf } from './properties.ts'
import { LONGEST_TEXT } from './read.ts'
import { EntityType, Property, ProposedProperties, SuggestedEntity } from './schemas.ts'
import { entityTypes, namedType, typeIds } from './types.ts'

// OpenRefine sends these, with values that ask for the behaviour of this service.
const ignored = 'No effect; accepted because OpenRefine sends it'
const suggesting = {
  prefix: shown(z.string().max(LONGEST_TEXT), 'Beginning of a name, a word in it or an id', 'hu'),
  cursor: shown(z.int().min(0).max(1_000_000).default(0), 'How many to skip', 10),
  spell: shown(z.enum(['always']).optional(), ignored, 'always'),
  exact: shown(z.enum(['false']).optional(), ignored, 'false'),
  prefixed: shown(z.enum(['true']).optional(), ignored, 'true'),
}
const withType = {
  type: shown(z.enum(typeIds).optional(), 'Only entities of this type', 'exchange'),
  ...suggesting,
}

const proposing = {
  type: shown(
    z.string().refine(type => type === '' || typeIds.includes(type), 'is not a type of entity'),
    'A type of entity; all if it is empty',
    'exchange',
  ),
  limit: shown(z.int().min(1).max(100).optional(), 'Most properties', 3),
}

/** Completes names as somebody types, and lists the properties. */
export async function reconcileSuggestRoutes(app: FastifyInstance, source: Source) {
  const suggestRoute = <S extends typeof suggesting>(
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
      answer: [
        'The suggestions',
        z.object({ result: z.array(item).describe('Matches, at most ten') }),
      ],
      taken: [options, ['json']],
      plan: ({ dataset, values }) => ({
        make: async () => ({ body: JSON.stringify({ result: await find(dataset, values) }) }),
      }),
    })
  suggestRoute('entity', withType, SuggestedEntity, suggestEntities)
  suggestRoute('property', withType, Property, (_, { type, ...asked }) =>
    matching(propertiesOf(type), asked, textsOf),
  )
  suggestRoute('type', suggesting, EntityType, (_, asked) => matching(entityTypes, asked, textsOf))
  route(app, source, {
    path: '/v1/reconcile/properties',
    operationId: 'propose-properties',
    summary: 'The properties of a type',
    description: 'The properties that extend takes for entities of a type.',
    answer: ['The properties', ProposedProperties],
    taken: [proposing, ['json']],
    plan({ values: { type, limit } }) {
      const properties = propertiesOf(type || undefined).slice(0, limit)
      return { make: () => ({ body: JSON.stringify({ properties, type, limit }) }) }
    },
  })
}

/** The entities that have a name or an id with the prefix: those that begin with it before those of which a word does. */
async function suggestEntities(dataset: Dataset, { type, ...asked }: ValuesOf<typeof withType>) {
  const entities = await entitiesOf(dataset)
  const ofType = entities.filter(({ types }) => type === undefined || types.includes(type))
  return matching(ofType, asked, ({ texts }) => texts).map(({ id, name, about, names, types }) => ({
    id,
    name,
    description: [about, ...names.slice(1).map(({ name }) => name)].join('; '),
    notable: types.map(namedType),
  }))
}

const textsOf = ({ id, name }: { id: string; name: string }) => [id, fold(name)]

const AT_ONCE = 10

/** The next items with a text that begins with the prefix, then those with a word that does. */
function matching<T>(
  items: T[],
  { prefix, cursor }: { prefix: string; cursor: number },
  textsOf: (item: T) => string[],
): T[] {
  const wanted = fold(prefix)
  const begins = (item: T) => textsOf(item).some(text => text.startsWith(wanted))
  const hasWord = (item: T) => textsOf(item).some(text => text.includes(` ${wanted}`))
  const found = items.filter(begins)
  if (found.length < cursor + AT_ONCE)
    found.push(...items.filter(item => !begins(item) && hasWord(item)))
  return found.slice(cursor, cursor + AT_ONCE)
}
