import { existsSync } from 'node:fs'
import { SeedError } from '../model/yaml-file.ts'
import { buildDataset } from '../store/build.ts'
import { checkEvidence, findWords } from '../store/evidence.ts'
import { isFresh } from '../store/freshness.ts'

/** Where a command writes its lines: the console. */
export type Say = { log: (line: string) => void; error: (line: string) => void }

/** Builds the dataset where it is not the one of this seed; where that fails, the old file is left to be served. Throws where there is none. */
export function refreshDataset(seed: string, file: string, say: Say) {
  if (isFresh(file, seed)) return
  try {
    const { actions, claims } = buildDataset(seed, file)
    say.log(`Built ${file}: ${actions.length} actions, ${claims.length} claims.`)
  } catch (error) {
    say.error(`No dataset was built: ${(error as Error).message}`)
    if (!existsSync(file)) throw new Error('there is no older dataset to serve either')
    say.error(`${file} stays as it was and is served.`)
  }
}

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
  return problems.length > 0 || missing > 0 ? 1 : 0
}

function find(seed: string, folder: string, words: string, say: Say): number {
  const places = findWords(seed, folder, words)
  for (const place of places) say.log(place)
  return places.length > 0 ? 0 : 1
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
