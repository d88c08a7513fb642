import XMLBuilder from 'fast-xml-builder'
import type { Dataset } from '../../dataset/dataset.ts'
import { mapInBatches } from '../../model/batches.ts'
import { lastReleased } from '../../queries/record/revisions.ts'
import { nameOf } from './feed-names.ts'
import type { JsonFeed } from './json-feed.ts'

const xml = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: true })

const link = (rel: string, href: string, type: string) => ({
  '@_rel': rel,
  '@_href': href,
  '@_type': type,
})

const ATOM = 'application/atom+xml'
const HTML = 'text/html'
const ENTRIES_AT_ONCE = 10

/** A feed by RFC 4287, paged by RFC 5005; `first`: the path of its first page. */
export async function toAtom(feed: JsonFeed, dataset: Dataset, first: string): Promise<string> {
  const links = [link('self', feed.feed_url, ATOM), link('alternate', feed.home_page_url, HTML)]
  const withoutEntries = xml.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'utf-8' },
    feed: {
      '@_xmlns': 'http://www.w3.org/2005/Atom',
      id: nameOf(first),
      title: feed.title,
      subtitle: feed.description,
      updated: lastReleased(dataset),
      author: feed.authors,
      rights: dataset.meta.page.licence.name,
      link: feed.next_url === undefined ? links : [...links, link('next', feed.next_url, ATOM)],
    },
  })
  const entries = await mapInBatches(feed.items, ENTRIES_AT_ONCE, toEntry)
  return withoutEntries.replace('</feed>', end => entries.join('') + end)
}

/** An entry. The page comes first: some readers take the first alternate, whatever its type. */
const toEntry = (item: JsonFeed['items'][number]): string =>
  xml.build({
    entry: {
      id: item.id,
      title: item.title,
      published: item.date_published,
      updated: item.date_modified,
      link: [
        link('alternate', item.url, HTML),
        ...item.attachments.map(({ url, mime_type }) => link('alternate', url, mime_type)),
      ],
      category: item.tags.map(tag => ({ '@_term': tag })),
      summary: item.content_text,
    },
  })
