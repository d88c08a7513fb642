import {
  APPROVAL,
  type Decision,
  type FactColumn,
  type Facts,
  type RegisterSeed,
} from '../../../model/register.ts'
import { foldName } from './names.ts'
import type { Reading, Row } from './reading.ts'

/** The rows of one licence in all readings, and the keys by which they are one. */
export type Group = { keys: string[]; rows: Row[] }

/** Whether the facts of a row have every value that a decision names. */
const isAbout = (rows: Partial<Record<FactColumn, string>>, facts: Facts): boolean =>
  Object.entries(rows).every(([column, value]) => facts[column as FactColumn] === value)

/** Whether a decision is about the reading of a day. */
export const isFor = ({ on }: Decision, day: string): boolean => on?.includes(day) ?? true

/** Whether a row has the facts and the name that a decision gives, if any. */
export const fits = ({ rows = {}, names }: Decision, facts: Facts): boolean =>
  isAbout(rows, facts) && (names?.includes(facts.name!) ?? true)

/** Whether a decision makes a row one licence with others. */
export const joins = ({ same }: Decision, facts: Facts): boolean =>
  same?.some(rows => isAbout(rows, facts)) ?? false

/** The decisions about a row. */
export const decisionsOn = ({ decisions }: RegisterSeed, { facts, reading }: Row): Decision[] =>
  decisions.filter(decision => {
    const { rows, names } = decision
    const selects = rows !== undefined || names !== undefined
    return (
      isFor(decision, reading.on) && (joins(decision, facts) || (selects && fits(decision, facts)))
    )
  })

/**
 * The keys of a row, the strongest first. Rows that share one are of one licence; an approval in principle and the
 * licence that follows are two.
 */
function keysOf(register: RegisterSeed, { facts }: Row): string[] {
  const { kind, lei, reference, authority = '', name = '' } = facts
  const isShared = register.decisions.some(one => one.shared_reference === reference)
  const keys = [
    ...(lei ? [`lei ${lei}`] : []),
    ...(reference && !isShared ? [`number ${reference}`] : []),
    `name ${authority} ${foldName(name)}`,
    ...register.decisions.flatMap((one, i) => (joins(one, facts) ? `decision ${i}` : [])),
  ]
  return kind === APPROVAL ? keys.map(key => `approval ${key}`) : keys
}

/** Groups the rows of all readings into licences, in the order of their first rows. */
export function groupRows(register: RegisterSeed, readings: Reading[]): Group[] {
  const groups = new Map<string, Group>()
  for (const row of readings.flatMap(({ rows }) => rows)) {
    const keys = keysOf(register, row)
    const found = new Set(keys.flatMap(key => groups.get(key) ?? []))
    const [first = { keys: [], rows: [] }, ...others] = found
    for (const other of others) {
      first.keys.push(...other.keys)
      first.rows.push(...other.rows)
    }
    first.keys.push(...keys)
    first.rows.push(row)
    for (const key of first.keys) groups.set(key, first)
  }
  return [...new Set(groups.values())].map(({ keys, rows }) => ({
    keys: [...new Set(keys)].filter(key => !key.includes('decision ')),
    rows: rows.toSorted(byDay),
  }))
}

const byDay = ({ reading: a }: Row, { reading: b }: Row): number =>
  Number(a.on > b.on) - Number(a.on < b.on)
