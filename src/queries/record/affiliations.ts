import { type Dataset, perDataset } from '../../dataset/dataset.ts'
import type { Actor } from '../../model/actor.ts'

/** A tie of another actor to one: the other, by its id and name, and its relation to this one. */
export type IncomingTie = Actor['affiliations'][number] & { of: string }

/** The ties of all actors by the actors to whom they are. */
const tiesTo = perDataset(dataset => {
  const rows = dataset.list('actors', 'has', 'affiliations')
  const actors = dataset.jsons('actors', rows).map((json): Actor => JSON.parse(json))
  const all = actors.flatMap(({ id, affiliations }) =>
    affiliations.map((tie): IncomingTie => ({ ...tie, of: id })),
  )
  return Map.groupBy(all, ({ actor }) => actor)
})

/** The ties that other actors have to one. */
export const tiesOfOthers = (dataset: Dataset, id: string): IncomingTie[] =>
  tiesTo(dataset).get(id) ?? []
