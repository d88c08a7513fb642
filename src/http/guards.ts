import cors from '@fastify/cors'
import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import type { FastifyInstance } from 'fastify'
import { overloaded, ProblemError } from './problems.ts'

const exposed = [
  'Accept-Ranges',
  'Content-Disposition',
  'Content-Range',
  'ETag',
  'Link',
  'Last-Modified',
  'RateLimit',
  'RateLimit-Policy',
  'Repr-Digest',
  'Retry-After',
  'X-Dataset-Release',
  'X-Request-Id',
  'X-Total-Count',
]

/** What lets any page read an answer; CORS does not get to see what is refused before it. */
export const openToAll = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': exposed.join(', '),
}

const WINDOW_SECONDS = 60

/** Anyone may read from any page. */
export function registerCors(app: FastifyInstance) {
  app.register(cors, {
    origin: '*',
    exposedHeaders: exposed,
    strictPreflight: false,
    maxAge: 86_400,
  })
  // The plugin has one list of methods for all paths.
  app.addHook('onSend', async ({ method }, reply, payload) => {
    const allow = reply.getHeader('allow')
    if (method === 'OPTIONS' && allow) reply.header('access-control-allow-methods', allow)
    return payload
  })
}

/** Whoever watches the server must always get its answer. */
const isHealth = (url: string): boolean => url.startsWith('/health/')

const SETTLED_MS = 2_000

/** Refuses work when the event loop lags, but not for the lag that starting takes. */
export function registerPressure(app: FastifyInstance, maxEventLoopDelay: number) {
  let settled = false
  const settle = () => {
    settled = true
  }
  app.addHook('onListen', async () => void setTimeout(settle, SETTLED_MS).unref())
  app.register(underPressure, {
    maxEventLoopDelay,
    pressureHandler: ({ url }) => {
      if (settled && !isHealth(url)) throw overloaded()
    },
  })
}

const names = {
  limit: 'x-ratelimit-limit',
  remaining: 'x-ratelimit-remaining',
  reset: 'x-ratelimit-reset',
}

/** Limits the requests of a client, and says so in the fields of the current draft; the plugin sends an older one's. */
export function registerRateLimit(app: FastifyInstance, max: number) {
  if (max === 0) return
  app.register(rateLimit, {
    max,
    timeWindow: WINDOW_SECONDS * 1_000,
    allowList: ({ url }) => isHealth(url),
    errorResponseBuilder: (_, { ttl }) =>
      new ProblemError(
        'too-many-requests',
        `This client has sent more than ${max} requests in a minute.`,
        {
          'retry-after': String(Math.ceil(ttl / 1_000)),
        },
      ),
  })
  app.addHook('onSend', async (_request, reply, payload) => {
    const [limit, remaining, reset] = Object.values(names).map(name => reply.getHeader(name))
    for (const name of Object.values(names)) reply.removeHeader(name)
    if (limit === undefined) return payload
    reply.header('ratelimit-policy', `"default";q=${limit};w=${WINDOW_SECONDS}`)
    reply.header('ratelimit', `"default";r=${remaining};t=${reset}`)
    return payload
  })
}
