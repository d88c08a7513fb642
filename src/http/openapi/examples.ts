import { basename } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { stringify } from 'yaml'
import type { Operation, Spec } from './tidy.ts'

/** The query for the example of an operation that needs more than its path. */
const questions: Record<string, string> = {
  'count-actions': 'group_by=kind&region=CN-NM',
  search: 'q=mongolia&limit=1',
  'chain-actions': 'depth=1&basis=stated-by-actor',
  'suggest-entity': 'prefix=bw',
  'suggest-property': 'prefix=re',
  'suggest-type': 'prefix=ex',
  'propose-properties': 'type=region',
  'preview-entity': 'id=actors/huobi',
  'get-actions': 'fields=id,title,date',
  'list-actions': 'limit=1&fields=id,title,date',
  // Whole records are shown where one is asked for.
  'list-rules': 'limit=1&fields=id,title,status',
  'list-cases': 'limit=1&fields=id,title,status',
  'list-licences': 'limit=1&fields=id,title,status',
  'list-actors': 'licensed_in=FR&limit=1&fields=id,name,force',
  'list-documents': 'limit=1&fields=id,kind,title',
  'list-claims': 'limit=1&fields=id,record,field,value',
}

/** The form of the one operation that takes a form. */
const form = `queries=${encodeURIComponent('{"q0":{"query":"OKEx","type":"exchange","limit":1}}')}`

const headers = { 'content-type': 'application/x-www-form-urlencoded' }

/** The description of the API as YAML, with one example of each operation's answer, given by the app itself. */
export async function describeApi(app: FastifyInstance): Promise<string> {
  const spec: Spec = JSON.parse(JSON.stringify(app.swagger()))
  for (const [path, methods] of Object.entries(spec.paths))
    for (const operation of Object.values(methods)) {
      const media = operation.responses['200']!.content!['application/json']
      if (media) media.example = await exampleOf(app, spec, path, operation)
    }
  return stringify(spec, { lineWidth: 120, aliasDuplicateObjects: false })
}

async function exampleOf(
  app: FastifyInstance,
  { components }: Spec,
  path: string,
  { operationId, parameters = [] }: Operation,
): Promise<unknown> {
  const examples = new Map(
    parameters.map(parameter => {
      const { $ref } = parameter
      const { name, schema } = $ref ? components.parameters[basename($ref)]! : parameter
      return [name, String(schema!.examples![0])]
    }),
  )
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(examples.get(name)!))
  const query = questions[operationId] ?? (examples.has('limit') ? 'limit=1' : '')
  const { body, statusCode } = await app.inject({
    url: `${filled}?${query}`,
    ...(operationId === 'reconcile-form' && { method: 'POST', payload: form }),
    headers,
  })
  if (statusCode !== 200) throw new Error(`the example of ${operationId} failed: ${body}`)
  // One item of each list is enough.
  return JSON.parse(body, (_, value) => (Array.isArray(value) ? value.slice(0, 1) : value))
}
