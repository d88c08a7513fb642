import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ProblemError } from './problems.ts'

const LONGEST_URL = 8_192

/** The problem of a path that no route has. */
export const nothingAt = ({ url }: FastifyRequest) =>
  new ProblemError('not-found', `There is nothing at ${url.split('?')[0]}.`)

/**
 * Refuses requests without a host, URLs that are too long, and methods that a path does not have (405 with Allow,
 * from the routes that there are) before any body is read. OPTIONS gets its Allow here; CORS answers it.
 */
export function registerMethods(app: FastifyInstance) {
  const routes: { path: RegExp; method: string }[] = []
  app.addHook('onRoute', ({ url, method }) => {
    const path = new RegExp(
      `^${url
        .replaceAll(/[.+()]/g, '\\$&')
        .replaceAll(/:\w+/g, '[^/]+')
        .replaceAll('*', '.*')}$`,
    )
    if (url !== '*') for (const one of [method].flat()) routes.push({ path, method: one })
  })
  const allowed = ({ url }: FastifyRequest): string[] => {
    const path = url.split('?')[0] as string
    return [
      ...new Set(routes.filter(route => route.path.test(path)).map(({ method }) => method)),
    ].sort()
  }
  app.addHook('onRequest', (request, reply, done) => {
    const refusal = refusalOf(request)
    if (refusal || (request.method !== 'OPTIONS' && !request.is404)) return done(refusal)
    const methods = allowed(request)
    if (methods.length === 0) return done(nothingAt(request))
    const allow = [...new Set([...methods, 'OPTIONS'])].sort().join(', ')
    if (request.method !== 'OPTIONS') return done(notAllowed(request, allow))
    reply.header('allow', allow)
    done()
  })
}

const notAllowed = ({ method }: FastifyRequest, allow: string) =>
  new ProblemError('method-not-allowed', `${method} is not allowed here.`, { allow })

/** What is wrong with a request whatever its method is. */
function refusalOf(request: FastifyRequest): ProblemError | undefined {
  const { raw, headers, url, params } = request
  if (raw.httpVersion === '1.1' && headers.host === undefined)
    return new ProblemError('bad-request', 'The request has no Host header.')
  if (Buffer.byteLength(url) > LONGEST_URL)
    return new ProblemError('uri-too-long', `The URL is longer than ${LONGEST_URL} bytes.`)
  return Object.values(params as object).includes('') ? nothingAt(request) : undefined
}
