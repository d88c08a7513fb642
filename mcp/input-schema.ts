import type { JSONArray, JSONObject } from '@modelcontextprotocol/server'
import type { Operation, Parameter } from './description.ts'

/** The default number of records on a page: an agent reads everything that it gets. */
export const LIMIT = 10

/** Parameters that no tool has: the answers of tools are JSON. */
export const unfit = ['format', 'shape']

type Use = Parameter & { collection: string }

/** The arguments of a tool: the parameters of its operations, and the collection if there are several. */
export function inputSchema(operations: Operation[]) {
  const count = operations.length
  const uses = operations
    .flatMap(({ collection, parameters }) => parameters.map(it => ({ ...it, collection })))
    .filter(({ name }) => !unfit.includes(name))
  const named = Map.groupBy(uses, ({ name }) => name)
  const properties: Record<string, JSONObject> = count > 1 ? { collection: choice(operations) } : {}
  const required = Object.keys(properties)
  for (const [name, uses] of named) {
    const positive = name.replace(/^not_/, '')
    const isTwin = positive !== name && named.has(positive)
    properties[name] = isTwin ? twinOf(positive) : argument(name, uses, count)
    if (uses.length === count && uses.every(use => use.required)) required.push(name)
  }
  return { type: 'object' as const, properties, required, additionalProperties: false }
}

const choice = (operations: Operation[]): JSONObject => ({
  type: 'string',
  enum: operations.map(({ collection }) => collection),
  description: 'The first part of the name of a record, as in actors/huobi',
})

/** A negated filter. Its codes are listed once: the lists are long, and an agent has to read them. */
const twinOf = (name: string): JSONObject => ({
  type: 'array',
  items: { type: 'string' },
  description: `None of these; takes what ${name} takes`,
})

function argument(name: string, uses: Use[], count: number): JSONObject {
  const schema = uses.map(({ schema }) => schema).reduce(merge)
  const described = { ...schema, description: describe(uses, count) }
  return name === 'limit' ? { ...described, default: LIMIT } : described
}

/** The members that two JSON Schemas share, with the items of both lists. */
function merge(one: JSONObject, other: JSONObject): JSONObject {
  const merged: JSONObject = {}
  for (const [key, a] of Object.entries(one)) {
    const b = other[key]
    if (Array.isArray(a) && Array.isArray(b)) merged[key] = union(a, b)
    else if (isObject(a) && isObject(b)) merged[key] = merge(a, b)
    else if (a === b) merged[key] = a
  }
  return merged
}

const isObject = (value: unknown): value is JSONObject =>
  typeof value === 'object' && value !== null

const union = (...lists: JSONArray[]): JSONArray => [
  ...new Map(lists.flat().map(item => [JSON.stringify(item), item])).values(),
]

/** The meaning of a parameter; if collections differ, the meaning in each. */
const describe = (uses: Use[], count: number): string =>
  [...Map.groupBy(uses, ({ description }) => description)]
    .map(([meaning, same]) => {
      const collections = same.map(({ collection }) => collection).join(', ')
      return same.length === count ? meaning : `${collections}: ${meaning}`
    })
    .join('. ')
