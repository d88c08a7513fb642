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
  app.addHook('onRequest', async (request, reply) => {
    if (request.raw.httpVersion === '1.1' && request.headers.host === undefined)
      throw new ProblemError('bad-request', 'The request has no Host header.')
    if (Buffer.byteLength(request.url) > LONGEST_URL)
      throw new ProblemError('uri-too-long', `The URL is longer than ${LONGEST_URL} bytes.`)
    if (Object.values(request.params as object).includes('')) throw nothingAt(request)
    if (request.method !== 'OPTIONS' && !request.is404) return
    const methods = allowed(request)
    if (methods.length === 0) throw nothingAt(request)
    const allow = [...new Set([...methods, 'OPTIONS'])].sort().join(', ')
    if (request.method === 'OPTIONS') return void reply.header('allow', allow)
    throw new ProblemError('method-not-allowed', `${request.method} is not allowed here.`, {
      allow,
    })
  })
}
