import { common } from './common.ts'
import type { Operation, Parameter, Schema } from './description.ts'

export type InputSchema = {
  type: 'object'
  properties: Record<string, Schema>
  required: string[]
  additionalProperties: false
}

/** Records on a page unless more are asked for: an agent reads all that it gets. */
export const LIMIT = 10

/** Parameters that no tool has: the answers of tools are JSON. */
export const unfit = ['format', 'shape']

type Use = Parameter & { collection: string }

/** The arguments of a tool: the parameters of its operations, and the collection where there are several. */
export function inputSchema(operations: Operation[]): InputSchema {
  const uses = operations
    .flatMap(({ collection, parameters }) => parameters.map(it => ({ ...it, collection })))
    .filter(({ name }) => !unfit.includes(name))
  const named = Map.groupBy(uses, ({ name }) => name)
  const properties = [...named].map(([name, same]) => [
    name,
    isTwin(name, named) ? twin(name) : property(name, same, operations.length),
  ])
  const choice = operations.length > 1 ? { collection: choiceOf(operations) } : {}
  return {
    type: 'object',
    properties: { ...choice, ...Object.fromEntries(properties) },
    required: [...Object.keys(choice), ...needed(named, operations.length)],
    additionalProperties: false,
  }
}

const choiceOf = (operations: Operation[]): Schema => ({
  type: 'string',
  enum: operations.map(({ collection }) => collection),
  description: 'What the name of a record begins with, as in actors/huobi',
})

const needed = (named: Map<string, Use[]>, count: number) =>
  [...named]
    .filter(([, uses]) => uses.filter(({ required }) => required).length === count)
    .map(([name]) => name)

const NOT = /^not_/

const isTwin = (name: string, named: Map<string, unknown>) =>
  NOT.test(name) && named.has(name.replace(NOT, ''))

/** A filter turned round. What it takes is said once: the lists of codes are long, and an agent has to read them. */
const twin = (name: string): Schema => ({
  type: 'array',
  items: { type: 'string' },
  description: `None of these; takes what ${name.replace(NOT, '')} takes`,
})

function property(name: string, uses: Use[], count: number): Schema {
  const schema = uses.map(({ schema }) => schema).reduce((a, b) => common(a, b) as Schema)
  const said = { ...schema, description: meaningOf(uses, count) }
  return name === 'limit' ? { ...said, default: LIMIT } : said
}

/** What a parameter means, and in which collections where it is not the same in all. */
function meaningOf(uses: Use[], count: number): string {
  const meanings = Map.groupBy(uses, ({ description }) => description)
  return [...meanings]
    .map(([meaning, same]) =>
      same.length === count
        ? meaning
        : `${same.map(({ collection }) => collection).join(', ')}: ${meaning}`,
    )
    .join('. ')
}
