import { z } from 'zod'
import { core } from './core.ts'

export type ColumnType = 'string' | 'date' | 'integer' | 'number' | 'boolean' | 'json'

/** A column of the table that records of a schema make: what is nested is named by its path, `date_earliest`. */
export type Column = {
  name: string
  /** The top-level field that it comes from. */
  field: string
  type: ColumnType
  /** Whether a cell holds the values of all items of a list, those of one item standing at one place in each column. */
  list: boolean
  description: string
  /** The value in a record, or those of the items of its list; null where there is none. */
  read: (record: unknown) => unknown
}

type Leaf = Omit<Column, 'field'>

/** The columns of the records of a schema, in the order of its fields. */
export const columnsOf = (schema: z.ZodObject): Column[] =>
  Object.entries(schema.shape).flatMap(([field, inner]) =>
    leavesOf(inner as z.ZodType, field).map(leaf => ({
      ...leaf,
      field,
      read: (record: unknown) => leaf.read(get(record, field)),
    })),
  )

const get = (value: unknown, key: string | number): unknown =>
  (value as Record<string | number, unknown> | null | undefined)?.[key] ?? null

/** The leaves of a value: itself, or those of what is in it. */
function leavesOf(schema: z.ZodType, name: string, above = ''): Leaf[] {
  const description = schema.description ?? above
  const inner = core(schema)
  if (inner instanceof z.ZodObject) return below(Object.entries(inner.shape), name, description)
  if (inner instanceof z.ZodTuple)
    return below(
      inner.def.items.map((item, i) => [i === 0 ? 'min' : 'max', item, i] as const),
      name,
      description,
    )
  if (inner instanceof z.ZodArray)
    return leavesOf(inner.element as z.ZodType, name, description).map(toList)
  return [{ name, type: typeOf(inner), list: false, description, read: value => value ?? null }]
}

type Part = readonly [name: string, schema: z.core.$ZodType, key?: number]

const below = (parts: Part[], name: string, description: string): Leaf[] =>
  parts.flatMap(([part, schema, key = part]) =>
    leavesOf(schema as z.ZodType, `${name}_${part}`, description).map(leaf => ({
      ...leaf,
      read: value => leaf.read(get(value, key)),
    })),
  )

const toList = (leaf: Leaf): Leaf => ({
  ...leaf,
  list: true,
  read: value => (value as unknown[] | null)?.map(leaf.read) ?? null,
})

function typeOf(schema: z.ZodType): ColumnType {
  if (schema instanceof z.ZodNumber) return schema.isInt ? 'integer' : 'number'
  if (schema instanceof z.ZodBoolean) return 'boolean'
  if (schema.meta()?.format === 'date') return 'date'
  const isText = [z.ZodString, z.ZodStringFormat, z.ZodEnum].some(kind => schema instanceof kind)
  return isText ? 'string' : 'json'
}
