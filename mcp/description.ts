import type { JSONObject } from '@modelcontextprotocol/server'

export type Schema = JSONObject
export type Parameter = {
  name: string
  in: string
  required?: boolean
  description: string
  schema: Schema
}
export type Operation = { path: string; collection: string; parameters: Parameter[] }
export type Description = {
  paths: Record<string, Record<string, { operationId: string; parameters?: Parameter[] }>>
}

/** The operations of an API description by their ids. */
export const operationsOf = ({ paths }: Description): Map<string, Operation> =>
  new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.values(methods).map(({ operationId, parameters = [] }) => [
        operationId,
        { path, collection: path.split('/')[2] ?? '', parameters },
      ]),
    ),
  )
