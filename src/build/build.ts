import type { ExportManifest } from '../dataset/manifest.ts'
import { metaOf, type Ranges } from '../dataset/meta.ts'
import type { Records } from '../model/collections.ts'
import { checkSeed } from './check/check.ts'
import { removeUnreleased, stateOf } from './exports/folder.ts'
import { exportDataset, exportReleases } from './exports/write.ts'
import { writeDatabase } from './file/write-database.ts'
import { inputsHash } from './inputs.ts'
import { warningsOf } from './lint/lint.ts'
import { readSeed } from './seed/seed.ts'
import { Workplace } from './workplace.ts'

/** Builds a dataset file alone. Throws a SeedError if the seed has a mistake, NotOurs if it would replace something else. */
export function buildDataset(seedFolder: string, file: string): Records {
  using place = new Workplace(file)
  const { derived } = writeDraft(seedFolder, place)
  place.publish()
  return derived.records
}

/** What was built, and what in the seed deserves a second look. */
export type Published = { ranges: Ranges; exports: ExportManifest; warnings: string[] }

/**
 * Builds a dataset with the files of its release, and then puts it into its place: a server that finds it finds them
 * too. The files of the state before stay as well, until the next build. Throws as buildDataset does; the old dataset
 * then stays.
 */
export async function publishDataset(seedFolder: string, file: string): Promise<Published> {
  using place = new Workplace(file)
  const before = stateOf(file)
  // The exports are made from the file: the records that it is made from would only fill the memory.
  const { releases, warnings } = buildDraft(seedFolder, place)
  const { ranges } = metaOf(place.draft)
  const exports = await exportDataset(place.draft, file)
  await exportReleases(releases, file)
  place.publish()
  removeUnreleased(file, [before, stateOf(file)])
  return { ranges, exports, warnings }
}

function buildDraft(seedFolder: string, place: Workplace) {
  const { seed, derived } = writeDraft(seedFolder, place)
  return { releases: seed.releases, warnings: warningsOf(seed, derived) }
}

function writeDraft(seedFolder: string, { draft }: Workplace) {
  const seed = readSeed(seedFolder)
  const derived = checkSeed(seed)
  writeDatabase(draft, seed, derived, inputsHash(seedFolder))
  return { seed, derived }
}
