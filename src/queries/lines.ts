import type { Dataset } from '../store/dataset.ts'
import type { Attribute } from './count-attributes.ts'
import { type Lines, walk } from './tally.ts'

/** The filters of which an action has one value. */
const SINGLE = ['kind', 'type']

/** A line for each value of a filter. Where no row has two of them, all rows are gone over at once. */
export async function linesOf(dataset: Dataset, { name, values }: Attribute): Promise<Lines> {
  const count = values.length
  if (SINGLE.includes(name)) {
    const places = await placesOf(dataset, name)
    const lines = Int16Array.from(dataset.values('actions', name), value => values.indexOf(value))
    return { count, parts: [{ line: 0, column: { places, lines } }] }
  }
  const parts = values.map((value, line) => ({
    line,
    within: () => dataset.rows('actions', name, value),
  }))
  return { count, parts }
}

const known = new WeakMap<Dataset, Map<string, Uint16Array>>()

/** The place of the value that each row has among those of a filter; made once for a dataset. */
async function placesOf(dataset: Dataset, name: string): Promise<Uint16Array> {
  const all = known.get(dataset) ?? new Map<string, Uint16Array>()
  known.set(dataset, all)
  const places = all.get(name) ?? (await readPlaces(dataset, name))
  all.set(name, places)
  return places
}

async function readPlaces(dataset: Dataset, name: string): Promise<Uint16Array> {
  const [start, count] = dataset.ranges.actions
  const places = new Uint16Array(count)
  const all = dataset.all('actions')
  for (const [place, value] of dataset.values('actions', name).entries()) {
    const set = (rows: Uint32Array) => {
      for (const row of rows) places[row - start] = place
    }
    await walk(all, set, () => dataset.rows('actions', name, value))
  }
  all.dispose()
  return places
}
