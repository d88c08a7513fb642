import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Dataset } from '../dataset/dataset.ts'
import type { Source } from '../http/answers/respond.ts'
import { responses } from '../http/openapi/responses.ts'
import { takes } from '../http/parameters/request.ts'
import { fold } from '../model/names.ts'
import { shown, type ValuesOf } from '../queries/list/options.ts'
import { entitiesOf } from './entities.ts'
import { propertiesOf } from './properties.ts'
import { LONGEST_TEXT } from './read.ts'
import { serviceRoute } from './route.ts'
import * as schemas from './schemas.ts'
import { entityTypes, type Named, namedType, reconciled, typeIds, typesOf } from './types.ts'

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
    answer: z.ZodType,
    find: (dataset: Dataset, asked: ValuesOf<S>) => object[] | Promise<object[]>,
  ) =>
    serviceRoute(app, source, {
      path: `suggest/${what}`,
      taken: takes(options, ['json']),
      schema: {
        operationId: `suggest-${what}`,
        summary: `Autocompletion: ${what}`,
        description: 'Names and ids that begin with the prefix, then names with a word that does.',
        response: responses('The suggestions', answer),
      },
      write: async (dataset, asked) => JSON.stringify({ result: await find(dataset, asked) }),
    })
  suggestRoute('entity', withType, schemas.suggestedEntities, suggestEntities)
  suggestRoute('property', withType, schemas.suggestedProperties, suggestProperties)
  suggestRoute('type', suggesting, schemas.suggestedTypes, suggestTypes)
  serviceRoute(app, source, {
    path: 'properties',
    taken: takes(proposing, ['json']),
    schema: {
      operationId: 'propose-properties',
      summary: 'The properties of a type',
      description: 'The properties that extend takes for entities of a type.',
      response: responses('The properties', schemas.proposedProperties),
    },
    write: (_, { type, limit }) =>
      JSON.stringify({
        properties: propertiesFor(type || undefined).slice(0, limit),
        type,
        limit,
      }),
  })
}

/** The beginning of a name, and how many suggestions to skip. */
type Prefix = { prefix: string; cursor: number; type?: string | undefined }

/** The entities that have a name or an id with the prefix: those that begin with it before those of which a word does. */
async function suggestEntities(dataset: Dataset, { type, ...asked }: Prefix) {
  const entities = await entitiesOf(dataset)
  const ofType = entities.filter(({ types }) => type === undefined || types.includes(type))
  const found = matching(ofType, asked, ({ ids, names }) => [
    ...ids,
    ...names.map(({ prepared }) => prepared.folded),
  ])
  return found.map(({ id, name, about, names, types }) => ({
    id,
    name,
    description: [about, ...names.slice(1).map(({ name }) => name)].join('; '),
    notable: types.map(namedType),
  }))
}

/** The properties whose id or name has the prefix; with a type, those that its entities have. */
const suggestProperties = (_: Dataset, { type, ...asked }: Prefix) =>
  matching(propertiesFor(type), asked, textsOf)

/** The properties that the entities of a type have; all without one. */
const propertiesFor = (type: string | undefined) =>
  propertiesOf(
    reconciled.filter(name => type === undefined || typesOf[name].some(({ id }) => id === type)),
  )

/** The types whose id or name has the prefix. */
const suggestTypes = (_: Dataset, asked: Prefix) => matching(entityTypes, asked, textsOf)

const textsOf = ({ id, name }: Named) => [id, fold(name)]

const AT_ONCE = 10

/** The next items with a text that begins with the prefix, then those with a word that does. */
function matching<T>(items: T[], { prefix, cursor }: Prefix, textsOf: (item: T) => string[]): T[] {
  const wanted = fold(prefix)
  const begins = (item: T) => textsOf(item).some(text => text.startsWith(wanted))
  const hasWord = (item: T) => textsOf(item).some(text => text.includes(` ${wanted}`))
  const found = items.filter(begins)
  if (found.length < cursor + AT_ONCE)
    found.push(...items.filter(item => !begins(item) && hasWord(item)))
  return found.slice(cursor, cursor + AT_ONCE)
}
