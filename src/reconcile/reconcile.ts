import type { Dataset } from '../dataset/dataset.ts'
import { mapInBatches } from '../model/batches.ts'
import { prepareName } from '../model/names.ts'
import { type Entity, entitiesOf } from './entities.ts'
import { type Match, match, nameLabel } from './match.ts'
import type { Query } from './read.ts'
import type { Candidate } from './schemas.ts'
import { namedType } from './types.ts'

/** The candidates of each query of a batch, best first. */
export async function reconcile(dataset: Dataset, batch: Map<string, Query>) {
  const entities = await entitiesOf(dataset)
  const toResult = async ([key, query]: [string, Query]) =>
    [key, { result: await candidatesFor(entities, query) }] as const
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

/** Whether an entity has exactly the name, and everything else, that the query asks for. */
const isCertain = ({ name, isOfType, has }: Match): boolean =>
  name?.isExact === true && isOfType && !has.includes(false)

const bestFirst = (a: Match, b: Match): number =>
  b.score - a.score ||
  Number(b.name?.isExact ?? false) - Number(a.name?.isExact ?? false) ||
  (a.entity.id < b.entity.id ? -1 : 1)

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
    features: featuresOf(found, query),
    match,
  }
}

/** The parts of a score. */
function featuresOf({ name, isOfType, has }: Match, { type, properties }: Query) {
  const features: Candidate['features'] = []
  if (name)
    features.push(
      { id: 'name_similarity', value: toHundred(name.similarity) },
      { id: 'name_exact', value: name.isExact },
      { id: name.name ? `name_${name.name.type}` : 'id', value: true },
    )
  if (type.length > 0) features.push({ id: 'type', value: isOfType })
  return [
    ...features,
    ...properties.map(({ pid }, at) => ({ id: `property_${pid}`, value: has[at]! })),
  ]
}
