import { type Dataset, perDataset } from '../../dataset/dataset.ts'
import { timesOf } from '../../dataset/times.ts'
import type { Register } from '../../model/register.ts'
import { asksForFirms } from './licensed.ts'
import { placesBelow, placesFor } from './places.ts'
import { askedFor, type Query } from './query.ts'

const NOTE = 'A firm that is not listed here may still be licensed.'

/** The basis of an answer about licences: the registers of the places asked for. Undefined for other answers. */
export function licenceCoverage(dataset: Dataset, query: Query) {
  if (query.view.of !== 'licences' && !asksForFirms(query)) return undefined
  const day = query.in_force_on
  const places = askedFor(query, 'licensed_in') ?? askedFor(query, 'region')
  const below = new Set(places?.flatMap(place => placesBelow(dataset, place, day)))
  const binding = new Set(places?.flatMap(place => placesFor(dataset, place, day)))
  const covers = ({ places: own }: Register) =>
    !places || own.some(place => below.has(place) || binding.has(place))
  const parts = licensedPlaces(dataset).intersection(below)
  for (const place of places ?? []) parts.delete(place)
  return {
    registers: dataset.meta.page.registers.filter(covers).map(summarize),
    parts: [...parts].sort(),
    note: NOTE,
  }
}

/** The places that licences or registers name. */
const licensedPlaces = perDataset(dataset => {
  const covered = dataset.meta.page.registers.flatMap(({ places }) => places)
  return new Set([...dataset.values(timesOf('licences'), 'region'), ...covered])
})

const summarize = ({ id, readings, complete_from, lateness, leaves_out }: Register) => ({
  id,
  last_reading: readings.at(-1)?.on ?? null,
  readings: readings.length,
  complete_from,
  lateness,
  leaves_out,
})
export type LicenceCoverage = NonNullable<ReturnType<typeof licenceCoverage>>
