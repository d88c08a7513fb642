import { cpus, totalmem } from 'node:os'
import { type Goal, goals, judge, type Verdict } from './goals.ts'
import type { Figures } from './measure.ts'
import { tableOf, toText } from './tables.ts'

const met = (isMet: boolean | undefined) =>
  isMet === undefined ? 'not measured' : isMet ? 'met' : '**not met**'

const signs = { 'at most': '≤', 'at least': '≥' }

const limitOf = ({ sense, limit, unit = '', or }: Goal) =>
  `${signs[sense]} ${toText(limit)} ${unit}`.trimEnd() +
  (or ? `, or ${signs[sense]} ${toText(or.limit)} ${or.unit}` : '')

const verdictRow = ({ goal, value, isMet }: Verdict): string[] => [
  goal.name,
  value === undefined ? '–' : `${toText(value)} ${goal.unit ?? ''}`.trimEnd(),
  limitOf(goal),
  met(isMet),
]

const goalsTable = (figures: Figures) =>
  tableOf(
    ['goal', 'measured', 'limit', ''],
    goals.map(goal => verdictRow(judge(goal, figures))),
  )

const headings: Record<string, string> = {
  rate: 'requests/s',
  cpu: 'server CPU, µs a request',
  p50: 'p50, µs',
  p99: 'p99, µs',
}

/** A table for each comparison: a row for each contender, a column for each unit. */
function rawTables(figures: Figures): string {
  const parts = [...figures].map(([key, value]) => [...key.split('/'), value] as const)
  const tables = Map.groupBy(parts, ([comparison]) => comparison as string)
  return [...tables]
    .map(([comparison, cells]) => `### ${comparison}\n\n${rawTable(cells)}`)
    .join('\n\n')
}

type Cell = readonly (string | number)[]

function rawTable(cells: Cell[]): string {
  const units = [...new Set(cells.map(([, , unit]) => unit as string))]
  const rows = Map.groupBy(cells, ([, contender]) => contender as string)
  return tableOf(
    ['', ...units.map(unit => headings[unit] ?? unit)],
    [...rows].map(([contender, row]) => [
      contender,
      ...units.map(unit => {
        const value = row.find(cell => cell[2] === unit)?.[3]
        return value === undefined ? '' : toText(value as number)
      }),
    ]),
  )
}

const machine = () =>
  `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`

const legend = `Who is compared, each as a process of its own:

* **ours**: the server of \`npm start\` with everything on: a log line for each answer, metrics, a rate limit that is never reached.
* **bare**: the same app with the same plugins, whose route sends the headers and the bytes that ours sent, from a buffer.
* **naked**: Fastify without plugins, which sends the same bytes.
* **stringify**: Fastify and better-sqlite3: \`.all()\` over the table of the actions (its columns only), then \`JSON.stringify\`; as *whole records* with the tables below it.
* **platformatic**: sql-mapper and sql-openapi over the same table. **soul**: soul-cli over it. **json-server**: the actions as JSON in its memory. Pages of the first two go by key over an index on the date, as those of stringify do.

The CPU is that of the server and the processes that it starts, which share its core. Requests differ each time, so that nothing is answered from memory, but where it says so. A run in which more than one request in a thousand fails ends without a report. *by size*, *depth*: one request at a time. Latencies at a fixed rate count an answer that is no 200 as one that never came.`

export type Circumstances = { day: string; how: string; missing: string[] }

/** The whole report, in Markdown. */
export const reportOf = (figures: Figures, { day, how, missing }: Circumstances): string =>
  `# Results of the benchmark

${day}. ${machine()}. ${how}

${goalsTable(figures)}
${missing.map(reason => `\n* ${reason}`).join('')}
## What was measured

${legend}

${rawTables(figures)}
`
