import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { Duplex } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { writeSynthetic } from '../../bench/synthesize/dataset.ts'
import { buildDataset } from '../../src/build/build.ts'
import { Dataset } from '../../src/dataset/dataset.ts'
import { temporaryFolder, testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'

/** The app on a port, and a function that requests a path. */
async function listening(t: Test) {
  const served = await testApp(t)
  const address = await served.app.listen({ port: 0 })
  const ask = async (path: string, headers = {}) => {
    const asked = request(address + path, { headers }).end()
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    return answer
  }
  return { ...served, ask }
}

/** Reads an answer: its text, and whether it is complete. */
async function drain(answer: IncomingMessage) {
  const chunks: Buffer[] = []
  answer.on('data', chunk => chunks.push(chunk))
  answer.on('error', () => {})
  await new Promise(resolve => answer.once('close', resolve))
  return { text: Buffer.concat(chunks).toString(), complete: answer.complete }
}

/** Calls a function before each read of records, with its number from 1, until `restore` is called. */
function onRead(t: Test, before: (read: number) => void) {
  const { jsons } = Dataset.prototype
  let read = 0
  const value = function (this: Dataset, ...given: Parameters<typeof jsons>) {
    before(++read)
    return jsons.apply(this, given)
  }
  return t.intercept(Dataset.prototype, 'jsons', { value })
}

/** Turns of the event loop after which nothing more is made. */
const STILL_TURNS = 1_000

const requests: [path: string, headers?: object][] = [
  ['/v1/claims?format=ndjson'],
  ['/v1/claims?format=csv'],
  ['/v1/actions?format=csv&shape=long'],
  ['/v1/claims?format=ndjson', { 'accept-encoding': 'gzip' }],
]

t.test('a failure during a stream closes the connection', async t => {
  const { ask } = await listening(t)
  for (const [path, headers] of requests) {
    t.ok((await drain(await ask(path, headers))).complete, 'without a failure all of it comes')
    const { restore } = onRead(t, read => {
      if (read === 3) throw new Error('the disk is gone')
    })
    const answer = await ask(path, headers)
    t.equal(answer.statusCode, 200)
    t.match(answer.headers['x-total-count'], /^\d{3,}$/, 'known before the first byte')
    t.notOk((await drain(answer)).complete, path)
    restore()
  }
})

t.test('a stream ends with the dataset that it began with', async t => {
  const { ask, datasets, file } = await listening(t)
  const path = '/v1/claims?format=ndjson'
  const before = (await drain(await ask(path))).text
  let reads = 0
  const { restore } = onRead(t, read => {
    reads = read
    if (read !== 2) return
    buildDataset(inventedSeed(t), file)
    datasets.look()
  })
  const during = await drain(await ask(path))
  restore()
  t.ok(reads > 2)
  await datasets.look()
  t.strictSame(during, { text: before, complete: true })
  t.not((await drain(await ask(path))).text, before, 'the next one has the new dataset')
})

t.test('other requests are answered during a long stream', async t => {
  const { ask } = await listening(t)
  const long = await ask('/v1/claims?format=csv')
  t.ok((await drain(await ask('/health/live'))).complete)
  t.notOk(long.complete)
  await drain(long)
})

/** A connection that takes the first bytes and no others. */
function unreadConnection() {
  const begun = Promise.withResolvers<void>()
  const client = new Duplex({ highWaterMark: 1, read() {}, write: () => begun.resolve() })
  return { client, begun: begun.promise }
}

t.test('for a client that does not read, little is made, in any coding', async t => {
  const built = join(temporaryFolder(t), 'events.sqlite')
  writeSynthetic(built, 1_000)
  const { app } = await testApp(t, { built })
  let reads = 0
  const { restore } = onRead(t, () => reads++)
  for (const path of ['/v1/claims?format=csv', '/v1/claims?format=ndjson'])
    for (const coding of ['identity', 'gzip', 'br']) {
      const headers = { 'accept-encoding': coding }
      reads = 0
      t.equal((await app.inject({ url: path, headers })).statusCode, 200)
      const all = reads
      const { client, begun } = unreadConnection()
      reads = 0
      app.server.emit('connection', client)
      client.push(`GET ${path} HTTP/1.1\r\nHost: a\r\nAccept-Encoding: ${coding}\r\n\r\n`)
      await begun
      let before = reads
      for (let turn = 0; turn < STILL_TURNS; turn++) {
        if (reads > before) turn = 0
        before = reads
        await setImmediate()
      }
      t.ok(reads < all / 2, `${reads} of ${all} reads for ${path} in ${coding}`)
      client.destroy()
    }
  restore()
})
