import type { Dataset } from '../../dataset/dataset.ts'
import type { CoverageRow } from '../../model/coverage.ts'
import { isoDay } from '../../model/dates.ts'
import { isCountry, placesBelow } from '../list/places.ts'
import { askedFor, type Query } from '../list/query.ts'

/**
 * The rows of the coverage in the places, of the kinds and in the years that a query asks for, and the countries and
 * territories that they leave out.
 */
export function coverageOf(dataset: Dataset, query: Query) {
  const isHere = placeReader(dataset, askedFor(query, 'region'))
  const kinds = askedFor(query, 'kind')
  const [from, to] = [yearOf(query.from), yearOf(query.to)]
  const isAsked = (year: number | null) =>
    year === null ? from === -Infinity && to === Infinity : from <= year && year <= to
  const rows = dataset.meta.coverage.filter(
    ({ region, kind, year }) =>
      isHere(region, year) && (kinds?.includes(kind) ?? true) && isAsked(year),
  )
  return { rows, without: placesWithout(dataset, rows, isHere) }
}

/** The year of a day; infinite if it is open. */
const yearOf = (day: number) => (Number.isFinite(day) ? Number(isoDay(day).slice(0, 4)) : day)

type IsHere = (region: string | null, year: number | null) => boolean

/** A function that says whether a region was one of some places, or below one, in a year; without a year today. */
function placeReader(dataset: Dataset, places: string[] | undefined): IsHere {
  if (!places) return () => true
  const byYear = new Map<number | null, Set<string>>()
  const belowIn = (year: number | null): Set<string> => {
    const days = year === null ? [undefined] : [`${year}-01-01`, `${year}-12-31`]
    const below = days.flatMap(day => places.flatMap(code => placesBelow(dataset, code, day)))
    return new Set(below)
  }
  return (region, year) => {
    const known = byYear.get(year) ?? belowIn(year)
    byYear.set(year, known)
    return region !== null && known.has(region)
  }
}

/** The countries and territories asked for that some rows name neither themselves nor a place below. */
function placesWithout(dataset: Dataset, rows: CoverageRow[], isHere: IsHere) {
  const named = new Set(rows.map(({ region }) => region))
  return dataset.regions
    .values()
    .filter(region => isCountry(region) && isHere(region.code, null))
    .map(({ code }) => code)
    .filter(code => !placesBelow(dataset, code).some(one => named.has(one)))
    .toArray()
}

/** The coverage of a place over all years and kinds. */
export type PlaceCoverage = Pick<
  CoverageRow,
  'region' | 'name' | 'actions' | 'official_sources' | 'independent_sources'
> & {
  /** The share of the actions whose date rests on one unofficial report. */
  single_source_share: number
  /** The first and the last year of a dated action. */
  years: [first: number, last: number] | null
}

/** The coverage of each place over the rows of its years and kinds. */
export const coverageByPlace = (rows: CoverageRow[]): PlaceCoverage[] =>
  [...Map.groupBy(rows, ({ region }) => region)].map(([region, own]) => {
    const sum = (
      name: 'actions' | `${'official' | 'independent'}_sources` | 'single_source_actions',
    ) => own.reduce((total, row) => total + row[name], 0)
    const years = own.flatMap(({ year }) => year ?? [])
    return {
      region,
      name: own[0]!.name,
      actions: sum('actions'),
      official_sources: sum('official_sources'),
      independent_sources: sum('independent_sources'),
      single_source_share: sum('single_source_actions') / sum('actions'),
      years: years.length > 0 ? [Math.min(...years), Math.max(...years)] : null,
    }
  })
