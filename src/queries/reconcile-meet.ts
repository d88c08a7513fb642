import type { Entity, EntityName } from './reconcile-entities.ts'
import { type Comparable, isSame, similarity } from './reconcile-names.ts'

/** What is asked of a property: any of these values, folded. */
export type AskedProperty = { pid: string; values: string[] }

/** A query: a name, or properties, or both. */
export type ReconcileQuery = {
  text?: string
  types: string[]
  strict: 'any' | 'all' | 'should'
  limit: number
  properties: AskedProperty[]
}

/** The name by which an entity meets a text; none where it was its id. Similarity and score go from 0 to 1. */
export type NameMet = { name?: EntityName; similarity: number; score: number; isExact: boolean }

/** How an entity meets a query; `has` says which of the properties hold. */
export type Met = {
  entity: Entity
  score: number
  name?: NameMet
  isOfType: boolean
  has: boolean[]
}

/** How an entity meets a query, whose text is made ready; undefined where it is no candidate. */
export function meet(entity: Entity, query: ReconcileQuery, text?: Comparable): Met | undefined {
  const isOfType = fits(entity, query)
  if (!isOfType && query.strict !== 'should') return undefined
  const name = text && meetName(entity, text)
  if (text && !name) return undefined
  const has = query.properties.map(({ pid, values }) => holds(entity, pid, values))
  if (!name && !has.includes(true)) return undefined
  return { entity, name, isOfType, has, score: scoreOf(name, has) * (isOfType ? 1 : OTHER_TYPE) }
}

const OTHER_TYPE = 0.8

function fits({ types }: Entity, { types: asked, strict }: ReconcileQuery): boolean {
  if (asked.length === 0) return true
  const has = (type: string) => types.includes(type)
  return strict === 'all' ? asked.every(has) : asked.some(has)
}

const holds = ({ facts }: Entity, pid: string, values: string[]): boolean =>
  values.some(value => facts.get(pid)?.has(value))

const FOR_PROPERTIES = 0.3

/** The score of the name; with properties, three tenths of it go by the share of them that holds; without a name, all. */
function scoreOf(name: NameMet | undefined, has: boolean[]): number {
  if (name && has.length === 0) return name.score
  const share = has.filter(Boolean).length / has.length
  return name ? name.score * (1 - FOR_PROPERTIES) + share * FOR_PROPERTIES : share
}

/** How a name reads by its type, and what it counts: fully where it is in use and right. */
export const nameTypes: Record<string, { reads: string; weight: number }> = {
  official: { reads: 'official name', weight: 1 },
  short: { reads: 'short name', weight: 1 },
  former: { reads: 'former name', weight: 0.95 },
  alias: { reads: 'alias', weight: 0.95 },
  misspelling: { reads: 'misspelling', weight: 0.9 },
}

export const nameType = (type: string) => nameTypes[type] as (typeof nameTypes)[string]

/** The name of an entity that counts most for a text; undefined where none is like it. Its id is as good as its name. */
function meetName({ id, key, names }: Entity, text: Comparable): NameMet | undefined {
  const isExact = names.some(({ compared }) => isSame(text, compared))
  let best: NameMet | undefined
  for (const name of names) {
    const likeness = similarity(text, name.compared)
    const score = likeness * nameType(name.type).weight
    if (score > (best?.score ?? 0)) best = { name, similarity: likeness, score, isExact }
  }
  const isId = [id, key].some(one => one.toLowerCase() === text.folded.text)
  return isId && best?.score !== 1 ? { similarity: 1, score: 1, isExact: true } : best
}
