import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import t, { type Test } from 'tap'
import { buildDataset } from '../../src/store/build.ts'
import { ContentCheck } from '../../src/store/content-check.ts'
import { Dataset } from '../../src/store/dataset.ts'
import { testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'

/** The app on a port, and what a client gets of an answer: its headers, all that came, and whether it came to its end. */
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

async function drain(answer: IncomingMessage) {
  const chunks: Buffer[] = []
  answer.on('data', chunk => chunks.push(chunk))
  answer.on('error', () => {})
  await new Promise(resolve => answer.once('close', resolve))
  return { text: Buffer.concat(chunks).toString(), complete: answer.complete }
}

/** Reads of records, of which each gives many. */
const FAILS_AT = 5

t.test('a failure on the way breaks the connection off', async t => {
  const { ask } = await listening(t)
  const { jsons, joined } = Dataset.prototype
  for (const [path, headers] of [
    ['/v1/claims?format=ndjson', {}],
    ['/v1/claims?format=csv', {}],
    ['/v1/actions?format=csv&shape=long', {}],
    ['/v1/claims?format=ndjson', { 'accept-encoding': 'gzip' }],
  ] as [string, object][]) {
    t.ok((await drain(await ask(path, headers))).complete, 'without a failure all of it comes')
    let read = 0
    const fail = () => {
      if (++read === FAILS_AT) throw new Error('the disk is gone')
    }
    Dataset.prototype.jsons = function (rows) {
      fail()
      return jsons.call(this, rows)
    }
    Dataset.prototype.joined = function (...given) {
      fail()
      return joined.apply(this, given)
    }
    const answer = await ask(path, headers)
    t.equal(answer.statusCode, 200)
    t.match(
      answer.headers['x-total-count'],
      /^\d{3,}$/,
      'the number is known before the first byte',
    )
    const { complete } = await drain(answer)
    Object.assign(Dataset.prototype, { jsons, joined })
    t.notOk(complete, path)
  }
})

t.test('an answer that has begun ends with the dataset that it began with', async t => {
  const { ask, datasets, file } = await listening(t)
  const path = '/v1/claims?format=ndjson'
  const before = (await drain(await ask(path))).text
  const { joined } = Dataset.prototype
  // At once, so that the new one is served before the answer has ended.
  t.intercept(ContentCheck.prototype, 'beside', { value: () => Promise.resolve() })
  let read = 0
  Dataset.prototype.joined = function (...given) {
    if (++read === FAILS_AT) {
      buildDataset(inventedSeed(t), file)
      datasets.look()
    }
    return joined.apply(this, given)
  }
  const during = await drain(await ask(path))
  Dataset.prototype.joined = joined
  t.ok(read > FAILS_AT)
  t.ok(during.complete)
  t.equal(during.text, before)
  t.not((await drain(await ask(path))).text, before, 'the next one has the new dataset')
})

t.test('others are answered while a long answer is being made', async t => {
  const { ask } = await listening(t)
  const long = await ask('/v1/claims?format=csv')
  let ended = false
  long.on('end', () => {
    ended = true
  })
  const other = await drain(await ask('/health/live'))
  t.ok(other.complete)
  t.notOk(ended)
  await drain(long)
})

t.test('a client that leaves leaves nothing behind', async t => {
  const { ask, get } = await listening(t)
  for (let i = 0; i < 5; i++) (await ask('/v1/claims?format=ndjson')).destroy()
  t.equal((await get('/v1/claims?limit=1')).statusCode, 200)
})
