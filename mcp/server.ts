import { ProtocolError, ProtocolErrorCode, Server } from '@modelcontextprotocol/server'
import type { FastifyInstance } from 'fastify'
import { version } from '../src/server.ts'
import { call } from './call.ts'
import { LIMIT } from './input-schema.ts'
import { listPages, readPage } from './pages.ts'
import { type Tool, tools } from './tools.ts'

const info = { name: 'crypto-regulation-events', title: 'Crypto Regulation Events', version }

const instructions = `Government action on cryptocurrency and the response of the industry, coded from documents: events (actions) with actors, regions, dates, amounts and links, and the rules, cases and licences that they are steps of.

- describe_dataset states the coverage. A missing record is no evidence that nothing happened: an empty answer has meta.coverage.
- Dates may be vague: earliest and latest are a range, and an open end is null. A filter by date selects what may lie in the period; with date_match=certain, what must. Never turn a range into a day.
- What applies in a place on a day: find_rules with applies_in, in_force_on and activity. force says how sure it is; a rule that is not found may still exist.
- Who is licensed in a place on a day: find_actors with licensed_in, activity and in_force_on; include=licences gives the licences. find_licences lists the licences themselves. meta.coverage names the registers behind an answer: a firm that is not found may still be licensed.
- Every value rests on claims, each with a passage of a document: get_evidence shows them, and the rivals. Mention disagreement between sources (sources.conflicts) and events that were only planned.
- Cite a record by get_record with include=citation, the whole dataset by describe_dataset, and name the release (meta.release).
- Lists come in pages of ${LIMIT}: pass meta.next as cursor and keep all other arguments. fields shortens answers.
- A refusal names the argument, the allowed values and the nearest ones: correct the call and repeat it.`

const annotations = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
}

const list = [...tools.values()].map(({ operations: _, ...tool }) => ({ ...tool, annotations }))

function toolNamed(name: string): Tool {
  const tool = tools.get(name)
  if (tool) return tool
  const message = `There is no tool '${name}'; there are ${[...tools.keys()].join(', ')}.`
  throw new ProtocolError(ProtocolErrorCode.InvalidParams, message)
}

/** A server for one connection or one request, over the app that answers. */
export function serverOver(app: FastifyInstance): Server {
  const server = new Server(info, { instructions, capabilities: { tools: {}, resources: {} } })
  server.setRequestHandler('tools/list', () => ({ tools: list }))
  server.setRequestHandler('tools/call', ({ params }) =>
    call(app, toolNamed(params.name), params.arguments ?? {}),
  )
  server.setRequestHandler('resources/list', listPages)
  server.setRequestHandler('resources/templates/list', () => ({ resourceTemplates: [] }))
  server.setRequestHandler('resources/read', ({ params }) => readPage(params.uri))
  return server
}
