import { setImmediate } from 'node:timers/promises'
import { mapInTurns } from '../model/turns.ts'
import type { Dataset } from '../store/dataset.ts'
import { type Entity, entitiesOf } from './reconcile-entities.ts'
import { type Met, meet, type NameMet, nameType, type ReconcileQuery } from './reconcile-meet.ts'
import { toComparable } from './reconcile-names.ts'
import { namedType } from './reconcile-types.ts'

/** An entity that may be meant. `score` goes from 0 to 100. */
export type Candidate = {
  id: string
  name: string
  description: string
  type: { id: string; name: string }[]
  score: number
  features: { id: string; value: number | boolean }[]
  match: boolean
}

/** The candidates of each query of a batch, best first. Other requests get their turn between two queries. */
export async function reconcile(
  dataset: Dataset,
  batch: Map<string, ReconcileQuery>,
): Promise<Map<string, Candidate[]>> {
  const entities = await entitiesOf(dataset)
  const results = new Map<string, Candidate[]>()
  for (const [key, query] of batch) {
    await setImmediate()
    results.set(key, await candidatesFor(entities, query))
  }
  return results
}

async function candidatesFor(entities: Entity[], query: ReconcileQuery): Promise<Candidate[]> {
  const text = query.text === undefined ? undefined : toComparable(query.text)
  const all = await mapInTurns(entities, entity => meet(entity, query, text))
  const met = all.filter(one => one !== undefined)
  const certain = met.filter(isCertain)
  return met
    .sort(bestFirst)
    .slice(0, query.limit)
    .map(one => toCandidate(one, query, certain.length === 1 && one === certain[0]))
}

/** Whether an entity has exactly the name that is asked for, and all else that is asked. */
const isCertain = ({ name, isOfType, has }: Met): boolean =>
  name?.isExact === true && isOfType && !has.includes(false)

const exactFirst = ({ name }: Met): number => (name?.isExact ? 1 : 0)

const bestFirst = (a: Met, b: Met): number =>
  b.score - a.score || exactFirst(b) - exactFirst(a) || (a.entity.id < b.entity.id ? -1 : 1)

const toHundred = (score: number) => Math.round(score * 1_000) / 10

function toCandidate(met: Met, query: ReconcileQuery, match: boolean): Candidate {
  const { id, name, about, types } = met.entity
  return {
    id,
    name,
    description: about + byName(met.name),
    type: types.map(namedType),
    score: toHundred(met.score),
    features: [...nameFeatures(met.name), ...otherFeatures(met, query)],
    match,
  }
}

const byName = (met?: NameMet): string =>
  met?.name ? `; ${nameType(met.name.type).reads} ‘${met.name.name}’` : ''

const nameFeatures = (met?: NameMet): Candidate['features'] =>
  met
    ? [
        { id: 'name_similarity', value: toHundred(met.similarity) },
        { id: 'name_exact', value: met.isExact },
        { id: met.name ? `name_${met.name.type}` : 'id', value: true },
      ]
    : []

const otherFeatures = ({ isOfType, has }: Met, query: ReconcileQuery): Candidate['features'] => [
  ...(query.types.length > 0 ? [{ id: 'type', value: isOfType }] : []),
  ...query.properties.map(({ pid }, at) => ({ id: `property_${pid}`, value: has[at] as boolean })),
]
