import { nearest } from '../src/model/nearest.ts'
import { BadParameters, type Fault, quoted } from '../src/queries/refusal.ts'
import type { Operation } from './description.ts'
import { LIMIT } from './input-schema.ts'
import type { Tool } from './tool.ts'

export type Arguments = Record<string, unknown>

/** The path and query that answer the call of a tool. Throws BadParameters; what the values may be, the API knows. */
export function urlOf(tool: Tool, given: Arguments): string {
  const faults = Object.entries(given).flatMap(([name, value]) => faultOf(tool, name, value))
  if (faults.length > 0) throw new BadParameters(faults)
  const { collection, ...rest } = given
  const { path, parameters } = operationOf(tool, collection)
  const values = tool.inputSchema.properties.limit ? { limit: LIMIT, ...rest } : rest
  const inPath = parameters.filter(parameter => parameter.in === 'path').map(({ name }) => name)
  const query = Object.entries(values).filter(([name]) => !inPath.includes(name))
  return `${fill(path, inPath, given)}?${new URLSearchParams(query.flatMap(pairs))}`
}

function faultOf({ inputSchema }: Tool, parameter: string, value: unknown): Fault[] {
  const allowed = Object.keys(inputSchema.properties)
  if (!allowed.includes(parameter)) {
    const message = `there is no argument ${quoted(parameter)} here`
    return [{ parameter, message, allowed, did_you_mean: nearest(parameter, allowed) }]
  }
  const isPlain = itemsOf(value).every(item => item !== null && typeof item !== 'object')
  return isPlain ? [] : [{ parameter, message: 'is not a text, a number, true, false or a list' }]
}

function operationOf({ operations }: Tool, asked: unknown): Operation {
  const [only, ...others] = operations
  if (only && others.length === 0) return only
  const found = operations.find(({ collection }) => collection === asked)
  if (found) return found
  const allowed = operations.map(({ collection }) => collection)
  const name = String(asked ?? '')
  const message = name ? `${quoted(name)} has no such records` : 'is missing'
  const did_you_mean = nearest(name, allowed)
  throw new BadParameters([{ parameter: 'collection', message, allowed, did_you_mean }])
}

const itemsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

/** A list is a repeated parameter; an empty one an empty item, which the API refuses. */
const pairs = ([name, value]: [string, unknown]): [string, string][] =>
  (Array.isArray(value) && value.length === 0 ? [''] : itemsOf(value)).map(item => [
    name,
    String(item),
  ])

/** A path with the ids in it. In the names of records the slashes of an id are encoded already. */
function fill(path: string, names: string[], given: Arguments): string {
  const missing = names.filter(name => !given[name])
  if (missing.length > 0)
    throw new BadParameters(missing.map(parameter => ({ parameter, message: 'is missing' })))
  return names.reduce((filled, name) => {
    const id = String(given[name]).replaceAll(/%2F/gi, '/')
    return filled.replace(`{${name}}`, () => encodeURIComponent(id))
  }, path)
}
