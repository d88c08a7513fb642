import { BadParameters, quoted } from './refusal.ts'

const PREFIX_LETTERS = 3
const token = /(-?)(?:"([^"]*)"|(\S+))/gu
const meaning = /[\p{L}\p{N}]/u

/**
 * A search as people write it as an FTS5 expression: words that must all occur, "phrases", prefixes* of three letters
 * or more, and -exclusions. Throws BadParameters where it means nothing.
 */
export function toMatch(parameter: string, typed: string): string {
  const text = typed.normalize('NFKC')
  const refuse = (message: string): never => {
    throw new BadParameters([{ parameter, message }])
  }
  if ((text.split('"').length - 1) % 2 === 1) refuse('a quotation mark is not closed')
  const wanted: string[] = []
  const unwanted: string[] = []
  for (const [whole, minus, phrase, word = ''] of text.matchAll(token)) {
    const words = phrase ?? word.replace(/\*$/, '')
    if (!meaning.test(words)) refuse(`${quoted(whole)} has nothing to search for`)
    const prefix = phrase === undefined && word.endsWith('*')
    if (prefix && lettersAtEnd(words) < PREFIX_LETTERS)
      refuse(`${quoted(whole)}: a prefix needs at least ${PREFIX_LETTERS} letters`)
    ;(minus ? unwanted : wanted).push(`"${words.replaceAll('"', '""')}"${prefix ? ' *' : ''}`)
  }
  if (wanted.length === 0)
    refuse(unwanted.length > 0 ? 'only says what is not wanted' : 'has nothing to search for')
  return [wanted.join(' AND '), ...unwanted].join(' NOT ')
}

/** The letters of the last word; an accent that is a character of its own is none. */
const lettersAtEnd = (words: string): number =>
  [...words.replace(/^.*[^\p{L}\p{N}\p{M}]/su, '').matchAll(/[\p{L}\p{N}]/gu)].length
