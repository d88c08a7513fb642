type Parameter = {
  $ref?: string
  name?: string
  in?: string
  schema?: { type?: string; examples?: unknown[] }
  example?: unknown
}
type Response = {
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
type Schemas = Record<string, { properties?: Record<string, { description?: string }> }>
export type Spec = {
  paths: Record<string, Record<string, Operation>>
  components: Record<string, object> & { parameters: Record<string, Parameter>; schemas: Schemas }
}

const operationsOf = ({ paths }: Spec): Operation[] =>
  Object.values(paths).flatMap(methods => Object.values(methods))

/**
 * Finishes the description that the plugins make: answers are open for new fields and codes, headers and redirects are
 * added, shared parts become components, and examples are shown without being sent.
 */
export function tidy(document: object): Spec {
  // The plugins declare no type for the plain JSON that they make.
  const spec: Spec = JSON.parse(JSON.stringify(document), plainPattern)
  for (const [path, methods] of Object.entries(spec.paths))
    for (const [method, operation] of Object.entries(methods)) {
      addResponses(path, method, operation.responses)
      operation.responses = opened(operation.responses)
      operation.parameters = operation.parameters?.map(tidyParameter)
    }
  const schemas = Object.entries(describedOnce(opened(spec.components.schemas)))
  spec.components = {
    schemas: Object.fromEntries(schemas.sort(([a], [b]) => (a < b ? -1 : 1))),
    headers,
    parameters: shareParameters(spec),
    responses: shareProblems(spec),
  }
  return prune(spec)
}

const plainPattern = (key: string, value: unknown) =>
  key === 'pattern' && typeof value === 'string' ? value.replaceAll('\\/', '/') : value

/** A part of an answer that stays valid when fields and codes are added. */
const opened = <T>(answer: T): T =>
  JSON.parse(JSON.stringify(answer), (key, value) => {
    const isClosed = key === 'additionalProperties' && value === false
    return isClosed || key === '$schema' || key === 'enum' ? undefined : value
  })

/** Schemas in which a part of a record does not repeat the descriptions of the record's fields. */
function describedOnce(schemas: Schemas): Schemas {
  for (const [name, part] of Object.entries(schemas)) {
    const whole = name.endsWith('Part') ? schemas[name.slice(0, -'Part'.length)] : undefined
    for (const field of Object.keys(whole?.properties ?? {}))
      delete part.properties?.[field]?.description
  }
  return schemas
}

/** Swagger UI sends the `example` of a parameter, and only shows `schema.examples`. */
function tidyParameter({ example, schema, ...rest }: Parameter): Parameter {
  const isList = rest.in === 'query' && schema!.type === 'array'
  return { ...rest, schema: { ...schema, examples: [example] }, ...(isList && { explode: false }) }
}

const textHeader = (description: string) => ({ description, schema: { type: 'string' } })

const headers = {
  ETag: textHeader('Strong tag of this answer, for If-None-Match'),
  'Last-Modified': textHeader('Time of the release'),
  'X-Dataset-Release': textHeader('Version of the release'),
  Link: textHeader('next, describedby, service-desc, license and cite-as'),
  Location: textHeader('The address to use'),
  'Content-Range': textHeader('Which part it is, and the length of the file'),
}

const refTo = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` })

const withHeaders = (description: string, ...names: (keyof typeof headers)[]): Response => ({
  description,
  headers: Object.fromEntries(names.map(name => [name, refTo('headers', name)])),
})

/** Adds the responses and headers of caching, of redirects and of parts of files. */
function addResponses(path: string, method: string, responses: Operation['responses']) {
  if (path.startsWith('/v1') && method === 'get') {
    const names = ['ETag', 'Last-Modified', 'X-Dataset-Release', 'Link'] as const
    const answer = responses['200']!
    responses['200'] = { ...answer, ...withHeaders(answer.description!, ...names) }
    responses['304'] = { description: 'The client has this answer already' }
  }
  if ('410' in responses)
    responses['308'] = withHeaders('The record has another id now', 'Location')
  if (!('416' in responses)) return
  responses['206'] = withHeaders('The part of the file that Range asks for', 'Content-Range')
  responses['307'] = withHeaders('With latest: the release that is served now', 'Location')
}

/** Makes a component of each parameter that several operations have. */
function shareParameters(spec: Spec) {
  const shared: Record<string, Parameter> = {}
  const uses = operationsOf(spec).flatMap(({ parameters = [], tags: [tag] }) =>
    parameters.map((parameter, at) => ({ parameter, parameters, at, tag })),
  )
  for (const same of Map.groupBy(uses, ({ parameter }) => JSON.stringify(parameter)).values()) {
    const { parameter, tag } = same[0]!
    if (same.length === 1) continue
    const own = parameter.name!
    const names = [own, `${own}-${tag}`, `${own}-${tag}-record`]
    const name = names.find(name => !(name in shared))!
    shared[name] = parameter
    for (const { parameters, at } of same) parameters[at] = refTo('parameters', name)
  }
  return shared
}

/** Makes a component of each problem that an operation may answer with. */
function shareProblems(spec: Spec) {
  const shared: Record<string, Response> = {}
  for (const { responses } of operationsOf(spec))
    for (const [status, response] of Object.entries(responses).filter(([it]) => it >= '400')) {
      shared[`Problem${status}`] = response
      responses[status] = refTo('responses', `Problem${status}`)
    }
  return shared
}

/** Drops unused components, until all are used. */
function prune(spec: Spec): Spec {
  const text = JSON.stringify(spec)
  const isUsed = (kind: string, name: string) => text.includes(`"${refTo(kind, name).$ref}"`)
  const used = Object.entries(spec.components).map(([kind, parts]) => [
    kind,
    Object.fromEntries(Object.entries(parts).filter(([name]) => isUsed(kind, name))),
  ])
  const pruned = { ...spec, components: Object.fromEntries(used) }
  return JSON.stringify(pruned) === text ? spec : prune(pruned)
}
