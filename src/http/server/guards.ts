import cors from '@fastify/cors'
import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import type { FastifyInstance } from 'fastify'
import { overloaded, ProblemError } from '../problems/problems.ts'

const exposedHeaders =
  'Accept-Ranges, Content-Disposition, Content-Range, ETag, Link, Last-Modified, RateLimit, RateLimit-Policy, Repr-Digest, Retry-After, X-Dataset-Release, X-Request-Id, X-Total-Count'

/** Lets any page read an answer; CORS does not see requests that are refused before it. */
export const openToAll = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': exposedHeaders,
}

/** Anyone may read from any page. */
export function registerCors(app: FastifyInstance) {
  app.register(cors, { origin: '*', exposedHeaders, strictPreflight: false, maxAge: 86_400 })
  // The plugin has one list of methods for all paths.
  app.addHook('onSend', ({ method }, reply, payload, done) => {
    const allow = method === 'OPTIONS' ? reply.getHeader('allow') : undefined
    if (allow) reply.header('access-control-allow-methods', allow)
    done(null, payload)
  })
}

/** Health checks are never refused. */
const isHealth = (url: string): boolean => url.startsWith('/health/')

/** When an event loop is too slow: its mean delay and the time over which that is taken, in milliseconds. */
export type Pressure = { maxEventLoopDelay: number; sampleInterval?: number }

/** Refuses work while the event loop is slow; with a `maxEventLoopDelay` of 0, never. */
export function registerPressure(app: FastifyInstance, pressure: Pressure) {
  app.register(underPressure, {
    ...pressure,
    pressureHandler: ({ url }) => {
      if (!isHealth(url)) throw overloaded()
    },
  })
}

/** While the server closes, each answer closes its connection too: a kept connection would keep the server running. */
export function registerClosing(app: FastifyInstance) {
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
  })
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (closing) reply.header('connection', 'close')
    done(null, payload)
  })
}

const WINDOW_SECONDS = 60

/**
 * Limits the requests of a client, and reports the limit in the fields of the current draft. The plugin sends those of
 * an older one, and from a hook of each route, which runs too late for answers from memory.
 */
export function registerRateLimit(app: FastifyInstance, max: number) {
  if (max === 0) return
  app.register(rateLimit, { global: false, max, timeWindow: WINDOW_SECONDS * 1_000 })
  app.after(() => {
    const count = app.createRateLimit()
    app.addHook('onRequest', async (request, reply) => {
      const free = { isAllowed: true } as const
      const limit = isHealth(request.url) ? free : await count(request)
      if (limit.isAllowed) return
      const { remaining, ttlInSeconds, isExceeded } = limit
      reply.header('ratelimit-policy', `"default";q=${max};w=${WINDOW_SECONDS}`)
      reply.header('ratelimit', `"default";r=${remaining};t=${ttlInSeconds}`)
      const detail = `This client has sent more than ${max} requests in a minute.`
      const headers = { 'retry-after': String(ttlInSeconds) }
      if (isExceeded) throw new ProblemError('too-many-requests', detail, headers)
    })
  })
}
