import { z } from 'zod'

export type ColumnType = 'string' | 'date' | 'integer' | 'number' | 'boolean' | 'json'

/** A column of the table that records of a schema make: nested values are named by their path, `date_earliest`. */
export type Column = {
  name: string
  /** The top-level field that it comes from. */
  field: string
  type: ColumnType
  /** Whether a cell holds the values of all items of a list; those of one item have the same place in each column. */
  list: boolean
  /** Whether each of these values is a list, too. */
  nested?: boolean
  description: string
  /** The value in a record, or the values of the items of its list; null where there is none. */
  read: (record: unknown) => unknown
}

type Leaf = Omit<Column, 'field'>

/** The columns of the records of a schema, in the order of its fields. */
export const columnsOf = (schema: z.ZodObject): Column[] =>
  Object.entries(schema.shape).flatMap(([field, inner]) =>
    leavesOf(inner, field).map(leaf => ({ ...within(leaf, field), field })),
  )

/** A leaf of a part, as a leaf of the object that has the part. */
const within = (leaf: Leaf, part: string): Leaf => ({
  ...leaf,
  read: value => leaf.read(get(value, part)),
})

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const get = (value: unknown, key: string): unknown => (isObject(value) ? value[key] : null) ?? null

/** The leaves of a value: itself, or those of its parts. */
function leavesOf(schema: z.core.$ZodType, name: string, above = ''): Leaf[] {
  const inner = core(schema)
  const description = z.globalRegistry.get(schema)?.description ?? above
  if (inner instanceof z.ZodObject)
    return Object.entries(inner.shape).flatMap(([part, schema]) =>
      leavesOf(schema, `${name}_${part}`, description).map(leaf => within(leaf, part)),
    )
  if (inner instanceof z.ZodArray) return leavesOf(inner.element, name, description).map(toList)
  return [{ name, type: typeOf(inner), list: false, description, read: value => value ?? null }]
}

const toList = (leaf: Leaf): Leaf => ({
  ...leaf,
  list: true,
  nested: leaf.list,
  read: value => (Array.isArray(value) ? value.map(leaf.read) : null),
})

function typeOf(schema: z.core.$ZodType): ColumnType {
  if (schema instanceof z.ZodNumber) return schema.isInt ? 'integer' : 'number'
  if (schema instanceof z.ZodBoolean || schema instanceof z.ZodLiteral) return 'boolean'
  if (z.globalRegistry.get(schema)?.format === 'date') return 'date'
  const isText = [z.ZodString, z.ZodStringFormat, z.ZodEnum].some(kind => schema instanceof kind)
  return isText ? 'string' : 'json'
}

/** The schema inside the wrappers that make it optional, nullable or give it a default. */
export function core(schema: z.core.$ZodType): z.core.$ZodType {
  const isWrapper =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault
  return isWrapper ? core(schema.def.innerType) : schema
}
