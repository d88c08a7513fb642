import { monitorEventLoopDelay } from 'node:perf_hooks'
import cors from '@fastify/cors'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { LRUCache } from 'lru-cache'
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

/** Keeps browsers from guessing the type of an answer. */
export function registerNoSniff(app: FastifyInstance) {
  app.addHook('onRequest', (_, reply, done) => {
    reply.header('x-content-type-options', 'nosniff')
    done()
  })
}

const isHealth = (url: string): boolean => url.startsWith('/health/')

/** When an event loop is too slow: its mean delay and the time over which that is taken, in milliseconds. */
export type Pressure = { maxEventLoopDelay: number; sampleInterval: number }

const RESOLUTION_MS = 10
const NANOSECONDS_IN_MS = 1e6

/**
 * Refuses work while the event loop is slow, but for health checks. @fastify/under-pressure does the same; its timer also
 * measures memory, which throws while the process has no file descriptor left.
 */
export function registerPressure(
  app: FastifyInstance,
  { maxEventLoopDelay, sampleInterval }: Pressure,
) {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  delays.enable()
  let isSlow = false
  const timer = setInterval(() => {
    const mean = delays.mean / NANOSECONDS_IN_MS - RESOLUTION_MS
    // Where the event loop had too few turns to measure anything, the mean is NaN.
    isSlow = !(mean <= maxEventLoopDelay)
    delays.reset()
  }, sampleInterval).unref()
  app.addHook('onClose', async () => {
    clearInterval(timer)
    delays.disable()
  })
  app.addHook('onRequest', ({ url }, _reply, done) => {
    done(isSlow && !isHealth(url) ? overloaded() : undefined)
  })
}

const WINDOW_SECONDS = 60
const WINDOW_MS = WINDOW_SECONDS * 1_000
const MOST_CLIENTS = 10_000

type Count = ReturnType<FastifyInstance['createRateLimit']>
/** The rest of a limit; the plugin has an option to limit nothing. */
type Limit = Extract<Awaited<ReturnType<Count>>, { isAllowed: false }>
type Counted = { current: number; ttl: number }

/** The requests of each client in its window. The plugin's own store goes by the time of day, which may be set back. */
class Counts {
  readonly #clients = new LRUCache<string, { requests: number }>({
    max: MOST_CLIENTS,
    ttl: WINDOW_MS,
    ttlResolution: 0,
  })

  incr(client: string, done: (error: null, counted: Counted) => void) {
    const counted = this.#clients.get(client) ?? { requests: 0 }
    if (counted.requests === 0) this.#clients.set(client, counted)
    counted.requests++
    done(null, { current: counted.requests, ttl: this.#clients.getRemainingTTL(client) })
  }

  child() {
    return new Counts()
  }
}

/**
 * Limits the requests of a client, which is an address or, for IPv6, a network of them; health checks have a count of
 * their own. Reports the limit in the fields of the current draft. The plugin sends those of an older one, and from a
 * hook of each route, which runs too late for answers from memory and not at all for unknown paths.
 */
export function registerRateLimit(app: FastifyInstance, max: number) {
  if (max === 0) return
  app.register(rateLimit, { global: false, max, timeWindow: WINDOW_MS, store: Counts })
  let [count, countHealth]: Count[] = []
  app.after(() => {
    count = app.createRateLimit()
    countHealth = app.createRateLimit({})
  })
  app.addHook('onRequest', async (request, reply) => {
    const limit = await (isHealth(request.url) ? countHealth : count)!(request)
    const { remaining, ttlInSeconds, isExceeded } = limit as Limit
    reply.header('ratelimit-policy', `"default";q=${max};w=${WINDOW_SECONDS}`)
    reply.header('ratelimit', `"default";r=${remaining};t=${ttlInSeconds}`)
    const detail = `This client has sent more than ${max} requests in a minute.`
    const headers = { 'retry-after': String(ttlInSeconds) }
    if (isExceeded) throw new ProblemError('too-many-requests', detail, headers)
  })
}
