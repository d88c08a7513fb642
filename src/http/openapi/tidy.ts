import { addResponses } from './add-responses.ts'
import type { Operation, Parameter, Response, Schemas, Spec } from './spec.ts'

const refTo = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` })

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
  const schemas = Object.entries(opened(wholesByParts(spec)))
  spec.components = {
    schemas: Object.fromEntries(schemas.sort(([a], [b]) => (a < b ? -1 : 1))),
    parameters: shareParameters(spec),
    responses: shareResponses(spec),
  }
  return prune(spec)
}

const plainPattern = (key: string, value: unknown) =>
  key === 'pattern' && typeof value === 'string' ? value.replaceAll('\\/', '/') : value

/** A part of an answer that stays valid when fields and codes are added. A pattern that a format implies is left out. */
const opened = <T>(answer: T): T =>
  JSON.parse(JSON.stringify(answer), (key, value) => {
    if (value?.format) delete value.pattern
    const isClosed = key === 'additionalProperties' && value === false
    return isClosed || closing.has(key) || value === Number.MAX_SAFE_INTEGER ? undefined : value
  })

const closing = new Set(['$schema', 'enum'])

/**
 * Schemas in which a whole record is a part of one that has every required field. It also keeps its id, without which
 * one generator of clients takes no note of the required fields.
 */
function wholesByParts({ paths, components: { schemas } }: Spec): Schemas {
  const wholes = [...JSON.stringify(paths).matchAll(wholeOrPart)].map(([, whole, part]) => {
    const { properties, ...rest } = schemas[whole!]!
    const id = Object.fromEntries(Object.entries(properties!).slice(0, 1))
    return [whole, { ...rest, properties: id, allOf: [refTo('schemas', part!)] }]
  })
  return { ...schemas, ...Object.fromEntries(wholes) }
}

const wholeOrPart =
  /"anyOf":\[\{"\$ref":"#\/components\/schemas\/(\w+)"\},\{"\$ref":"#\/components\/schemas\/(\w+Part)"\}/g

/** Swagger UI would send the `example` of a parameter; it ignores `schema.examples`. */
function tidyParameter({ example, required, schema, ...rest }: Parameter): Parameter {
  const isList = rest.in === 'query' && schema!.type === 'array'
  return {
    ...rest,
    ...(required && { required }),
    schema: { ...schema, examples: [example] },
    ...(isList && { explode: false }),
  }
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

/** Makes a component of each response that is no success. */
function shareResponses(spec: Spec) {
  const shared: Record<string, Response> = {}
  for (const { responses } of operationsOf(spec))
    for (const [status, response] of Object.entries(responses).filter(([it]) => it >= '300')) {
      const name = `${status < '400' ? 'Status' : 'Problem'}${status}`
      shared[name] = response
      responses[status] = refTo('responses', name)
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
