import type { Claim } from '../model/claim.ts'
import { view } from '../model/collections.ts'
import type { ClaimedCollection } from '../model/fields.ts'
import { turn } from '../model/turns.ts'
import type { Dataset } from '../store/dataset.ts'
import { freeingRows } from '../store/rows.ts'
import { claimsOn } from './expand.ts'
import { recordAt } from './list.ts'
import { orderRows } from './order.ts'
import type { Query } from './query.ts'
import type { Quotes } from './quotes.ts'
import { refuseUnknown } from './resolve.ts'
import { findText, selectRows } from './select.ts'

/** All of a list at once: how many items there are, and the items one by one, each made when it is asked for. */
export type Whole<T> = { total: number; items: () => Iterable<T> }

/** A claim with the title of the record that it speaks of, both as they are served. */
export type TitledClaim = { title: string; claim: Claim }

/** The records that a query selects, in its order, as JSON. */
export async function wholeList(
  dataset: Dataset,
  query: Query,
  quotes: Quotes,
): Promise<Whole<string>> {
  const rows = await rowsInOrder(dataset, query)
  return {
    total: rows.total,
    *items() {
      for (let place = 0; place < rows.total; place++)
        yield recordAt(dataset, query, quotes, rows.at(place))
    },
  }
}

/** The claims on the records that a query selects, in its order. */
export async function wholeClaims(
  dataset: Dataset,
  query: Query,
  quotes: Quotes,
): Promise<Whole<TitledClaim>> {
  const of = view(query.view).of as ClaimedCollection
  const rows = await rowsInOrder(dataset, query)
  let total = 0
  for (let place = 0; place < rows.total; place++) total += dataset.claimRows(of, rows.at(place))[1]
  return {
    total,
    *items() {
      for (let place = 0; place < rows.total; place++) {
        const { title } = dataset.record(rows.at(place))
        for (const claim of claimsOn(dataset, of, rows.at(place), quotes)) yield { title, claim }
      }
    },
  }
}

async function rowsInOrder(dataset: Dataset, query: Query) {
  refuseUnknown(dataset, query)
  const found = await findText(dataset, query)
  await turn()
  return freeingRows(() => {
    const rows = selectRows(dataset, query, found)
    return orderRows(dataset, query, rows, found, rows.toUint32Array())
  })
}
