import { basename } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { stringify } from 'yaml'
import type { Operation, Spec } from './spec.ts'

/** The query for the example of an operation that needs more than its path, or has long records. */
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
  'get-rules': 'fields=id,kind,title,numbers,regions,in_force',
  'list-rules': 'limit=1&fields=id,title',
  'get-cases': 'fields=id,kind,title,numbers,regions,steps',
  'list-cases': 'limit=1&fields=id,title',
  'get-licences': 'fields=id,kind,title,status,actor,holder,authority,activities,register',
  'list-licences': 'limit=1&fields=id,title',
  'list-exchanges': 'limit=1&fields=id,name',
  'list-agencies': 'limit=1&fields=id,name,region',
  'list-actors': 'licensed_in=FR&limit=1&fields=id,name,force',
  'list-regions': 'limit=1&fields=code,name',
  'get-documents': 'fields=id,kind,title,author,published,sha256,passages',
  'list-documents': 'limit=1&fields=id,kind,title',
  'list-claims': 'limit=1&fields=id,record,field,value',
  'list-vocabulary': 'limit=1&fields=id,label',
  'list-releases': 'limit=1&fields=version,date',
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
  const cursor = JSON.parse(body).meta?.next
  const text = cursor ? body.replaceAll(cursor, examples.get('cursor')!) : body
  return JSON.parse(text, (_, value) => cut(value))
}

const LONGEST = 100

/** One item of a list, and the beginning of a long text. */
function cut(value: unknown) {
  if (Array.isArray(value)) return value.slice(0, 1)
  if (typeof value !== 'string' || value.length <= LONGEST || !value.includes(' ')) return value
  return `${value.slice(0, value.lastIndexOf(' ', LONGEST))} …`
}
