import type { Claim } from '../model/claim.ts'
import { view } from '../model/collections.ts'
import type { ClaimedCollection } from '../model/fields.ts'
import { turn } from '../model/turns.ts'
import type { Dataset } from '../store/dataset.ts'
import { freeingRows } from '../store/rows.ts'
import { claimsOn } from './expand.ts'
import { recordOf } from './list.ts'
import { type Ordered, orderRows } from './order.ts'
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
  const { ordered } = await selected(dataset, query)
  return {
    total: ordered.total,
    *items() {
      for (const rows of batches(ordered)) {
        const jsons = dataset.jsons(rows)
        for (const [place, row] of rows.entries())
          yield recordOf(dataset, query, quotes, row, jsons[place] as string)
      }
    },
  }
}

/** The records that a query selects, in its order, as they are stored: a line each, many at a time. */
export async function wholeLines(dataset: Dataset, query: Query) {
  const { ordered } = await selected(dataset, query)
  return {
    total: ordered.total,
    async *body(): AsyncGenerator<Buffer> {
      for (const rows of batches(ordered)) {
        await turn('sending')
        yield dataset.joined(rows, ['', '\n', '\n'])
      }
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
  const { ordered, rows } = await selected(dataset, query)
  return {
    total: dataset.countClaims(of, rows),
    *items() {
      for (const some of batches(ordered))
        for (const row of some) {
          const { title } = dataset.record(row)
          for (const claim of claimsOn(dataset, of, row, quotes)) yield { title, claim }
        }
    },
  }
}

const AT_ONCE = 100

/** Rows in their order, so many at a time as are read at once. */
function* batches({ total, rows }: Ordered): Generator<number[]> {
  for (let start = 0; start < total; start += AT_ONCE)
    yield rows(start, Math.min(start + AT_ONCE, total))
}

async function selected(dataset: Dataset, query: Query) {
  refuseUnknown(dataset, query)
  const found = await findText(dataset, query)
  await turn()
  return freeingRows(() => {
    const set = selectRows(dataset, query, found)
    const rows = set.toUint32Array()
    return { rows, ordered: orderRows(dataset, query, set, found, rows) }
  })
}
