import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { didYouMean } from '../model/nearest.ts'
import { type Manifest, type ManifestChange, subjectsOf } from '../model/release.ts'
import { SeedError } from '../model/yaml-file.ts'
import { checkSeed } from './check.ts'
import { nextManifest } from './history.ts'
import { manifestText } from './manifests.ts'
import { RELEASES, readSeed } from './seed.ts'

type Reason = NonNullable<ManifestChange['reason']>

/** Why the records changed: the reason of those that are named, and of all others. */
export type Reasons = { fallback: Reason; named: Map<string, Reason> }

/**
 * Writes the manifest of the release that a seed amounts to on a day; undefined where nothing has changed since the
 * last one. Throws a SeedError where the seed is not fit, the last release is of a later day, or a reason is given
 * for what has not changed.
 */
export function makeRelease(
  seedFolder: string,
  day: string,
  reasons: Reasons,
): Manifest | undefined {
  const seed = readSeed(seedFolder)
  const { history } = checkSeed(seed)
  refuseEarlier(seed.releases.at(-1), day)
  refuseUnused(history.open, reasons)
  if (history.open.length === 0) return undefined
  const version = nextVersion(seed.releases.at(-1)?.version, day)
  const manifest = nextManifest(history, { version, date: day }, change =>
    reasonOf(change, reasons),
  )
  writeManifest(join(seedFolder, RELEASES), manifest)
  return manifest
}

/** The next calendar version: the month of the day, and the number after that of the last release, if it was of that month. */
function nextVersion(last: string | undefined, day: string): string {
  const month = day.slice(0, 7).replace('-', '.')
  const number = last?.startsWith(`${month}.`) ? Number(last.slice(month.length + 1)) + 1 : 0
  return `${month}.${number}`
}

/** The reason of a change: that given for it, or for the record that a claim speaks of; a term has its own. */
function reasonOf({ record }: ManifestChange, { fallback, named }: Reasons): Reason {
  const [own] = subjectsOf(record).flatMap(subject => named.get(subject) ?? [])
  return own ?? (record.startsWith('vocabulary/') ? 'vocabulary' : fallback)
}

function refuseEarlier(last: Manifest | undefined, day: string) {
  if (last && day < last.date)
    throw new SeedError([`${day} is before ${last.date}, the day of the release ${last.version}`])
}

/** Refuses a reason for what has not changed, or has its reason already. */
function refuseUnused(open: ManifestChange[], { named }: Reasons) {
  const changed = open.flatMap(({ record }) => subjectsOf(record))
  const settled = open.filter(({ reason }) => reason !== null).map(({ record }) => record)
  const problems = [...named.keys()].flatMap(record => {
    if (settled.includes(record)) return `'${record}' has its reason in seed/retired.yaml`
    return changed.includes(record)
      ? []
      : `'${record}' has not changed${didYouMean(record, changed)}`
  })
  if (problems.length > 0) throw new SeedError(problems)
}

function writeManifest(folder: string, manifest: Manifest) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${manifest.version}.json`), manifestText(manifest), { flag: 'wx' })
}
