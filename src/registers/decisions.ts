import { fits, isFor } from '../build/registers/read/identity.ts'
import type { Decision, FactColumn } from '../model/register.ts'
import type { ReadRow, Scope } from './rows.ts'

/** Rows after the decisions of a register, how many of them stay out, and the decisions about no row. */
export type Decided = { rows: ReadRow[]; left_out: number; unused: string[] }

/** Applies the decisions about rows of a reading. Each is matched with what was read, not with what others set. */
export function decide({ register, on }: Scope, rows: ReadRow[]): Decided {
  const left = new Set<ReadRow>()
  const unused: string[] = []
  const found = register.decisions
    .map((decision, at) => ({ decision, at, rows: rows.filter(row => isOn(decision, on, row)) }))
    .filter(({ decision }) => selects(decision))
  for (const { decision, at, rows } of found) {
    if (rows.length === 0 && decision.on?.includes(on))
      unused.push(`decisions.${at} of register.yaml is about no row of this reading`)
    for (const row of rows) apply(decision, row, left)
  }
  return { rows: rows.filter(row => !left.has(row)), left_out: left.size, unused }
}

const selects = ({ rows, names, written }: Decision): boolean =>
  rows !== undefined || names !== undefined || written !== undefined

/** Whether a decision is about a row: its facts after the rules, and its cells as the file has them. */
function isOn(decision: Decision, day: string, { facts, written }: ReadRow): boolean {
  const cells = Object.entries(decision.written ?? {})
  return (
    isFor(decision, day) &&
    fits(decision, facts) &&
    cells.every(([column, cell]) => written.cells.get(column) === cell)
  )
}

function apply({ leave_out, set = {} }: Decision, row: ReadRow, left: Set<ReadRow>) {
  if (leave_out) left.add(row)
  for (const [column, value] of Object.entries(set)) {
    row.facts[column as FactColumn] = value
    row.faults.delete(column as FactColumn)
  }
}
