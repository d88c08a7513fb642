import type { Dataset } from '../../dataset/dataset.ts'
import { keepRows, type Rows } from '../../dataset/rows.ts'
import { askedFor, type Query } from './query.ts'

/** Keeps the actions with an amount that is at least the query's: by its figure, or by its lower bound where it has none. */
export function keepAmounts(dataset: Dataset, query: Query, rows: Rows) {
  const { amount_min } = query
  if (amount_min === undefined) return
  const [quantities, units] = [askedFor(query, 'quantity'), askedFor(query, 'amount_unit')]
  const amounts = dataset.amounts()
  keepRows(rows, row =>
    // Every row that is left has an amount in the unit.
    amounts.get(row)!.some(({ quantity, unit, low, best }) => {
      const isMeant = !quantities || quantities.includes(quantity)
      return isMeant && units!.includes(unit) && (best ?? low ?? -Infinity) >= amount_min
    }),
  )
}
