import { parse } from 'csv-parse/sync'
import { Day } from '../../../model/dates.ts'
import {
  type Facts,
  factColumns,
  type Layout,
  ReadingHead,
  type RegisterSeed,
} from '../../../model/register.ts'
import { SeedError } from '../../seed/seed-error.ts'
import { checks, type Source } from './checks.ts'

/** A row of a reading, and its place in the file of facts. */
export type Row = { reading: Reading; facts: Facts; at: (reason: string) => string }

/** One reading of a register: what it listed on one day. */
export type Reading = {
  /** The id of its document. */
  id: string
  on: string
  head: ReadingHead
  layout: Layout
  /** The kinds of licences that it lists completely: none as long as rows stay out. */
  covers: string[]
  /** Whether it is the official file, not a copy that somebody rearranged. */
  isRaw: boolean
  columns: ReadonlySet<string>
  rows: Row[]
}

const HEAD = /^# layout: (\S+), sha256: ([0-9a-f]+), length: (\d+)(?:, undecided: (\d+))?$/

/** Reads a file of facts, `<day>.csv` in the folder of its register. Throws a SeedError. */
export function readReading(name: string, text: string, register: RegisterSeed): Reading {
  const fail = (line: number, reason: string) => new SeedError([`${name}:${line}:1: ${reason}`])
  const on = /([^/]+)\.csv$/.exec(name)![1]!
  if (!Day.safeParse(on).success) throw fail(1, `'${on}' is no day`)
  const [, layoutName = '', sha256, length, undecided = 0] =
    HEAD.exec(text.slice(0, text.indexOf('\n'))) ?? []
  const numbers = { length: Number(length), undecided: Number(undecided) }
  const head = ReadingHead.safeParse({ layout: layoutName, sha256, ...numbers })
  const layout = register.layouts[layoutName]
  if (!head.data || !layout) throw fail(1, 'is no head of a file of facts; run `npm run register`')
  const [columns = [], ...lines] = tableIn(text, fail)
  const strange = columns.find(column => !Object.hasOwn(factColumns, column))
  if (strange !== undefined) throw fail(2, `'${strange}' is no column of facts`)
  const reading: Reading = {
    ...{ id: `${register.id}-${on}`, on, head: head.data, layout },
    covers: head.data.undecided ? [] : layout.covers,
    isRaw: layout.as === 'file',
    columns: new Set(columns),
    rows: [],
  }
  reading.rows = lines.map((cells, i) => ({
    reading,
    facts: Object.fromEntries(columns.map((column, at) => [column, cells[at]])),
    at: reason => `${name}:${i + FIRST_ROW}:1: ${reason}`,
  }))
  const problems = reading.rows.flatMap(row => faultsOf(row, { register, on }))
  if (problems.length > 0) throw new SeedError(problems)
  return reading
}

const faultsOf = ({ facts, at }: Row, source: Source): string[] =>
  checks.flatMap(([column, check]) => {
    const reason = check(facts, source)
    return reason ? at(`${column}: ${reason}`) : []
  })

/** The line of the first row: the head and the names of the columns come before it. */
const FIRST_ROW = 3

function tableIn(text: string, fail: (line: number, reason: string) => SeedError): string[][] {
  try {
    return parse(text, { from_line: 2 })
  } catch (error) {
    throw fail(1, (error as Error).message)
  }
}
