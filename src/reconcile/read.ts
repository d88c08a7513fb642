import { z } from 'zod'
import { ProblemError } from '../http/problems/problems.ts'
import { core } from '../model/columns.ts'
import { explainIssue, quoted, show } from '../model/issues.ts'
import { fold, nearest } from '../model/names.ts'
import { BadParameters, type Fault, MOST_FAULTS } from '../queries/refusal.ts'
import { propertyIds } from './properties.ts'
import { nearTypes, typeIds } from './types.ts'

/** Most queries of a batch. */
export const BATCH_SIZE = 50
export const LONGEST_TEXT = 500
const MOST_VALUES = 50
const MOST_PROPERTIES = 50

const Text = z.string().min(1).max(LONGEST_TEXT)
const Types = z
  .union([Text, z.array(Text).max(typeIds.length)], {
    error: 'is neither the id of a type nor a list of them',
  })
  .transform(types => [types].flat())
  .superRefine((types, { addIssue }) => {
    const type = types.find(type => !typeIds.includes(type))
    if (type === undefined) return
    addIssue({ code: 'custom', message: `${quoted(type)} is not a type`, params: nearTypes(type) })
  })
const Value = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.strictObject({ id: z.string(), name: z.string().optional() }),
])
const Values = z.union([Value, z.array(Value)], {
  error: 'is neither a value nor a list of values: texts, numbers, true, false, null or {"id": …}',
})
const foldValue = (value: z.output<typeof Value>) =>
  fold(String((typeof value === 'object' ? value?.id : value) ?? ''))

const AskedProperty = z.strictObject({
  pid: z.enum(propertyIds),
  v: Values.transform(values => [values].flat().map(foldValue)),
})

/** A query: a name, or properties, or both. A property holds if it has one of the values, which are folded. */
const GivenQuery = z
  .strictObject({
    query: z.string().nullish(),
    type: Types.default([]),
    type_strict: z.enum(['any', 'all', 'should']).default('any'),
    limit: z.int().min(1).max(100).default(10),
    properties: z.array(AskedProperty).default([]),
  })
  .refine(({ query, properties }) => query !== undefined || properties.length > 0, {
    error: 'has neither query nor properties',
    when: ({ issues }) => issues.length === 0,
  })
type GivenQuery = z.output<typeof GivenQuery>

/** A query that can have an answer. */
export type Query = GivenQuery & { query?: string }

const isText = (text: string) => text !== '' && text.length <= LONGEST_TEXT

/**
 * Whether a query can have an answer. The cells of a table may be empty or long, and two of its columns may be mapped
 * to one property: none of this is a reason to refuse the other queries.
 */
function isAnswerable(query: GivenQuery): query is Query {
  const { query: text, properties } = query
  const pids = new Set(properties.map(({ pid }) => pid))
  return (
    text !== null &&
    (text === undefined || isText(text)) &&
    pids.size === properties.length &&
    properties.every(({ v }) => v.every(value => value.length <= LONGEST_TEXT))
  )
}

/** OpenRefine also sends the name of a property, and settings if there are any. */
const ExtendedBy = z.strictObject({
  id: z.enum(propertyIds),
  name: z.string().optional(),
  settings: z.strictObject({}).optional(),
})
const Extension = z.strictObject({
  ids: z.array(z.string()),
  properties: z.array(ExtendedBy).min(1).max(MOST_PROPERTIES),
})
export type Extension = z.output<typeof Extension>

const Batch = z.custom<object>(
  value => typeof value === 'object' && value !== null && !Array.isArray(value),
  { error: ({ input }) => `${show(input)} is not an object` },
)

const hasMore = (most: number, value: unknown) => Array.isArray(value) && value.length > most

/** Whether a list in a query is too long for an answer. It is not read: a form has room for very many values. */
function isOverlong(query: unknown): boolean {
  const { properties } = Object(query)
  if (hasMore(propertyIds.length, properties)) return true
  return [properties].flat().some(property => hasMore(MOST_VALUES, Object(property).v))
}

/** The queries of a batch by their keys; undefined for one that can have no answer. Throws BadParameters, or a problem if there are too many. */
export function readBatch(text: string): Map<string, Query | undefined> {
  const entries = Object.entries(readJson('queries', text, Batch))
  expectFew('queries', entries.length, BATCH_SIZE, 'queries')
  const faults: Fault[] = []
  const queries = new Map<string, Query | undefined>()
  for (const [key, value] of entries) {
    const query = isOverlong(value)
      ? undefined
      : readPart(`queries.${key}`, value, GivenQuery, faults)
    queries.set(key, query && isAnswerable(query) ? query : undefined)
  }
  if (faults.length > 0) throw new BadParameters(faults)
  return queries
}

/** The entities and properties of an extension. Throws BadParameters, or a problem if there are too many. */
export function readExtension(text: string): Extension {
  const extension = readJson('extend', text, Extension)
  expectFew('extend', extension.ids.length, 1_000, 'ids')
  return extension
}

function expectFew(parameter: string, count: number, most: number, things: string) {
  const detail = `${parameter} has ${count} ${things}; at most ${most} are allowed.`
  if (count > most) throw new ProblemError('too-large', detail)
}

/** A JSON text by its schema. Throws BadParameters. */
function readJson<T>(parameter: string, text: string, schema: z.ZodType<T>): T {
  const faults: Fault[] = []
  const data = readPart(parameter, parse(parameter, text), schema, faults)
  if (data === undefined) throw new BadParameters(faults)
  return data
}

function parse(parameter: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new BadParameters([{ parameter, message: `${quoted(text)} is not JSON` }])
  }
}

/** A value by its schema; undefined if it is refused, and then its faults are added. */
function readPart<T>(path: string, value: unknown, schema: z.ZodType<T>, faults: Fault[]) {
  const { data, error } = schema.safeParse(value, { reportInput: true })
  // As many as a person would read: a body may have very many.
  for (const issue of error?.issues.slice(0, MOST_FAULTS) ?? [])
    faults.push(...toFaults(issue, schema, path))
  return data
}

function toFaults(issue: z.core.$ZodIssue, schema: z.ZodType, path: string): Fault[] {
  const parameter = [path, ...issue.path].join('.')
  if (issue.code === 'custom') return [{ parameter, message: issue.message, ...issue.params }]
  if (issue.code !== 'unrecognized_keys') return [{ parameter, ...explainIssue(issue) }]
  const allowed = keysAt(schema, issue.path)
  return issue.keys.slice(0, MOST_FAULTS).map(key => ({
    parameter: `${parameter}.${key}`,
    message: `there is no ${quoted(key)} here`,
    ...(allowed && { allowed, did_you_mean: nearest(key, allowed) }),
  }))
}

/** The keys that an object may have; undefined if its schema allows other values too. */
function keysAt(schema: z.core.$ZodType, [key, ...rest]: PropertyKey[]): string[] | undefined {
  const inner = core(schema)
  if (inner instanceof z.ZodArray) return keysAt(inner.element, rest)
  if (!(inner instanceof z.ZodObject)) return undefined
  return key === undefined ? Object.keys(inner.shape) : keysAt(inner.shape[String(key)], rest)
}
