import { once } from 'node:events'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import t, { type Test } from 'tap'
import { type Answer, assertProblem, type TestApp, testApp } from '../fixtures/app.ts'
import { get } from '../fixtures/raw-http.ts'

/** Lets an app listen. Returns how to connect to it. */
async function listen(t: Test, { app }: Pick<TestApp, 'app'>) {
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
async function exchange(socket: Socket, bytes: string): Promise<Answer> {
  socket.write(bytes)
  let received = ''
  const isComplete = () => {
    const [head = '', body] = received.split('\r\n\r\n')
    const length = Number(/^content-length: (\d+)$/im.exec(head)?.[1])
    return body !== undefined && Buffer.byteLength(body) >= length
  }
  while (!isComplete()) received += (await once(socket, 'data'))[0]
  const [head = '', body = ''] = received.split('\r\n\r\n')
  const [status = '', ...lines] = head.split('\r\n')
  const headers = lines.map(line => /^(.*?): (.*)$/.exec(line)?.slice(1) as [string, string])
  return {
    statusCode: Number(status.split(' ')[1]),
    headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
    body,
    json: body.startsWith('{') ? JSON.parse(body) : undefined,
  } as never
}

const served = await testApp(t)
const open = await listen(t, served)
const send = async (bytes: string) => exchange(await open(), bytes)

const host = 'Host: example.org\r\n'
const long = (length: number) => `X-Long: ${'x'.repeat(length)}\r\n`

/** No limits that a test could meet. */
const patient = { idle: 300_000, headers: 300_000, request: 300_000 }

t.test('bytes that are not a request get a problem', async t => {
  const refused: [name: string, bytes: string, status: number, code: string][] = [
    ['no HTTP', 'hello\r\n\r\n', 400, 'bad-request'],
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n', 400, 'bad-request'],
    ['an unknown method', `BREW /v1 HTTP/1.1\r\n${host}\r\n`, 400, 'bad-request'],
    ['an unknown version', `GET /v1 HTTP/9.9\r\n${host}\r\n`, 400, 'bad-request'],
    ['a header without a name', `GET /v1 HTTP/1.1\r\n${host}: x\r\n\r\n`, 400, 'bad-request'],
    ['no host', 'GET /v1 HTTP/1.1\r\n\r\n', 400, 'bad-request'],
    ['two hosts', `GET /v1 HTTP/1.1\r\n${host}${host}\r\n`, 400, 'bad-request'],
    ['two hosts', `GET /v1 HTTP/1.0\r\n${host}HOST: a\r\n\r\n`, 400, 'bad-request'],
    ['a malformed path', `GET /v1/%zz HTTP/1.1\r\n${host}\r\n`, 400, 'bad-request'],
    ['a space', `GET /v1/actions?q=a b HTTP/1.1\r\n${host}\r\n`, 400, 'bad-request'],
    ['large headers', `GET /v1 HTTP/1.1\r\n${host}${long(40_000)}\r\n`, 431, 'headers-too-large'],
    ['a long URL', `GET /v1?${'x'.repeat(20_000)} HTTP/1.1\r\n${host}\r\n`, 414, 'uri-too-long'],
  ]
  for (const [name, bytes, status, code] of refused) {
    t.comment(name)
    const answer = await send(bytes)
    assertProblem(t, answer, status, code)
    t.equal(answer.headers['access-control-allow-origin'], '*', name)
  }
  const raw = await send(`GET /v1/actions?q=银行 HTTP/1.1\r\n${host}\r\n`)
  assertProblem(t, raw, 400, 'bad-request')
  t.match(raw.json.detail, /must be percent-encoded/)
  const fine = await send(`GET /v1 HTTP/1.1\r\n${host}${long(20_000)}\r\n`)
  t.equal(fine.statusCode, 200, 'headers that are not too large')
  t.equal((await send('GET /v1 HTTP/1.0\r\n\r\n')).statusCode, 200, 'old HTTP')
})

t.test('what the parser refuses is logged with the id that the client gets', async t => {
  const logged: object[] = []
  const { restore } = t.intercept(served.app.log, 'info', {
    value: (details: object, message: string) => logged.push({ ...details, message }),
  })
  const { headers } = await send('hello\r\n\r\n')
  restore()
  const id = headers['x-request-id']
  t.match(logged, [{ id, status: 400, code: /^HPE_/, message: 'not parsed' }])
})

t.test('only bytes that are not a request close the connection', async t => {
  const socket = await open()
  const known = get('/v1/regions/CN')
  for (const request of [known, get('/v1/regions/XX'), known]) {
    const { headers, statusCode } = await exchange(socket, request)
    t.equal(statusCode, request === known ? 200 : 404)
    t.not(headers.connection, 'close')
  }
  t.equal((await exchange(socket, 'hello\r\n\r\n')).headers.connection, 'close')
  await once(socket, 'close')
})

t.test('what is not a request never gets into an answer', async t => {
  const socket = await open()
  socket.write(`${get('/v1/claims?format=ndjson')}${get('/v1/search?q=notice')}hello\r\n\r\n`)
  const received = await text(socket).catch(() => '')
  t.notMatch(received, 'HTTP/1.1 400')
})

t.test('a method is refused before the announced body is read', async t => {
  for (const announced of ['Content-Length: 1000000', 'Transfer-Encoding: chunked']) {
    const head = `POST /v1/actions HTTP/1.1\r\n${host}Content-Type: application/json\r\n`
    const answer = await send(`${head}${announced}\r\n\r\n`)
    assertProblem(t, answer, 405, 'method-not-allowed')
    t.equal(answer.headers.allow, 'GET, HEAD, OPTIONS')
  }
})

t.test('characters that are not ASCII must be percent-encoded', async t => {
  const search = (q: string) => send(`GET /v1/search?q=${q}&in=actors HTTP/1.1\r\n${host}\r\n`)
  assertProblem(t, await search('火币'), 400, 'bad-request')
  const { json } = await search(encodeURIComponent('火币'))
  t.match(json.data, [{ record: 'actors/huobi', matched_name: '火币' }])
})

t.test('clients that disconnect do not affect others', async t => {
  const begun = 'GET /v1/claims?format=ndjson HTTP/1.1\r\n'
  // So many that the server has read more of some than of others.
  for (const bytes of Array.from({ length: 20 }, () => [begun, `${begun}${host}\r\n`]).flat()) {
    const socket = await open()
    await new Promise(resolve => socket.write(bytes, resolve))
    socket.resetAndDestroy()
    await once(socket, 'close')
  }
  t.equal((await send(`GET /v1 HTTP/1.1\r\n${host}\r\n`)).statusCode, 200)
})

t.test('a request that comes too slowly is refused', async t => {
  const post = `POST /v1/reconcile HTTP/1.1\r\n${host}Content-Type: application/x-www-form-urlencoded\r\n`
  const slow: [name: string, patience: object, bytes: string][] = [
    ['headers', { headers: 100 }, 'GET /v1 HTTP/1.1\r\nX-Slow: '],
    ['a body', { headers: 100, request: 100 }, `${post}Content-Length: 100000\r\n\r\nqueries=`],
  ]
  for (const [name, patience, bytes] of slow) {
    const open = await listen(t, await testApp(t, { patience: { ...patient, ...patience } }))
    const socket = await open()
    // Each byte would put off a limit for idle connections.
    const sender = setInterval(() => socket.write('a'), 10)
    assertProblem(t, await exchange(socket, bytes), 408, 'too-slow')
    clearInterval(sender)
    t.pass(name)
  }
  t.equal((await exchange(await open(), get('/v1'))).statusCode, 200)
})

t.test('an idle connection is closed', async t => {
  const idle: [name: string, bytes: string][] = [
    ['no request', ''],
    ['half a request', 'GET /v1 HTTP/1.1\r\n'],
    ['an answer that does not come', `GET /v1/search?q=mining HTTP/1.1\r\n${host}\r\n`],
    // The client does not read what it is sent.
    ['unread answers', `GET /v1/actions?limit=500 HTTP/1.1\r\n${host}\r\n`.repeat(100)],
  ]
  const served = await testApp(t, {
    patience: { ...patient, idle: 200 },
    settings: { REQUEST_TIMEOUT: '1' },
  })
  served.datasets.dataset.search.page = () => Promise.withResolvers<never>().promise
  const open = await listen(t, served)
  for (const [name, bytes] of idle) {
    const accepted = once(served.app.server, 'connection')
    const client = await open()
    const [socket] = (await accepted) as [Socket]
    const timedOut = once(socket, 'timeout')
    client.write(bytes)
    await timedOut
    await once(socket, 'close')
    t.pass(name)
  }
})
