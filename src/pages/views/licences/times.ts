import { pointInWords } from '../../../model/date-words.ts'
import type { EventDate } from '../../../model/dates.ts'
import type { Licence, LicenceTime } from '../../../model/licence.ts'
import { holdingsOf } from '../../../queries/record/licence-places.ts'
import { type Html, html, join, type Part } from '../../html.ts'
import { regionName, type Site } from '../../site.ts'
import { texts } from '../../texts.ts'
import { dateText, regionLink } from '../../words/fields.ts'
import { activityWords, countOfPlaces, placesText } from '../../words/licences.ts'

const words = texts.licences.record

/** Where a licence holds or held and since when, then each of its times by itself. */
export function placesSection(site: Site, licence: Licence): Html {
  const { in_force } = licence
  const rows = holdingsOf(licence).map(({ from, until, places }) => [
    dateCell(from),
    untilCell(until),
    placesCell(site, places),
  ])
  const columns = [words.since, words.until, words.places]
  const times = in_force.map(time => [
    dateCell(time.from),
    untilCell(time.until),
    placesText(site, time.regions),
    activityWords(time.activities),
    listedCell(time),
  ])
  return html`<section><h2>${words.where}</h2>${table(words.where, columns, rows)}${in_force.length > 1 && html`<details class="fold"><summary>${words.times} (${in_force.length})</summary>${table(words.times, [...columns, words.activities, words.listed], times)}</details>`}</section>`
}

const dateCell = (date: EventDate | null): Part => (date ? dateText(date) : '?')

const untilCell = (date: EventDate | null): Part => (date ? dateText(date) : words.open)

const placesCell = (site: Site, codes: string[]): Part => {
  const links = codes
    .toSorted((a, b) => regionName(site, a).localeCompare(regionName(site, b), 'en'))
    .map(code => regionLink(site, code))
  return html`${links.length > 1 && html`<b>${countOfPlaces(site, codes)}:</b> `}${join(links)}`
}

const listedCell = ({ first_listed, last_listed }: LicenceTime): Part =>
  first_listed && last_listed
    ? words.listedFrom(pointInWords(first_listed), pointInWords(last_listed))
    : words.notListed

const table = (label: string, names: string[], rows: Part[][]): Html =>
  html`<div class="scroll" tabindex="0" role="group" aria-label="${label}"><table class="times"><thead><tr>${names.map(name => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${rows.map(cells => html`<tr>${cells.map(cell => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`
