import { pointInWords } from '../../model/date-words.ts'
import type { Licence } from '../../model/licence.ts'
import { APPROVAL } from '../../model/register.ts'
import { codesOf, labelOf } from '../../model/vocabulary.ts'
import type { Force } from '../../queries/list/times.ts'
import { type Html, html, join, type Part } from '../html.ts'
import { regionName, type Site, wordOf } from '../site.ts'
import { texts } from '../texts.ts'
import { regionLink } from './fields.ts'

const words = texts.licences
const FEW = 3

/** Activities in words, in the order of the vocabulary. */
export function activityWords(
  activities: Licence['activities'],
  missing = words.notStated,
): string {
  if (!activities?.length) return missing
  return codesOf('activity')
    .filter(code => activities.includes(code))
    .map(code => wordOf('activity', code))
    .join(', ')
}

/** Places by their names if they are few, else how many there are. */
export function placesText(site: Site, codes: string[]): Part {
  if (codes.length <= FEW) return join(codes.map(code => regionLink(site, code)))
  return countOfPlaces(site, codes)
}

const lists = new Intl.ListFormat('en-GB')

/** Places as parts of a sentence: by their names if they are few, else how many there are. */
export const placesInWords = (site: Site, codes: string[]): string =>
  codes.length > FEW
    ? countOfPlaces(site, codes)
    : lists.format(codes.map(code => regionName(site, code)).sort())

/** How many places there are, in words: 29 countries. */
export function countOfPlaces({ dataset }: Site, codes: string[]): string {
  const areCountries = codes.every(code => dataset.regions.get(code)?.kind === 'country')
  return areCountries ? words.countries(codes.length) : words.places(codes.length)
}

/** How sure it is that something holds on a day, and until which reading that is confirmed. */
export const certaintyText = ({ certainty, confirmed_on }: Force): string =>
  words.certainty[certainty](confirmed_on && pointInWords(confirmed_on))

/** The status of a licence as a badge; an approval in principle allows nothing yet. */
export function statusBadge({ status, kind }: Pick<Licence, 'status' | 'kind'>): Html {
  const { stage } = status!
  const isGranted = stage === 'granted' && kind !== APPROVAL
  const text =
    kind === APPROVAL && stage === 'granted'
      ? labelOf('matter-kind', kind)
      : labelOf('licence-status', stage)
  return html`<span class="badge ${isGranted ? 'good' : 'weak'}">${text}</span>`
}
