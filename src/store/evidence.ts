import type { ClaimSeed } from '../model/claim.ts'
import { claimed } from '../model/fields.ts'
import { sha256 } from '../model/hash.ts'
import { readTexts } from './documents.ts'
import { type ClaimedEntry, claimedEntries, readSeed, type Seed } from './seed.ts'

export type Evidence = { checked: number; filled: number; missing: number; problems: string[] }

const entriesOf = (seed: Seed): ClaimedEntry[] =>
  claimed.flatMap(name => claimedEntries(seed, name))

/** The code points of each document whose text is in the folder, by id. */
function textsOf(seed: Seed, folder: string): Map<string, string[]> {
  const texts = readTexts(folder)
  const known = seed.documents.map(
    ({ value: { id, sha256 } }) => [id, texts.get(sha256 ?? '')] as const,
  )
  return new Map(
    known.flatMap(([id, text]) => (text === undefined ? [] : [[id, [...text]] as const])),
  )
}

/**
 * Holds every claim's span against the documents in a folder, which are known by the hash of their file. A claim
 * without a hash gets it written into its seed file.
 */
export function checkEvidence(seedFolder: string, folder: string): Evidence {
  const seed = readSeed(seedFolder)
  const texts = textsOf(seed, folder)
  const evidence: Evidence = {
    checked: 0,
    filled: 0,
    missing: 0,
    problems: checkDocuments(seed, texts),
  }
  for (const entry of entriesOf(seed))
    entry.value.claims.forEach((claim, index) => {
      if (claim.start !== undefined && claim.end !== undefined)
        checkClaim(entry, index, claim, texts, evidence)
    })
  for (const file of new Set(entriesOf(seed).map(({ file }) => file))) file.save()
  return evidence
}

const checkDocuments = (seed: Seed, texts: Map<string, string[]>): string[] =>
  seed.documents.flatMap(({ value: { id, length }, at }) => {
    const found = texts.get(id)?.length
    return found === undefined || found === length
      ? []
      : at(['length'], `length: the document has ${found} code points`)
  })

function checkClaim(
  entry: ClaimedEntry,
  index: number,
  claim: ClaimSeed,
  texts: Map<string, string[]>,
  evidence: Evidence,
) {
  const words = texts.get(claim.document)?.slice(claim.start, claim.end).join('')
  if (words === undefined) return void evidence.missing++
  evidence.checked++
  const path = ['claims', index]
  if (claim.sha256 === undefined) {
    entry.file.insert([...entry.base, ...path], 'end', 'sha256', sha256(words))
    evidence.filled++
  } else if (sha256(words) !== claim.sha256) {
    evidence.problems.push(
      entry.at(
        [...path, 'sha256'],
        `claims.${index}: the words of ${claim.document} at ${claim.start}–${claim.end} have another hash`,
      ),
    )
  }
}

const literally = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)

/** Each place where words stand in a document, as the beginning of a claim; any white space matches any other. */
export function findWords(seedFolder: string, folder: string, words: string): string[] {
  const pattern = new RegExp(words.trim().split(/\s+/).map(literally).join(String.raw`\s+`), 'gu')
  return [...textsOf(readSeed(seedFolder), folder)].flatMap(([id, points]) => {
    const text = points.join('')
    return [...text.matchAll(pattern)].map(({ index, 0: found }) => {
      const start = [...text.slice(0, index)].length
      return `document: ${id}, start: ${start}, end: ${start + [...found].length}, sha256: ${JSON.stringify(sha256(found))}`
    })
  })
}
