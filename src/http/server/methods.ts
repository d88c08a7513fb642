import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ProblemError } from '../problems/problems.ts'

const LONGEST_URL = 8_192

const pathOf = ({ url }: FastifyRequest) => url.replace(/\?.*/s, '')

/** The problem of a path that no route has. */
export const nothingAt = (request: FastifyRequest) =>
  new ProblemError('not-found', `There is nothing at ${pathOf(request)}.`)

/**
 * Refuses requests without a host, URLs that are too long, and methods that a path does not have (405 with Allow,
 * from the registered routes) before any body is read. OPTIONS gets its Allow here; CORS answers it.
 */
export function registerMethods(app: FastifyInstance) {
  const routes: { path: RegExp; methods: string[] }[] = []
  app.addHook('onRoute', ({ url, method }) => {
    if (url === '*') return
    const escaped = url.replaceAll(/[.+()]/g, '\\$&')
    const path = new RegExp(`^${escaped.replaceAll(/:\w+/g, '[^/]+').replaceAll('*', '.*')}$`)
    routes.push({ path, methods: [method].flat() })
  })
  app.addHook('onRequest', (request, reply, done) => {
    const { method, is404 } = request
    const refusal = refusalOf(request)
    if (refusal || (method !== 'OPTIONS' && !is404)) return done(refusal)
    const path = pathOf(request)
    const methods = routes.filter(route => route.path.test(path)).flatMap(route => route.methods)
    if (methods.length === 0) return done(nothingAt(request))
    const allow = [...new Set([...methods, 'OPTIONS'])].sort().join(', ')
    reply.header('allow', allow)
    if (method === 'OPTIONS') return done()
    done(new ProblemError('method-not-allowed', `${method} is not allowed here.`))
  })
}

/** The fault of a request whatever its method is. */
function refusalOf(request: FastifyRequest): ProblemError | undefined {
  const { raw, headers, url, params } = request
  if (raw.httpVersion === '1.1' && headers.host === undefined)
    return new ProblemError('bad-request', 'The request has no Host header.')
  if (Buffer.byteLength(url) > LONGEST_URL)
    return new ProblemError('uri-too-long', `The URL is longer than ${LONGEST_URL} bytes.`)
  return Object.values(Object(params)).includes('') ? nothingAt(request) : undefined
}
