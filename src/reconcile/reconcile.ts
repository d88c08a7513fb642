import type { Dataset } from '../dataset/dataset.ts'
import { mapInBatches } from '../model/batches.ts'
import { type PreparedName, prepareName, similarity } from '../model/names.ts'
import { type Entity, type EntityName, entitiesOf, nameLabel } from './entities.ts'
import { findEntity, shownProperty, valuesOf } from './properties.ts'
import type { Extension, Query } from './read.ts'
import type { Candidate } from './schemas.ts'
import { namedType } from './types.ts'

/** The candidates of each query of a batch, best first. */
export async function reconcile(dataset: Dataset, batch: Map<string, Query | undefined>) {
  const entities = await entitiesOf(dataset)
  const toResult = async ([key, query]: [string, Query | undefined]) =>
    [key, { result: query ? await candidatesFor(entities, query) : [] }] as const
  return Object.fromEntries(await Array.fromAsync(batch, toResult))
}

const ENTITIES_AT_ONCE = 250

async function candidatesFor(entities: Entity[], query: Query): Promise<Candidate[]> {
  const text = query.query === undefined ? undefined : prepareName(query.query)
  const all = await mapInBatches(entities, ENTITIES_AT_ONCE, entity => match(entity, query, text))
  const matches = all.filter(one => one !== undefined)
  const [certain, ...others] = matches.filter(isCertain)
  return matches
    .sort(bestFirst)
    .slice(0, query.limit)
    .map(one => toCandidate(one, query, others.length === 0 && one === certain))
}

/** The best name of an entity for a text; no name if its id matches. Similarity and score go from 0 to 1. */
type NameMatch = { name?: EntityName; similarity: number; score: number }

/** How well an entity fits a query. The score goes from 0 to 1; `has` says which of the properties hold. */
type Match = NonNullable<ReturnType<typeof match>>

/** Whether an entity has exactly the name, and everything else, that the query asks for. */
const isCertain = ({ isExact, isOfType, has }: Match): boolean =>
  isExact && isOfType && !has.includes(false)

const bestFirst = (a: Match, b: Match): number =>
  b.score - a.score || Number(b.isExact) - Number(a.isExact) || (a.entity.id < b.entity.id ? -1 : 1)

const OTHER_TYPE = 0.8

/** Matches an entity with a query, whose text is prepared; undefined if it is no candidate. */
function match(entity: Entity, query: Query, text: PreparedName | undefined) {
  const isOfType = fits(entity, query)
  if (!isOfType && query.type_strict !== 'should') return undefined
  const name = text && matchName(entity, text)
  if (text && !name) return undefined
  const has = query.properties.map(({ pid, v }) =>
    v.some(value => entity.facts.get(pid)!.has(value)),
  )
  if (!name && !has.includes(true)) return undefined
  const score = scoreOf(name, has) * (isOfType ? 1 : OTHER_TYPE)
  const isExact = text !== undefined && entity.texts.includes(text.folded)
  return { entity, score, name, isExact, isOfType, has }
}

function fits({ types }: Entity, { type: asked, type_strict }: Query): boolean {
  if (asked.length === 0) return true
  const has = (type: string) => types.includes(type)
  return type_strict === 'all' ? asked.every(has) : asked.some(has)
}

const FOR_PROPERTIES = 0.3

/** The score of the name and the share of the properties that hold, weighted; only one of them if the other is not asked for. */
function scoreOf(name: NameMatch | undefined, has: boolean[]): number {
  if (name && has.length === 0) return name.score
  const share = has.filter(Boolean).length / has.length
  return name ? name.score * (1 - FOR_PROPERTIES) + share * FOR_PROPERTIES : share
}

/** The weights of names that are wrong or no longer in use. */
const weights: Record<string, number> = { former: 0.95, alias: 0.95, misspelling: 0.9 }

/** The name of an entity with the best score for a text; undefined if none is similar. An id counts as much as a name. */
function matchName({ ids, names }: Entity, text: PreparedName): NameMatch | undefined {
  let best: NameMatch | undefined
  for (const name of names) {
    const likeness = similarity(text, name.prepared)
    const score = likeness * (weights[name.type] ?? 1)
    if (score > (best?.score ?? 0)) best = { name, similarity: likeness, score }
  }
  const isId = ids.includes(text.folded) && best?.score !== 1
  return isId ? { similarity: 1, score: 1 } : best
}

const toHundred = (score: number) => Math.round(score * 1_000) / 10

function toCandidate(found: Match, query: Query, match: boolean): Candidate {
  const { id, name, about, types } = found.entity
  const by = found.name?.name
  return {
    id,
    name,
    description: by ? `${about}; ${nameLabel(by.type)} ‘${by.name}’` : about,
    type: types.map(namedType),
    score: toHundred(found.score),
    features: [...featuresOf(found, query)],
    match,
  }
}

/** The parts of a score. */
function* featuresOf({ name, isExact, isOfType, has }: Match, { type, properties }: Query) {
  if (name) {
    yield { id: 'name_similarity', value: toHundred(name.similarity) }
    yield { id: 'name_exact', value: isExact }
    yield { id: name.name ? `name_${name.name.type}` : 'id', value: true }
  }
  if (type.length > 0) yield { id: 'type', value: isOfType }
  for (const [at, { pid }] of properties.entries()) yield { id: `property_${pid}`, value: has[at]! }
}

/** The values of properties of entities; an id that no entity has gets a row without values. */
export function extend(dataset: Dataset, { ids, properties }: Extension) {
  const meta = [...new Set(properties.map(({ id }) => id))].map(shownProperty)
  const rows = ids.map(id => {
    const entity = findEntity(dataset, id)
    const cells = meta.map(({ id }) => [id, entity ? valuesOf(id, entity, dataset) : []])
    return [id, Object.fromEntries(cells)]
  })
  return { meta, rows: Object.fromEntries(rows) }
}
