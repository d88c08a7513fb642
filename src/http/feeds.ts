import { createHash } from 'node:crypto'
import XMLBuilder from 'fast-xml-builder'
import { z } from 'zod'
import type { Action } from '../model/action.ts'
import { recordPath } from '../model/collections.ts'
import { mapInTurns } from '../model/turns.ts'
import { lastChanged, lastReleased } from '../queries/last-changed.ts'
import type { Dataset } from '../store/dataset.ts'

type Entry = {
  id: string
  url: string
  title: string
  text: string
  updated: string
  tags: string[]
}

/** What both kinds of feed are written from; addresses are absolute, days are the midnights that begin them. */
export type Feed = {
  id: string
  title: string
  description: string
  author: string
  licence: string
  home: string
  self: string
  next: string | null
  updated: string
  entries: Entry[]
}

/** Of the first page, of this one and of the next. */
type Addresses = { origin: string; first: string; self: string; next: string | null }

/** A page of actions as a feed: what is new or different is updated on the day of the release that brought it. */
export async function feedOf(
  dataset: Dataset,
  description: string,
  actions: Action[],
  { origin, first, self, next }: Addresses,
): Promise<Feed> {
  const { title, publisher, licence } = dataset.cited
  return {
    id: nameOf(first),
    title,
    description,
    author: publisher,
    licence: licence.name,
    home: `${origin}/`,
    self: origin + self,
    next: next && origin + next,
    updated: instant(lastReleased(dataset)),
    entries: await mapInTurns(actions, action => entryOf(dataset, action, origin)),
  }
}

function entryOf(dataset: Dataset, action: Action, origin: string): Entry {
  const path = recordPath('actions', action.id)
  return {
    id: nameOf(path),
    url: `${origin}/v1/${path}`,
    title: action.title,
    text: `${action.date.edtf}: ${action.summary}`,
    updated: instant(lastChanged(dataset, path)),
    tags: [action.kind, action.type, ...action.activities],
  }
}

const instant = (day: string) => `${day}T00:00:00Z`

/** A name for something that is the same on every server: a UUID of version 8 (RFC 9562) from the sha256 of its path. */
function nameOf(path: string): string {
  const bytes = createHash('sha256').update(`crypto-regulation-events/${path}`).digest()
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `urn:uuid:${[0, 8, 12, 16, 20].map((start, i, starts) => hex.slice(start, starts[i + 1] ?? 32)).join('-')}`
}

const xml = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: true })

const link = (rel: string, href: string, type: string) => ({
  '@_rel': rel,
  '@_href': href,
  '@_type': type,
})

const ATOM = 'application/atom+xml'

const atomEntry = ({ id, url, title, text, updated, tags }: Entry): string =>
  xml.build({
    entry: {
      id,
      title,
      updated,
      link: link('alternate', url, 'application/json'),
      category: tags.map(tag => ({ '@_term': tag })),
      summary: text,
    },
  })

/** A feed by RFC 4287, paged by RFC 5005. */
export async function toAtom(feed: Feed): Promise<string> {
  const entries = await mapInTurns(feed.entries, atomEntry)
  return atomFrame(feed).replace(/<\/feed>$/, end => entries.join('') + end)
}

/** A feed without its entries, which come last. */
function atomFrame({ author, self, next, home, licence, ...feed }: Feed): string {
  const links = [link('self', self, ATOM), link('alternate', home, 'text/html')]
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
      link: next === null ? links : [...links, link('next', next, ATOM)],
    },
  })
}

export const JsonFeed = z
  .object({
    version: z.literal('https://jsonfeed.org/version/1.1').describe('Which kind of feed this is'),
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
    items: entries.map(({ id, url, title, text, updated, tags }) => ({
      id,
      url,
      title,
      content_text: text,
      date_modified: updated,
      tags,
    })),
  }
  return JSON.stringify(written)
}
