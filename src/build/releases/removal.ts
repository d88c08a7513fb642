import { join } from 'node:path'
import { didYouMean } from '../../model/names.ts'
import { LEGAL, RELEASES, type Removal, subjectsOf } from '../../model/release.ts'
import { checkSeed } from '../check/check.ts'
import { withdrawnOnLegalGrounds } from '../check/retired.ts'
import { readSeed, type Seed } from '../seed/seed.ts'
import { throwIfAny } from '../seed/seed-error.ts'
import { hashOf, isRemoved, type RecordTexts } from './records.ts'
import { writeRelease } from './release-files.ts'

/** A release, and how many of its lines became notices. */
type Shortened = { version: string; removed: number }

/**
 * Removes records and the claims on them from every release of a seed. Notices with their hashes take their places, so
 * that the hashes of the releases stay. Throws a SeedError if the seed is not valid, or unless each record was released
 * and is withdrawn on legal grounds.
 */
export function removeRecords(seedFolder: string, now: Date, paths: string[]): Shortened[] {
  const seed = readSeed(seedFolder)
  checkSeed(seed)
  throwIfAny(checkPaths(paths, seed))
  const day = now.toISOString().slice(0, 10)
  return seed.releases.map(({ head, records }) => {
    const notices = noticesFor(new Set(paths), records, day)
    if (notices.size > 0)
      // The notices take the places of the records.
      writeRelease(join(seedFolder, RELEASES), head, new Map([...records, ...notices]))
    return { version: head.version, removed: notices.size }
  })
}

/** Checks that each record was released and is withdrawn on legal grounds. */
function checkPaths(paths: string[], seed: Seed): string[] {
  const released = new Set(seed.releases.flatMap(({ records }) => [...records.keys()]))
  const withdrawn = withdrawnOnLegalGrounds(seed)
  return paths.flatMap(path => {
    if (!released.has(path)) return `'${path}' was never released${didYouMean(path, released)}`
    if (withdrawn.has(path)) return []
    return `'${path}' is not withdrawn in seed/retired.yaml with the reason '${LEGAL}'`
  })
}

/** The notices for records and the claims on them, as far as a release still has these. */
const noticesFor = (paths: Set<string>, records: RecordTexts, on: string): Map<string, Removal> =>
  new Map(
    records
      .entries()
      .filter(([path, record]) => !isRemoved(record) && subjectsOf(path).some(it => paths.has(it)))
      .map(([path, record]) => [path, { sha256: hashOf(record), on, reason: LEGAL }]),
  )
