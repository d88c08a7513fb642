import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { writeProblem } from '../src/http/problems/errors.ts'
import { quoted } from '../src/model/issues.ts'
import { nearest } from '../src/model/names.ts'
import { decodePath } from '../src/model/paths.ts'
import { BadParameters, type Fault } from '../src/queries/refusal.ts'
import type { Operation } from './description.ts'
import { LIMIT } from './input-schema.ts'
import type { Tool } from './tools.ts'

type Arguments = Record<string, unknown>

/** The API's answer to the call of a tool. A refusal is a result too, so that an agent can correct its call. */
export async function call(app: FastifyInstance, tool: Tool, given: Arguments) {
  const { status, body } = await ask(app, tool, given)
  return {
    content: [{ type: 'text' as const, text: body }],
    structuredContent: JSON.parse(body),
    isError: status >= 400,
  }
}

async function ask(app: FastifyInstance, tool: Tool, given: Arguments) {
  try {
    let response = await app.inject(urlOf(tool, given))
    // The record has another id now.
    const { location } = response.headers
    if (response.statusCode === 308)
      response = await app.inject(String(location).slice(app.base.path.length))
    return { status: response.statusCode, body: response.body }
  } catch (error) {
    return writeProblem(error, randomUUID(), app.base.path)
  }
}

/** The URL that answers the call of a tool. Throws BadParameters; the API checks the values. */
function urlOf(tool: Tool, all: Arguments): string {
  const read = Object.entries(all).map(
    ([name, value]) => [name, readList(tool, name, value)] as const,
  )
  const faults = read.flatMap(([name, value]) => faultIn(tool, name, value))
  if (faults.length > 0) throw new BadParameters(faults)
  const given: Arguments = Object.fromEntries(read.filter(([, value]) => !isLeftOut(value)))
  const { collection, ...rest } = given
  const { path } = operationOf(tool, collection)
  const values = tool.inputSchema.properties.limit ? { limit: LIMIT, ...rest } : rest
  const query = Object.entries(values).filter(([name]) => !path.includes(`{${name}}`))
  return `${fill(path, given)}?${new URLSearchParams(query.flatMap(toPairs))}`
}

function faultIn({ inputSchema }: Tool, parameter: string, value: unknown): Fault[] {
  const allowed = Object.keys(inputSchema.properties)
  if (!allowed.includes(parameter)) {
    const message = `there is no argument ${quoted(parameter)} here`
    return [{ parameter, message, allowed, did_you_mean: nearest(parameter, allowed) }]
  }
  const isPlain = [value].flat().every(item => item !== null && typeof item !== 'object')
  return isPlain || isLeftOut(value)
    ? []
    : [{ parameter, message: 'is not a text, a number, true, false or a list' }]
}

/** Frameworks of agents send null, an empty text or an empty list for an argument that was left out. */
const isLeftOut = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** The value of an argument. Some agents send a list as JSON in a text. */
function readList({ inputSchema }: Tool, name: string, value: unknown): unknown {
  const isList = inputSchema.properties[name]?.type === 'array'
  if (!isList || typeof value !== 'string' || !value.startsWith('[')) return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

function operationOf({ operations }: Tool, asked: unknown): Operation {
  if (operations.length === 1) return operations[0]!
  const found = operations.find(({ collection }) => collection === asked)
  if (found) return found
  const allowed = operations.map(({ collection }) => collection)
  const name = String(asked ?? '')
  const message = name ? `${quoted(name)} has no such records` : 'is missing'
  const did_you_mean = nearest(name, allowed)
  throw new BadParameters([{ parameter: 'collection', message, allowed, did_you_mean }])
}

/** A list becomes a repeated parameter. */
const toPairs = ([name, value]: [string, unknown]): [string, string][] =>
  [value].flat().map(item => [name, String(item)])

/** A path with its ids. An id may be taken from the path of a record, where some characters are encoded. */
const fill = (path: string, given: Arguments): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, parameter) => {
    if (!given[parameter]) throw new BadParameters([{ parameter, message: 'is missing' }])
    return encodeURIComponent(decodePath(String(given[parameter]).replaceAll(/%2F/gi, '/')))
  })
