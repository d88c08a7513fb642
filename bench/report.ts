import { cpus, totalmem } from 'node:os'
import { type Figures, units } from './figures.ts'
import { goals, judge } from './goals.ts'

/** A number with three significant digits. */
export const toText = (value: number | undefined): string =>
  value?.toLocaleString('en', { maximumSignificantDigits: 3 }) ?? ''

/** A table in Markdown. */
export const tableOf = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n')

const goalRows = (figures: Figures) =>
  goals.map(goal => {
    const [what, server, over, unit, sense, limit] = goal
    const name = `${what}: ${over ? `${server} ÷ ${over}` : server}, ${units[unit]}`
    const { value, isMet } = judge(goal, figures)
    const verdict = isMet === undefined ? 'not measured' : isMet ? 'met' : '**not met**'
    return [name, toText(value), `${sense} ${limit}`, verdict]
  })

/** A row for each measurement and server, a cell for each unit. */
function figureRows(figures: Figures): string[][] {
  const rows = new Set([...figures.keys()].map(key => key.slice(0, key.lastIndexOf('/'))))
  const cells = (row: string) => Object.keys(units).map(it => toText(figures.get(`${row}/${it}`)))
  return [...rows].sort().map(row => [row.replace(/\/(?=[^/]+$)/, ': '), ...cells(row)])
}

const gigabytes = Math.round(totalmem() / 2 ** 30)
const machine = `${cpus().length} cores (${cpus()[0]?.model}), ${gigabytes} GB, ${process.version}`

/** The report in Markdown. `how`: command, date and load; `missing`: a line for each part that failed. */
export const reportOf = (figures: Figures, how: string, missing: string[]): string =>
  `# Results of the benchmark

${how} ${machine}. [Performance](../docs/performance.md) describes the measurements.

${[tableOf(['goal', 'value', 'limit', ''], goalRows(figures)), ...missing].join('\n\n')}

${tableOf(['measurement: server', ...Object.values(units)], figureRows(figures))}
`
