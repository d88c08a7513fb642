import type { Dataset, StoredAmount } from '../../dataset/dataset.ts'
import type { Rows } from '../../dataset/rows.ts'
import { askedFor, type Query } from '../list/query.ts'

/** The units that can be counted. */
export const units = ['actions', 'matters'] as const
export type Unit = (typeof units)[number]

/** A sum of imposed amounts; a part is null if an amount lacks it. */
export type Sum = { low: number | null; best: number | null; high: number | null }

/** The rule or case of a step, and its stage, by which groups are made. */
export type StepGroup = { matter?: string; stage?: string }

/** How groups of actions are measured: by how many actions or matters they have, and by a sum of amounts. */
export type Measure = {
  count: (rows: Rows, group?: StepGroup) => number
  /** The matters of an action by its steps in a group; undefined if actions themselves are counted. */
  mattersOf: ((row: number, group?: StepGroup) => string[]) | undefined
  /** The amounts of an action that are added; undefined if nothing is. */
  amountsOf: AmountsOf | undefined
}

/** Gives the amounts of an action that are added, by its row. */
export type AmountsOf = (row: number) => StoredAmount[]

type Asked = { unit: Unit; sum: string | undefined }

/** The measure that a request asks for, of the actions that a query selects. */
export function measureFor(dataset: Dataset, query: Query, { unit, sum }: Asked): Measure {
  const amounts = sum === undefined ? undefined : dataset.amounts()
  const inUnits = askedFor(query, 'amount_unit')
  const isAdded = ({ quantity, unit, modality }: StoredAmount) =>
    quantity === sum && inUnits!.includes(unit) && modality === 'imposed'
  const mattersOf = unit === 'actions' ? undefined : matterReader(dataset, query)
  return {
    count(rows, group) {
      if (!mattersOf) return rows.size()
      const found = new Set<string>()
      rows.forEach(row => {
        for (const matter of mattersOf(row, group)) found.add(matter)
      })
      return found.size
    },
    mattersOf,
    // A sum needs a unit, so that every action has an amount.
    amountsOf: amounts && (row => amounts.get(row)!.filter(isAdded)),
  }
}

/** A function that gives the matters of an action: by those of its steps that the query's matters and stages allow, and a group. */
function matterReader(dataset: Dataset, query: Query) {
  const steps = dataset.steps()
  const [matters, stages] = [new Set(askedFor(query, 'matter')), new Set(askedFor(query, 'stage'))]
  return (row: number, group: StepGroup = {}): string[] =>
    (steps.get(row) ?? []).flatMap(({ matter, stage }) => {
      const isIn =
        allows(matters, matter) &&
        allows(stages, stage) &&
        (group.matter ?? matter) === matter &&
        (group.stage ?? stage) === stage
      return isIn ? matter : []
    })
}

/** Whether a choice has a value; one of nothing has every value. */
const allows = (choice: Set<string | null>, value: string | null): boolean =>
  choice.size === 0 || choice.has(value)

const DIGITS = 15

/** A sum; of fractions with as many digits as a number of 64 bits surely holds, so that 0.1 and 0.2 are 0.3. */
function add(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return null
  return Number.isInteger(a + b) ? a + b : Number((a + b).toPrecision(DIGITS))
}

/** A sum, with an amount added to it. */
export const addAmount = (sum: Sum, { low, best, high }: StoredAmount): Sum => ({
  low: add(sum.low, low ?? best),
  best: add(sum.best, best),
  high: add(sum.high, high ?? best),
})

export const NOTHING: Sum = { low: 0, best: 0, high: 0 }

/** The sum of the amounts of some actions. */
export function sumOf(amountsOf: AmountsOf, rows: Rows): Sum {
  let sum = NOTHING
  rows.forEach(row => {
    for (const amount of amountsOf(row)) sum = addAmount(sum, amount)
  })
  return sum
}
