import { once } from 'node:events'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { setImmediate as turn } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { testApp } from '../fixtures/app.ts'
import { get } from '../fixtures/raw-http.ts'

/** The app on a port, and how to connect to it. */
async function listening(t: Test, SHUTDOWN_GRACE = '600') {
  const served = await testApp(t, { settings: { SHUTDOWN_GRACE } })
  const { app } = served
  await app.listen({ port: 0 })
  const { port } = app.server.address() as AddressInfo
  const open = async () => {
    const accepted = once(app.server, 'connection')
    const client = connect(port, '127.0.0.1').on('error', () => {})
    t.teardown(() => client.destroy())
    const [[socket]] = await Promise.all([accepted, once(client, 'connect')])
    return { client, socket: socket as Socket }
  }
  return { ...served, open }
}

const csv = get('/v1/claims?format=csv')

t.test('connections beyond the bound are refused, and said once', async t => {
  const { app, open } = await listening(t)
  const said: object[] = []
  t.intercept(app.log, 'warn', { value: (details: object) => said.push(details) })
  t.ok(app.server.maxConnections > 1)
  app.server.maxConnections = 1
  const { client } = await open()
  for (let more = 0; more < 3; more++) {
    const dropped = once(app.server, 'drop')
    const other = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
    await Promise.all([
      dropped,
      once(
        other.on('error', () => {}),
        'close',
      ),
    ])
  }
  t.strictSame(said, [{ most: 1 }])
  client.write(get('/v1'))
  t.match(String(await once(client, 'data')), /^HTTP\/1\.1 200/)
})

t.test('the bound follows from the file descriptors of the process', async t => {
  const bounds: [soft: unknown, most: number][] = [
    [1_024, 488],
    [20, 1],
    ['unlimited', Number.POSITIVE_INFINITY],
  ]
  for (const [soft, most] of bounds) {
    const report = { userLimits: { open_files: { soft } } }
    const { restore } = t.intercept(process.report, 'getReport', { value: () => report })
    const { app } = await testApp(t)
    restore()
    t.equal(app.server.maxConnections, most, String(soft))
  }
})

t.test('a server that closes ends what is silent and finishes what it answers', async t => {
  const { app, open } = await listening(t)
  const silent = await open()
  const kept = await open()
  kept.client.write(get('/v1'))
  await once(kept.client, 'data')
  const reading = await open()
  const all = reading.client.pipe(new PassThrough({ highWaterMark: 1e9 }))
  reading.client.write(csv)
  await once(reading.client, 'data')
  const closed = app.close()
  await Promise.all([once(silent.client, 'close'), once(kept.client, 'close')])
  // Its headers were sent before and promise that the connection stays open.
  t.match(await text(all), /^HTTP\/1\.1 200 .*\r\n0\r\n\r\n$/s)
  await closed
})

t.test('after the grace, a client that does not read or goes on sending is cut off', async t => {
  const { app, open } = await listening(t, '1')
  const unread = await open()
  unread.client.pause()
  unread.client.write(csv.repeat(100))
  const sending = await open()
  sending.client.write('GET /v1 HTTP/1.1\r\nX-Slow: a')
  while (sending.socket.bytesRead === 0 || unread.socket.bytesWritten === 0) await turn()
  const both = [unread, sending].map(({ socket }) => once(socket, 'close'))
  await app.close()
  await Promise.all(both)
  t.ok(unread.socket.bytesWritten > 0)
})

t.test('a request that comes while the server closes is answered', async t => {
  const { app, open } = await listening(t)
  const { client, socket } = await open()
  const received = text(client)
  client.write('GET /v1 HTTP/1.1\r\nHost: a\r\n')
  while (socket.bytesRead === 0) await turn()
  const closed = app.close()
  while (app.server.listening) await turn()
  client.write('\r\n')
  t.match(await received, /^HTTP\/1\.1 200 .*connection: close/is)
  await closed
})
