import {
  columnNames,
  type FactColumn,
  type Facts,
  type ReadingHead,
  type RegisterSeed,
} from '../model/register.ts'
import { finishRow } from './checks.ts'
import { decide } from './decisions.ts'
import { openFile } from './file/open.ts'
import { giveKeys } from './keys.ts'
import { type ReadRow, readRow, type Scope } from './rows.ts'
import { type Rule, Tally } from './rules.ts'

/** The facts of one reading of a register, and what was done to get them. */
export type Reading = {
  head: ReadingHead
  columns: FactColumn[]
  /** In the order of the file. */
  rows: Facts[]
  /** How many rows each rule touched. */
  rules: Map<Rule, number>
  /** The rows that stay out until register.yaml decides them, each as `file:line: reason`. */
  undecided: string[]
  /** How many rows decisions left out. */
  left_out: number
}

/** Reads a file of a register, current on a day. Throws a SeedError of one line where it is no such file. */
export function readReading(
  register: RegisterSeed,
  name: string,
  bytes: Buffer,
  on: string,
): Reading {
  const tally = new Tally()
  const { head, layout, rows: written } = openFile(register, name, bytes, tally)
  const scope: Scope = { register, layout, on, tally }
  const read = written.map(row => readRow(scope, row))
  const { rows, left_out, unused } = decide(scope, read)
  for (const row of rows) finishRow(scope, row)
  const kept = giveKeys(rows.filter(isClear)).filter(isClear)
  const columns = columnsOf(scope, rows)
  const out = reasons(name, rows)
  return {
    head: { ...head, undecided: out.length },
    columns,
    rows: kept.map(({ facts }) => complete(register, columns, facts)),
    rules: tally.counts(),
    undecided: [...unused.map(reason => `${name}:1: ${reason}`), ...out],
    left_out,
  }
}

const isClear = ({ faults }: ReadRow) => faults.size === 0

const reasons = (name: string, rows: ReadRow[]): string[] =>
  rows
    .filter(row => !isClear(row))
    .map(({ written, faults }) => `${name}:${written.line}: ${[...faults].map(inWords).join('; ')}`)

const inWords = ([column, reason]: [FactColumn, string]) =>
  column === 'row' ? reason : `${column}: ${reason}`

/** The columns of the facts of every reading. */
const always: FactColumn[] = ['row', 'line', 'kind', 'name', 'authority', 'home']

/** The columns that a reading shows: those of its layout, and those that comments and decisions fill. */
function columnsOf({ register, layout }: Scope, rows: ReadRow[]): FactColumn[] {
  const said = layout.columns.comments ? register.comments.flatMap(({ set }) => keysOf(set)) : []
  const found = rows.flatMap(({ facts }) => keysOf(facts))
  const shown = new Set([...always, ...keysOf(layout.columns), ...said, ...found])
  return columnNames.filter(column => shown.has(column))
}

const keysOf = (value: object) => Object.keys(value) as FactColumn[]

function complete({ rule = '' }: RegisterSeed, columns: FactColumn[], facts: Facts): Facts {
  const empty = (column: FactColumn) => (column === 'rule' ? rule : '')
  return Object.fromEntries(columns.map(column => [column, facts[column] ?? empty(column)]))
}
