import { existsSync } from 'node:fs'
import { z } from 'zod'
import { buildDataset } from '../build/build.ts'
import { tally } from '../build/releases/records.ts'
import { makeRelease, type Reasons } from '../build/releases/release.ts'
import { checkEvidence, findWords } from '../build/seed/evidence.ts'
import { SeedError } from '../build/seed/seed-error.ts'
import { type ReleaseHead, releaseFile } from '../model/release.ts'
import { code, codesOf } from '../model/vocabulary.ts'

/** The output of a command: the console. */
export type Say = { log: (line: string) => void; error: (line: string) => void }

/** Runs a command on a seed; reports the mistakes in it. Returns the exit code. */
export function onSeed(say: Say, run: () => number): number {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof SeedError)) throw error
    return fail(say, 1, error.message)
  }
}

/** Reports why a command ends with an exit code. */
export function fail(say: Say, code: number, reason: string): number {
  say.error(reason)
  return code
}

/** Builds the dataset and prints how many records it has. Returns the exit code. */
export const build = (seed: string, file: string, say: Say): number =>
  onSeed(say, () => {
    for (const [name, list] of Object.entries(buildDataset(seed, file)))
      say.log(`${name.padEnd(10)} ${list.length}`)
    return 0
  })

const usage = `Usage: npm run evidence -- <documents folder>                  check every claim, fill in missing hashes
       npm run evidence -- <documents folder> --find <words>  find words, print the start of a claim for each place`

/** Checks the claims against the documents, or finds words in them. Returns the exit code. */
export function evidence(seed: string, args: string[], say: Say): number {
  const [folder, option, words] = args
  if (folder === undefined) return fail(say, 2, usage)
  if (!existsSync(folder)) return fail(say, 2, `there is no folder ${folder}`)
  if (option === undefined) return onSeed(say, () => check(seed, folder, say))
  if (option !== '--find' || words === undefined) return fail(say, 2, usage)
  return onSeed(say, () => find(seed, folder, words, say))
}

function check(seed: string, folder: string, say: Say): number {
  const { checked, filled, missing, problems } = checkEvidence(seed, folder)
  const wrong = problems.length
  for (const problem of problems) say.error(problem)
  say.log(
    `${checked} claims checked, ${filled} hashes filled in, ${missing} without a document, ${wrong} wrong`,
  )
  if (missing > 0) say.error(`${missing} claims are on documents that are not in ${folder}`)
  return wrong + missing > 0 ? 1 : 0
}

function find(seed: string, folder: string, words: string, say: Say): number {
  const places = findWords(seed, folder, words)
  for (const place of places) say.log(place)
  if (places.length > 0) return 0
  const documents = `the documents in ${folder} that the seed knows by their sha256`
  return fail(say, 1, `'${words}', with this case, is in none of ${documents}`)
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
