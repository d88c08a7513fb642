/** A character of a script whose words are not always separated by spaces. Hangul is one: particles follow a word without a space. */
const UNSPACED =
  '[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Hang}\\p{scx=Bopo}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}]'
const unspaced = new RegExp(UNSPACED, 'gu')
const first = new RegExp(`^${UNSPACED}`, 'u')
const last = new RegExp(`${UNSPACED}$`, 'u')
const runs = new RegExp(`${UNSPACED}+|${UNSPACED.replace('[', '[^')}+`, 'gu')

/** Whether a text begins with a character of a script without spaces. */
export const beginsUnspaced = (text: string): boolean => first.test(text)

/** Whether a text ends with one. */
export const endsUnspaced = (text: string): boolean => last.test(text)

/** An invisible character, which separates words in the search index. */
const SEPARATOR = '\u200B'

/** A word that no text has, of private use. */
const BREAK = '\uE002'

/**
 * The names of a record as one text for the search index, a line for each. Between two without spaces comes a word of
 * its own, so that no part of both is a part of a name; elsewhere it would only make the names longer for the ranking.
 */
export const joinNames = (names: string[]): string =>
  names
    .flatMap((name, at) => {
      const before = names[at - 1] ?? ''
      return endsUnspaced(before) && beginsUnspaced(name) ? [BREAK, name] : [name]
    })
    .join('\n')

/** The names in a text that joinNames made. */
export const splitNames = (text: string): string[] =>
  text.split('\n').filter(line => line !== BREAK)

/** Full-width and half-width forms. Other characters stay as they are written. */
const widths = /[\u3000\uFF00-\uFFEF]+/g

/**
 * A text for the search index: in characters of one width, with those of scripts without spaces separated. Each is a
 * word there, so that any part of a name is found as a phrase.
 */
export const separateCharacters = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(widths, run => run.normalize('NFKC'))
    .replaceAll(unspaced, `${SEPARATOR}$&${SEPARATOR}`)

/** A text from the search index, for people. */
export const removeSeparators = (text: string): string => text.replaceAll(SEPARATOR, '')

/** The parts by which a word is compared with others: the pairs of neighbours where its script has no spaces, and the rest as it is. */
export function partsOf(word: string): string[] {
  return word.match(runs)!.flatMap(run => {
    const letters = [...run]
    if (letters.length === 1 || !beginsUnspaced(run)) return [run]
    return letters.slice(1).map((letter, at) => letters[at]! + letter)
  })
}
