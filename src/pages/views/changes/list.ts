import { pointInWords } from '../../../model/date-words.ts'
import { views } from '../../../model/views.ts'
import { changedRecords } from '../../../queries/list/changed-records.ts'
import type { Query } from '../../../queries/list/query.ts'
import { html } from '../../html.ts'
import { pageAddress } from '../../links.ts'
import { foundTotal } from '../../parts/filter-form.ts'
import { type Labels, listForm } from '../../parts/form.ts'
import { paging } from '../../parts/paging.ts'
import { dataAddress, takeAway } from '../../parts/take-away.ts'
import type { Page, Site } from '../../site.ts'
import { texts } from '../../texts.ts'
import { querySentence } from '../../words/sentence.ts'
import { recordList } from './records.ts'
import { presets, releaseTable } from './releases.ts'

const PATH = '/changes'
const words = texts.changes

/** The fields for the filters that the list has. */
const labels: Labels = Object.fromEntries(
  Object.entries(words.form).filter(([label]) =>
    views.changes.filters.some(({ name }) => name === label),
  ),
)

/** The page of what is new: the releases, and what each did to which records. */
export async function changesPage(site: Site, query: Query): Promise<Page> {
  const { canonical } = query
  const { records, total, changes, next } = await changedRecords(site.dataset, query)
  const sentence = querySentence(site, query)
  const count = words.total(total, changes)
  const isFirst = canonical.length === 0
  const last = site.dataset.meta.releases.at(-1)
  const feed = pageAddress(
    '/v1/changes',
    canonical.filter(([name]) => name !== 'cursor'),
  )
  const main = html`<h1>${texts.sections.changes}</h1>
${last && html`<p class="summary">${words.lastRelease(last.version, pointInWords(last.date))}</p>`}
${presets(site)}
${isFirst && releaseTable(site)}
<p class="sentence">${sentence}.</p>
${await listForm(site, PATH, query, labels)}
${foundTotal(count)}
<p><a href="${site.at(dataAddress(PATH, canonical, 'atom'))}">${words.feed}</a></p>
${total === 0 ? html`<p class="note">${words.none}</p>` : html`${recordList(site, records)}${paging(site, { path: PATH, canonical, next })}`}
${takeAway(site, PATH, canonical, ['csv', 'json', 'ndjson', 'atom'])}`
  return {
    title: texts.sections.changes,
    description: `${sentence}: ${count}`,
    trail: [],
    main,
    json: dataAddress('/changes', canonical),
    feed: [sentence, feed],
  }
}
