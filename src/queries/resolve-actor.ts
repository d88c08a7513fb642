import { type Candidate, fold, toCandidates } from '../model/nearest.ts'
import type { ActorName, Dataset } from '../store/dataset.ts'

/** The names of the actors of a kind, or of all, as they are looked up. */
type Names = {
  ids: ReadonlySet<string>
  byName: ReadonlyMap<string, ActorName[]>
  candidates: Candidate[]
}

const known = new WeakMap<Dataset, Map<string | null, Names>>()

/** Made when a kind is first asked for. */
function namesOf(dataset: Dataset, kind: string | null): Names {
  const kinds = known.get(dataset) ?? new Map<string | null, Names>()
  known.set(dataset, kinds)
  const names =
    kinds.get(kind) ?? toNames(dataset.names.filter(of => kind === null || of.kind === kind))
  kinds.set(kind, names)
  return names
}

const toNames = (names: ActorName[]): Names => ({
  ids: new Set(names.map(({ id }) => id)),
  byName: Map.groupBy(names, ({ folded }) => folded),
  candidates: toCandidates(names.flatMap(({ id, name }) => [id, name])),
})

/** The ids of the actors that an id or a name stands for. */
export function actorsCalled(dataset: Dataset, kind: string | null, value: string): string[] {
  const { ids, byName } = namesOf(dataset, kind)
  const folded = fold(value)
  if (ids.has(folded)) return [folded]
  return [...new Set((byName.get(folded) ?? []).map(({ id }) => id))]
}

/** The ids and names that may have been meant. */
export const actorCandidates = (dataset: Dataset, kind: string | null): Candidate[] =>
  namesOf(dataset, kind).candidates
