import { fold } from '../model/nearest.ts'
import type { Dataset } from '../store/dataset.ts'
import { entitiesOf } from './reconcile-entities.ts'
import { properties } from './reconcile-properties.ts'
import { collectionsOf, entityTypes, namedType } from './reconcile-types.ts'

/** What is suggested for the beginning of a name; `skip` of them have been seen. */
export type Suggest = { prefix: string; skip: number; type?: string }

const AT_ONCE = 10

type Named = { id: string; name: string; description: string }

/** The entities that have a name or an id with the prefix: those that begin with it before those of which a word does. */
export async function suggestEntities(dataset: Dataset, { prefix, skip, type }: Suggest) {
  const entities = await entitiesOf(dataset)
  const ofType = entities.filter(({ types }) => type === undefined || types.includes(type))
  return begunBy(ofType, prefix, skip).map(({ id, name, about, names, types }) => ({
    id,
    name,
    description: [about, ...names.slice(1).map(({ name }) => name)].join('; '),
    notable: types.map(namedType),
  }))
}

/** The properties whose id or name has the prefix; with a type, those that its entities have. */
export function suggestProperties({ prefix, skip, type }: Suggest): Named[] {
  return begunBy(propertiesFor(type).map(withTexts), prefix, skip).map(({ item }) => item)
}

/** The properties that the entities of a type have; all without one. */
export function propertiesFor(type: string | undefined): Named[] {
  const names = type === undefined ? undefined : collectionsOf(type)
  return properties
    .filter(({ of }) => names === undefined || names.some(name => of[name]))
    .map(({ id, name, description }) => ({ id, name, description }))
}

/** The types whose id or name has the prefix. */
export const suggestTypes = ({ prefix, skip }: Suggest) =>
  begunBy(entityTypes.map(withTexts), prefix, skip).map(({ item }) => item)

const withTexts = <T extends Named>(item: T) => ({ item, texts: [item.id, fold(item.name)] })

/** The next of what has a text that begins with the prefix, then of what has a word that does. */
function begunBy<T extends { texts: string[] }>(items: T[], prefix: string, skip: number): T[] {
  const wanted = fold(prefix)
  const begins = ({ texts }: T) => texts.some(text => text.startsWith(wanted))
  const hasWord = ({ texts }: T) => texts.some(text => text.includes(` ${wanted}`))
  const found = items.filter(begins)
  if (found.length < skip + AT_ONCE)
    found.push(...items.filter(item => !begins(item) && hasWord(item)))
  return found.slice(skip, skip + AT_ONCE)
}
