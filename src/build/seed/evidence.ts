import { readTexts } from '../../dataset/documents.ts'
import { sha256 } from '../../model/hash.ts'
import { type ClaimEntry, claimedRecords, readSeed, type Seed } from './seed.ts'

type Evidence = { checked: number; missing: number; problems: string[] }

/** Texts as code points, by the ids of their documents. */
type Texts = Map<string, string[]>

/** Checks the words of every claim against the documents in a folder, which are known by the hashes of their files. */
export function checkEvidence(seedFolder: string, folder: string): Evidence {
  const seed = readSeed(seedFolder)
  const texts = textsOf(seed, folder)
  const evidence = { checked: 0, missing: 0, problems: checkLengths(seed, texts) }
  for (const { claims } of claimedRecords(seed))
    for (const claim of claims) checkWords(claim, texts, evidence)
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

function checkWords({ value: claim, at }: ClaimEntry, texts: Texts, evidence: Evidence) {
  const { document, start, end } = claim
  if (start === undefined) return
  const words = texts.get(document)?.slice(start, end).join('')
  if (words === undefined) return void evidence.missing++
  evidence.checked++
  const hash = sha256(words)
  if (claim.sha256 === undefined)
    evidence.problems.push(at(['sha256'], `is missing; add sha256: "${hash}"`))
  else if (claim.sha256 !== hash)
    evidence.problems.push(
      at(['sha256'], `the words of ${document} at ${start}–${end} have another hash`),
    )
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
