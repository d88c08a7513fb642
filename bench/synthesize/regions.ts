import { iso31661, iso31662 } from 'iso-3166'
import type { Region } from '../../src/model/region.ts'

const WORLD: Region = { code: '001', name: 'World', kind: 'world', parent: null }

/** The areas of UN M49 that some countries stand below. */
const areas: Record<string, { name: string; countries: string }> = {
  '030': { name: 'Eastern Asia', countries: 'CN HK JP KP KR MN MO TW' },
  '034': { name: 'Southern Asia', countries: 'AF BD BT IN IR LK MV NP PK' },
  '035': { name: 'South-eastern Asia', countries: 'BN ID KH LA MM MY PH SG TH TL VN' },
  '143': { name: 'Central Asia', countries: 'KG KZ TJ TM UZ' },
  '021': { name: 'Northern America', countries: 'BM CA GL US' },
  '154': { name: 'Northern Europe', countries: 'DK EE FI GB IE IS LT LV NO SE' },
  '155': { name: 'Western Europe', countries: 'AT BE CH DE FR LI LU MC NL' },
}

/** What is reported of most, first. */
const FOREMOST =
  'CN US KR JP RU IN GB SG DE HK CH EE MT BR CA TH KZ UA AU NG VE SV FR IR TR VN ID'.split(' ')
const DIVIDED = ['CN', 'US', 'RU', 'IN', 'CA', 'BR', 'DE', 'JP', 'KZ', 'CH', 'KR']

const areaOf = (code: string): string =>
  Object.keys(areas).find(area => areas[area]?.countries.split(' ').includes(code)) ?? WORLD.code

const ranked = (code: string) => {
  const place = FOREMOST.indexOf(code)
  return place < 0 ? FOREMOST.length : place
}

const countries = iso31661
  .map(
    ({ alpha2, name }): Region => ({
      code: alpha2,
      name,
      kind: 'country',
      parent: areaOf(alpha2),
    }),
  )
  .sort((a, b) => ranked(a.code) - ranked(b.code))

const subdivisions = iso31662
  .filter(({ parent }) => DIVIDED.includes(parent))
  .map(({ code, name, parent }): Region => ({ code, name, kind: 'subdivision', parent }))

const above = Object.entries(areas).map(
  ([code, { name }]): Region => ({ code, name, kind: 'area', parent: WORLD.code }),
)

/** All regions in the order of their codes. */
export const regions: Region[] = [WORLD, ...above, ...countries, ...subdivisions].sort((a, b) =>
  a.code < b.code ? -1 : 1,
)

/** Where actions take place, the most common first. */
export const places: Region[] = countries.flatMap(country => [
  country,
  ...subdivisions.filter(({ parent }) => parent === country.code).slice(0, 6),
])
