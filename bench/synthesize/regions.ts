import { iso31661, iso31662 } from 'iso-3166'
import type { Region } from '../../src/model/region.ts'

const region = (kind: string, code: string, name: string, parent: string | null): Region => {
  const parents = parent === null ? [] : [{ code: parent }]
  return { code, name, kind, parents, licences: { granted_here: 0, valid_here: 0 } }
}

/** The countries of most actions, with their area. Only they have subdivisions here. */
const foremost: Record<string, string> = { CN: '030', JP: '030', DE: '155', US: '001', CA: '001' }

/** Where actions take place, the most common first. */
export const places = iso31661
  .toSorted((a, b) => Number(b.alpha2 in foremost) - Number(a.alpha2 in foremost))
  .flatMap(({ alpha2, name }) => [
    region('country', alpha2, name, foremost[alpha2] ?? '001'),
    ...iso31662
      .filter(({ parent }) => parent === alpha2 && alpha2 in foremost)
      .map(({ code, name }) => region('subdivision', code, name, alpha2)),
  ])

const world = region('world', '001', 'World', null)
const asia = region('area', '030', 'Eastern Asia', '001')
const europe = region('area', '155', 'Western Europe', '001')

/** All regions in the order of their codes. */
export const regions = [world, asia, europe, ...places].sort((a, b) => (a.code < b.code ? -1 : 1))
