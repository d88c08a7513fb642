import { join } from 'node:path'
import { SeedError } from '../model/yaml-file.ts'
import { checkEvidence, findWords } from '../store/evidence.ts'
import { projectRoot } from '../store/fingerprint.ts'

const [folder, option, words] = process.argv.slice(2)
const seed = join(projectRoot, 'seed')

const usage = `Usage: npm run evidence -- <documents folder>                  check every claim, fill in missing hashes
       npm run evidence -- <documents folder> --find <words>  where words stand, as the start of a claim`

/** Returns the exit code. */
function run(): number {
  if (
    folder === undefined ||
    (option !== undefined && (option !== '--find' || words === undefined))
  ) {
    console.error(usage)
    return 2
  }
  if (words !== undefined) {
    const places = findWords(seed, folder, words)
    for (const place of places) console.log(place)
    return places.length > 0 ? 0 : 1
  }
  const { checked, filled, missing, problems } = checkEvidence(seed, folder)
  for (const problem of problems) console.error(problem)
  console.log(
    `${checked} claims checked, ${filled} hashes filled in, ${missing} without a document, ${problems.length} wrong`,
  )
  return problems.length > 0 || missing > 0 ? 1 : 0
}

try {
  process.exitCode = run()
} catch (error) {
  if (!(error instanceof SeedError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
