import { type Dataset, perDataset, type StoredAmount } from '../../dataset/dataset.ts'
import type { Rows } from '../../dataset/rows.ts'

/** The units that can be counted. */
export const units = ['actions', 'matters'] as const
export type Unit = (typeof units)[number]

/** A sum of imposed amounts; a part is null if an amount lacks it. */
export type Sum = { low: number | null; best: number | null; high: number | null }

/** How groups of actions are measured: by how many actions or matters they have, and by a sum of amounts. */
export type Measure = {
  count: (rows: Rows) => number
  /** The matters of an action; undefined if actions themselves are counted. */
  mattersOf: ((row: number) => number[]) | undefined
  /** The amounts of an action that are added; undefined if nothing is. */
  amountsOf: ((row: number) => StoredAmount[]) | undefined
}

/** The matters of each action, as numbers. */
const matters = perDataset((dataset: Dataset) => {
  const numbers = new Map<number, number[]>()
  for (const [number, id] of dataset.values('actions', 'matter').entries())
    for (const row of dataset.list('actions', 'matter', id))
      numbers.set(row, [...(numbers.get(row) ?? []), number])
  return numbers
})

type Asked = { unit: Unit; sum?: string | undefined; amount_unit?: string[] | undefined }

/** The measure that a request asks for. */
export function measureFor(dataset: Dataset, { unit, sum, amount_unit = [] }: Asked): Measure {
  const amounts = sum === undefined ? undefined : dataset.amounts()
  const isAdded = ({ quantity, unit, modality }: StoredAmount) =>
    quantity === sum && amount_unit.includes(unit) && modality === 'imposed'
  const mattersOf = (row: number) => matters(dataset).get(row) ?? []
  return {
    count(rows) {
      if (unit === 'actions') return rows.size()
      const found = new Set<number>()
      rows.forEach(row => {
        for (const matter of mattersOf(row)) found.add(matter)
      })
      return found.size
    },
    mattersOf: unit === 'actions' ? undefined : mattersOf,
    // A sum needs a unit, so that every action has an amount.
    amountsOf: amounts && (row => amounts.get(row)!.filter(isAdded)),
  }
}

const add = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : a + b

/** A sum, with an amount added to it. */
export const addAmount = (sum: Sum, { low, best, high }: StoredAmount): Sum => ({
  low: add(sum.low, low ?? best),
  best: add(sum.best, best),
  high: add(sum.high, high ?? best),
})

export const NOTHING: Sum = { low: 0, best: 0, high: 0 }

/** The sum of the amounts of some actions. */
export function sumOf(amountsOf: NonNullable<Measure['amountsOf']>, rows: Rows): Sum {
  let sum = NOTHING
  rows.forEach(row => {
    for (const amount of amountsOf(row)) sum = addAmount(sum, amount)
  })
  return sum
}
