import { z } from 'zod'
import { fold, nearest } from '../model/nearest.ts'
import type { Extension } from '../queries/reconcile-extend.ts'
import type { AskedProperty, ReconcileQuery } from '../queries/reconcile-meet.ts'
import { propertyIds } from '../queries/reconcile-properties.ts'
import { typeIds } from '../queries/reconcile-types.ts'
import { BadParameters, type Fault, quoted } from '../queries/refusal.ts'
import { nameOf, readJson, readPart } from './json-reader.ts'
import { ProblemError } from './problems.ts'

/** Most queries of a batch, most entities of an extension. */
export const BATCH_SIZE = 50
export const MOST_ENTITIES = 1_000
export const LONGEST_TEXT = 500
export const DEFAULT_LIMIT = 10
export const MOST_CANDIDATES = 100
export const MOST_VALUES = 50

const Text = z.string().min(1).max(LONGEST_TEXT)
const Types = z.union([Text, z.array(Text).max(typeIds.length)], {
  error: 'is neither the id of a type nor a list of them',
})
const Value = z.union(
  [
    z.string().max(LONGEST_TEXT),
    z.number(),
    z.boolean(),
    z.strictObject({ id: Text, name: z.string().optional() }),
  ],
  {
    error: `is neither a text of at most ${LONGEST_TEXT} characters, a number, true, false nor {"id": …}`,
  },
)
const AskedValues = z.union([Value, z.array(Value).min(1).max(MOST_VALUES)], {
  error: `is neither a value nor a list of at most ${MOST_VALUES}: texts of at most ${LONGEST_TEXT} characters, numbers, true, false or {"id": …}`,
})
type AskedValue = z.output<typeof Value>

export const QueryJson = z.strictObject({
  query: Text.optional(),
  type: Types.optional(),
  type_strict: z.enum(['any', 'all', 'should']).default('any'),
  limit: z.int().min(1).max(MOST_CANDIDATES).default(DEFAULT_LIMIT),
  properties: z
    .array(z.strictObject({ pid: z.enum(propertyIds), v: AskedValues }))
    .max(propertyIds.length)
    .default([]),
})

/** OpenRefine says the name of a property beside its id, and settings where there are any. */
const PropertyJson = z.strictObject({
  id: z.enum(propertyIds),
  name: z.string().optional(),
  settings: z.strictObject({}).optional(),
})

export const ExtensionJson = z.strictObject({
  ids: z.array(Text),
  properties: z.array(PropertyJson).min(1).max(propertyIds.length),
})

/** The queries of a batch by their keys. Throws BadParameters, or a problem where there are too many. */
export function readBatch(text: string): Map<string, ReconcileQuery> {
  const batch = readJson('queries', text)
  const faults: Fault[] = []
  readPart(z.looseObject({}), batch, ['queries'], faults)
  const entries = faults.length > 0 ? [] : Object.entries(batch as object)
  expectFew('queries', entries.length, BATCH_SIZE, 'queries')
  const queries = entries.map(([key, value]) => [key, readQuery(value, key, faults)] as const)
  if (faults.length > 0) throw new BadParameters(faults)
  return new Map(queries as [string, ReconcileQuery][])
}

function expectFew(parameter: string, count: number, most: number, what: string) {
  if (count > most)
    throw new ProblemError(
      'too-large',
      `${parameter} has ${count} ${what}; at most ${most} go together.`,
    )
}

function readQuery(value: unknown, key: string, faults: Fault[]): ReconcileQuery | undefined {
  const path = ['queries', key]
  const query = readPart(QueryJson, value, path, faults)
  if (!query) return undefined
  const types = [query.type ?? []].flat()
  faults.push(...unknownTypes(types, nameOf([...path, 'type'])))
  const pids = query.properties.map(({ pid }) => pid)
  if (new Set(pids).size < pids.length)
    faults.push({ parameter: nameOf([...path, 'properties']), message: 'names a property twice' })
  if (query.query === undefined && pids.length === 0)
    faults.push({ parameter: nameOf(path), message: 'has neither query nor properties' })
  const { query: asked, limit, type_strict: strict } = query
  return { text: asked, types, strict, limit, properties: query.properties.map(toAsked) }
}

const unknownTypes = (types: string[], parameter: string): Fault[] =>
  types
    .filter(type => !typeIds.includes(type))
    .map(type => ({
      parameter,
      message: `${quoted(type)} is not a type`,
      allowed: typeIds,
      did_you_mean: nearest(type, typeIds),
    }))

const toAsked = ({ pid, v }: { pid: string; v: AskedValue | AskedValue[] }): AskedProperty => ({
  pid,
  values: [v].flat().map(value => fold(String(typeof value === 'object' ? value.id : value))),
})

/** What is asked of which entities. Throws BadParameters, or a problem where there are too many. */
export function readExtension(text: string): Extension {
  const faults: Fault[] = []
  const asked = readPart(ExtensionJson, readJson('extend', text), ['extend'], faults)
  if (!asked) throw new BadParameters(faults)
  expectFew('extend', asked.ids.length, MOST_ENTITIES, 'ids')
  const properties = asked.properties.map(({ id }) => id)
  if (new Set(properties).size < properties.length)
    throw new BadParameters([{ parameter: 'extend.properties', message: 'names a property twice' }])
  return { ids: asked.ids, properties }
}
