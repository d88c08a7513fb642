import { randomUUID } from 'node:crypto'
import type { CallToolResult } from '@modelcontextprotocol/server'
import type { FastifyInstance } from 'fastify'
import { writeProblem } from '../src/http/problems/writer.ts'
import { type Arguments, urlOf } from './call.ts'
import type { Tool } from './tools.ts'

/** The API's answer to the call of a tool. A refusal is a result too, so that an agent can correct its call. */
export async function answer(
  app: FastifyInstance,
  tool: Tool,
  given: Arguments,
): Promise<CallToolResult> {
  const { status, body } = await ask(app, tool, given)
  return {
    content: [{ type: 'text', text: body }],
    structuredContent: JSON.parse(body),
    isError: status >= 400,
  }
}

async function ask(app: FastifyInstance, tool: Tool, given: Arguments) {
  try {
    let response = await app.inject(urlOf(tool, given))
    // The record has another id now.
    if (response.statusCode === 308) response = await app.inject(String(response.headers.location))
    return { status: response.statusCode, body: response.body }
  } catch (error) {
    return writeProblem(error, randomUUID())
  }
}
