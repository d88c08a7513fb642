import { pointInWords } from '../../model/date-words.ts'
import type { Certainty } from '../../model/force.ts'
import type { Force } from '../../queries/list/times.ts'

/** How sure it is that something has force, as a word before "in force". */
export const sureness: Record<Certainty, string> = {
  certain: 'certainly',
  presumed: 'presumably',
  possible: 'possibly',
}

/** The same by itself, with what it rests on. */
export const surenessWhy: Record<Certainty, string> = {
  certain: 'Certain: a document of this day or later shows it',
  presumed: 'Presumed: an official text states the start, and no document an end',
  possible: 'Possible: no official text or later document settles it',
}

/** How long documents show something in force. */
export const confirmedInWords = (confirmed_on: string | null): string =>
  confirmed_on === null
    ? 'no document shows it in force'
    : `documents show it until ${pointInWords(confirmed_on)}`

/** How sure it is that something is in force on a day, and until when documents show it. */
export const forceInWords = ({ certainty, confirmed_on }: Force, day: string): string =>
  `${capital(sureness[certainty])} in force on ${pointInWords(day)}; ${confirmedInWords(confirmed_on)}`

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1)
