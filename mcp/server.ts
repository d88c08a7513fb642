import { ProtocolError, ProtocolErrorCode, Server } from '@modelcontextprotocol/server'
import type { FastifyInstance } from 'fastify'
import { readOpenapi } from '../src/http/openapi.ts'
import { version } from '../src/server.ts'
import { answer } from './answer.ts'
import { type Description, operationsOf } from './description.ts'
import { LIMIT } from './input-schema.ts'
import { listPages, readPage } from './pages.ts'
import { type Tool, toolsOver } from './tool.ts'

const info = { name: 'crypto-regulation-events', title: 'Crypto Regulation Events', version }

const instructions = `What governments did about cryptocurrency and what the industry did in answer, coded from a few documents: events (actions) with actors, regions, dates, amounts and links.

- describe_dataset says what is covered. That a record is absent is no evidence that nothing happened: an empty answer has meta.coverage.
- Dates may be vague: earliest and latest are a range, and an open end is null. A filter by date means what may lie in it, with date_match=certain what must. Never turn a range into a day.
- Every value rests on claims on the words of a document: get_evidence shows them, and the rivals. Say where sources disagree (sources.conflicts) and what was only planned.
- Cite a record by meta.citation of get_record, the whole by describe_dataset, and name the release (meta.release).
- Lists come in pages of ${LIMIT}: pass meta.next as cursor, all else unchanged. fields makes answers short.
- A refusal names the argument, the allowed values and the nearest ones: mend the call and repeat it.`

const annotations = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
}

const tools = toolsOver(operationsOf(JSON.parse(readOpenapi().json) as Description))

const list = [...tools.values()].map(({ name, title, description, inputSchema }) => ({
  name,
  title,
  description,
  inputSchema,
  annotations,
}))

function toolNamed(name: string): Tool {
  const tool = tools.get(name)
  if (tool) return tool
  const known = [...tools.keys()].join(', ')
  throw new ProtocolError(
    ProtocolErrorCode.InvalidParams,
    `There is no tool '${name}'; there are ${known}.`,
  )
}

/** A server for one connection or one request, over the app that answers. */
export function serverOver(app: FastifyInstance): Server {
  const server = new Server(info, { instructions, capabilities: { tools: {}, resources: {} } })
  server.setRequestHandler('tools/list', () => ({ tools: list }))
  server.setRequestHandler('tools/call', ({ params }) =>
    answer(app, toolNamed(params.name), params.arguments ?? {}),
  )
  server.setRequestHandler('resources/list', listPages)
  server.setRequestHandler('resources/templates/list', () => ({ resourceTemplates: [] }))
  server.setRequestHandler('resources/read', ({ params }) => readPage(params.uri))
  return server
}
