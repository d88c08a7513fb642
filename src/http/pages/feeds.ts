import { createHash } from 'node:crypto'
import XMLBuilder from 'fast-xml-builder'
import { z } from 'zod'
import type { Dataset } from '../../dataset/dataset.ts'
import type { Action } from '../../model/action.ts'
import { mapInBatches } from '../../model/batches.ts'
import { recordPath } from '../../model/collections.ts'
import { lastChanged, lastReleased } from '../../queries/record/history.ts'

/** A feed before it is written in a format: addresses are absolute, a day is the midnight at its beginning. */
type Feed = Awaited<ReturnType<typeof toFeed>>

/** The origin, and the paths of the first page, of this one and of the next. */
type Addresses = { origin: string; first: string; self: string; next: string | null }

const ENTRIES_AT_ONCE = 10

/** A page of actions, given as JSON, as a feed: an entry is updated on the day of the release that changed its action. */
export async function toFeed(
  dataset: Dataset,
  description: string,
  actions: string[],
  { origin, first, self, next }: Addresses,
) {
  const { title, publisher, licence } = dataset.meta.page
  return {
    id: nameOf(first),
    title,
    description,
    author: publisher,
    licence: licence.name,
    home: `${origin}/`,
    self: origin + self,
    next: next && origin + next,
    updated: midnight(lastReleased(dataset)),
    entries: await mapInBatches(actions, ENTRIES_AT_ONCE, json => toEntry(dataset, json, origin)),
  }
}

function toEntry(dataset: Dataset, json: string, origin: string) {
  const action: Action = JSON.parse(json)
  const path = recordPath('actions', action.id)
  return {
    id: nameOf(path),
    url: `${origin}/v1/${path}`,
    title: action.title,
    text: `${action.date.edtf}: ${action.summary}`,
    updated: midnight(lastChanged(dataset, path)),
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

/** A feed by RFC 4287, paged by RFC 5005. */
export function toAtom({ author, self, next, home, licence, entries, ...feed }: Feed): string {
  const links = [link('self', self), link('alternate', home, 'text/html')]
  return xml.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'utf-8' },
    feed: {
      '@_xmlns': 'http://www.w3.org/2005/Atom',
      id: feed.id,
      title: feed.title,
      subtitle: feed.description,
      updated: feed.updated,
      author: { name: author },
      rights: licence,
      link: next === null ? links : [...links, link('next', next)],
      entry: entries.map(({ id, url, title, text, updated, tags }) => ({
        id,
        title,
        updated,
        link: link('alternate', url, 'application/json'),
        category: tags.map(tag => ({ '@_term': tag })),
        summary: text,
      })),
    },
  })
}

export const JsonFeed = z
  .object({
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
  .meta({ id: 'JsonFeed', description: 'A feed by JSON Feed 1.1.' })

/** A feed by JSON Feed 1.1. */
export function toJsonFeed({ entries, author, self, next, home, ...feed }: Feed): string {
  const written: z.output<typeof JsonFeed> = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: home,
    feed_url: self,
    next_url: next ?? undefined,
    authors: [{ name: author }],
    language: 'en',
    items: entries.map(({ text, updated, tags, ...entry }) => ({
      ...entry,
      content_text: text,
      date_modified: updated,
      tags,
    })),
  }
  return JSON.stringify(written)
}
