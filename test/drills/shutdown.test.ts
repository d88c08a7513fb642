import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { temporaryFolder } from '../fixtures/app.ts'
import { get } from '../fixtures/raw-http.ts'
import {
  type Serving,
  searchesOf,
  startBare,
  startServing,
  stateOf,
  until,
} from '../fixtures/serving.ts'

const post = `POST /v1/reconcile HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\nqueries=`

/** Clients that never let go. */
const clients: [what: string, bytes: string, goesOn: boolean][] = [
  ['says nothing', '', false],
  ['reads no answer', get('/v1/claims?format=csv').repeat(200), false],
  ['reads no file', get('/v1/exports/latest/events.sqlite').repeat(200), false],
  ['sends its headers byte by byte', 'GET /v1 HTTP/1.1\r\nX-Slow: ', true],
  ['sends its form byte by byte', post, true],
]

/** Connects a client of each kind. */
async function connectAll(t: Test, { open, statusOf }: Serving) {
  for (const [, bytes, goesOn] of clients) {
    const client = await open()
    client.pause()
    if (bytes) client.write(bytes)
    const sender = setInterval(() => goesOn && !client.destroyed && client.write('a'), 50)
    t.teardown(() => clearInterval(sender))
  }
  t.equal(await statusOf('/v1'), 200)
}

t.test('no client keeps a server from ending', async t => {
  const server = await startServing(t, { env: { SHUTDOWN_GRACE: '1' } })
  await connectAll(t, server)
  server.child.kill('SIGTERM')
  t.match(await server.ended, { code: 0, output: /answers in progress are cut/, errors: '' })
})

t.test('a second signal ends the server at once, and every search with it', async t => {
  for (const [first, second] of [
    ['SIGTERM', 'SIGTERM'],
    ['SIGINT', 'SIGTERM'],
  ] as const) {
    const server = await startServing(t, { env: { SHUTDOWN_GRACE: '3600' } })
    await connectAll(t, server)
    await until(() => searchesOf(server.child).length > 0)
    const searches = searchesOf(server.child)
    for (const search of searches) process.kill(search, 'SIGSTOP')
    server.child.kill(first)
    await until(async () => (await server.statusOf('/v1')) === 0)
    // Signals that come together count as one.
    await setTimeout(1_000)
    t.ok(server.isRunning())
    server.child.kill(second)
    t.match(await server.ended, { code: 1, errors: '' })
    await until(() => searches.every(search => stateOf(search) === undefined))
  }
})

t.test('signals that come together are one', async t => {
  const server = await startServing(t)
  const agent = request(`${server.url}/v1/claims?format=ndjson`, {
    headers: { 'accept-encoding': 'identity' },
  }).end()
  const [answer] = await once(agent, 'response')
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGINT'] as const) server.child.kill(signal)
  t.match(await text(answer), /\}\n$/)
  t.match(await server.ended, { code: 0, errors: '' })
})

t.test('a search process that is deaf to SIGTERM is killed', async t => {
  const server = await startServing(t, { env: { SHUTDOWN_GRACE: '600' } })
  await server.statusOf('/v1/search?q=mining')
  const searches = searchesOf(server.child)
  t.ok(searches.length > 0)
  for (const search of searches) process.kill(search, 'SIGSTOP')
  server.child.kill('SIGTERM')
  t.match(await server.ended, { code: 0, errors: '' })
  await until(() => searches.every(search => stateOf(search) === undefined))
})

t.test('search processes that are stopped are replaced', async t => {
  const env = { REQUEST_TIMEOUT: '1', LOG_LEVEL: 'fatal' }
  const server = await startServing(t, { env })
  await until(async () => (await server.statusOf('/v1/search?q=mining')) === 200)
  const stopped = searchesOf(server.child)
  for (const search of stopped) process.kill(search, 'SIGSTOP')
  let asked = 0
  // Each asks for another word, so that none is answered from memory.
  const ask = () => server.statusOf(`/v1/search?q=word${asked++}`)
  const statuses = new Set<number>()
  // More at once than are answered at once, so that those that are stopped are asked too. One that was stopped while it
  // started is replaced after a minute.
  await until(async () => {
    for (const status of await Promise.all(Array.from({ length: 8 }, ask))) statuses.add(status)
    return stopped.every(search => stateOf(search) === undefined)
  })
  for (const status of statuses) t.ok([200, 503].includes(status), String(status))
  await until(async () => (await ask()) === 200)
  t.ok(server.isRunning())
})

t.test('answers in progress are finished', async t => {
  const server = await startServing(t, { env: { SHUTDOWN_GRACE: '600' } })
  for (const headers of [{ 'accept-encoding': 'identity' }, { 'accept-encoding': 'gzip' }]) {
    const sent = request(`${server.url}/v1/claims?format=csv`, { headers }).end()
    const [answer] = await once(sent, 'response')
    answer.on('data', () => {})
    if (headers['accept-encoding'] === 'gzip') server.child.kill('SIGTERM')
    // SIGHUP asks for a look at the dataset, which a server that ends has no use for.
    if (headers['accept-encoding'] === 'gzip') server.child.kill('SIGHUP')
    await once(answer, 'end')
    t.ok(answer.complete)
  }
  t.match(await server.ended, { code: 0, errors: '' })
})

/** Whether a process has a handler for SIGHUP, the signal with the number 1. */
function handlesHangup(pid: number): boolean {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return (Number.parseInt(/^SigCgt:\s\w*(\w)$/m.exec(status)?.[1] ?? '0', 16) & 1) === 1
}

t.test('SIGHUP does not end a server that is starting', async t => {
  const env = {
    DATABASE: join(temporaryFolder(t), 'events.sqlite'),
    PORT: '0',
    LOG_LEVEL: 'warn',
  }
  const { child, said, ended } = startBare(t, `${process.execPath} src/bin/serve.ts`, { env })
  await until(() => handlesHangup(child.pid!))
  t.equal(said.output, '', 'it has not even built the dataset')
  child.kill('SIGHUP')
  await until(() => said.output.includes('/docs'))
  child.kill('SIGHUP')
  child.kill('SIGTERM')
  t.match(await ended, { code: 0, errors: '' })
})
