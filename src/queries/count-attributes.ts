import { turn } from '../model/turns.ts'
import type { Dataset } from '../store/dataset.ts'
import {
  addTo,
  type Counters,
  type Lines,
  lineOf,
  type Part,
  type Selected,
  sumUp,
  type Tally,
  walk,
} from './tally.ts'

/** The groupings that are filters of the actions. */
export const attributes = ['kind', 'type', 'region', 'actor', 'activity', 'document']

/** A filter by whose values actions are counted. */
export type Attribute = { name: string; values: string[] }

/** The values of a filter that a selected action has. */
export async function attributeOf(
  dataset: Dataset,
  name: string,
  { possible }: Selected,
): Promise<Attribute> {
  const values: string[] = []
  for (const value of dataset.values('actions', name)) {
    if (dataset.rows('actions', name, value).intersects(possible)) values.push(value)
    await turn()
  }
  return { name, values }
}

/** Counts the selected rows by the values of a filter. */
export async function tallyAttribute(
  dataset: Dataset,
  { name, values }: Attribute,
  { certain, possible }: Selected,
): Promise<Tally> {
  const tally = { certain: new Int32Array(values.length), possible: new Int32Array(values.length) }
  for (const [at, value] of values.entries()) {
    const rows = dataset.rows('actions', name, value)
    tally.certain[at] = certain.andCardinality(rows)
    tally.possible[at] = possible.andCardinality(rows)
    await turn()
  }
  return tally
}

/** Counts by the values of a filter, in lines. Which of them each row has is looked up once for all that is counted by them. */
export async function attributeCounters(
  dataset: Dataset,
  { name, values }: Attribute,
  { possible }: Selected,
  lines: Lines,
): Promise<Counters> {
  const [start, count] = dataset.ranges.actions
  // The place in `places` of the first value of each row and, behind the last row, how many there are.
  const firsts = new Uint32Array(count + 1)
  const each = async (use: (index: number, place: number) => void) => {
    for (const [place, value] of values.entries())
      await walk(
        possible,
        rows => {
          for (const row of rows) use(row - start, place)
        },
        () => dataset.rows('actions', name, value),
      )
  }
  await each(index => addTo(firsts, index, 1))
  sumUp(firsts)
  const places = new Uint16Array(firsts[count] as number)
  await each((index, place) => {
    addTo(firsts, index, -1)
    places[firsts[index] as number] = place
  })
  const width = values.length
  const begin = () => {
    const counts = new Int32Array(lines.count * width)
    const add = (rows: Uint32Array, part: Part) => {
      for (const row of rows) {
        const index = row - start
        const line = lineOf(part, index) * width
        const end = firsts[index + 1] as number
        for (let at = firsts[index] as number; at < end; at++)
          addTo(counts, line + (places[at] as number), 1)
      }
    }
    return { add, tally: () => ({ certain: counts, possible: counts }) }
  }
  return { width, begin }
}
