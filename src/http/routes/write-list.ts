import { z } from 'zod'
import { Claim } from '../../model/claim.ts'
import { type Column, columnsOf } from '../../model/columns.ts'
import { cellsOf, ROWS_AT_ONCE } from '../../model/csv.ts'
import { licenceCoverage } from '../../queries/list/coverage.ts'
import type { Query } from '../../queries/list/query.ts'
import { runPage, wholeClaims, wholeList } from '../../queries/list/run.ts'
import { toSentence } from '../../queries/list/sentence.ts'
import { shapeOf, shapeRecords } from '../../queries/list/shape.ts'
import type { Made } from '../answers/respond.ts'
import { toAtom } from '../formats/atom.ts'
import { Force } from '../openapi/schemas.ts'
import { type Listing, lines, page, table, toJson } from './write-body.ts'
import { writeCalendar, writeFeed } from './write-feed.ts'

/** How a list is written in each format; with shape=long, by writeLongCsv. */
export const writers = {
  json: writePage,
  csv: writeCsv,
  ndjson: async (listing: Listing) => lines(await wholeList(listing)),
  atom: (listing: Listing) => writeFeed(listing, toAtom),
  jsonfeed: (listing: Listing) => writeFeed(listing, toJson),
  ics: writeCalendar,
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
export async function writeLongCsv(listing: Listing): Promise<Made> {
  const whole = await wholeClaims(listing)
  const names = ['record_title', ...namesOf(claimColumns)]
  return table(names, whole, ({ title, claim }) => [title, ...cellsOf(claimColumns, claim)])
}

const namesOf = (columns: Column[]) => columns.map(({ name }) => name)
