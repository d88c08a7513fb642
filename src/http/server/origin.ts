import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ProblemError } from '../problems/problems.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Scheme and host under which the client reaches this server. */
    readonly origin: string
  }
}

const hostName = /^(?:[\w.-]+|\[[\da-fA-F:.]+\])(?::\d{1,5})?$/

function requestedOrigin({ protocol, host }: FastifyRequest): string {
  const origin = `${protocol}://${host}`
  if (!/^https?$/.test(protocol) || !hostName.test(host) || !URL.canParse(origin))
    throw new ProblemError('bad-request', 'The Host header or the forwarded scheme is not valid.')
  return origin
}

/** Gives each request the origin for absolute addresses: PUBLIC_URL, else that of the request. */
export function registerOrigin(app: FastifyInstance, publicUrl: string | undefined) {
  app.decorateRequest('origin', {
    getter() {
      return publicUrl ?? requestedOrigin(this)
    },
  })
}

type Settings = { PUBLIC_URL?: string; HOST: string; PORT: number }

/** The address of this server: PUBLIC_URL, else HOST and the port that it listens on. */
export function serverAddress(app: FastifyInstance, { PUBLIC_URL, HOST, PORT }: Settings): string {
  const [bound] = app.addresses()
  const port = typeof bound === 'object' ? bound.port : PORT
  const host = HOST.includes(':') ? `[${HOST}]` : HOST
  return PUBLIC_URL ?? `http://${host}:${port}`
}
