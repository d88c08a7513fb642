import type { JSONObject } from '@modelcontextprotocol/server'
import { readOpenapi } from '../src/http/openapi/openapi.ts'

export type Parameter = {
  name: string
  required: boolean
  description: string
  schema: JSONObject
}
export type Operation = { id: string; path: string; collection: string; parameters: Parameter[] }

type Referring = Parameter | { $ref: string }
type Described = { operationId: string; parameters?: Referring[] }
type Description = {
  components: { parameters: Record<string, Parameter> }
  paths: Record<string, Record<string, Described>>
}

const { components, paths }: Description = JSON.parse(readOpenapi('json'))

const resolve = (parameter: Referring): Parameter =>
  '$ref' in parameter ? components.parameters[parameter.$ref.split('/').at(-1)!]! : parameter

/** The operations of the API. The collection is the first part of a path below /v1. */
export const operations: Operation[] = Object.entries(paths).flatMap(([path, methods]) =>
  Object.values(methods).map(({ operationId, parameters = [] }) => ({
    id: operationId,
    path,
    collection: path.split('/')[2] ?? '',
    parameters: parameters.map(resolve),
  })),
)
