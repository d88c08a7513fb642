import type { Actor } from '../../../model/actor.ts'
import { pointInWords } from '../../../model/date-words.ts'
import { heldBy } from '../../../queries/list/held.ts'
import { regionName, type Site, wordOf } from '../../site.ts'
import { placesInWords } from '../../words/licences.ts'

/** Who an actor is, by how many licences it is licensed, and how many events name it, in a sentence. */
export function summaryOf(site: Site, actor: Actor, row: number, actions: number): string {
  const { name, kind, sector, region } = actor
  const word = wordOf('actor-kind', kind)
  const trade = sector && wordOf('sector', sector)
  const what = trade && trade !== word ? `${word} (${trade})` : word
  const where = region ? ` of ${regionName(site, region)}` : ''
  const held = heldText(site, row)
  const events = `${actions.toLocaleString('en')} ${actions === 1 ? 'event names' : 'events name'} it`
  return `${name}: ${what}${where}. ${held}${events}.`
}

/** Where it is licensed on the day of the dataset, as far as registers show. */
function heldText(site: Site, row: number): string {
  const { as_of } = site.dataset.meta
  const { licences, places } = heldBy(site.dataset, row, as_of)
  if (licences.length === 0) return ''
  const by =
    licences.length === 1
      ? 'one licence or registration'
      : `${licences.length} licences or registrations`
  return `On ${pointInWords(as_of)} it presumably holds ${by}, valid in ${placesInWords(site, places)}. `
}
