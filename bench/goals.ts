import type { Figures } from './measure.ts'

/** A figure, or its ratio to another, that must be at most or at least a limit; `or` is another way to meet the goal. */
export type Goal = {
  name: string
  figure: string
  over?: string
  limit: number
  sense: 'at most' | 'at least'
  unit?: string
  or?: { figure: string; limit: number; unit: string }
}

/** What a goal came to; undefined where it was not measured. */
export type Verdict = { goal: Goal; value: number | undefined; isMet: boolean | undefined }

const goal =
  (sense: Goal['sense']) =>
  (name: string, limit: number, figure: string, over?: string, more: Partial<Goal> = {}): Goal => ({
    ...{ name, figure, over, limit, sense },
    ...more,
  })
const atMost = goal('at most')
const atLeast = goal('at least')

const grown = (question: string) =>
  atMost(
    `${question}: 1,000,000 ÷ 100,000, median`,
    2,
    `${question}, by size/large/p50`,
    `${question}, by size/small/p50`,
  )
const ms = { unit: 'ms' }

export const CROWDED = 'by id at 2,000 a second'

/** What the API is meant to reach: ratios of one run, at 100,000 actions where nothing else is said. */
export const goals: Goal[] = [
  atMost('by id ÷ bare, CPU', 1.3, 'by id/ours/cpu', 'by id/bare/cpu'),
  atMost('by id ÷ naked, CPU', 2.2, 'by id/ours/cpu', 'by id/naked/cpu'),
  atLeast(
    'page from memory ÷ bare, requests/s',
    0.9,
    'page from memory/ours/rate',
    'page from memory/bare/rate',
  ),
  atLeast(
    'page from memory ÷ naked, requests/s',
    0.6,
    'page from memory/ours/rate',
    'page from memory/naked/rate',
  ),
  atMost('page not in memory ÷ bare, CPU', 5, 'page/ours/cpu', 'page/bare/cpu'),
  atLeast('304 ÷ bare, requests/s', 0.95, '304/ours/rate', '304/bare/rate'),
  atMost('SQL statements of a 304', 0, '304/ours/statements'),
  atLeast(
    'page not in memory ÷ `.all()` + `JSON.stringify`, requests/s',
    2,
    'page/ours/rate',
    'page/stringify/rate',
  ),
  atLeast('page ÷ Platformatic, requests/s', 3, 'page/ours/rate', 'page/platformatic/rate'),
  atLeast('by id ÷ Platformatic, requests/s', 3, 'by id/ours/rate', 'by id/platformatic/rate'),
  atMost(
    'everything as NDJSON, prepared ÷ `sqlite3 -json`, time',
    0.6,
    'everything as NDJSON/ours, prepared/ms',
    'everything as NDJSON/sqlite3, fastest/ms',
  ),
  atMost(
    'filtered NDJSON, streamed ÷ `sqlite3 -json`, time a row',
    1,
    'filtered NDJSON/ours, streamed/ms',
    'filtered NDJSON/sqlite3, fastest/ms',
  ),
  ...['by id', 'page', 'filtered page', 'search, newest first'].map(grown),
  atMost('page 1,000 ÷ page 1, latency', 1.2, 'depth/page 1,000/p50', 'depth/page 1/p50'),
  atMost(
    'by id at 2,000 a second beside 8 clients with the worst requests ÷ alone, p99',
    3,
    `${CROWDED}/beside the worst/p99`,
    `${CROWDED}/alone/p99`,
    { or: { figure: `${CROWDED}/beside the worst/p99`, limit: 5_000, unit: 'µs' } },
  ),
  atMost(
    'worst single request at 1,000,000',
    250,
    'worst requests at 1,000,000/the slowest of all/ms',
    undefined,
    ms,
  ),
  atMost(
    'counts, month × type, filtered, at 1,000,000, median',
    10_000,
    'counts, month × type, by size/large/p50',
    undefined,
    { unit: 'µs' },
  ),
  atMost('cold start at 1,000,000', 500, 'our server/large/cold start, ms', undefined, ms),
  atMost('resident memory at 1,000,000', 300, 'our server/large/memory, MB', undefined, {
    unit: 'MB',
  }),
]

export function judge(goal: Goal, figures: Figures): Verdict {
  const [figure, over] = [figures.get(goal.figure), goal.over ? figures.get(goal.over) : 1]
  if (figure === undefined || over === undefined)
    return { goal, value: undefined, isMet: undefined }
  const value = figure / over
  return { goal, value, isMet: isWithin(value, goal) || isOtherwiseMet(goal, figures) }
}

const isWithin = (value: number, { sense, limit }: Goal) =>
  sense === 'at most' ? value <= limit : value >= limit

const isOtherwiseMet = ({ or }: Goal, figures: Figures) =>
  or !== undefined && (figures.get(or.figure) ?? Number.POSITIVE_INFINITY) <= or.limit
