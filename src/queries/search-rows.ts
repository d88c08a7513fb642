import { RoaringBitmap32 } from 'roaring-wasm'
import type { Dataset } from '../store/dataset.ts'
import { fromBytes, type Rows } from '../store/rows.ts'
import type { Words } from '../store/words.ts'
import { type Search, type SearchTerm, toMatch } from './search-text.ts'

/** How many words the prefixes of a search may stand for; with more of them, the search process is quicker. */
const MOST_WORDS = 500

/** Makes the set of rows that a search finds, for reading only, within the work that frees it. */
export type MakeRows = () => Rows

/**
 * Finds the rows that a search selects, those of [first, end) at least. Single words and prefixes are sets that are at
 * hand; only for words that must stand together a search process is asked. Throws SearchBusy where it gives no answer.
 */
export async function findRows(
  dataset: Dataset,
  search: Search,
  between: [number, number],
): Promise<MakeRows> {
  const choices = choicesOf(dataset.words, search)
  if (choices) return () => meet(dataset.words, choices)
  const question = { match: toMatch(search), between }
  const bytes = await dataset.search.ask<Uint8Array>({ ask: 'rows', ...question })
  return () => fromBytes(bytes)
}

/** Words of which a row needs to have one. */
type Choice = string[]
type Choices = { wanted: Choice[]; unwanted: Choice[] }

/** The words that each term stands for; undefined where one is of several words, or where there are too many. */
function choicesOf(words: Words, { wanted, unwanted }: Search): Choices | undefined {
  let left = MOST_WORDS
  const choiceOf = ({ text, isPrefix }: SearchTerm): Choice | undefined => {
    const [word, ...others] = words.wordsIn(text)
    if (word === undefined) return []
    if (others.length > 0) return undefined
    if (!isPrefix) return [word]
    const choice = words.wordsFrom(word, left + 1)
    left -= choice.length
    return left < 0 ? undefined : choice
  }
  const choices = { wanted: wanted.map(choiceOf), unwanted: unwanted.map(choiceOf) }
  const isSimple = [...choices.wanted, ...choices.unwanted].every(Array.isArray)
  return isSimple ? (choices as Choices) : undefined
}

function meet(words: Words, { wanted, unwanted }: Choices): Rows {
  const sets = wanted.map(choice => unite(words, choice)).sort((a, b) => a.size - b.size)
  const [first, ...others] = sets as [Rows, ...Rows[]]
  if (others.length + unwanted.length === 0) return first
  const rows = first.clone()
  for (const other of others) rows.andInPlace(other)
  for (const choice of unwanted) rows.andNotInPlace(unite(words, choice))
  return rows
}

const unite = (words: Words, choice: Choice): Rows =>
  choice.length === 1
    ? words.rows(choice[0] as string)
    : RoaringBitmap32.orMany(choice.map(word => words.rows(word)))
