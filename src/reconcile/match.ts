import { type PreparedName, similarity } from '../model/names.ts'
import type { Entity, EntityName } from './entities.ts'
import type { Query } from './read.ts'

/** The best name of an entity for a text; no name if its id matches. Similarity and score go from 0 to 1. */
type NameMatch = { name?: EntityName; similarity: number; score: number; isExact: boolean }

/** How well an entity fits a query. The score goes from 0 to 1; `has` says which of the properties hold. */
export type Match = {
  entity: Entity
  score: number
  name: NameMatch | undefined
  isOfType: boolean
  has: boolean[]
}

const OTHER_TYPE = 0.8

/** Matches an entity with a query, whose text is prepared; undefined if it is no candidate. */
export function match(
  entity: Entity,
  query: Query,
  text: PreparedName | undefined,
): Match | undefined {
  const isOfType = fits(entity, query)
  if (!isOfType && query.type_strict !== 'should') return undefined
  const name = text && matchName(entity, text)
  if (text && !name) return undefined
  const has = query.properties.map(({ pid, v }) =>
    v.some(value => entity.facts.get(pid)!.has(value)),
  )
  if (!name && !has.includes(true)) return undefined
  return { entity, name, isOfType, has, score: scoreOf(name, has) * (isOfType ? 1 : OTHER_TYPE) }
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

/** A type of name, in words. */
export const nameLabel = (type: string) =>
  ['alias', 'misspelling'].includes(type) ? type : `${type} name`

/** The name of an entity with the best score for a text; undefined if none is similar. An id counts as much as a name. */
function matchName({ ids, names }: Entity, text: PreparedName): NameMatch | undefined {
  const isExact = names.some(({ prepared }) => prepared.folded === text.folded)
  let best: NameMatch | undefined
  for (const name of names) {
    const likeness = similarity(text, name.prepared)
    const score = likeness * (weights[name.type] ?? 1)
    if (score > (best?.score ?? 0)) best = { name, similarity: likeness, score, isExact }
  }
  const isId = ids.includes(text.folded) && best?.score !== 1
  return isId ? { similarity: 1, score: 1, isExact: true } : best
}
