import { once } from 'node:events'
import { type AddressInfo, connect, type Socket } from 'node:net'
import t, { type Test } from 'tap'
import { type Answer, assertProblem, testApp } from '../fixtures/app.ts'

/** Connects to the real app, listening. */
async function listen(t: Test) {
  const { app } = await testApp(t)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  return async () => {
    const socket = connect(port, '127.0.0.1')
    t.teardown(() => socket.destroy())
    await once(socket, 'connect')
    return socket
  }
}

/** Sends bytes and reads one answer with its body. */
async function exchange(socket: Socket, text: string): Promise<Answer & { closes: boolean }> {
  socket.write(text)
  let received = ''
  const isWhole = () => {
    const [head = '', body] = received.split('\r\n\r\n')
    const length = Number(/^content-length: (\d+)$/im.exec(head)?.[1])
    return body !== undefined && Buffer.byteLength(body) >= length
  }
  while (!isWhole()) received += (await once(socket, 'data'))[0]
  const [head = '', body = ''] = received.split('\r\n\r\n')
  const [status = '', ...lines] = head.split('\r\n')
  const headers = Object.fromEntries(
    lines.map(line => [line.split(': ')[0]?.toLowerCase(), line.replace(/^[^:]*: /, '')]),
  )
  const statusCode = Number(status.split(' ')[1])
  const json = body.startsWith('{') ? JSON.parse(body) : undefined
  return { statusCode, headers, body, json, closes: headers.connection === 'close' } as never
}

const host = 'Host: example.org\r\n'
const long = (length: number) => `X-Long: ${'x'.repeat(length)}\r\n`

/** Requests that reach no route, and their refusals. */
const refused: [name: string, bytes: string, status: number, code: string][] = [
  ['no HTTP', 'hello\r\n\r\n', 400, 'bad-request'],
  ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n', 400, 'bad-request'],
  ['an unknown method', `BREW /v1 HTTP/1.1\r\n${host}\r\n`, 400, 'bad-request'],
  ['an unknown version', `GET /v1 HTTP/9.9\r\n${host}\r\n`, 400, 'bad-request'],
  ['a header without a name', `GET /v1 HTTP/1.1\r\n${host}: x\r\n\r\n`, 400, 'bad-request'],
  ['no host', 'GET /v1 HTTP/1.1\r\n\r\n', 400, 'bad-request'],
  ['a path that is malformed', `GET /v1/%zz HTTP/1.1\r\n${host}\r\n`, 400, 'bad-request'],
  ['large headers', `GET /v1 HTTP/1.1\r\n${host}${long(40_000)}\r\n`, 431, 'headers-too-large'],
  ['a very long URL', `GET /v1?${'x'.repeat(20_000)} HTTP/1.1\r\n${host}\r\n`, 414, 'uri-too-long'],
]

t.test('what is no request gets the one problem body as well', async t => {
  const open = await listen(t)
  for (const [name, bytes, status, code] of refused) {
    t.comment(name)
    const answer = await exchange(await open(), bytes)
    assertProblem(t, answer, status, code)
    t.equal(answer.headers['access-control-allow-origin'], '*', name)
  }
  const fine = await exchange(await open(), `GET /v1 HTTP/1.1\r\n${host}${long(20_000)}\r\n`)
  t.equal(fine.statusCode, 200, 'headers that are not too large')
  t.equal((await exchange(await open(), 'GET /v1 HTTP/1.0\r\n\r\n')).statusCode, 200, 'old HTTP')
})

t.test('after what cannot be read the connection is closed, else it is kept', async t => {
  const open = await listen(t)
  const socket = await open()
  const get = `GET /v1/regions/CN HTTP/1.1\r\n${host}\r\n`
  for (const request of [get, get.replace('CN', 'XX'), get]) {
    const { closes, statusCode } = await exchange(socket, request)
    t.equal(statusCode, request === get ? 200 : 404)
    t.notOk(closes)
  }
  t.ok((await exchange(socket, 'hello\r\n\r\n')).closes)
  await once(socket, 'close')
})

t.test('a method is refused before the body that it announces is read', async t => {
  const open = await listen(t)
  for (const announced of ['Content-Length: 1000000', 'Transfer-Encoding: chunked']) {
    const head = `POST /v1/actions HTTP/1.1\r\n${host}Content-Type: application/json\r\n`
    const answer = await exchange(await open(), `${head}${announced}\r\n\r\n`)
    assertProblem(t, answer, 405, 'method-not-allowed')
    t.equal(answer.headers.allow, 'GET, HEAD, OPTIONS')
  }
})

t.test('what is not ASCII must be percent-encoded', async t => {
  const open = await listen(t)
  const ask = async (q: string) =>
    exchange(await open(), `GET /v1/search?q=${q}&in=actors HTTP/1.1\r\n${host}\r\n`)
  assertProblem(t, await ask('火币'), 400, 'bad-request')
  const { json } = await ask(encodeURIComponent('火币'))
  t.match(json.data, [{ record: 'actors/huobi', matched_name: '火币' }])
})

t.test('a client that goes away leaves no trace', async t => {
  const open = await listen(t)
  const begun = 'GET /v1/actions HTTP/1.1\r\n'
  // So many that the server has read more of some than of others.
  for (const bytes of Array.from({ length: 20 }, () => [begun, `${begun}${host}\r\n`]).flat()) {
    const socket = await open()
    await new Promise(resolve => socket.write(bytes, resolve))
    socket.resetAndDestroy()
    await once(socket, 'close')
  }
  const { statusCode } = await exchange(await open(), `GET /v1 HTTP/1.1\r\n${host}\r\n`)
  t.equal(statusCode, 200)
})

/** Clients that come to a standstill, one of them since it does not read what is sent. */
const still: [name: string, bytes: string][] = [
  ['no request', ''],
  ['half a request', 'GET /v1 HTTP/1.1\r\n'],
  ['an answer that does not come', `GET /v1/search?q=mining HTTP/1.1\r\n${host}\r\n`],
  ['answers that are not read', `GET /v1/actions?limit=500 HTTP/1.1\r\n${host}\r\n`.repeat(100)],
]

t.test('a connection on which nothing moves is closed', async t => {
  const { app, datasets } = await testApp(t, {
    idleTimeout: 200,
    settings: { REQUEST_TIMEOUT: '1' },
  })
  datasets.dataset.search.ask = () => Promise.withResolvers<never>().promise
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  for (const [name, bytes] of still) {
    const client = connect(port, '127.0.0.1')
    t.teardown(() => client.destroy())
    const [served] = (await once(app.server, 'connection')) as [Socket]
    const timedOut = once(served, 'timeout')
    client.write(bytes)
    await timedOut
    await once(served, 'close')
    t.pass(name)
  }
})
