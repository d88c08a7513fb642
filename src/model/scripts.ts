/** A character of a script that is written without spaces between the words. */
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

/** A character that is not seen, and that separates words for the search index. */
const SEPARATOR = '\u200B'

/**
 * A text as the search index has it: in the compatible form of its characters, with those of scripts without spaces set
 * apart. Each is a word there, so that any part of a name is found as a phrase.
 */
export const setApart = (text: string): string =>
  text.normalize('NFKC').replaceAll(unspaced, `${SEPARATOR}$&${SEPARATOR}`)

/** A text from the search index for people. */
export const joinUp = (text: string): string => text.replaceAll(SEPARATOR, '')

/** The parts by which a word is compared with others: the pairs of neighbours where its script has no spaces, and the rest as it is. */
export function partsOf(word: string): string[] {
  return word.match(runs)!.flatMap(run => {
    const letters = [...run]
    if (letters.length === 1 || !beginsUnspaced(run)) return [run]
    return letters.slice(1).map((letter, at) => letters[at]! + letter)
  })
}
