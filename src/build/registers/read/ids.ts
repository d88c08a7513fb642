import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { Slug, Text } from '../../../model/text.ts'
import { SeedError } from '../../seed/seed-error.ts'

/** The kinds of things that have ids: a licence, a step of one, its firm; a reading has a number. */
const types = ['licence', 'action', 'firm', 'reading'] as const

const Line = z.strictObject({ type: z.enum(types), key: Text, id: Slug })
type Line = z.output<typeof Line>

const columns = ['type', 'key', 'id']

/** The file that holds the ids of what is derived from a register. Each was given once and stays. */
export const IDS = 'ids.csv'

/** The ids of what is derived from a register, by what they were given to. */
export class Ids {
  readonly lines: Line[]
  readonly #name: string
  readonly #byKey = new Map<string, string>()

  /** Reads the text of the file; an empty one has no ids. Throws a SeedError. */
  constructor(name: string, text: string) {
    this.#name = name
    this.lines = linesIn(name, text)
    for (const line of this.lines) this.#remember(line)
  }

  #remember({ type, key, id }: Line) {
    const full = `${type} ${key}`
    if (this.#byKey.has(full)) throw new SeedError([this.at(id, `'${key}' has another id already`)])
    this.#byKey.set(full, id)
  }

  /** The id that a key has; undefined if it has none yet. */
  get(type: Line['type'], key: string): string | undefined {
    return this.#byKey.get(`${type} ${key}`)
  }

  /** Gives an id to a key. */
  add(type: Line['type'], key: string, id: string) {
    const line = { type, key, id }
    this.lines.push(line)
    this.#remember(line)
  }

  /** A problem with an id at its line. */
  readonly at = (id: string, reason: string): string => {
    const line = this.lines.findIndex(line => line.id === id) + FIRST_LINE
    return `${this.#name}:${line}:1: ${reason}`
  }

  toString(): string {
    return stringify([columns, ...this.lines.map(it => [it.type, it.key, it.id])])
  }
}

/** The first line after the names of the columns. */
const FIRST_LINE = 2

function linesIn(name: string, text: string): Line[] {
  if (text === '') return []
  const [names, ...rows] = Cells.safeParse(cellsIn(text)).data ?? []
  const lines = rows.map(([type, key, id]) => ({ type, key, id }))
  const read = z.array(Line).safeParse(lines)
  if (read.data && names?.join() === columns.join()) return read.data
  throw new SeedError([`${name}:1:1: is not a table of type, key and id`])
}

const Cells = z.array(z.array(z.string()))

function cellsIn(text: string): unknown {
  try {
    return parse(text)
  } catch {
    return null
  }
}
