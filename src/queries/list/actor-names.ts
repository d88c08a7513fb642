import { type ActorName, type Dataset, perDataset } from '../../dataset/dataset.ts'
import { fold } from '../../model/names.ts'

const indexOf = perDataset(({ names }) => ({
  byId: Map.groupBy(names, ({ id }) => id),
  byName: Map.groupBy(names, ({ name }) => fold(name)),
}))

/** The ids of the actors of a kind, or of any if it is null, that have an id or a name. */
export function actorsNamed(dataset: Dataset, kind: string | null, text: string): string[] {
  const { byId, byName } = indexOf(dataset)
  const folded = fold(text)
  const isOfKind = (name: ActorName) => kind === null || name.kind === kind
  const withId = byId.get(folded)?.filter(isOfKind) ?? []
  const named = withId.length > 0 ? withId : (byName.get(folded)?.filter(isOfKind) ?? [])
  return [...new Set(named.map(({ id }) => id))]
}

/** The ids and names of the actors of a kind, or of all if it is null. */
export const actorTexts = ({ names }: Dataset, kind: string | null): string[] =>
  names.flatMap(name => (kind === null || name.kind === kind ? [name.id, name.name] : []))
