import type { Database } from 'better-sqlite3'
import escapeHtml from 'escape-html'
import { removeSeparators, splitNames } from '../model/scripts.ts'
import { prepareValues } from './database.ts'

/** Rows of the search index, numbered over all collections: from `first` to before `end`. */
export type Range = [first: number, end: number]

/** A search for all matching rows of a range. */
export type RowsRequest = { match: string; range: Range; ranked: boolean }

/** A search for a page of hits over several ranges. */
export type PageRequest = { match: string; ranges: Range[]; skip: number; limit: number }

/** Places in the range, rising or, if ranked, best first and among equals newest first. */
export type Matches = Uint32Array

/** A match: its row over all collections, the HTML where the words occur, and the places of the names that have them, the best first. */
export type Hit = { row: number; score: number; highlights: string[]; names: number[] }
export type Hits = { total: number; hits: Hit[] }

const RANK = 'bm25(search, 10.0, 16.0, 1.0)'

// FTS5 uses a row number as a limit only if it is bound as an integer; the driver binds plain numbers as reals.
const integers = (numbers: number[]): bigint[] => numbers.map(BigInt)

export function matchesIn(db: Database, { match, range, ranked }: RowsRequest): Matches {
  const find = prepareValues<[string, ...bigint[]], number>(
    db,
    `SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? AND rowid < ?
      ORDER BY ${ranked ? `${RANK}, rowid DESC` : 'rowid'}`,
  )
  return Uint32Array.from(find.all(match, ...integers(range)), row => row - range[0])
}

/** A page of hits, best first and among equals in row order. */
export function hitsIn(db: Database, { match, ranges, skip, limit }: PageRequest): Hits {
  const within = ranges.map(() => 'rowid >= ? AND rowid < ?').join(' OR ')
  const from = `FROM search WHERE search MATCH ? AND (${within})`
  const bounds = integers(ranges.flat())
  const count = prepareValues<[string, ...bigint[]], number>(db, `SELECT count(*) ${from}`)
  const page = db.prepare<[string, ...bigint[]], { row: number; score: number }>(
    `SELECT rowid AS row, -${RANK} AS score ${from} ORDER BY score DESC, rowid LIMIT ? OFFSET ?`,
  )
  const scored = page.all(match, ...bounds, ...integers([limit, skip]))
  return {
    total: count.get(match, ...bounds)!,
    hits: scored.map(hit => ({ ...hit, ...highlightsOf(db, match, hit.row) })),
  }
}

// Two characters of private use, which no record contains.
const OPEN = '\uE000'
const CLOSE = '\uE001'
const MARKS = `'${OPEN}', '${CLOSE}'`

type Marked = { title: string; names: string; body: string }

function highlightsOf(db: Database, match: string, row: number) {
  const { title, names, body } = db
    .prepare<[string, bigint], Marked>(
      `SELECT highlight(search, 0, ${MARKS}) AS title, highlight(search, 1, ${MARKS}) AS names,
        snippet(search, 2, ${MARKS}, '…', 16) AS body FROM search WHERE search MATCH ? AND rowid = ?`,
    )
    .get(match, BigInt(row))!
  const found = [...closeMarks(splitNames(names)).entries()]
    .filter(([, name]) => isMarked(name))
    .sort(
      ([, a], [, b]) =>
        Number(isWhole(b)) - Number(isWhole(a)) ||
        countMarks(b) - countMarks(a) ||
        a.length - b.length,
    )
  const highlights = [title, ...found.map(([, name]) => name), body.trim()].filter(isMarked)
  return {
    highlights: [...new Set(highlights)].map(toHtml),
    names: found.map(([place]) => place),
  }
}

/** Lines with their marks, of which one may reach over the end of a line: it is closed there, and opened again in the next. */
function closeMarks(lines: string[]): string[] {
  let isOpen = false
  return lines.map(line => {
    const text = isOpen ? OPEN + line : line
    isOpen = text.lastIndexOf(OPEN) > text.lastIndexOf(CLOSE)
    return isOpen ? text + CLOSE : text
  })
}

const isMarked = (text: string) => text.includes(OPEN)
/** Whether a name is exactly what was asked for. */
const isWhole = (text: string) =>
  text.startsWith(OPEN) && text.indexOf(CLOSE) === text.length - CLOSE.length
const countMarks = (text: string) => text.split(OPEN).length

const toHtml = (text: string) =>
  removeSeparators(escapeHtml(text).replaceAll(OPEN, '<mark>').replaceAll(CLOSE, '</mark>'))
