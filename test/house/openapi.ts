import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance, RouteOptions } from 'fastify'
import t, { type Test } from 'tap'
import { parse } from 'yaml'
import { projectRoot } from '../../src/dataset/project.ts'
import { explanations, problems } from '../../src/http/problems/problems.ts'
import { testApp } from '../fixtures/app.ts'
import { assertFits, openapi } from '../fixtures/openapi.ts'

const committed = readFileSync(join(projectRoot, 'openapi.yaml'), 'utf8')
const operations = Object.entries(openapi.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
)

const unique = (items: Iterable<string>) => [...new Set(items)].sort()

/** Routes outside the description: pages and files for people and browsers, and preflight requests. */
const hidden = unique([
  ...['*', '/', '/.well-known/api-catalog', '/docs', '/docs/', '/docs/json', '/docs/static/*'],
  ...[
    '/docs/static/index.html',
    '/docs/static/swagger-initializer.js',
    '/docs/static/theme/site.css',
    '/docs/yaml',
  ],
  ...['/favicon.ico', '/assets/*'],
  ...['/actions', '/actions.svg', '/actions/:id', '/rules', '/rules/:id', '/cases', '/cases/:id'],
  ...['/licences', '/licences/:id', '/regions', '/regions/:id', '/actors', '/actors/:id'],
  ...['/exchanges', '/exchanges/:id', '/agencies', '/agencies/:id', '/disagreements'],
  ...['/documents', '/documents/:id', '/changes', '/search', '/guide'],
  ...['/guide/*'],
  ...['/llms.txt', '/openapi.json', '/openapi.yaml', '/problems/:code', '/robots.txt'],
  ...['/v1/changes/*', '/v1/claims/*', '/v1/dataset', '/v1/vocabulary/*'],
])

/** Files and pages of which there are many, as one. */
const generic = (url: string) => url.replace(/^\/(assets|guide)\/.*/, '/$1/*')

/** Statuses of requests that are refused before they reach an operation. */
const outside = ['405', '408', '431']

/** Every route of the app. */
async function routesOf(t: Test): Promise<RouteOptions[]> {
  const routes: RouteOptions[] = []
  const listen = (message: unknown) =>
    (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', route => {
      routes.push(route)
    })
  subscribe('fastify.initialization', listen)
  await testApp(t)
  unsubscribe('fastify.initialization', listen)
  return routes
}

t.test('the description that is served has the address of the server', async t => {
  const read = async (app: FastifyInstance) => {
    const [yaml, json] = [await app.inject('/openapi.yaml'), await app.inject('/openapi.json')]
    t.equal(yaml.headers['content-type'], 'application/yaml; charset=utf-8')
    t.strictSame(json.json(), parse(yaml.body))
    return json.json()
  }
  const { app } = await testApp(t)
  const expected = parse(committed)
  t.strictSame(await read(app), expected)
  const examples: string[] = []
  const plain = JSON.parse((await app.inject('/docs/json')).body, (_, value) => {
    const [text, example] = String(value).split('\n\n*Example*: ')
    if (example) examples.push(example)
    return example ? text : value
  })
  t.strictSame(plain, { ...expected, servers: [{ url: '/' }] })
  const parameters = JSON.stringify(expected).match(/"in":"(?:query|path)"/g)!
  t.equal(examples.length, parameters.length, 'the page tells the example of every parameter')
  t.ok(examples.includes('`"mining devices"`'))
  const url = await app.listen({ port: 0 })
  t.strictSame((await read(app)).servers, [{ url }])
  const contacts: [CONTACT: string, contact: object][] = [
    ['a@events.example', { email: 'a@events.example' }],
    ['https://events.example/$1', { url: 'https://events.example/$1' }],
  ]
  for (const [CONTACT, contact] of contacts) {
    const { app } = await testApp(t, { settings: { CONTACT } })
    t.strictSame((await read(app)).info, { ...expected.info, contact })
    t.strictSame((await app.inject('/docs/json')).json().info, { ...expected.info, contact })
  }
  const addresses: [settings: object, url: string][] = [
    [{ PUBLIC_URL: 'https://data.example' }, 'https://data.example'],
    [{ HOST: '::1', PORT: '80' }, 'http://[::1]:80'],
  ]
  for (const [settings, url] of addresses)
    t.strictSame((await read((await testApp(t, { settings })).app)).servers, [{ url }])
})

t.test('every route is described, and every described path is a route', async t => {
  const routes = await routesOf(t)
  const isHidden = ({ schema }: RouteOptions) => Boolean((schema as { hide?: boolean })?.hide)
  t.strictSame(unique(routes.filter(isHidden).map(({ url }) => generic(url))), hidden)
  const open = routes
    .filter(route => !isHidden(route))
    .flatMap(({ method, url }) => [method].flat().map(method => ({ method, url })))
    .map(({ method, url }) => `${method.toLowerCase()} ${url.replaceAll(/:(\w+)/g, '{$1}')}`)
  const described = operations.map(({ method, path }) => `${method} ${path}`)
  const heads = operations.flatMap(({ method, path }) => (method === 'get' ? `head ${path}` : []))
  t.strictSame(unique(open), unique([...described, ...heads]))
  const posts = described.filter(operation => operation.startsWith('post'))
  t.strictSame(posts, ['post /v1/reconcile'], 'only for queries that are too long for a URL')
})

t.test('every parameter has one example, which tools show but do not send', async t => {
  for (const { path, parameters = [] } of operations)
    for (const parameter of parameters) {
      t.equal(parameter.schema.examples.length, 1, `${path} ${parameter.name}`)
      t.notOk('example' in parameter || 'examples' in parameter, `${path} ${parameter.name}`)
    }
})

t.test('every operation with a JSON answer has one example, which fits its schema', async t => {
  for (const { method, path, responses } of operations)
    for (const [status, { content = {} }] of Object.entries(responses))
      for (const [type, { example }] of Object.entries(content)) {
        const isShown = status === '200' && type === 'application/json'
        t.equal(example !== undefined, isShown, `${path} ${status} ${type}`)
        if (isShown) t.doesNotThrow(() => assertFits([method, path], status, type, example))
      }
})

t.test('the description suits generators: small, with shared parts and open answers', async t => {
  const json = readFileSync(join(projectRoot, 'openapi.json'), 'utf8')
  t.ok(json.length <= 235_000, `${json.length} bytes`)
  t.notMatch(json, /"enum":\[[^\]]*""/, 'no empty value')
  t.notMatch(json, /"pattern":"[^"]*\\\\\//, 'no escaped slash')
  t.notMatch(json, /prefixItems/)
  t.notMatch(JSON.stringify(openapi.components.schemas), /"enum"/, 'codes are open')
})

t.test('every problem has a page, and every status of a problem is declared', async t => {
  const { app } = await testApp(t)
  for (const [code, { status, title }] of Object.entries(problems)) {
    const { statusCode, headers, body } = await app.inject(`/problems/${code}`)
    t.equal(statusCode, 200, code)
    t.equal(headers['content-type'], 'text/html; charset=utf-8')
    const explanation = Object(explanations)[code]
    const plain = body.replaceAll(/<[^>]*>/g, '').replaceAll('&#39;', "'")
    for (const text of [code, title, explanation, String(status)]) t.ok(plain.includes(text), code)
  }
  const declared = operations.flatMap(({ responses }) => Object.keys(responses))
  const statuses = Object.values(problems).map(({ status }) => String(status))
  const errors = [...declared, ...outside].filter(status => status >= '400')
  t.strictSame(unique(statuses), unique(errors))
  for (const { path, responses, parameters = [] } of operations) {
    const hasId = parameters.some(parameter => parameter.in === 'path')
    t.equal('404' in responses, hasId || path === '/v1/reconcile/preview', `${path} 404`)
    for (const [status, { content = {} }] of Object.entries(responses)) {
      if (Number(status) < 400) continue
      t.strictSame(Object.keys(content), ['application/problem+json'], `${path} ${status}`)
    }
  }
})
