import { pointInWords } from '../../../model/date-words.ts'
import type { Licence } from '../../../model/licence.ts'
import { forceReader } from '../../../queries/list/force.ts'
import { answerOf, type LicenceAnswer } from '../../../queries/list/licence-answer.ts'
import { askedFor, type Query } from '../../../queries/list/query.ts'
import { runPage } from '../../../queries/list/run.ts'
import { eventsThere } from '../../../queries/record/events-there.ts'
import { type Html, html } from '../../html.ts'
import { changed, pageAddress } from '../../links.ts'
import { coverageNote } from '../../parts/coverage.ts'
import { emptyNote } from '../../parts/empty.ts'
import { foundTotal } from '../../parts/filter-form.ts'
import { countsText } from '../../parts/force.ts'
import { listForm } from '../../parts/form.ts'
import { type LicenceRow, licenceTable } from '../../parts/licences.ts'
import { paging } from '../../parts/paging.ts'
import { takeAway } from '../../parts/take-away.ts'
import type { Page, Site } from '../../site.ts'
import { texts } from '../../texts.ts'
import { querySentence } from '../../words/sentence.ts'
import { answerSection, answerText } from './answer.ts'
import { thereText } from './there.ts'

const PATH = '/licences'
const words = texts.licences

/** The page of a list of licences: the answer if it is about one firm in one place, and what it rests on. */
export async function licencesPage(site: Site, query: Query): Promise<Page> {
  const { canonical } = query
  const found = await runPage(site.dataset, query)
  const sentence = querySentence(site, query)
  const answer = answerOf(site.dataset, query)
  const answered = answer && answerPart(site, answer, query, found.total)
  const form = await listForm(site, PATH, query, words.form)
  const total = words.total(found.total)
  const main = html`<h1>${texts.sections.licences}</h1>
${answered?.section}
<p class="sentence">${sentence}.</p>
${form}
${foundTotal(total)}${linksOf(site, query)}${countsText(found)}
${coverageNote(site, query)}
${
  found.total === 0
    ? !answered && emptyNote(site, canonical)
    : html`${licenceTable(site, readRows(site, query, found.rows))}${paging(site, { path: PATH, canonical, next: found.next })}`
}
${takeAway(site, PATH, canonical, ['csv', 'json', 'ndjson'])}`
  return {
    title: texts.sections.licences,
    description: answered?.text ?? `${sentence}: ${total}`,
    trail: [],
    main,
    json: pageAddress('/v1/licences', canonical),
  }
}

/** Whether a firm may do business in a place, in words and as a part of the page. */
function answerPart(site: Site, answer: LicenceAnswer, query: Query, listed: number) {
  const events = eventsThere(site.dataset, answer)
  const text = answerText(site, answer, query) + thereText(events)
  return { text, section: answerSection(site, answer, events, text, listed) }
}

function readRows({ dataset }: Site, query: Query, rows: number[]): LicenceRow[] {
  const forceOf = query.in_force_on === undefined ? undefined : forceReader(dataset, query)
  return dataset.jsons('licences', rows).map((json, at): LicenceRow => {
    const licence: Licence = JSON.parse(json)
    return { licence, force: forceOf?.(rows[at]!) }
  })
}

/** Ways on from the list: to what holds today, and to its firms. */
function linksOf(site: Site, query: Query): Html {
  const { canonical, in_force_on } = query
  const { as_of } = site.dataset.meta
  const today = pageAddress(PATH, changed(canonical, { in_force_on: as_of }))
  const region = askedFor(query, 'region')?.join(',')
  const activity = askedFor(query, 'activity')?.join(',')
  const firms = changed([], { licensed_in: region, activity, in_force_on })
  return html`<ul class="links">${in_force_on === undefined && html`<li><a href="${site.at(today)}">${words.today(pointInWords(as_of))}</a></li>`}${region && html`<li><a href="${site.at(pageAddress('/actors', firms))}">${words.firms}</a></li>`}</ul>`
}
