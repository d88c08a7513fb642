import { pointInWords } from '../../../model/date-words.ts'
import { type Licence, validPlaces } from '../../../model/licence.ts'
import { holdingsOn } from '../../../queries/record/licence-places.ts'
import { type Site, wordOf } from '../../site.ts'
import { sinceWords, untilWords } from '../../words/days.ts'
import { placesInWords } from '../../words/licences.ts'

/** The words for a licence in force, by its kind: the verb for the firm, and a note for the reader. */
const verbs: Record<string, [verb: string, note: string]> = {
  licence: ['may serve customers in', ''],
  notification: ['may serve customers in', ''],
  registration: [
    'is registered in',
    ' The registration is for the rules against money laundering; it is no permission with supervision of the business.',
  ],
  'approval-in-principle': [
    'has an approval in principle in',
    ' It allows no business until the licence itself is granted.',
  ],
}

/** A sentence that says how a licence stands: its activities and its start, or its end. */
export function statusSentence(site: Site, licence: Licence): string {
  const { actor, status, kind, register } = licence
  const firm = site.dataset.find('actors', actor)!.title
  // Every licence has a status: a row of a register shows its grant.
  const { stage, since, as_of } = status!
  const asOf = `as of the ${register ? 'reading' : 'documents'} of ${pointInWords(as_of)}`
  if (stage === 'ended') return endedText(site, licence, firm, asOf)
  const places = placesOf(site, licence)
  if (stage === 'suspended')
    return `${firm} may not use this ${wordOf('matter-kind', kind)} in ${places}: it is suspended ${sinceWords(since)}, ${asOf}.`
  const [verb, note] = verbs[kind]!
  return `${firm} ${verb} ${places} ${sinceWords(licence.granted)}, ${asOf}.${note}`
}

/** Who or what ended a licence. */
const endings: Record<string, string> = {
  holder: 'the holder gave it back',
  authority: 'the authority took it away',
  successor: 'another licence took its place',
  expiry: 'its time ran out',
}

function endedText(site: Site, licence: Licence, firm: string, asOf: string): string {
  const { ended, ended_by = '', granted, kind } = licence
  const who = endings[ended_by] ?? 'who ended it is not stated'
  const from = sinceWords(granted).replace('since', 'from')
  return `${firm} no longer has this ${wordOf('matter-kind', kind)}, ${asOf}. It had it in ${placesOf(site, licence)} ${from} ${untilWords(ended!)}; ${who}.`
}

/** Its places today, or all that it ever had: their names if they are few, else how many. */
function placesOf(site: Site, licence: Licence): string {
  const all = validPlaces(licence.regions)
  const now = holdingsOn(licence, site.dataset.meta.as_of).flatMap(({ places }) => places)
  const codes = now.length > 0 ? [...new Set(now)] : all
  return placesInWords(site, codes)
}
