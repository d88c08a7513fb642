import { z } from 'zod'
import { ProblemError } from '../http/problems/problems.ts'
import { quoted } from '../model/issues.ts'
import { fold, nearest } from '../model/names.ts'
import { BadParameters, type Fault } from '../queries/refusal.ts'
import { propertyIds } from './properties.ts'
import { readJson, readPart } from './read-json.ts'
import { typeIds } from './types.ts'

/** Most queries of a batch. */
export const BATCH_SIZE = 50
export const LONGEST_TEXT = 500
const MOST_VALUES = 50

const Text = z.string().min(1).max(LONGEST_TEXT)
const Types = z.union([Text, z.array(Text).max(typeIds.length)], {
  error: 'is neither the id of a type nor a list of them',
})
const Value = z.union([
  z.string().max(LONGEST_TEXT),
  z.number(),
  z.boolean(),
  z.strictObject({ id: Text, name: z.string().optional() }),
])
const Values = z.union([Value, z.array(Value).min(1).max(MOST_VALUES)], {
  error: `is neither a value nor a list of at most ${MOST_VALUES}: texts of at most ${LONGEST_TEXT} characters, numbers, true, false or {"id": …}`,
})
const foldValue = (value: z.output<typeof Value>) =>
  fold(String(typeof value === 'object' ? value.id : value))

const AskedProperty = z.strictObject({
  pid: z.enum(propertyIds),
  v: Values.transform(values => [values].flat().map(foldValue)),
})

/** A query: a name, or properties, or both. A property holds if it has one of the values, which are folded. */
const Query = z.strictObject({
  query: Text.optional(),
  type: Types.default([]).transform(types => [types].flat()),
  type_strict: z.enum(['any', 'all', 'should']).default('any'),
  limit: z.int().min(1).max(100).default(10),
  properties: z.array(AskedProperty).max(propertyIds.length).default([]),
})
export type Query = z.output<typeof Query>

/** OpenRefine also sends the name of a property, and settings if there are any. */
const ExtendedBy = z.strictObject({
  id: z.enum(propertyIds),
  name: z.string().optional(),
  settings: z.strictObject({}).optional(),
})
const Extension = z.strictObject({
  ids: z.array(Text),
  properties: z.array(ExtendedBy).min(1).max(propertyIds.length),
})
export type Extension = z.output<typeof Extension>

const Batch = z.custom<Record<string, unknown>>(
  value => typeof value === 'object' && value !== null && !Array.isArray(value),
  'is not an object',
)

/** The queries of a batch by their keys. Throws BadParameters, or a problem if there are too many. */
export function readBatch(text: string): Map<string, Query> {
  const entries = Object.entries(readJson('queries', text, Batch))
  expectFew('queries', entries.length, BATCH_SIZE, 'queries')
  const faults: Fault[] = []
  const queries = new Map<string, Query>()
  for (const [key, value] of entries) {
    const path = `queries.${key}`
    const query = readPart(Query, value, path, faults)
    if (!query) continue
    faults.push(...faultsIn(query, path))
    queries.set(key, query)
  }
  if (faults.length > 0) throw new BadParameters(faults)
  return queries
}

/** The entities and properties of an extension. Throws BadParameters, or a problem if there are too many. */
export function readExtension(text: string): Extension {
  const extension = readJson('extend', text, Extension)
  expectFew('extend', extension.ids.length, 1_000, 'ids')
  const repeated = repetition(
    extension.properties.map(({ id }) => id),
    'extend.properties',
  )
  if (repeated.length > 0) throw new BadParameters(repeated)
  return extension
}

function expectFew(parameter: string, count: number, most: number, things: string) {
  const detail = `${parameter} has ${count} ${things}; at most ${most} are allowed.`
  if (count > most) throw new ProblemError('too-large', detail)
}

/** The faults of a query that its schema cannot express. */
function faultsIn({ query, type, properties }: Query, path: string): Fault[] {
  const unknown = type.filter(type => !typeIds.includes(type))
  const isEmpty = query === undefined && properties.length === 0
  return [
    ...unknown.map(type => ({
      parameter: `${path}.type`,
      message: `${quoted(type)} is not a type`,
      allowed: typeIds,
      did_you_mean: nearest(type, typeIds),
    })),
    ...repetition(
      properties.map(({ pid }) => pid),
      `${path}.properties`,
    ),
    ...(isEmpty ? [{ parameter: path, message: 'has neither query nor properties' }] : []),
  ]
}

const repetition = (ids: string[], parameter: string): Fault[] =>
  new Set(ids).size < ids.length ? [{ parameter, message: 'names a property twice' }] : []
