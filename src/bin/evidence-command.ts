import { existsSync } from 'node:fs'
import { checkEvidence, type Found, passagesFor } from '../build/seed/evidence.ts'
import { copiesIn } from '../dataset/copies.ts'
import { fail, reportMistakes, type Say } from './seed-commands.ts'

const usage = `Usage: npm run evidence -- <documents folder>                  look for every passage in copies of the documents
       npm run evidence -- <documents folder> --find <words>  print the passage that these words are
  A copy has the bytes of the document's file, or is named <document id>.txt, .md or .html.`

/** Looks for the passages of documents in copies, or for words in them. Returns the exit code. */
export async function evidence(seed: string, args: string[], say: Say): Promise<number> {
  const [folder, option, words] = args
  if (folder === undefined) return fail(say, 2, usage)
  if (!existsSync(folder)) return fail(say, 2, `there is no folder ${folder}`)
  if (option !== undefined && (option !== '--find' || words === undefined))
    return fail(say, 2, usage)
  try {
    return await (words === undefined ? check(seed, folder, say) : find(seed, folder, words, say))
  } catch (error) {
    return reportMistakes(say, error)
  }
}

async function check(seed: string, folder: string, say: Say): Promise<number> {
  const { read, transcribed, problems } = await checkEvidence(seed, copiesIn(folder))
  for (const problem of problems) say.error(problem)
  say.log(`passages: ${inWords(read)}`)
  say.log(`transcribed passages: ${inWords(transcribed)}`)
  const missing = read['not at hand'] + transcribed['not at hand']
  if (missing > 0) say.error(`${folder} has no copy of the documents of ${missing} passages`)
  const isNoneFound = read.once + transcribed.once === 0
  return problems.length > 0 || isNoneFound ? 1 : 0
}

const inWords = (found: Found): string =>
  `${found.once} found once, ${found.often} found often, ${found['not found']} not found, ${found['not at hand']} in documents not at hand`

async function find(seed: string, folder: string, words: string, say: Say): Promise<number> {
  const { passages, reasons } = await passagesFor(seed, copiesIn(folder), words)
  for (const passage of passages) say.log(passage)
  for (const reason of reasons) say.error(reason)
  if (passages.length > 0 && reasons.length === 0) return 0
  if (passages.length + reasons.length > 0) return 1
  return fail(say, 1, `'${words}' is in none of the copies in ${folder}`)
}
