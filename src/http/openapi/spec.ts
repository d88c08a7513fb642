export type Parameter = {
  $ref?: string
  name?: string
  in?: string
  description?: string
  required?: boolean
  schema?: { type?: string; examples?: unknown[] }
  example?: unknown
}
export type Response = {
  $ref?: string
  description?: string
  headers?: object
  content?: Record<string, { example?: unknown }>
}
export type Operation = {
  operationId: string
  tags: string[]
  parameters?: Parameter[]
  responses: Record<string, Response>
}
export type Schemas = Record<string, { properties?: Record<string, unknown>; allOf?: object[] }>
export type Spec = {
  paths: Record<string, Record<string, Operation>>
  components: Record<string, object> & { parameters: Record<string, Parameter>; schemas: Schemas }
}
