import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'

/** What is sent at a path, whatever is asked: made by the server that is compared with, whose own headers it has. */
export type FixedAnswer = {
  path: string
  status: number
  type: string
  headers: Record<string, string>
  file: string
}

export const FIXED = 'answers.json'

/** A route for each fixed answer in a folder, which sends the bytes that it holds, with its headers or only the type of what it is, and does nothing else. */
export function registerFixed(app: FastifyInstance, folder: string, withHeaders: boolean) {
  const answers = JSON.parse(readFileSync(join(folder, FIXED), 'utf8')) as FixedAnswer[]
  for (const { path, status, type, headers: all, file } of answers) {
    const headers = withHeaders ? all : {}
    const bytes = readFileSync(join(folder, file))
    app.get(path, (_, reply) =>
      status === 304
        ? reply.code(304).headers(headers).send()
        : reply.type(type).headers(headers).send(bytes),
    )
  }
}
