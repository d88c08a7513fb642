import { RoaringBitmap32 } from 'roaring-wasm'
import { filtersAmong, view } from '../model/collections.ts'
import { type Filter, qualifiedKey } from '../model/filter.ts'
import type { Dataset } from '../store/dataset.ts'
import type { Rows } from '../store/rows.ts'
import { keepDays } from './dates.ts'
import { keepInForce } from './in-force.ts'
import { type DateMatch, listOf, type Query, textOf, type Values } from './query.ts'
import { type Ranked, rankNewest } from './search-ranks.ts'
import { findRows, type MakeRows } from './search-rows.ts'
import { readSearch } from './search-text.ts'
import { claimsAbout } from './subjects.ts'

/** What text search says of a query: the rows that match and, where it asks for them so, the newest by their rank. */
export type Found = { rows: MakeRows; ranked?: Ranked }

/** Asks text search, where the query has a text: all that a query has to wait for. */
export async function findText(dataset: Dataset, query: Query): Promise<Found | undefined> {
  const q = textOf(query.values, 'q')
  if (q === undefined) return undefined
  const search = readSearch('q', q)
  const span = dataset.span(view(query.view).of)
  const rows = await findRows(dataset, search, span)
  if (query.values.sort !== 'relevance') return { rows }
  return { rows, ranked: await rankNewest(dataset, search, rows, span) }
}

/** The rows that a query selects; `found` is what text search said of it. */
export function selectRows(
  dataset: Dataset,
  query: Query,
  found: Found | undefined,
  match = query.values.date_match as DateMatch | undefined,
): Rows {
  return keepDated(dataset, query, selectUndated(dataset, query, found), match)
}

/** The rows that a query selects before its dates are looked at. */
export function selectUndated(dataset: Dataset, query: Query, found: Found | undefined): Rows {
  const rows = filterRows(dataset, query)
  if (found) rows.andInPlace(found.rows())
  return rows
}

/** Keeps the rows whose dates are as a query wants them. */
export function keepDated(
  dataset: Dataset,
  query: Query,
  rows: Rows,
  match: DateMatch = 'possible',
): Rows {
  keepDays(dataset, query, rows, match)
  const day = textOf(query.values, 'in_force_on')
  if (day !== undefined) keepInForce(dataset, rows, day, match)
  return rows
}

function filterRows(dataset: Dataset, query: Query): Rows {
  const { of, where } = view(query.view)
  const rows = where ? dataset.rows(of, where.filter, where.value).clone() : dataset.all(of)
  for (const { filter, parameter, isNot } of filtersAmong(query.view, Object.keys(query.values))) {
    const values = [query.values[parameter]].flat().map(String)
    const qualifying = isNot ? exactOnly(query.values) : query.values
    const found = union(dataset, query, filter, qualifiedKeys(filter, values, qualifying))
    if (isNot) rows.andNotInPlace(found)
    else rows.andInPlace(found)
  }
  return rows
}

/** A `not_` filter is not tied to a role, only to what a region stands for. */
const exactOnly = ({ region_exact }: Values): Values =>
  region_exact === undefined ? {} : { region_exact }

/** The keys of values whose qualifiers hold on the same entry. */
function qualifiedKeys(filter: Filter<unknown>, wanted: string[], values: Values): string[] {
  let choices: [string, string][][] = [[]]
  for (const name of filter.qualifiers ?? []) {
    const allowed = qualifierValues(values, name)
    if (allowed.length > 0)
      choices = choices.flatMap(chosen =>
        allowed.map(value => [...chosen, [name, value] as [string, string]]),
      )
  }
  return wanted.flatMap(value => choices.map(chosen => qualifiedKey(value, chosen)))
}

const qualifierValues = (values: Values, name: string): string[] =>
  typeof values[name] === 'boolean' ? (values[name] ? ['true'] : []) : listOf(values, name)

function union(dataset: Dataset, query: Query, filter: Filter<unknown>, keys: string[]): Rows {
  const { of } = view(query.view)
  if (filter.keys)
    return RoaringBitmap32.orMany(keys.map(key => dataset.rows(of, filter.name, key)))
  if ('record' in filter.takes) return claimsOn(dataset, keys)
  return RoaringBitmap32.from(keys.map(id => dataset.row(of, id) as number))
}

/** The rows of the claims on records, which are given by their paths. */
function claimsOn(dataset: Dataset, paths: string[]): Rows {
  const rows = new RoaringBitmap32()
  for (const path of paths) {
    const [first, count] = claimsAbout(dataset, path) as [number, number]
    rows.addRange(first, first + count)
  }
  return rows
}
