import type { FastifyInstance, FastifyRequest } from 'fastify'
import { LIFETIME } from '../answers/headers.ts'
import { ProblemError } from '../problems/problems.ts'
import { openToAll } from './guards.ts'

const LONGEST_URL = 8_192
export const LONGEST_ID = 500

const pathOf = ({ url }: FastifyRequest) => url.replace(/\?.*/s, '')

/** A path without slashes at its end, but for the first. */
function withoutSlashes(path: string): string {
  let end = path.length
  while (end > 1 && path[end - 1] === '/') end--
  return path.slice(0, end)
}

/** The problem of a path that no route has. */
export const nothingAt = (request: FastifyRequest) =>
  new ProblemError('not-found', `There is nothing at ${pathOf(request)}.`)

/**
 * Refuses requests without a host or with several, URLs that are too long, and methods that a path does not have (405
 * with Allow, from the registered routes) before any body is read. Redirects a path with trailing slashes. OPTIONS gets its Allow
 * here; CORS answers it.
 */
export function registerMethods(app: FastifyInstance) {
  const routes: { path: RegExp; methods: string[] }[] = []
  app.addHook('onRoute', ({ url, method }) => {
    if (url === '*') return
    const escaped = url.replaceAll(/[.+()]/g, '\\$&')
    const path = new RegExp(`^${escaped.replaceAll(/:\w+/g, '[^/]+').replaceAll('*', '.*')}$`)
    routes.push({ path, methods: [method].flat() })
  })
  const methodsOf = (path: string) =>
    routes.filter(route => route.path.test(path)).flatMap(route => route.methods)
  app.addHook('onRequest', (request, _reply, done) => done(refusalOf(request)))
  app.addHook('onRequest', (request, reply, done) => {
    const path = pathOf(request)
    const shorter = withoutSlashes(path)
    // A browser does not follow the redirect of a preflight request.
    const isRedirected = shorter !== path && request.method !== 'OPTIONS'
    if (!isRedirected || methodsOf(shorter).length === 0) return done()
    const address = request.server.base.path + shorter + request.url.slice(path.length)
    reply.headers({ ...openToAll, 'cache-control': LIFETIME }).redirect(address, 308)
  })
  app.addHook('onRequest', (request, reply, done) => {
    const { method, is404, params } = request
    const hasRoute = !is404 && !Object.values(Object(params)).includes('')
    if (hasRoute && method !== 'OPTIONS') return done()
    const methods = methodsOf(withoutSlashes(pathOf(request)))
    if (methods.length === 0) return done(nothingAt(request))
    const allow = [...new Set([...methods, 'OPTIONS'])].sort().join(', ')
    reply.header('allow', allow)
    if (method === 'OPTIONS') return done()
    done(new ProblemError('method-not-allowed', `${method} is not allowed here.`))
  })
}

/** How many Host headers there are in a list of names and values. */
const countHosts = (headers: string[]): number =>
  headers.filter((text, at) => at % 2 === 0 && /^host$/i.test(text)).length

const idTooLong = () =>
  new ProblemError('uri-too-long', 'A part of the path is longer than any id.')

/** The fault of a request whatever its method is. */
function refusalOf(request: FastifyRequest): ProblemError | undefined {
  const { raw, url, params, is404 } = request
  const hosts = countHosts(raw.rawHeaders)
  if (hosts === 0 && raw.httpVersion === '1.1')
    return new ProblemError('bad-request', 'The request has no Host header.')
  if (hosts > 1)
    return new ProblemError('bad-request', 'The request has more than one Host header.')
  if (Buffer.byteLength(url) > LONGEST_URL)
    return new ProblemError('uri-too-long', `The URL is longer than ${LONGEST_URL} bytes.`)
  // The router measures the other ids.
  const { '*': id = '' } = Object(params)
  return id.length > LONGEST_ID && !is404 ? idTooLong() : undefined
}
