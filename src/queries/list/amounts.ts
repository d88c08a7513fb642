import type { Dataset } from '../../dataset/dataset.ts'
import { keepRows, type Rows } from '../../dataset/rows.ts'
import type { Query } from './query.ts'

/** Keeps the actions with an amount that is at least the query's: by its figure, or by its lower bound where it has none. */
export function keepAmounts(dataset: Dataset, { amount_min, conditions }: Query, rows: Rows) {
  if (amount_min === undefined) return
  const wanted = (name: string) => conditions.find(({ parameter }) => parameter === name)?.values
  const [quantities, units] = [wanted('quantity'), wanted('amount_unit')]
  const amounts = dataset.amounts()
  keepRows(rows, row =>
    // Every row that is left has an amount in the unit.
    amounts.get(row)!.some(({ quantity, unit, low, best }) => {
      const isMeant = !quantities || quantities.includes(quantity)
      return isMeant && units!.includes(unit) && (best ?? low ?? -Infinity) >= amount_min
    }),
  )
}
