import { compareDated } from '../../../model/dates.ts'
import type { Licence } from '../../../model/licence.ts'
import { jurisdictionsOf } from '../../../model/region.ts'
import { licenceCoverage } from '../../../queries/list/coverage.ts'
import { licensedHere } from '../../../queries/record/licensed-here.ts'
import { type Html, html, join, SEPARATOR } from '../../html.ts'
import { pageAddress } from '../../links.ts'
import { coverageNote } from '../../parts/coverage.ts'
import { type Site, wordOf } from '../../site.ts'
import { texts } from '../../texts.ts'
import { actorLink, dateText, regionLink } from '../../words/fields.ts'
import { countsInWords } from '../../words/force.ts'
import { activityWords } from '../../words/licences.ts'
import { placeInWords } from '../../words/places.ts'
import type { Asked } from './asked.ts'
import { PLATFORM } from './firms.ts'

const { licensed: words } = texts.regions

/** Who is licensed in a place: the first firms, the way to all, and the registers that this rests on. */
export function licensedSection(site: Site, asked: Asked): Html {
  const { query, total } = asked.firms.shown
  const { parts } = licenceCoverage(site.dataset, query)!
  const none = parts.length > 0 ? words.onlyBelow : words.none
  const found =
    total === 0 ? html`<p>${none(placeInWords(asked.region.name))}</p>` : firmTable(site, asked)
  return html`<section id="licensed"><h2>${words.title}</h2>${found}${coverageNote(site, query)}</section>`
}

function firmTable(site: Site, { region, firms, day }: Asked): Html {
  const { dataset } = site
  const { query, rows, total, in_force } = firms.shown
  const say = firms.forExchange > 0 ? words.forExchange : words.forAny
  const { licencesOf } = licensedHere(dataset, query, region.code)
  const items = rows.map(row => {
    return firmRow(site, dataset.record('actors', row).id, licencesOf(row))
  })
  const heads = [words.firm, words.kind, words.activities, words.since, words.granted]
  const { platforms } = firms
  const links = [
    html`<a href="${site.at(pageAddress('/actors', query.canonical))}">${words.all(total)}</a>`,
    ...(platforms > 0 && platforms < total
      ? [
          html`<a href="${site.at(`/actors?licensed_in=${region.code}&activity=${PLATFORM}`)}">${words.platforms(platforms)}</a>`,
        ]
      : []),
    html`<a href="${site.at(`/licences?region=${region.code}&in_force_on=${dataset.meta.as_of}`)}">${words.records}</a>`,
  ]
  return html`<p>${say(total, placeInWords(region.name))} ${words.sure(day, countsInWords(in_force!))}${rows.length < total && ` ${words.first(rows.length)}`}</p>
<div class="scroll" tabindex="0" role="group" aria-label="${words.title}"><table><thead><tr>${heads.map(head => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${items}</tbody></table></div>
<p>${join(links, SEPARATOR)}</p>`
}

function firmRow(site: Site, id: string, licences: Licence[]): Html {
  const kinds = [...new Set(licences.map(({ kind }) => wordOf('matter-kind', kind)))]
  const places = [...new Set(licences.flatMap(({ regions }) => jurisdictionsOf(regions)))]
  const activities = licences.flatMap(({ activities }) => activities ?? [])
  const [first] = licences
    .flatMap(({ granted, id }) => (granted ? { ...granted, id } : []))
    .sort(compareDated)
  return html`<tr><th scope="row">${actorLink(site, id)}</th><td>${kinds.join(', ')}</td><td>${activityWords(activities)}</td><td>${first ? dateText(first) : words.unknown}</td><td>${join(places.map(place => regionLink(site, place)))}</td></tr>`
}
