import type { Copies } from '../../dataset/copies.ts'
import type { DocumentSeed } from '../../model/document.ts'
import { findWords, fingerprintOf } from '../../model/letters.ts'
import { fewestLetters, type Passage } from '../../model/passage.ts'
import type { Entry } from './entry.ts'
import { readSeed } from './seed.ts'

/** What became of passages that were looked for: how many have each result. */
export type Found<T = number> = Record<'once' | 'often' | 'not found' | 'not at hand', T>

const none: Found = { once: 0, often: 0, 'not found': 0, 'not at hand': 0 }

/** The passages of some documents, and those among them that are not found once. */
type Checked = { found: Found; problems: string[] }

/**
 * Looks for the passages of every document of a seed in copies of the documents. Passages of documents that were
 * transcribed from elsewhere are counted apart: a copy of the whole document rarely is at hand.
 */
export async function checkEvidence(seedFolder: string, copies: Copies) {
  const read: Checked = { found: { ...none }, problems: [] }
  const transcribed: Checked = { found: { ...none }, problems: [] }
  for (const entry of readSeed(seedFolder).documents)
    await checkDocument(entry, copies, entry.value.read.as === 'transcribed' ? transcribed : read)
  return {
    read: read.found,
    transcribed: transcribed.found,
    problems: [...read.problems, ...transcribed.problems],
  }
}

async function checkDocument({ value, at }: Entry<DocumentSeed>, copies: Copies, sum: Checked) {
  const copy = copies(value)
  const words = copy && (await findWords(copy.text, value.passages))
  for (const [i, { key, sha256 }] of value.passages.entries()) {
    const result = resultOf(words?.get(sha256)?.length)
    sum.found[result]++
    const message = messages[result]
    if (message) sum.problems.push(at(['passages', i], `'${key}' ${message} of ${value.id}`))
  }
  const length = copy?.length ?? value.length
  if (length !== value.length)
    sum.problems.push(at(['length'], `the document has ${length} code points`))
}

const messages: Partial<Found<string>> = {
  often: 'is more than once in the copy',
  'not found': 'is not in the copy',
}

function resultOf(places: number | undefined): keyof Found {
  if (places === undefined) return 'not at hand'
  return places === 0 ? 'not found' : places === 1 ? 'once' : 'often'
}

/** A passage of given words for each document that has them once, as its document lists it; else the reason why there is none. */
export async function passagesFor(seedFolder: string, copies: Copies, words: string) {
  const { letters, sha256 } = fingerprintOf(words)
  const found: { passages: string[]; reasons: string[] } = { passages: [], reasons: [] }
  for (const { value } of readSeed(seedFolder).documents) {
    const copy = copies(value)
    const places = copy && (await findWords(copy.text, [{ letters, sha256 }]))
    const count = places?.get(sha256)?.length ?? 0
    const known = value.passages.find(passage => passage.sha256 === sha256)
    const line = `{ key: ${known?.key ?? nextKey(value.passages)}, letters: ${letters}, sha256: "${sha256}" }`
    if (count === 1) found.passages.push(`${value.id}: ${line}`)
    if (count > 1) found.reasons.push(`${value.id} has these words ${count} times`)
    const fewest = fewestLetters(value.language)
    if (count > 0 && letters < fewest)
      found.reasons.push(`${letters} letters are too few for ${value.id}: at least ${fewest}`)
  }
  return found
}

/** The key of the next passage of a document. */
export const nextKey = (passages: Passage[]): string => {
  const numbers = passages.map(({ key }) => Number(/^p(\d+)$/.exec(key)?.[1] ?? 0))
  return `p${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`
}
