import { type GeoPath, geoCentroid, geoEqualEarth, geoPath } from 'd3-geo'
import { iso31661NumericToAlpha2 } from 'iso-3166'
import { feature } from 'topojson-client'
import fine from 'world-atlas/countries-50m.json' with { type: 'json' }
import coarse from 'world-atlas/countries-110m.json' with { type: 'json' }

/** Size of the map, in units of its view box. */
export const MAP_WIDTH = 1200
export const MAP_HEIGHT = 540

/** The outline of a country, or the place of one that is too small to have one. */
export type Outline = { code: string } & ({ path: string } | { x: number; y: number })

const ANTARCTICA = 'AQ'

/** The countries of a map of the world by their ISO codes; a country without one is no part of it. */
function countriesOf(map: typeof coarse | typeof fine) {
  // The types of JSON modules are wider than those of a topology.
  const topology = map as unknown as Parameters<typeof feature>[0]
  const countries = feature(topology, topology.objects.countries!)
  const { features } = countries as Extract<typeof countries, { features: unknown }>
  return features.flatMap(one => {
    const code = iso31661NumericToAlpha2[String(one.id)]
    return code === undefined || code === ANTARCTICA ? [] : [{ code, one }]
  })
}

let drawn: Outline[] | undefined

/** The outlines of all countries; of those that the coarse map leaves out, the middle. */
export function outlines(): Outline[] {
  drawn ??= draw()
  return drawn
}

function draw(): Outline[] {
  const large = countriesOf(coarse)
  const known = new Set(large.map(({ code }) => code))
  const small = countriesOf(fine).filter(({ code }) => !known.has(code))
  const shapes = { type: 'FeatureCollection' as const, features: large.map(({ one }) => one) }
  const projection = geoEqualEarth().fitSize([MAP_WIDTH, MAP_HEIGHT], shapes)
  const toPath: GeoPath = geoPath(projection).digits(0)
  return [
    ...large.map(({ code, one }) => ({ code, path: String(toPath(one)) })),
    ...small.map(({ code, one }) => {
      const [x, y] = projection(geoCentroid(one))!.map(Math.round) as [number, number]
      return { code, x, y }
    }),
  ]
}
