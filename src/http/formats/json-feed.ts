import { z } from 'zod'
import type { Dataset } from '../../dataset/dataset.ts'
import { component } from '../../model/text.ts'
import type { FeedEntry } from './feed-entries.ts'
import { nameOf } from './feed-names.ts'

const Attachment = z.object({
  url: z.string().describe('The record in this API'),
  mime_type: z.literal('application/json').describe('Media type'),
  title: z.string().describe('Path of the record below /v1'),
})

const Item = z.object({
  id: z.string().describe('The same on every server'),
  url: z.string().describe('The page about it for people'),
  title: z.string().describe('Who did what, or which record changed'),
  content_text: z.string().describe('Date in words and summary; of a change reason and fields'),
  date_published: z.string().describe('Time of the release that added it'),
  date_modified: z.string().describe('Time of the release that last changed it'),
  tags: z.array(z.string()).describe('Kind, type and activities; of a change its kind and reason'),
  attachments: z.array(Attachment).describe('The record as JSON'),
})

export const JsonFeed = component('JsonFeed', 'A feed by JSON Feed 1.1.', {
  version: z.literal('https://jsonfeed.org/version/1.1').describe('Version of JSON Feed'),
  title: z.string().describe('Name of the dataset, and the query'),
  description: z.string().describe('The request in plain English'),
  home_page_url: z.string().describe('The page for people with the same query'),
  feed_url: z.string().describe('This feed'),
  next_url: z.string().optional().describe('The next page, if there is one'),
  authors: z.array(z.object({ name: z.string() })).describe('Who publishes it'),
  language: z.string().describe('BCP 47 tag'),
  items: z.array(Item).describe('The actions or changes'),
})
export type JsonFeed = z.output<typeof JsonFeed>

/** The subject of a feed in words, without and with the order, and its addresses: those of pages are below `base`. */
export type FeedFrame = {
  subject: string
  description: string
  base: string
  self: string
  next: string | null
  page: string
}

/** A page of records as a feed by JSON Feed 1.1. */
export function toJsonFeed(dataset: Dataset, frame: FeedFrame, entries: FeedEntry[]): JsonFeed {
  const { title, publisher } = dataset.meta.page
  const { subject, description, base, self, next, page } = frame
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: `${title}: ${subject}`,
    description,
    home_page_url: base + page,
    feed_url: base + self,
    next_url: next === null ? undefined : base + next,
    authors: [{ name: publisher }],
    language: 'en',
    items: entries.map(entry => toItem(entry, base)),
  }
}

function toItem({ record, page, title, text, published, updated, tags }: FeedEntry, base: string) {
  return {
    id: nameOf(record),
    url: `${base}/${page}`,
    title,
    content_text: text,
    date_published: published,
    date_modified: updated,
    tags,
    attachments: [
      { url: `${base}/v1/${record}`, mime_type: 'application/json' as const, title: record },
    ],
  }
}
