import type { Database } from 'better-sqlite3'
import { RoaringBitmap32 } from 'roaring-wasm'
import { toBytes } from './rows.ts'

/** Rows are global; a range is [first, end). */
export type Range = [first: number, end: number]

/** What a search process is asked: for the rows that match as bytes, for all of some ranges by rank, or for a page of them. */
export type SearchRequest =
  | { ask: 'rows'; match: string; between: Range }
  | { ask: 'ranking'; match: string; ranges: Range[] }
  | { ask: 'page'; match: string; ranges: Range[]; skip: number; limit: number }

/** Rows, the best first; of equal ones the newest. */
export type Ranking = Uint32Array
export type Hit = { row: number; score: number; highlights: string[]; names: string[] }

const RANK = 'bm25(search, 10.0, 12.0, 1.0)'
const WHERE = 'FROM search WHERE search MATCH ? AND rowid >= ? AND rowid < ?'

// FTS5 takes a row number for a limit only if it is bound as an integer; the driver binds plain numbers as reals.
const integers = (numbers: number[]): bigint[] => numbers.map(BigInt)

function matchingRows(db: Database, match: string, between: Range): Uint8Array {
  const find = db.prepare(`SELECT rowid ${WHERE} ORDER BY rowid`).pluck()
  return toBytes(new RoaringBitmap32(find.all(match, ...integers(between)) as number[]))
}

/** A row with its score; higher is better. */
type Scored = [row: number, score: number]

// In one go, with what lies between the ranges left out: bm25 goes through all rows of each word before its first score.
function scores(db: Database, match: string, ranges: Range[]): Scored[] {
  const within = ranges.map(() => 'rowid BETWEEN ? AND ? - 1').join(' OR ')
  const find = db.prepare(`SELECT rowid, -${RANK} ${WHERE} AND (${within}) ORDER BY rowid`).raw()
  const whole = [Math.min(...ranges.flat()), Math.max(...ranges.flat())]
  return find.all(match, ...integers([...whole, ...ranges.flat()])) as Scored[]
}

const ranking = (db: Database, match: string, ranges: Range[]): Ranking =>
  Uint32Array.from(
    scores(db, match, ranges).sort(([row, score], [other, its]) => its - score || other - row),
    ([row]) => row,
  )

function hits(db: Database, match: string, ranges: Range[], skip: number, limit: number): Hit[] {
  return scores(db, match, ranges)
    .sort(([row, score], [other, its]) => its - score || row - other)
    .slice(skip, skip + limit)
    .map(([row, score]) => ({ row, score, ...marks(db, match, row) }))
}

// Two private-use characters, which no record has.
const OPEN = '\uE000'
const CLOSE = '\uE001'
const MARKS = `'${OPEN}', '${CLOSE}'`

function marks(
  db: Database,
  match: string,
  row: number,
): { highlights: string[]; names: string[] } {
  const found = db
    .prepare(
      `SELECT highlight(search, 0, ${MARKS}) AS title, highlight(search, 1, ${MARKS}) AS names,
        snippet(search, 2, ${MARKS}, '…', 16) AS body FROM search WHERE search MATCH ? AND rowid = ?`,
    )
    .get(match, BigInt(row)) as { title: string; names: string; body: string }
  const names = found.names
    .split('\n')
    .filter(isMarked)
    .sort((a, b) => marksIn(b) - marksIn(a) || a.length - b.length)
  const highlights = [found.title, ...names, found.body.trim()].filter(isMarked)
  return { highlights: [...new Set(highlights)].map(toHtml), names: names.map(plain) }
}

const isMarked = (text: string) => text.includes(OPEN)
const marksIn = (text: string) => text.split(OPEN).length
const plain = (text: string) => text.replaceAll(OPEN, '').replaceAll(CLOSE, '')

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  [OPEN]: '<mark>',
  [CLOSE]: '</mark>',
}
const toHtml = (text: string) =>
  text.replaceAll(/[&<>\uE000\uE001]/g, character => entities[character] as string)

/** Answers one request. */
export function answer(db: Database, request: SearchRequest): Uint8Array | Ranking | Hit[] {
  const { ask, match } = request
  if (ask === 'rows') return matchingRows(db, match, request.between)
  if (ask === 'ranking') return ranking(db, match, request.ranges)
  return hits(db, match, request.ranges, request.skip, request.limit)
}
