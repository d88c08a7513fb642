import { itemsOf, type RegisterSeed, SEPARATOR } from '../../../model/register.ts'
import { type Group, joins } from './identity.ts'
import { foldName } from './names.ts'
import type { Reading, Row } from './reading.ts'

/** The facts of one reading about one licence; undefined where it has no such column. */
export type Observation = {
  reading: Reading
  /** The register's key of the row; those of several are joined by `|`. */
  row: string
  at: Row['at']
  kind: string
  name: string
  brand: string | undefined
  lei: string | undefined
  /** The text in place of a valid LEI. */
  leiAsReported: string | undefined
  references: string[] | undefined
  otherNumbers: string[] | undefined
  authority: string
  /** Empty where the register knows none. */
  rule: string | undefined
  home: string
  granted: string | undefined
  ended: string | undefined
  endedBy: string | undefined
  state: string | undefined
  updated: string | undefined
  services: string[] | undefined
  /** With home. */
  places: string[] | undefined
  clients: string[] | undefined
  domains: string[] | undefined
}

/** The observations of a licence, in the order of the readings. Two rows of one reading are one observation. */
export function observationsOf(register: RegisterSeed, group: Group, problems: string[]) {
  const byReading = Map.groupBy(group.rows, ({ reading }) => reading)
  return [...byReading].map(([reading, rows]) => {
    problems.push(...disagreements(register, rows))
    return observe(reading, rows)
  })
}

/** The facts in which rows of one licence in one reading must agree. */
const identifying = ['name', 'lei', 'reference', 'kind', 'authority'] as const

/** Rows of one reading that are one licence by a key, and differ in one of these, need a decision: they may be two. */
function disagreements({ decisions }: RegisterSeed, rows: Row[]): string[] {
  const isDecided = ({ facts }: Row) => decisions.some(decision => joins(decision, facts))
  return rows.flatMap((row, i) => {
    const found = rows.slice(0, i).flatMap(before => {
      const fact = identifying.find(fact => differ(row.facts[fact], before.facts[fact]))
      return fact === undefined ? [] : [{ fact, other: before.facts[fact] }]
    })[0]
    if (!found || isDecided(row)) return []
    const { fact, other } = found
    return row.at(
      `${fact}: '${row.facts[fact]}' and '${other}' are of one licence by a key; decide in register.yaml whether it is one (same) or two`,
    )
  })
}

const differ = (a = '', b = ''): boolean => a !== '' && b !== '' && foldName(a) !== foldName(b)

function observe(reading: Reading, rows: Row[]): Observation {
  const [{ facts, at }] = rows as [Row]
  const cells = (column: keyof typeof facts) => rows.flatMap(({ facts }) => facts[column] || [])
  const has = (column: string) => reading.columns.has(column)
  const first = (column: keyof typeof facts) => (has(column) ? (cells(column)[0] ?? '') : undefined)
  const list = (column: keyof typeof facts) =>
    has(column) ? sorted(cells(column).flatMap(itemsOf)) : undefined
  const places = list('places')
  const ended = cells('ended')
  return {
    ...{ reading, row: rows.map(({ facts }) => facts.row).join(SEPARATOR), at },
    kind: facts.kind!,
    name: facts.name!,
    brand: first('brand'),
    lei: first('lei'),
    leiAsReported: first('lei_as_reported'),
    references: has('reference') ? sorted(cells('reference')) : undefined,
    otherNumbers: has('other_number') ? sorted(cells('other_number')) : undefined,
    authority: facts.authority!,
    rule: first('rule'),
    home: facts.home!,
    granted: has('granted') ? (cells('granted').sort()[0] ?? '') : undefined,
    // A licence of two rows has ended when both have.
    ended: has('ended') ? (ended.length === rows.length ? ended.sort().at(-1)! : '') : undefined,
    endedBy: first('ended_by'),
    // The same holds of a state.
    state: has('state')
      ? (cells('state').find(state => state !== 'ended') ?? first('state')!)
      : undefined,
    updated: has('updated') ? (cells('updated').sort().at(-1) ?? '') : undefined,
    services: list('services'),
    places: places && sorted([facts.home!, ...places]),
    clients: list('clients'),
    domains: list('domains'),
  }
}

const sorted = (items: string[]): string[] => [...new Set(items)].sort()
