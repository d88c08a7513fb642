import { readTexts } from '../../dataset/documents.ts'
import { sha256 } from '../../model/hash.ts'
import { type ClaimEntry, claimedRecords, readSeed, type Seed } from './seed.ts'

type Evidence = { checked: number; filled: number; missing: number; problems: string[] }

/** Texts as code points, by the ids of their documents. */
type Texts = Map<string, string[]>

/**
 * Checks the words of every claim against the documents in a folder, which are known by the hashes of their files. A
 * claim without a hash gets one in its seed file.
 */
export function checkEvidence(seedFolder: string, folder: string): Evidence {
  const seed = readSeed(seedFolder)
  const texts = textsOf(seed, folder)
  const evidence = { checked: 0, filled: 0, missing: 0, problems: checkLengths(seed, texts) }
  const claims = claimedRecords(seed).flatMap(record => record.claims)
  for (const claim of claims) checkWords(claim, texts, evidence)
  for (const file of new Set(claims.map(({ file }) => file))) file.save()
  return evidence
}

/** The texts of the documents of a seed that are in a folder. */
function textsOf(seed: Seed, folder: string): Texts {
  const texts = readTexts(folder)
  return new Map(
    seed.documents.flatMap(({ value: { id, sha256 } }) => {
      const text = texts.get(sha256 ?? '')
      return text === undefined ? [] : [[id, [...text]]]
    }),
  )
}

const checkLengths = (seed: Seed, texts: Texts): string[] =>
  seed.documents.flatMap(({ value: { id, length }, at }) => {
    const found = texts.get(id)?.length ?? length
    return found === length ? [] : at(['length'], `the document has ${found} code points`)
  })

function checkWords({ value: claim, file, base }: ClaimEntry, texts: Texts, evidence: Evidence) {
  const { document, start, end } = claim
  if (start === undefined) return
  const words = texts.get(document)?.slice(start, end).join('')
  if (words === undefined) return void evidence.missing++
  evidence.checked++
  const hash = sha256(words)
  if (claim.sha256 === undefined) {
    file.insert(base, 'end', 'sha256', hash)
    evidence.filled++
  } else if (claim.sha256 !== hash) {
    const reason = `the words of ${document} at ${start}–${end} have another hash`
    const place = base.slice(-2).join('.')
    evidence.problems.push(file.locate([...base, 'sha256'], `${place}: ${reason}`))
  }
}

const literally = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)

/** Each place of some words in the documents, as the beginning of a claim; any white space matches any other. */
export function findWords(seedFolder: string, folder: string, words: string): string[] {
  const pattern = new RegExp(words.trim().split(/\s+/).map(literally).join(String.raw`\s+`), 'gu')
  return [...textsOf(readSeed(seedFolder), folder)].flatMap(([id, points]) => {
    const text = points.join('')
    return [...text.matchAll(pattern)].map(({ index, 0: found }) => {
      const start = [...text.slice(0, index)].length
      return `document: ${id}, start: ${start}, end: ${start + [...found].length}, sha256: "${sha256(found)}"`
    })
  })
}
