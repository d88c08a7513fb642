import type { Database } from 'better-sqlite3'
import type { Claim } from '../model/claim.ts'
import { pathOf } from '../model/collections.ts'
import { type ClaimedCollection, claimed } from '../model/fields.ts'
import type { Records } from './derive.ts'
import { fromBytes, toBytes } from './int32.ts'

/** The rows of the claims on each record of a collection: they follow each other, as the id of a claim begins with its record. */
export type ClaimRows = { first: Int32Array; count: Int32Array }

/** Writes for each record about which claims are made where these stand; `start` is the row of the first claim. */
export function writeClaimRows(db: Database, records: Records, start: number) {
  const insert = db.prepare('INSERT INTO claim_rows (collection, first, count) VALUES (?, ?, ?)')
  const spans = spansOf(records.claims as Claim[], start)
  for (const name of claimed) {
    const rows = records[name].map((record): Span => spans.get(pathOf(name, record)) ?? [0, 0])
    insert.run(name, toBytes(rows.map(([first]) => first)), toBytes(rows.map(([, count]) => count)))
  }
}

type Span = [first: number, count: number]

function spansOf(claims: Claim[], start: number): Map<string, Span> {
  const spans = new Map<string, Span>()
  for (const [i, { record }] of claims.entries()) {
    const span: Span = spans.get(record) ?? [start + i, 0]
    span[1]++
    spans.set(record, span)
  }
  return spans
}

/** Reads what writeClaimRows wrote, by collection. */
export function readClaimRows(db: Database): Map<ClaimedCollection, ClaimRows> {
  const rows = db.prepare('SELECT collection, first, count FROM claim_rows').all() as {
    collection: ClaimedCollection
    first: Uint8Array
    count: Uint8Array
  }[]
  return new Map(
    rows.map(({ collection, first, count }) => [
      collection,
      { first: fromBytes(first), count: fromBytes(count) },
    ]),
  )
}
