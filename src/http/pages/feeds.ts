import { createHash } from 'node:crypto'
import XMLBuilder from 'fast-xml-builder'
import { z } from 'zod'
import type { Dataset } from '../../dataset/dataset.ts'
import type { Action } from '../../model/action.ts'
import { mapInBatches } from '../../model/batches.ts'
import { recordPath } from '../../model/collections.ts'
import { component } from '../../model/text.ts'
import { lastChanged, lastReleased } from '../../queries/record/find.ts'

export const JsonFeed = component('JsonFeed', 'A feed by JSON Feed 1.1.', {
  version: z.literal('https://jsonfeed.org/version/1.1').describe('Version of JSON Feed'),
  title: z.string().describe('Name of the dataset'),
  description: z.string().describe('The request in plain English'),
  home_page_url: z.string().describe('Home page'),
  feed_url: z.string().describe('This feed'),
  next_url: z.string().optional().describe('The next page, if there is one'),
  authors: z.array(z.object({ name: z.string() })).describe('Who publishes it'),
  language: z.string().describe('BCP 47 tag'),
  items: z
    .array(
      z.object({
        id: z.string().describe('The same on every server'),
        url: z.string().describe('The action'),
        title: z.string().describe('Who did what'),
        content_text: z.string().describe('Date and summary'),
        date_modified: z.string().describe('Day of the release that last changed it'),
        tags: z.array(z.string()).describe('Kind, type and activities'),
      }),
    )
    .describe('The actions'),
})
export type JsonFeed = z.output<typeof JsonFeed>

/** The address of the server, and what follows it in those of this page and of the next. */
type Addresses = { base: string; self: string; next: string | null }

const ENTRIES_AT_ONCE = 10

/** A page of actions, given as JSON, as a feed by JSON Feed 1.1: an entry is updated on the day of the release that changed its action. */
export async function toJsonFeed(
  dataset: Dataset,
  description: string,
  actions: string[],
  { base, self, next }: Addresses,
): Promise<JsonFeed> {
  const { title, publisher } = dataset.meta.page
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description,
    home_page_url: `${base}/`,
    feed_url: base + self,
    next_url: next === null ? undefined : base + next,
    authors: [{ name: publisher }],
    language: 'en',
    items: await mapInBatches(actions, ENTRIES_AT_ONCE, json => toItem(dataset, json, base)),
  }
}

function toItem(dataset: Dataset, json: string, base: string) {
  const action: Action = JSON.parse(json)
  const path = recordPath('actions', action.id)
  return {
    id: nameOf(path),
    url: `${base}/v1/${path}`,
    title: action.title,
    content_text: `${action.date.edtf}: ${action.summary}`,
    date_modified: midnight(lastChanged(dataset, path)),
    tags: [action.kind, action.type, ...action.activities],
  }
}

const midnight = (day: string) => `${day}T00:00:00Z`

/** A name that is the same on every server: a UUID of version 8 (RFC 9562) from the sha256 of a path. */
function nameOf(path: string): string {
  const bytes = createHash('sha256').update(`crypto-regulation-events/${path}`).digest()
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const uuid = bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  return `urn:uuid:${uuid}`
}

const xml = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: true })

const link = (rel: string, href: string, type = 'application/atom+xml') => ({
  '@_rel': rel,
  '@_href': href,
  '@_type': type,
})

/** The same feed by RFC 4287, paged by RFC 5005. */
export async function toAtom(feed: JsonFeed, dataset: Dataset, first: string): Promise<string> {
  const links = [link('self', feed.feed_url), link('alternate', feed.home_page_url, 'text/html')]
  const withoutEntries = xml.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'utf-8' },
    feed: {
      '@_xmlns': 'http://www.w3.org/2005/Atom',
      id: nameOf(first),
      title: feed.title,
      subtitle: feed.description,
      updated: midnight(lastReleased(dataset)),
      author: feed.authors,
      rights: dataset.meta.page.licence.name,
      link: feed.next_url === undefined ? links : [...links, link('next', feed.next_url)],
    },
  })
  const entries = await mapInBatches(feed.items, ENTRIES_AT_ONCE, toEntry)
  return withoutEntries.replace('</feed>', end => entries.join('') + end)
}

const toEntry = (item: JsonFeed['items'][number]): string =>
  xml.build({
    entry: {
      id: item.id,
      title: item.title,
      updated: item.date_modified,
      link: link('alternate', item.url, 'application/json'),
      category: item.tags.map(tag => ({ '@_term': tag })),
      summary: item.content_text,
    },
  })
