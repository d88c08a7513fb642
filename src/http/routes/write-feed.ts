import type { Dataset } from '../../dataset/dataset.ts'
import { mapInBatches } from '../../model/batches.ts'
import type { Query } from '../../queries/list/query.ts'
import { allRows, runPage } from '../../queries/list/run.ts'
import { toSentence } from '../../queries/list/sentence.ts'
import type { Made } from '../answers/respond.ts'
import { isEntry, toCalendar } from '../formats/calendar.ts'
import { entriesOf } from '../formats/feed-entries.ts'
import { type JsonFeed, toJsonFeed } from '../formats/json-feed.ts'
import { addressOf, type Listing } from './write-body.ts'

const ENTRIES_AT_ONCE = 10

/** A page of actions or changes as a feed. */
export async function writeFeed(
  { dataset, query, path, base }: Listing,
  write: (feed: JsonFeed, dataset: Dataset, first: string) => string | Promise<string>,
): Promise<Made> {
  const of = query.view.of as keyof typeof entriesOf
  const { rows, next: cursor } = await runPage(dataset, query)
  const address = (cursor?: string) => addressOf(path, query.canonical, cursor)
  const next = cursor === null ? null : address(cursor)
  const frame = {
    subject: toSentence(query, false),
    description: toSentence(query),
    ...{ base: base.url, self: address(query.cursor), next, page: pageOf(query) },
  }
  const jsons = dataset.jsons(of, rows)
  const entries = await mapInBatches(rows.keys(), ENTRIES_AT_ONCE, at =>
    entriesOf[of](dataset, rows[at]!, jsons[at]!),
  )
  const feed = toJsonFeed(dataset, frame, entries)
  return { body: await write(feed, dataset, address()), next: next && base.path + next }
}

/** The page for people with the same query. */
function pageOf({ view, canonical }: Query): string {
  const others = canonical.filter(([name]) => name !== 'format')
  return addressOf(`/${view.name}`, others)
}

const ROWS_AT_ONCE = 1_000

/** The actions whose dates are exact enough, as a calendar. */
export async function writeCalendar({ dataset, query, base }: Listing): Promise<Made> {
  const { total, rows } = await allRows(dataset, query)
  const isFit = isEntry(dataset, query.date_field)
  const fits = await mapInBatches(rows(), ROWS_AT_ONCE, isFit)
  const entries = fits.filter(Boolean).length
  const frame = {
    name: `${dataset.meta.page.title}: ${toSentence(query, false)}`,
    ...{ base: base.url, page: pageOf(query), field: query.date_field },
  }
  const stream = () => toCalendar(dataset, frame, rows().filter(isFit), total - entries)
  return { total: entries, stream }
}
