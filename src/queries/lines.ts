import { turn } from '../model/turns.ts'
import type { Dataset } from '../store/dataset.ts'
import { piecesOf, type Rows } from '../store/rows.ts'
import type { Attribute } from './count-attributes.ts'

/** The value of each row, by its place among all, and the line of each value. */
type Column = { places: Uint16Array; lines: Int16Array }

/** Rows that are gone over together, all that are selected or those in a set: they count in one line, or each in that of its value. */
export type Part = { within?: () => Rows; line: number; column?: Column }

/** What is counted apart from each other. */
export type Lines = { count: number; parts: Part[] }

export const ONE_LINE: Lines = { count: 1, parts: [{ line: 0 }] }

/** The line of a row, given by its place among all. */
export const lineOf = ({ line, column }: Part, index: number): number =>
  column ? (column.lines[column.places[index] as number] as number) : line

/** The filters of which an action has one value. */
const SINGLE = ['kind', 'type']

/** A line for each value of a filter. Where no row has two of them, all rows are gone over at once. */
export async function linesOf(dataset: Dataset, { name, values }: Attribute): Promise<Lines> {
  const count = values.length
  if (!SINGLE.includes(name))
    return {
      count,
      parts: values.map((value, line) => ({
        within: () => dataset.rows('actions', name, value),
        line,
      })),
    }
  const places = await placesOf(dataset, name)
  const lines = Int16Array.from(dataset.values('actions', name), value => values.indexOf(value))
  return { count, parts: [{ line: 0, column: { places, lines } }] }
}

const known = new WeakMap<Dataset, Map<string, Uint16Array>>()

/** The place of the value that each row has among those of a filter; made once. */
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
  for (const [place, value] of dataset.values('actions', name).entries()) {
    await turn()
    for (const piece of piecesOf(dataset.rows('actions', name, value)))
      for (const row of piece) places[row - start] = place
  }
  return places
}
