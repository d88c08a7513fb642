import { randomUUID } from 'node:crypto'
import type { CallToolResult } from '@modelcontextprotocol/server'
import type { FastifyInstance } from 'fastify'
import { writeProblem } from '../src/http/problem-writer.ts'
import { type Arguments, urlOf } from './call.ts'
import type { Tool } from './tool.ts'

/** What the API answers to the call of a tool. A refusal is a result too, so that an agent can mend its call. */
export async function answer(
  app: FastifyInstance,
  tool: Tool,
  given: Arguments,
): Promise<CallToolResult> {
  const { status, body } = await attempt(() => ask(app, urlOf(tool, given)))
  return {
    content: [{ type: 'text', text: body }],
    structuredContent: JSON.parse(body),
    isError: status >= 400,
  }
}

type Answered = { status: number; body: string }

async function attempt(run: () => Promise<Answered>): Promise<Answered> {
  try {
    return await run()
  } catch (error) {
    return writeProblem(error, randomUUID())
  }
}

/** Asks the API. A record that has another id now is asked for by that one. */
async function ask(app: FastifyInstance, url: string): Promise<Answered> {
  const { statusCode, headers, body } = await app.inject(url)
  return statusCode === 308 ? ask(app, String(headers.location)) : { status: statusCode, body }
}
