import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance, RouteOptions } from 'fastify'
import t, { type Test } from 'tap'
import { parse } from 'yaml'
import { problems } from '../../src/http/problems.ts'
import { projectRoot } from '../../src/store/fingerprint.ts'
import { temporaryFolder, testApp } from '../fixtures/app.ts'
import { importCommand } from '../fixtures/command.ts'
import { assertFits, openapi } from '../fixtures/openapi.ts'

const committed = readFileSync(join(projectRoot, 'openapi.yaml'), 'utf8')
const operations = Object.entries(openapi.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
)

/** Pages and files for people and browsers, and what CORS answers: routes that the description does not have. */
const hidden = [
  '*',
  '/',
  '/.well-known/api-catalog',
  '/docs',
  '/docs/',
  '/docs/json',
  '/docs/static/*',
  '/docs/static/index.html',
  '/docs/static/swagger-initializer.js',
  '/docs/yaml',
  '/llms.txt',
  '/openapi.json',
  '/openapi.yaml',
  '/problems/:code',
  '/robots.txt',
]

/** Statuses of what is refused before there is an operation. */
const outside = [405, 431]

/** Builds the app and returns every route that it was given. */
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

const unique = (items: Iterable<string>) => [...new Set(items)].sort()

t.test('the committed description is the one that the program writes', async t => {
  const file = join(temporaryFolder(t), 'openapi.yaml')
  t.match(await importCommand(t, 'src/bin/write-openapi.ts', [file]), { code: 0 })
  t.ok(readFileSync(file, 'utf8') === committed, 'run npm run openapi')
  const json = readFileSync(join(projectRoot, 'openapi.json'), 'utf8')
  t.ok(readFileSync(file.replace('.yaml', '.json'), 'utf8') === json, 'in both notations')
})

t.test('the description that is served is the committed one', async t => {
  const { app } = await testApp(t)
  const [yaml, json] = await Promise.all(
    ['yaml', 'json'].map(form => app.inject(`/openapi.${form}`)),
  )
  t.equal(yaml?.body, committed)
  t.match(yaml?.headers, { 'content-type': 'application/yaml; charset=utf-8' })
  t.strictSame(json?.json(), parse(committed))
  t.strictSame((await app.inject('/docs/json')).json(), parse(committed), 'in Swagger UI too')
})

t.test('every route is described, and everything described is a route', async t => {
  const routes = await routesOf(t)
  const open = routes.filter(({ schema }) => !(schema as { hide?: boolean } | undefined)?.hide)
  const described = open.map(({ url }) => url.replaceAll(/:(\w+)/g, '{$1}'))
  t.strictSame(unique(described), Object.keys(openapi.paths).sort())
  const methodsOf = ({ method }: { method: string | string[] }) => [method].flat()
  t.strictSame(unique(open.flatMap(methodsOf)), ['GET', 'HEAD', 'POST'])
  t.strictSame(
    unique(open.filter(route => methodsOf(route).includes('POST')).map(({ url }) => url)),
    ['/v1/reconcile'],
    'only queries that are too long for a URL come by POST',
  )
  const asked = open.flatMap(({ method, url }) =>
    methodsOf({ method })
      .filter(one => one !== 'HEAD')
      .map(one => `${one.toLowerCase()} ${url.replaceAll(/:(\w+)/g, '{$1}')}`),
  )
  t.strictSame(unique(asked), unique(operations.map(({ method, path }) => `${method} ${path}`)))
  t.strictSame(unique(routes.filter(route => !open.includes(route)).map(({ url }) => url)), hidden)
})

/** The other parameters that a parameter needs. */
const companions: Record<string, string> = {
  '/v1/counts': 'group_by=kind',
  '/v1/search': 'q=mining',
  '/v1/reconcile/suggest/entity': 'prefix=hu',
  '/v1/reconcile/suggest/property': 'prefix=re',
  '/v1/reconcile/suggest/type': 'prefix=ex',
  '/v1/reconcile/properties': 'type=region',
  '/v1/reconcile/preview': 'id=actors/huobi',
  region_exact: 'region=CN',
  shape: 'format=csv',
  region_role: 'region=CN',
}

const exampleOf = ({ examples = [] }: { examples?: unknown[] }) => String(examples[0])

t.test('every parameter has an example that is shown, not sent, and can be asked', async t => {
  const { get } = await testApp(t, { exported: true, released: true })
  for (const { path, parameters = [] } of operations) {
    const ids = parameters.filter(parameter => parameter.in === 'path')
    const url = ids.reduce(
      (url, { name, schema }) => url.replace(`{${name}}`, encodeURIComponent(exampleOf(schema))),
      path,
    )
    for (const parameter of parameters) {
      const { name, schema } = parameter
      t.equal(schema.examples?.length, 1, `${path} ${name}`)
      t.notOk('example' in parameter || 'examples' in parameter, `${path} ${name}`)
      if (parameter.in !== 'query' || name === 'cursor') continue
      const needed = [companions[path], companions[name]].filter(it => it && !it.startsWith(name))
      const query = [`${name}=${encodeURIComponent(exampleOf(schema))}`, ...needed].join('&')
      t.equal((await get(`${url}?${query}`)).statusCode, 200, `${url}?${query}`)
    }
  }
})

t.test('every response has an example that fits its schema', async t => {
  for (const { method, path, responses } of operations)
    for (const [status, { content = {} }] of Object.entries(responses))
      for (const [type, { example }] of Object.entries(content)) {
        t.ok(example, `${path} ${status} ${type}`)
        t.doesNotThrow(() => assertFits([method, path], status, type, example))
      }
})

t.test('every problem has a page, and every status of one is declared', async t => {
  const { app } = await testApp(t)
  for (const [code, { status, title, explain }] of Object.entries(problems)) {
    const page = await app.inject(`/problems/${code}`)
    t.equal(page.statusCode, 200, code)
    t.match(page.headers, { 'content-type': 'text/html; charset=utf-8' })
    for (const text of [code, title, explain, String(status)]) t.ok(page.body.includes(text), code)
  }
  const declared = new Set(
    operations.flatMap(({ responses }) => Object.keys(responses).map(Number)),
  )
  const statuses = Object.values(problems).map(({ status }) => status)
  t.strictSame(
    [...new Set(statuses)].sort(),
    [...declared, ...outside].filter(status => status >= 400).sort(),
  )
})

t.test('every declared error is one of the problems, and shown with its page', async t => {
  for (const { path, responses, parameters = [] } of operations) {
    const errors = Object.entries(responses).filter(([status]) => Number(status) >= 400)
    const inPath = parameters.some(parameter => parameter.in === 'path')
    const byId = inPath || path === '/v1/reconcile/preview'
    t.equal('404' in responses, byId, `${path} 404`)
    for (const [status, { content = {} }] of errors) {
      t.strictSame(Object.keys(content), ['application/problem+json'])
      const { type = '' } = (content['application/problem+json']?.example ?? {}) as {
        type?: string
      }
      const code = type.replace('/problems/', '') as keyof typeof problems
      t.equal(problems[code]?.status, Number(status), `${path} ${type}`)
    }
  }
})
