import { quoted } from '../../model/issues.ts'
import { endsUnspaced, separateCharacters } from '../../model/scripts.ts'
import { BadParameters } from '../refusal.ts'

/** One word, or words that stand together; of a prefix, the last word is only a beginning. */
type SearchTerm = { text: string; isPrefix: boolean }

/** The terms that a record must all have, or one of them if `isAny`, and those that it must not have. */
export type Search = { wanted: SearchTerm[]; unwanted: SearchTerm[]; isAny?: boolean }

const PREFIX_LETTERS = 3
const term = /(-?)(?:"([^"]*)"|(\S+))/gu
const meaning = /[\p{L}\p{N}]/u

/**
 * Reads a search as people write it: words that must all occur, "phrases", prefixes* of three letters or more, and
 * -exclusions. Throws BadParameters where it means nothing.
 */
export function readSearch(parameter: string, typed: string): Search {
  const text = typed.normalize('NFKC')
  const refuse = (message: string): never => {
    throw new BadParameters([{ parameter, message }])
  }
  if ((text.split('"').length - 1) % 2 === 1) refuse('a quotation mark is not closed')
  const search: Search = { wanted: [], unwanted: [] }
  for (const [whole, minus, phrase, word = ''] of text.matchAll(term)) {
    const words = phrase ?? word.replace(/\*$/, '')
    if (!meaning.test(words)) refuse(`${quoted(whole)} has nothing to search for`)
    // An unspaced character is indexed as a whole word, so that a * after it has no effect.
    const isPrefix = phrase === undefined && word.endsWith('*') && !endsUnspaced(words)
    if (isPrefix && lettersAtEnd(words) < PREFIX_LETTERS)
      refuse(`${quoted(whole)}: a prefix needs at least ${PREFIX_LETTERS} letters`)
    search[minus ? 'unwanted' : 'wanted'].push({ text: words, isPrefix })
  }
  const { wanted, unwanted } = search
  if (wanted.length === 0)
    refuse(unwanted.length > 0 ? 'only says what is not wanted' : 'has nothing to search for')
  return { wanted: each(wanted), unwanted: each(unwanted) }
}

/** Words of questions that say little by themselves. */
const SMALL = new Set(
  'a an and are at be been by can did do does for from has have how i in is it of on or the to v vs was what when where which who why with'.split(
    ' ',
  ),
)

/** Whether a word says little by itself. */
export const isSmall = (word: string): boolean => SMALL.has(word.toLowerCase())

/** A search for records with any of the words, without those that say little. */
export function loosen({ wanted, unwanted }: Search): Search {
  const telling = wanted.filter(({ text }) => !isSmall(text))
  return { wanted: telling.length > 0 ? telling : wanted, unwanted, isAny: true }
}

/** Every term once: a word that is typed twice weighs no more, and takes no longer. */
const each = (terms: SearchTerm[]): SearchTerm[] => [
  ...new Map(terms.map(term => [toPhrase(term), term])).values(),
]

/** The letters of the last word; an accent that is a character of its own is none. */
const lettersAtEnd = (words: string): number =>
  [...lastWord(words).matchAll(/[\p{L}\p{N}]/gu)].length

const lastWord = (words: string): string =>
  separateCharacters(words).replace(/^.*[^\p{L}\p{N}\p{M}]/su, '')

/** A search as an FTS5 expression. */
export const toMatch = ({ wanted, unwanted, isAny = false }: Search): string =>
  [`(${wanted.map(toPhrase).join(isAny ? ' OR ' : ' AND ')})`, ...unwanted.map(toPhrase)].join(
    ' NOT ',
  )

const toPhrase = ({ text, isPrefix }: SearchTerm): string =>
  `"${separateCharacters(text).replaceAll('"', '""')}"${isPrefix ? ' *' : ''}`
