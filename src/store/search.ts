import type { Database } from 'better-sqlite3'

/** What a search process is asked. Rows are global; `between` is [first, end). */
export type SearchRequest =
  | { ask: 'rows'; match: string; between: [number, number] }
  | { ask: 'scores'; match: string; between: [number, number] }
  | { ask: 'page'; match: string; within: [number, number][]; skip: number; limit: number }

export type Score = { row: number; score: number }
export type Hit = Score & { highlights: string[]; names: string[] }
export type HitPage = { total: number; hits: Hit[] }

/** How many matches are ranked, the newest first: ranking costs by the match. */
export const RANKED = 10_000

const RANK = 'bm25(search, 10.0, 12.0, 1.0)'
const WHERE = 'FROM search WHERE search MATCH ? AND rowid >= ? AND rowid < ?'

// FTS5 takes a row number for a limit only if it is bound as an integer; the driver binds plain numbers as reals.
const integers = (numbers: number[]): bigint[] => numbers.map(BigInt)

/** The rows that match, in order. */
const matchingRows = (db: Database, match: string, between: [number, number]): number[] =>
  db
    .prepare(`SELECT rowid ${WHERE} ORDER BY rowid`)
    .pluck()
    .all(match, ...integers(between)) as number[]

/** The newest matches with their scores; higher is better. */
export function scores(db: Database, match: string, between: [number, number]): Score[] {
  const found = db.prepare(
    `SELECT rowid AS row, ${RANK} AS rank ${WHERE} ORDER BY rowid DESC LIMIT ${RANKED}`,
  )
  return (found.all(match, ...integers(between)) as { row: number; rank: number }[]).map(
    ({ row, rank }) => ({ row, score: -rank }),
  )
}

/** A page of ranked matches in some collections, with their highlights. */
function hitPage(
  db: Database,
  match: string,
  within: [number, number][],
  skip: number,
  limit: number,
): HitPage {
  const ranked = within.flatMap(between => scores(db, match, between)).sort(byScore)
  const total = within.reduce((sum, between) => sum + count(db, match, between), 0)
  const hits = ranked
    .slice(skip, skip + limit)
    .map(score => ({ ...score, ...marks(db, match, score.row) }))
  return { total, hits }
}

const byScore = (a: Score, b: Score) => b.score - a.score || a.row - b.row

const count = (db: Database, match: string, between: [number, number]): number =>
  db
    .prepare(`SELECT count(*) ${WHERE}`)
    .pluck()
    .get(match, ...integers(between)) as number

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
export function answer(db: Database, request: SearchRequest): number[] | Score[] | HitPage {
  if (request.ask === 'rows') return matchingRows(db, request.match, request.between)
  if (request.ask === 'scores') return scores(db, request.match, request.between)
  return hitPage(db, request.match, request.within, request.skip, request.limit)
}
