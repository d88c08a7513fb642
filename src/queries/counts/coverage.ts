import type { Dataset } from '../../dataset/dataset.ts'
import type { CoverageRow } from '../../model/coverage.ts'
import { isoDay } from '../../model/dates.ts'
import { placesBelow } from '../list/places.ts'
import { askedFor, type Query } from '../list/query.ts'

/** The rows of the coverage in the places, of the kinds and in the years that a query asks for, and the places that it leaves without any. */
export function coverageOf(dataset: Dataset, query: Query) {
  const places = askedFor(query, 'region')?.flatMap(code => placesBelow(dataset, code))
  const here = places && new Set(places)
  const kinds = askedFor(query, 'kind')
  const [from, to] = [yearOf(query.from), yearOf(query.to)]
  const isIn = (year: number | null) =>
    year === null ? from === -Infinity && to === Infinity : from <= year && year <= to
  const rows = dataset.meta.coverage.filter(
    ({ region, kind, year }) =>
      (here?.has(region!) ?? true) && (kinds?.includes(kind) ?? true) && isIn(year),
  )
  return { rows, without: placesWithout(dataset, rows, here) }
}

/** The year of a day; infinite if it is open. */
const yearOf = (day: number) => (Number.isFinite(day) ? Number(isoDay(day).slice(0, 4)) : day)

const LAWMAKING = ['country', 'territory']

/** The countries and territories that some rows do not name, of those asked for. */
function placesWithout(dataset: Dataset, rows: CoverageRow[], here: Set<string> | undefined) {
  const named = new Set(rows.map(({ region }) => region))
  return dataset.regions
    .values()
    .filter(({ code, kind }) => LAWMAKING.includes(kind) && (here?.has(code) ?? true))
    .map(({ code }) => code)
    .filter(code => !named.has(code))
    .toArray()
}
