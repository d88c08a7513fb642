import type { Dataset } from '../store/dataset.ts'
import { freeingRows, type Rows } from '../store/rows.ts'
import type { Range, Ranking } from '../store/search.ts'
import type { MakeRows } from './search-rows.ts'
import { type Search, toMatch } from './search-text.ts'

/** How many matches of a collection are ranked, the newest first: ranking costs by the match. */
const RANKED = 10_000

/** The matches from a row on, by their rank. */
export type Ranked = { from: number; ranking: Ranking }

/** Ranks the newest matches within a collection. Throws SearchBusy where the search process gives no answer. */
export async function rankNewest(
  dataset: Dataset,
  search: Search,
  rows: MakeRows,
  span: Range,
): Promise<Ranked> {
  const { ranges } = newestOf(rows, [span])
  const [[from] = [0]] = ranges
  if (ranges.length === 0) return { from, ranking: new Uint32Array() }
  const question = { match: toMatch(search), ranges }
  return { from, ranking: await dataset.search.ask<Ranking>({ ask: 'ranking', ...question }) }
}

/** How many matches some collections have, in row order, and the ranges that hold just the newest of each. */
export function newestOf(make: MakeRows, spans: Range[]): { total: number; ranges: Range[] } {
  return freeingRows(() => {
    const rows = make()
    const ranges: Range[] = []
    let total = 0
    for (const span of spans) {
      const count = rows.rangeCardinality(...span)
      total += count
      if (count > 0) ranges.push(newest(rows, span, count))
    }
    return { total, ranges }
  })
}

function newest(rows: Rows, [first, end]: Range, count: number): Range {
  return count <= RANKED ? [first, end] : [rows.at(rows.rank(end - 1) - RANKED) as number, end]
}
