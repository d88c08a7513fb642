import { pointInWords } from '../../model/date-words.ts'
import { type Certainty, certainties } from '../../model/force.ts'
import type { Force } from '../../queries/list/times.ts'

/** How sure it is that something has force, as a word before "in force". */
export const sureness: Record<Certainty, string> = {
  certain: 'certainly',
  presumed: 'presumably',
  possible: 'possibly',
}

/** What each certainty of force rests on. */
export const surenessWhy: Record<Certainty, string> = {
  certain: 'Certain: a document of this day or later shows it in force',
  presumed: 'Presumed: an official text states the start, and no document an end',
  possible: 'Possible: the documents leave its start or its end open',
}

/** How sure force is and until when documents show it, by itself: presumed; documents show it until 1 December 2026. */
export const standingInForce = ({ certainty, confirmed_on }: Force): string =>
  `${certainty}; ${confirmedInWords(confirmed_on)}`

/** How long documents show something in force. */
export const confirmedInWords = (confirmed_on: string | null): string =>
  confirmed_on === null
    ? 'no later document shows it'
    : `documents show it until ${pointInWords(confirmed_on)}`

/** How sure it is that something is in force on a day, and until when documents show it. */
export const forceInWords = ({ certainty, confirmed_on }: Force, day: string): string =>
  `${capital(sureness[certainty])} in force on ${pointInWords(day)}; ${confirmedInWords(confirmed_on)}`

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1)

/** How many records are in force on a day by how sure that is; each number includes the surer ones. */
type Counted = Record<Certainty, number>

/** The same in words, each record once: 25 presumably, 4 possibly. */
export function countsInWords({ certain, presumed, possible }: Counted): string {
  const counts = { certain, presumed: presumed - certain, possible: possible - presumed }
  const parts = certainties
    .filter(name => counts[name] > 0)
    .map(name => `${counts[name].toLocaleString('en')} ${sureness[name]}`)
  return parts.join(', ') || 'none'
}
