import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Dataset } from '../../dataset/dataset.ts'
import { Claim } from '../../model/claim.ts'
import { type Column, columnsOf } from '../../model/columns.ts'
import { cellsOf, ROWS_AT_ONCE } from '../../model/csv.ts'
import { isClaimed } from '../../model/fields.ts'
import type { View } from '../../model/views.ts'
import { licenceCoverage } from '../../queries/list/coverage.ts'
import { listOptions, shown } from '../../queries/list/options.ts'
import { type Canonical, type Query, toQuery } from '../../queries/list/query.ts'
import { runPage, wholeClaims, wholeList } from '../../queries/list/run.ts'
import { toSentence } from '../../queries/list/sentence.ts'
import { shapeOf, shapeRecords } from '../../queries/list/shape.ts'
import type { Quotes } from '../../queries/record/claims.ts'
import { actionFormats, listFormats } from '../answers/formats.ts'
import type { Made, Source } from '../answers/respond.ts'
import { Force, listAnswer } from '../openapi/schemas.ts'
import { type JsonFeed, toAtom, toJsonFeed } from '../pages/feeds.ts'
import type { Base } from '../server/base.ts'
import { route } from './route.ts'
import { addressOf, lines, page, table, toJson } from './write-body.ts'

/** Whether a table has a row for each record or for each claim. */
const shapeOption = {
  shape: shown(
    z.enum(['wide', 'long']).optional(),
    'With format=csv: a row for each record (wide, the default), or for each claim on them (long)',
    'long',
  ),
}

/** The list of a view. */
export async function listRoutes(
  app: FastifyInstance,
  { view, describe, ...source }: Source & { view: View; describe: string },
) {
  const path = `/v1/${view.name}`
  const options = { ...listOptions(view), ...(isClaimed(view.of) ? shapeOption : {}) }
  route(app, source, {
    path,
    operationId: `list-${view.name}`,
    summary: `List ${view.name}`,
    description: describe,
    answer: [`A page of ${view.name}`, listAnswer(view)],
    taken: [options, view.of === 'actions' ? actionFormats : listFormats],
    plan({ dataset, values, format, chosen, request }) {
      const given = isFeed(format) ? { ...values, sort: feedSort(values, chosen) } : values
      const query = toQuery(dataset, view, given, chosen)
      const { base } = request.server
      const listing = { dataset, query, quotes: source.quotes, path, base }
      const write = values.shape === 'long' ? writeLongCsv : writers[format]
      return { canonical: query.canonical, also: query.resolved, make: () => write(listing) }
    },
  })
}

const isFeed = (format: string): boolean => format === 'atom' || format === 'jsonfeed'

/** A feed has the actions that were added last first, unless it is asked for in another order. */
const feedSort = ({ sort }: { sort: string }, chosen: Canonical): string =>
  chosen.some(([name]) => name === 'sort') ? sort : '-added'

/** A request for a list. */
type Listing = {
  dataset: Dataset
  query: Query
  quotes: Quotes
  path: string
  base: Base
}

/** How a list is written in each format; with shape=long, by writeLongCsv. */
const writers = {
  json: writePage,
  csv: writeCsv,
  ndjson: async (listing: Listing) => lines(await wholeList(listing)),
  atom: (listing: Listing) => writeFeed(listing, toAtom),
  jsonfeed: (listing: Listing) => writeFeed(listing, toJson),
}

async function writePage({ dataset, query, quotes, path, base }: Listing): Promise<Made> {
  const found = await runPage(dataset, query)
  const note = found.total === 0 ? unchangedNote(query) : undefined
  const { limit, resolved } = query
  const coverage = licenceCoverage(dataset, query)
  const meta = { ...found, limit, resolved, query: toSentence(query), note, coverage }
  const source = { dataset, of: query.view.of, quotes }
  const items = await shapeRecords(source, found.rows, shapeOf(dataset, query))
  return page(dataset, base.path + path, query.canonical, items, meta)
}

/** The note on an empty list of what changed since a release. */
function unchangedNote({ conditions }: Query): string | undefined {
  const since = conditions.find(({ filter }) => 'release' in filter.takes)
  return since && `Nothing of this has changed since ${since.values}.`
}

async function writeCsv(listing: Listing): Promise<Made> {
  const columns = columnsFor(listing.query)
  const whole = await wholeList(listing, ROWS_AT_ONCE)
  return table(namesOf(columns), whole, json => cellsOf(columns, JSON.parse(json)))
}

const forceColumns = columnsOf(z.object({ force: Force }))

/** The columns of a list with a row for each record: those of the fields asked for, or of all. */
function columnsFor({ view, fields, in_force_on }: Query): Column[] {
  const added = in_force_on === undefined ? [] : forceColumns
  const all = [...columnsOf(view.collection.schema), ...added]
  return fields.length > 0 ? all.filter(({ field }) => fields.includes(field)) : all
}

const claimColumns = columnsOf(Claim)

/** Writes a row for each claim on the records: the title of the record, then the claim. */
async function writeLongCsv(listing: Listing): Promise<Made> {
  const whole = await wholeClaims(listing)
  const names = ['record_title', ...namesOf(claimColumns)]
  return table(names, whole, ({ title, claim }) => [title, ...cellsOf(claimColumns, claim)])
}

const namesOf = (columns: Column[]) => columns.map(({ name }) => name)

async function writeFeed(
  { dataset, query, path, base }: Listing,
  write: (feed: JsonFeed, dataset: Dataset, first: string) => string | Promise<string>,
): Promise<Made> {
  const { rows, next: cursor } = await runPage(dataset, query)
  const address = (cursor?: string) => addressOf(path, query.canonical, cursor)
  const next = cursor === null ? null : address(cursor)
  const addresses = { base: base.url, self: address(query.cursor), next }
  const actions = dataset.jsons('actions', rows)
  const feed = await toJsonFeed(dataset, toSentence(query), actions, addresses)
  return { body: await write(feed, dataset, address()), next: next && base.path + next }
}
