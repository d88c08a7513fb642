import type { StoredRecord } from '../../dataset/dataset.ts'
import { type CollectionName, recordPath } from '../../model/collections.ts'
import { citationOf } from '../../queries/list/shape.ts'
import { type Html, html } from '../html.ts'
import type { Site } from '../site.ts'
import { texts } from '../texts.ts'

/** How to cite a record, in words and for reference managers. */
export function citeSection(site: Site, of: CollectionName, record: StoredRecord): Html {
  const { text } = citationOf(site.dataset, of, record)
  const path = `/v1/${recordPath(of, record.id)}`
  const { cite } = texts
  return html`<section><h2>${cite.title}</h2><p class="copy" tabindex="0">${text}</p><p><a href="${site.at(`${path}?format=bibtex`)}">BibTeX</a> <a href="${site.at(`${path}?format=csl`)}">CSL-JSON</a> <a href="${site.at(path)}">${cite.json}</a></p><pre class="copy" tabindex="0"><code>curl '${site.base.url}${path}'</code></pre></section>`
}
