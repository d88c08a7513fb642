import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ProblemError } from './problems.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Scheme and host under which the client reaches this server. */
    readonly origin: string
  }
}

const host = /^(?:[\w.-]+|\[[\da-fA-F:.]+\])(?::\d{1,5})?$/

const protocols = ['http', 'https']

function askedOrigin({ protocol, host: asked }: FastifyRequest): string {
  const origin = `${protocol}://${asked}`
  if (!protocols.includes(protocol) || !host.test(asked) || !URL.canParse(origin))
    throw new ProblemError('bad-request', 'The Host header is not a host, or its scheme is none.')
  return origin
}

/** Gives each request the origin for addresses that must be absolute: the one that is set, else the one that was asked. */
export function registerOrigin(app: FastifyInstance, publicUrl: string | undefined) {
  app.decorateRequest('origin', {
    getter() {
      return publicUrl ?? askedOrigin(this)
    },
  })
}
