import type { FastifyInstance } from 'fastify'
import { stringify } from 'yaml'
import { WithdrawnRecord } from '../queries/refusal.ts'
import { formats, listFormats, traitsOf } from './formats.ts'
import { writeProblem } from './problem-writer.ts'
import { ProblemError } from './problems.ts'

type Media = { example?: unknown }
type Response = { content?: Record<string, Media> }
type Parameter = { name: string; in: string; schema: { examples?: unknown[] } }
type Operation = {
  operationId: string
  parameters?: Parameter[]
  responses: Record<string, Response>
}
type Spec = { paths: Record<string, Record<string, Operation>> }

/** What is asked for the example of an operation, where it needs more than its path. */
const questions: Record<string, string> = {
  'count-actions': 'group_by=kind&region=CN-NM',
  search: 'q=mongolia&limit=1',
  'chain-actions': 'depth=1',
  'suggest-entity': 'prefix=hu',
  'suggest-property': 'prefix=re',
  'suggest-type': 'prefix=ex',
  'propose-properties': 'type=region',
  'preview-entity': 'id=actors/huobi',
}

/** The form that is sent for the example of an operation that takes one. */
const forms: Record<string, string> = {
  'reconcile-form': new URLSearchParams({
    queries: JSON.stringify({ q0: { query: 'OKEx', type: 'exchange', limit: 1 } }),
  }).toString(),
}

/** What is asked so that the record of a query is not there, where its id is not in the path. */
const unknown: Record<string, string> = {
  'preview-entity': 'id=actors/nothing-like-this',
}

/** An error of each status that an operation declares, for the example of its problem. */
const failures: Record<string, object> = {
  416: new ProblemError('range-not-satisfiable', 'The file has not that many bytes.'),
  410: new WithdrawnRecord(
    'an-older-id',
    'was withdrawn in release 2026.12.0 (coding-error): why.',
  ),
  406: new ProblemError('not-acceptable', 'Accept allows none of application/json.'),
  413: new ProblemError('too-large', 'queries has 51 queries; at most 50 go together.'),
  414: new ProblemError('uri-too-long', 'The URL is longer than 8192 bytes.'),
  415: { statusCode: 415 },
  429: new ProblemError(
    'too-many-requests',
    'This client has sent more than 600 requests in a minute.',
  ),
  500: { statusCode: 500 },
  503: { statusCode: 503 },
}

const wholeTypes: string[] = listFormats
  .filter(name => traitsOf(name).whole)
  .map(name => formats[name].type)

const INSTANCE = '00000000-0000-4000-8000-000000000000'

/** The app's description as YAML, each answer with an example that the app itself has given. */
export async function describeApi(app: FastifyInstance): Promise<string> {
  const spec = structuredClone(app.swagger()) as unknown as Spec
  for (const [path, methods] of Object.entries(spec.paths))
    for (const [method, operation] of Object.entries(methods))
      for (const [status, response] of Object.entries(operation.responses))
        for (const [type, media] of Object.entries(response.content ?? {}))
          media.example = await exampleOf(app, [path, method as Method], operation, status, type)
  return stringify(spec, { lineWidth: 120, aliasDuplicateObjects: false })
}

type Method = 'get' | 'post'

// Some answers have the address of the server in them.
const headers = {
  host: '127.0.0.1:3000',
  'content-type': 'application/x-www-form-urlencoded',
}

async function exampleOf(
  app: FastifyInstance,
  [path, method]: [string, Method],
  operation: Operation,
  status: string,
  type: string,
): Promise<unknown> {
  if (failures[status]) return JSON.parse(writeProblem(failures[status], INSTANCE).body)
  const { body, statusCode } = await app.inject({
    url: urlOf(path, operation, status, type),
    method,
    payload: method === 'post' ? forms[operation.operationId] : undefined,
    headers: status === '200' ? { ...headers, accept: type } : headers,
  })
  if (String(statusCode) !== status)
    throw new Error(`the example of ${operation.operationId} ${status} gave ${statusCode}: ${body}`)
  if (!isJson.test(type)) return firstLines(body)
  const answer = JSON.parse(body)
  if (operation.operationId === 'export-files') answer.data?.splice(1)
  if ('@context' in answer) answer.distribution = answer['dcat:distribution'] = []
  return { ...answer, ...(status === '200' ? {} : { instance: `urn:uuid:${INSTANCE}` }) }
}

const isJson = /[/+]json$/

const SHOWN_LINES = 2

/** The beginning of an answer that has everything, which would be too long to show. */
const firstLines = (body: string) =>
  body
    .split(/(?<=\n)/)
    .slice(0, SHOWN_LINES)
    .join('')

function urlOf(
  path: string,
  { operationId, parameters = [] }: Operation,
  status: string,
  type: string,
): string {
  const ids = parameters.filter(parameter => parameter.in === 'path')
  const filled = ids.reduce((url, { name, schema }) => {
    const id = status === '404' ? 'nothing-like-this' : String(schema.examples?.[0])
    return url.replace(`{${name}}`, encodeURIComponent(id))
  }, path)
  if (status === '400') return `${filled}?fromat=json`
  if (status === '404' && unknown[operationId]) return `${filled}?${unknown[operationId]}`
  const isPage = parameters.some(({ name }) => name === 'limit') && !wholeTypes.includes(type)
  const limit = isPage ? 'limit=1' : ''
  return `${filled}?${questions[operationId] ?? limit}`
}
