import type { FastifyInstance, FastifyReply } from 'fastify'
import { overloaded } from './problems.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Seconds from a request to the first byte of its answer. */
    requestTimeout: number
  }
}

export function registerRequestTimeout(app: FastifyInstance, seconds: number) {
  app.decorate('requestTimeout', seconds)
}

/**
 * An answer that is there in time, `waited` milliseconds of which are over. Throws `overloaded` after that; the work goes
 * on, and a retry that comes before its end shares it.
 */
export async function inTime<T>(
  reply: FastifyReply,
  given: T | Promise<T>,
  waited = reply.elapsedTime,
): Promise<T> {
  if (!(given instanceof Promise)) return given
  const { promise, reject } = Promise.withResolvers<never>()
  const late = () => reject(overloaded('The answer was not ready in time; try again.'))
  const timer = setTimeout(late, 1_000 * reply.server.requestTimeout - waited)
  try {
    return await Promise.race([given, promise])
  } finally {
    clearTimeout(timer)
  }
}
