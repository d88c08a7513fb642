import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ProblemError } from './problems.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Scheme and host under which the client reaches this server. */
    readonly origin: string
  }
}

const host = /^(?:[\w.-]+|\[[\da-fA-F:.]+\])(?::\d{1,5})?$/

function askedOrigin(request: FastifyRequest): string {
  if (!host.test(request.host))
    throw new ProblemError('bad-request', 'The Host header is not a host.')
  return `${request.protocol}://${request.host}`
}

/** Gives each request the origin for addresses that must be absolute: the one that is set, else the one that was asked. */
export function registerOrigin(app: FastifyInstance, publicUrl: string | undefined) {
  app.decorateRequest('origin', {
    getter() {
      return publicUrl ?? askedOrigin(this)
    },
  })
}
