import { cpSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { publishDataset } from '../build/build.ts'
import { tally } from '../build/releases/records.ts'
import { makeRelease, type Reasons } from '../build/releases/release.ts'
import { readReleases } from '../build/releases/release-files.ts'
import { removeRecords } from '../build/releases/removal.ts'
import { SeedError } from '../build/seed/seed-error.ts'
import { RELEASES, type ReleaseHead, releaseFile } from '../model/release.ts'
import { code, codesOf } from '../model/vocabulary.ts'

/** The output of a command: the console. */
export type Say = { log: (line: string) => void; error: (line: string) => void }

/** Runs a command on a seed; reports the mistakes in it. Returns the exit code. */
function onSeed(say: Say, run: () => number): number {
  try {
    return run()
  } catch (error) {
    return reportMistakes(say, error)
  }
}

/** Runs a command that writes into a seed only if all fits, and says so where it does not. Returns the exit code. */
export function orNothing(say: Say, run: () => number): number {
  try {
    return run()
  } catch (error) {
    const code = reportMistakes(say, error)
    say.error('Nothing was written.')
    return code
  }
}

/** Reports the mistakes in a seed; throws any other error again. Returns the exit code. */
export function reportMistakes(say: Say, error: unknown): number {
  if (!(error instanceof SeedError)) throw error
  return fail(say, 1, error.message)
}

/** Reports why a command ends with an exit code. */
export function fail(say: Say, code: number, reason: string): number {
  say.error(reason)
  return code
}

/**
 * Builds the dataset with its exports and prints how many records and files it has, and what in the seed deserves a
 * second look. Returns the exit code.
 */
export async function build(seed: string, file: string, say: Say): Promise<number> {
  try {
    const { ranges, exports, warnings } = await publishDataset(seed, file)
    const counts = { ...ranges, files: { count: exports.files.length } }
    for (const [name, { count }] of Object.entries(counts)) say.log(`${name.padEnd(10)} ${count}`)
    for (const warning of warnings) say.error(`warning: ${warning}`)
    return 0
  } catch (error) {
    return reportMistakes(say, error)
  }
}

const releaseUsage = `Usage: npm run release -- <reason> [<record>=<reason> …]
  <reason> of the changes that have none of their own: ${codesOf('change-reason').join(', ')}
  <record> such as actions/joint-notice-2021-09; its claims get the same reason`

/** Writes a release. Returns the exit code. */
export function release(seed: string, now: Date, args: string[], say: Say): number {
  const reasons = readReasons(args)
  if (!reasons) return fail(say, 2, releaseUsage)
  return onSeed(say, () => {
    const head = makeRelease(seed, now, reasons)
    say.log(head ? describe(head) : 'Nothing has changed since the last release.')
    return head ? 0 : 1
  })
}

const Reason = code('change-reason')
const ReasonArguments = z.tuple([Reason], z.tuple([z.string(), Reason]))

function readReasons([fallback, ...pairs]: string[]): Reasons | undefined {
  const { data } = ReasonArguments.safeParse([fallback, ...pairs.map(pair => pair.split('='))])
  if (!data) return undefined
  const [reason, ...entries] = data
  const named = new Map(entries)
  return named.size === entries.length ? { fallback: reason, named } : undefined
}

function describe({ version, changes }: ReleaseHead): string {
  const counts = Object.entries(tally(changes.map(({ change }) => change)))
  const parts = counts.map(([change, count]) => `${count} ${change}`)
  return `Wrote seed/releases/${releaseFile(version)}: ${parts.join(', ')}.`
}

const removeUsage = `Usage: npm run remove -- <record> …
  <record> such as actions/old-id, which seed/retired.yaml has with the reason 'legal'; its claims are removed too`

/** Removes records from every release, and prints how many lines that were. Returns the exit code. */
export function remove(seed: string, now: Date, paths: string[], say: Say): number {
  if (paths.length === 0) return fail(say, 2, removeUsage)
  return onSeed(say, () => {
    for (const { version, removed } of removeRecords(seed, now, paths))
      say.log(`${version.padEnd(10)} ${removed} lines removed`)
    return 0
  })
}

const ownReleases =
  'The frozen dataset stays as it was. It has releases of its own: records that these never had cannot be in its retired.yaml.'

/**
 * Copies files of a seed into the frozen one: those named, or all that it has; of these, the ones that the seed no longer
 * has are removed. Its last release then gets the new state under the old version, so that examples and tests name the
 * same releases as before. If the frozen seed would not be valid, it stays as it was. Returns the exit code.
 */
export function freeze(seed: string, frozen: string, names: string[], say: Say): number {
  const all = names.length > 0 ? names : globSync('**/*.yaml', { cwd: frozen })
  const { copied = [], missing = [] } = Object.groupBy(all, name =>
    existsSync(join(seed, name)) ? 'copied' : 'missing',
  )
  if (names.length > 0 && missing.length > 0)
    return fail(say, 1, `seed has no ${missing.join(', ')}`)
  const draft = mkdtempSync(join(tmpdir(), 'frozen-'))
  const exit = onSeed(say, () => {
    cpSync(frozen, draft, { recursive: true })
    for (const name of missing) rmSync(join(draft, name))
    for (const name of copied) cpSync(join(seed, name), join(draft, name))
    const version = releaseAgain(draft)
    rmSync(frozen, { recursive: true })
    cpSync(draft, frozen, { recursive: true })
    say.log(`${copied.length} files copied, ${missing.length} removed, ${version} released again.`)
    return 0
  })
  rmSync(draft, { recursive: true })
  return exit === 0 ? 0 : fail(say, exit, ownReleases)
}

/** Gives the last release of a seed its present state. Returns its version. */
function releaseAgain(seed: string): string {
  const folder = join(seed, RELEASES)
  const last = readReleases(folder).at(-1)
  if (!last) throw new SeedError([`seed/${RELEASES}: has no release that could be made again`])
  const { version, time } = last.head
  rmSync(join(folder, releaseFile(version)))
  if (!makeRelease(seed, new Date(time), { fallback: 'new-evidence', named: new Map() }))
    throw new SeedError([`seed: nothing would differ from the release before ${version}`])
  return version
}
