import escapeHtml from 'escape-html'
import type { Dataset } from '../../../dataset/dataset.ts'
import { locate } from '../../../model/collections.ts'
import { decodePath, encodePath } from '../../../model/paths.ts'
import type { SearchHit } from '../../../queries/search/search.ts'
import { Html, html } from '../../html.ts'
import { recordPage } from '../../links.ts'
import type { Site } from '../../site.ts'
import { texts } from '../../texts.ts'
import { aboutRecord, type SearchedName } from '../../words/about.ts'

const { results: words } = texts

/** The page on which a record is shown: of a code its entry in the codebook, of a claim the evidence of its record. */
export function placeToRead(path: string): string {
  const [list, ...rest] = path.split('/')
  if (list === 'vocabulary') return `/guide/codebook#${encodePath(rest.join('/'))}`
  const page = recordPage(path)!
  return list === 'claims' ? `${page}#evidence` : page
}

/** A record as it stands in results: its collection, title and JSON. */
export function readRecord(dataset: Dataset, path: string) {
  const { name, id } = locate(path)!
  const { title, json } = dataset.find(name, id)!
  return {
    of: name as SearchedName,
    title: name === 'claims' ? subjectOf(dataset, id) : title,
    json,
  }
}

/** The title of the record that a claim is about. */
function subjectOf(dataset: Dataset, id: string): string {
  const { name, id: subject } = locate(id.replace(/\..*/, ''))!
  return dataset.find(name, subject)!.title
}

/** What kind of record it is, in a word. */
export const kindOfRecord = (path: string): string => words.lists[path.split('/')[0]!]![1]

/** A hit: the record, what it is, and the words that matched. */
export function hitItem(site: Site, { record, highlights, matched_name }: SearchHit): Html {
  const path = decodePath(record)
  const { of, title, json } = readRecord(site.dataset, path)
  const [marked, others] = splitHighlights(title, highlights)
  const isNamed = matched_name !== undefined && matched_name !== title && others.length === 0
  return html`<li class="hit"><a class="title" href="${site.at(placeToRead(path))}">${marked}</a> <span class="badge">${kindOfRecord(path)}</span>${isNamed && html` <span class="how">${words.named} ${matched_name}</span>`}<p class="about">${aboutRecord(site, of, json)}</p>${others.slice(0, 1).map(other => html`<p class="match">${other}</p>`)}</li>`
}

const plain = (highlight: string): string => highlight.replaceAll(/<\/?mark>/g, '')

/** The title with its matched words marked, and the other places where words match. The marks are the only tags in them. */
function splitHighlights(title: string, highlights: string[]): [Html, Html[]] {
  const escaped = escapeHtml(title)
  const marked = highlights.find(one => plain(one) === escaped) ?? escaped
  const others = highlights.filter(one => one !== marked)
  return [new Html(marked), others.map(one => new Html(one))]
}

/** A record by its path, as one of a list of similar names. */
export function namedItem(site: Site, path: string, name?: string): Html {
  const { of, title, json } = readRecord(site.dataset, path)
  return html`<li class="hit"><a class="title" href="${site.at(placeToRead(path))}">${title}</a> <span class="badge">${kindOfRecord(path)}</span>${name !== undefined && name !== title && html` <span class="how">${words.named} ${name}</span>`}<p class="about">${aboutRecord(site, of, json)}</p></li>`
}
