import { foldName } from '../build/registers/read/names.ts'
import type { FactColumn, Facts } from '../model/register.ts'
import type { ReadRow } from './rows.ts'

/** Two rows with one key that have these in common are about one grant. */
const ofGrant: FactColumn[] = ['kind', 'name', 'granted', 'services', 'places']

/** They cannot differ then. */
const ofOneGrant: FactColumn[] = ['authority', 'home', 'ended', 'state']

/** Gives each row its key. Leaves out rows that repeat an earlier one; those that contradict it get a fault. */
export function giveKeys(rows: ReadRow[]): ReadRow[] {
  const byKey = new Map<string, ReadRow[]>()
  const used = new Set<string>()
  return rows.filter(row => {
    const key = keyOf(row.facts)
    const earlier = byKey.get(key) ?? []
    if (earlier.some(other => repeats(row.facts, other.facts))) {
      row.touch('repeated-row')
      return false
    }
    for (const other of earlier) contradict(row, other)
    row.facts.row = freeKey(key, row.facts.kind!, earlier[0]?.facts.kind, used)
    byKey.set(key, [...earlier, row])
    return true
  })
}

/** The register's own key of a row. */
const keyOf = ({ lei, reference, authority, name }: Facts): string =>
  lei || reference || `${authority}/${foldName(name!) || name}`

/** The key with the kind, if an earlier row has it for another one, and with a number, if there are several. */
function freeKey(key: string, kind: string, first = kind, used: Set<string>): string {
  const base = kind === first ? key : `${key} ${kind}`
  let [free, count] = [base, 1]
  while (used.has(free)) free = `${base} ${++count}`
  used.add(free)
  return free
}

const isSame = (columns: FactColumn[], a: Facts, b: Facts) =>
  columns.every(column => a[column] === b[column])

const placeInFile: FactColumn[] = ['row', 'line']

function repeats(row: Facts, other: Facts): boolean {
  const columns = Object.keys({ ...row, ...other }) as FactColumn[]
  return isSame(
    columns.filter(column => !placeInFile.includes(column)),
    row,
    other,
  )
}

function contradict(row: ReadRow, other: ReadRow) {
  if (!isSame(ofGrant, row.facts, other.facts)) return
  const column = ofOneGrant.find(one => row.facts[one] !== other.facts[one])
  if (column === undefined) return
  row.faults.set(column, `contradicts line ${other.written.line}`)
  other.faults.set(column, `contradicts line ${row.written.line}`)
}
