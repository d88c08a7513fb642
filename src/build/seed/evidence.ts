import { readTexts } from '../../dataset/documents.ts'
import { sha256 } from '../../model/hash.ts'
import { type ClaimEntry, claimedRecords, readSeed, type Seed } from './seed.ts'

/** Texts as code points, by the ids of their documents. */
type Texts = Map<string, string[]>

/** Checks the words of every claim against the documents in a folder, which are known by the hashes of their files. */
export function checkEvidence(seedFolder: string, folder: string) {
  const seed = readSeed(seedFolder)
  const texts = textsOf(seed, folder)
  const claims = claimedRecords(seed).flatMap(record => record.claims)
  const quoting = claims.filter(({ value: { start } }) => start !== undefined)
  const checked = quoting.filter(({ value: { document } }) => texts.has(document))
  const problems = [...checkLengths(seed, texts), ...checked.flatMap(it => checkWords(it, texts))]
  return { checked: checked.length, missing: quoting.length - checked.length, problems }
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

function checkWords({ value, at }: ClaimEntry, texts: Texts): string[] {
  const { document, start, end, sha256: stated } = value
  const hash = sha256(texts.get(document)!.slice(start, end).join(''))
  if (stated === hash) return []
  if (stated === undefined) return [at(['sha256'], `is missing; add sha256: "${hash}"`)]
  return [at(['sha256'], `the words of ${document} at ${start}–${end} have another hash`)]
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
