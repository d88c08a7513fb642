import { cpSync, existsSync, globSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { RELEASES, type ReleaseHead, releaseFile } from '../model/release.ts'
import { codesOf } from '../model/vocabulary.ts'
import { SeedError } from '../model/yaml-file.ts'
import { buildDataset } from '../store/build.ts'
import { checkEvidence, findWords } from '../store/evidence.ts'
import { makeRelease, type Reasons } from '../store/release.ts'
import { type ReleaseFile, readReleases } from '../store/release-files.ts'

/** Where a command writes its lines: the console. */
export type Say = { log: (line: string) => void; error: (line: string) => void }

/** Builds the dataset and tells how many records it has. Returns the exit code. */
export const build = (seed: string, file: string, say: Say): number =>
  onSeed(say, () => {
    for (const [name, list] of Object.entries(buildDataset(seed, file)))
      say.log(`${name.padEnd(10)} ${list.length}`)
    return 0
  })

const usage = `Usage: npm run evidence -- <documents folder>                  check every claim, fill in missing hashes
       npm run evidence -- <documents folder> --find <words>  where words stand, as the start of a claim`

/** Checks the claims against the documents, or finds words in them. Returns the exit code. */
export function evidence(seed: string, args: string[], say: Say): number {
  const [folder, option, words] = args
  if (folder !== undefined && !existsSync(folder)) {
    say.error(`there is no folder ${folder}`)
    return 2
  }
  if (folder !== undefined && option === undefined)
    return onSeed(say, () => check(seed, folder, say))
  if (folder !== undefined && option === '--find' && words !== undefined)
    return onSeed(say, () => find(seed, folder, words, say))
  say.error(usage)
  return 2
}

function check(seed: string, folder: string, say: Say): number {
  const { checked, filled, missing, problems } = checkEvidence(seed, folder)
  for (const problem of problems) say.error(problem)
  say.log(
    `${checked} claims checked, ${filled} hashes filled in, ${missing} without a document, ${problems.length} wrong`,
  )
  if (missing > 0) say.error(`${missing} claims are on documents that are not in ${folder}`)
  return problems.length > 0 || missing > 0 ? 1 : 0
}

function find(seed: string, folder: string, words: string, say: Say): number {
  const places = findWords(seed, folder, words)
  for (const place of places) say.log(place)
  if (places.length > 0) return 0
  say.error(
    `'${words}', with this case, is in none of the documents in ${folder} that the seed knows by their sha256`,
  )
  return 1
}

const changeReasons = codesOf('change-reason')

const releaseUsage = `Usage: npm run release -- <reason> [<record>=<reason> …]
  <reason> of the changes that have none of their own: ${changeReasons.join(', ')}
  <record> such as actions/joint-notice-2021-09; the claims on it are meant as well`

/** Writes a release. Returns the exit code. */
export function release(seed: string, now: Date, args: string[], say: Say): number {
  const reasons = readReasons(args)
  if (!reasons) {
    say.error(releaseUsage)
    return 2
  }
  return onSeed(say, () => {
    const head = makeRelease(seed, now, reasons)
    say.log(head ? describe(head) : 'Nothing has changed since the last release.')
    return head ? 0 : 1
  })
}

/**
 * Copies files of a seed into the frozen one: those named, or all that it has; of these, the ones that the seed no longer
 * has are removed. Its last release then has the new state under the old version, so that examples and tests name the
 * same releases as before. A frozen seed that would not be fit stays as it was. Returns the exit code.
 */
export function freeze(seed: string, frozen: string, names: string[], say: Say): number {
  const all = names.length > 0 ? names : globSync('**/*.yaml', { cwd: frozen }).sort()
  const copied = all.filter(name => existsSync(join(seed, name)))
  const missing = all.filter(name => !copied.includes(name))
  if (names.length > 0 && missing.length > 0) {
    say.error(`seed has no ${missing.join(', ')}`)
    return 1
  }
  const draft = `${frozen}.draft`
  rmSync(draft, { recursive: true, force: true })
  try {
    cpSync(frozen, draft, { recursive: true })
    for (const name of missing) rmSync(join(draft, name))
    for (const name of copied) cpSync(join(seed, name), join(draft, name))
    return onSeed(say, () => {
      const version = releaseAgain(draft)
      rmSync(frozen, { recursive: true })
      renameSync(draft, frozen)
      say.log(
        `${copied.length} files copied, ${missing.length} removed, ${version} released again.`,
      )
      return 0
    })
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Gives the last release of a seed its present state. Returns its version. */
function releaseAgain(seed: string): string {
  const { version, time } = (readReleases(join(seed, RELEASES)).at(-1) as ReleaseFile).head
  rmSync(join(seed, RELEASES, releaseFile(version)))
  const reasons: Reasons = { fallback: 'new-evidence', named: new Map() }
  if (!makeRelease(seed, new Date(time), reasons))
    throw new SeedError([`seed: nothing would differ from the release before ${version}`])
  return version
}

function readReasons([fallback, ...named]: string[]): Reasons | undefined {
  const pairs = named.map(text => text.split('='))
  const all = [fallback, ...pairs.map(([, reason]) => reason)]
  const isPlain =
    pairs.every(pair => pair.length === 2) && isUnique(pairs.map(([record]) => record))
  if (!isPlain || !all.every(reason => changeReasons.some(known => known === reason)))
    return undefined
  return { fallback, named: new Map(pairs as [string, string][]) } as Reasons
}

const isUnique = (items: unknown[]) => new Set(items).size === items.length

function describe({ version, changes }: ReleaseHead): string {
  const kinds = Map.groupBy(changes, ({ change }) => change)
  const counts = [...kinds].map(([kind, { length }]) => `${length} ${kind}`)
  return `Wrote seed/releases/${releaseFile(version)}: ${counts.join(', ')}.`
}

function onSeed(say: Say, run: () => number): number {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof SeedError)) throw error
    say.error(error.message)
    return 1
  }
}
