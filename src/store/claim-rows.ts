import type { Database } from 'better-sqlite3'
import type { Claim } from '../model/claim.ts'
import { recordPath } from '../model/collections.ts'
import { type ClaimedCollection, claimed } from '../model/fields.ts'
import { fromBytes, toBytes } from './int32.ts'
import type { Ranges } from './told.ts'
import type { Writer } from './writer.ts'

/** The rows of the claims on each record of a collection: they follow each other, as the id of a claim begins with its record. */
export type ClaimRows = { first: Int32Array; count: Int32Array }

/** Writes for each record about which claims are made where these stand. The records must have been written. */
export function claimRowsWriter(db: Database, ranges: Ranges): Writer {
  const insert = db.prepare('INSERT INTO claim_rows (collection, first, count) VALUES (?, ?, ?)')
  const find = db.prepare('SELECT row FROM records WHERE collection = ? AND id = ?').pluck()
  const all = claimed.map(name => ({
    name,
    start: ranges[name][0],
    rows: emptyRows(ranges[name][1]),
  }))
  let last = { record: '', rows: emptyRows(0), index: 0 }
  const spanOf = (record: string) => {
    const { name, start, rows } = all.find(({ name }) =>
      record.startsWith(pathOfAll(name)),
    ) as (typeof all)[number]
    const row = find.get(name, record.slice(pathOfAll(name).length)) as number
    return { record, rows, index: row - start }
  }
  return {
    add(claim, row) {
      const { record } = claim as Claim
      if (record !== last.record) last = spanOf(record)
      const { rows, index } = last
      if (rows.count[index] === 0) rows.first[index] = row
      rows.count[index] = (rows.count[index] as number) + 1
    },
    end() {
      for (const { name, rows } of all) insert.run(name, toBytes(rows.first), toBytes(rows.count))
    },
  }
}

const emptyRows = (length: number): ClaimRows => ({
  first: new Int32Array(length),
  count: new Int32Array(length),
})

const pathOfAll = (name: ClaimedCollection): string => recordPath(name, '')

/** Reads what claimRowsWriter wrote, by collection. */
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
