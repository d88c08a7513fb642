import { get, type IncomingMessage } from 'node:http'
import t, { type Test } from 'tap'
import { buildFor, testApp } from '../../test/fixtures/app.ts'
import { serveHttp } from '../http.ts'
import { serverOver } from '../server.ts'
import { listening, startServer } from './fixtures/clients.ts'

const message = (method: string, params: object = {}) =>
  JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })

const headers = {
  'content-type': 'application/json',
  accept: 'application/json, text/event-stream',
}

const served = async (t: Test) => listening(t, (await testApp(t)).app)

t.test('a body that is not a message is refused', async t => {
  const url = await served(t)
  const plain = { 'content-type': 'text/plain' }
  const cases: [what: string, init: RequestInit, status: number, code: number][] = [
    ['broken JSON', { body: '{"jsonrpc":' }, 400, -32700],
    ['JSON that is no message', { body: '{"jsonrpc":"1.0"}' }, 400, -32600],
    ['an empty batch', { body: '[]' }, 400, -32600],
    ['a large body', { body: JSON.stringify(' '.repeat(5_000_000)) }, 413, -32000],
    ['another content type', { body: '{}', headers: plain }, 415, -32000],
    ['a stream of notices', { method: 'GET' }, 405, -32000],
    ['the end of a session', { method: 'DELETE' }, 405, -32000],
    ['an unknown method of the protocol', { body: message('prompts/get') }, 200, -32601],
  ]
  for (const [what, init, status, code] of cases) {
    const answer = await fetch(url, { method: 'POST', headers, ...init })
    t.equal(answer.status, status, what)
    const [, data = ''] = /(\{.*\})/.exec(await answer.text()) ?? []
    t.equal(JSON.parse(data).error.code, code, what)
  }
})

t.test('other paths are not found', async t => {
  const url = await served(t)
  for (const path of ['/', '/mcp/', '/v1/actions', '/mcp2', '//mcp'])
    t.equal((await fetch(`${url.origin}${path}`)).status, 404, path)
})

t.test('a page of another site cannot reach it', async t => {
  const url = await served(t)
  const post = (origin: string) =>
    fetch(url, { method: 'POST', headers: { ...headers, origin }, body: message('tools/list') })
  for (const origin of ['https://elsewhere.example', 'null', 'http://127.0.0.1.elsewhere.example'])
    t.equal((await post(origin)).status, 403, origin)
  for (const origin of ['http://localhost:5173', 'http://127.0.0.1'])
    t.equal((await post(origin)).status, 200, origin)
  for (const [host, status] of [
    ['elsewhere.example', 403],
    [`elsewhere.example:${url.port}`, 403],
    [`localhost:${url.port}`, 405],
  ] as const) {
    const answer = await new Promise<IncomingMessage>((resolve, reject) =>
      get(url, { headers: { host } }, resolve).on('error', reject),
    )
    t.equal(answer.resume().statusCode, status, host)
  }
})

t.test('closing lets a call in progress finish', async t => {
  const { app } = await testApp(t)
  const { promise: reached, resolve: reach } = Promise.withResolvers<void>()
  const factory = () => {
    reach()
    return serverOver(app)
  }
  const { url, close } = await serveHttp(factory, 0)
  const params = { name: 'search_records', arguments: { q: 'mining' } }
  const asked = fetch(url, { method: 'POST', headers, body: message('tools/call', params) })
  await reached
  const closed = close()
  t.match(await (await asked).text(), /structuredContent/)
  await closed
  await t.rejects(fetch(url))
})

t.test('the command prints its address, and stops on a signal', async t => {
  const args = ['--http', '--port', '0']
  const { child, said, ended } = startServer(t, args, { DATABASE: buildFor(t) })
  const [url = ''] = /http:\S+/.exec(await said('/mcp', 'errors')) ?? []
  const answer = await fetch(url, { method: 'POST', headers, body: message('tools/list') })
  t.equal(answer.status, 200)
  await answer.text()
  child.kill('SIGINT')
  child.kill('SIGINT')
  const errors = `Crypto Regulation Events for agents at ${url}\n`
  t.match(await ended, { code: 0, output: '', errors })
})

t.test('the default port is 3001', async t => {
  const { child, said, ended } = startServer(t, ['--http'], { DATABASE: buildFor(t) })
  // An error names the port too, if another program has it.
  t.match(await said('127.0.0.1:3001', 'errors'), /127\.0\.0\.1:3001/)
  child.kill('SIGTERM')
  await ended
})

t.test('a port that is taken is an error, and leaves nothing running', async t => {
  const { port } = await served(t)
  const { ended } = startServer(t, ['--http', '--port', port], { DATABASE: buildFor(t) })
  t.match(await ended, { code: 1, output: '', errors: /EADDRINUSE/ })
})
