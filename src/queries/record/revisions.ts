import { type Dataset, perDataset } from '../../dataset/dataset.ts'
import type { CollectionName } from '../../model/collections.ts'

/** Stands for the time of a release where there has been none. */
const NEVER = '1970-01-01T00:00:00Z'

/** The times of the releases, oldest first. */
const releaseTimes = perDataset(({ meta, releaseTimes }) =>
  meta.releases.map(({ version }) => releaseTimes.get(version)!),
)

/** The time of the newest release; a time before all others if there has been none. */
export const lastReleased = (dataset: Dataset): string => releaseTimes(dataset).at(-1) ?? NEVER

/** The time of a release by its version; what is not released yet counts as of the newest. */
export const timeOf = (dataset: Dataset, version: string): string =>
  dataset.releaseTimes.get(version) ?? lastReleased(dataset)

/** The place of each change's release in the order of the releases; that of an unreleased change is behind the last. */
const placesOfChanges = perDataset(dataset => {
  const { releases } = dataset.meta
  const places = new Uint16Array(dataset.count('changes')).fill(releases.length)
  for (const [place, { version }] of releases.entries())
    for (const row of dataset.list('changes', 'release', version)) places[row] = place
  return places
})

/** How many releases changed a record or the claims on it, and the time of the last; an unreleased change counts as of the newest. */
export function revisionsOf(dataset: Dataset, path: string): { count: number; changed: string } {
  const places = placesOfChanges(dataset)
  const releases = new Set(dataset.list('changes', 'record', path).map(row => places[row]!))
  const times = releaseTimes(dataset)
  const changed = times[Math.max(...releases)] ?? lastReleased(dataset)
  releases.delete(times.length)
  return { count: releases.size, changed }
}

/** The time of the release that added a record of a collection that knows it: see `added` among the spans of actions. */
export function addedAt(dataset: Dataset, of: CollectionName, row: number): string {
  const rank = dataset.days(of, 'added').earliest[row]!
  return releaseTimes(dataset)[rank - 1] ?? lastReleased(dataset)
}
