import { setImmediate } from 'node:timers/promises'
import { brotliDecompressSync } from 'node:zlib'
import t from 'tap'
import { AnswerMemory } from '../../src/http/answer-memory.ts'
import { buildDataset } from '../../src/store/build.ts'
import type { Hit } from '../../src/store/search.ts'
import { type Answer, assertProblem, type TestApp, testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { countStatements } from '../fixtures/statements.ts'

const urls = [
  '/v1',
  '/v1/actions',
  '/v1/actions?type=ban&limit=3',
  '/v1/actions/joint-notice-2021-09',
  '/v1/actions/joint-notice-2021-09/claims',
  '/v1/counts?group_by=month,type',
  '/v1/counts?group_by=month,type&format=csv',
  '/v1/counts?group_by=type&format=ndjson',
  '/v1/search?q=mining',
  '/v1/claims?status=rival',
]

const without = ({ headers }: Answer) => {
  const { 'x-request-id': _, date: __, ...rest } = headers
  return rest
}

/** Asks so often that the answer is in memory. */
async function learn({ get }: TestApp, url: string, headers = {}): Promise<Answer> {
  await get(url, headers)
  return get(url, headers)
}

t.test('from the third time on an answer comes from memory, and is the same', async t => {
  const app = await testApp(t)
  for (const url of urls) {
    const first = await app.get(url)
    const second = await app.get(url)
    const statements = countStatements(t)
    const third = await app.get(url)
    t.equal(statements.run, 0, url)
    for (const answer of [second, third]) {
      t.ok(answer.body === first.body, url)
      t.strictSame(without(answer), without(first), url)
    }
    const { body, headers } = await app.app.inject({ method: 'HEAD', url })
    t.equal(body, '')
    t.equal(headers.etag, first.headers.etag)
    t.equal(Number(headers['content-length']), Buffer.byteLength(first.body))
  }
})

t.test('what is in memory is told from other answers to the same address', async t => {
  const app = await testApp(t)
  const url = '/v1/actions?limit=2'
  const json = await learn(app, url)
  const atom = await learn(app, url, { accept: 'application/atom+xml' })
  t.match(atom.headers['content-type'], /^application\/atom\+xml/)
  t.match((await app.get(url)).body, json.body)
  for (const host of ['one.example', 'two.example']) {
    const feed = await learn(app, url, { accept: 'application/atom+xml', host })
    t.match(feed.body, `http://${host}/`, 'addresses are those that were asked')
  }
  t.equal((await app.get(url, { accept: 'image/png' })).statusCode, 406)
})

t.test('an answer is coded once', async t => {
  const app = await testApp(t)
  const url = '/v1/actions'
  const plain = await app.get(url)
  const headers = { 'accept-encoding': 'br' }
  const inject = () => app.app.inject({ url, headers })
  const answers = [await inject(), await inject(), await inject()]
  for (const answer of answers) {
    t.ok(brotliDecompressSync(answer.rawPayload).toString() === plain.body)
    t.equal(answer.headers.etag, String(plain.headers.etag).replace(/"$/, '-br"'))
    t.equal(answer.headers['content-encoding'], 'br')
  }
})

t.test('what a client has is a 304 from memory', async t => {
  const app = await testApp(t)
  for (const url of urls) {
    const { headers } = await learn(app, url)
    const fresh = await (await testApp(t)).get(url, { 'if-none-match': String(headers.etag) })
    const statements = countStatements(t)
    for (const condition of [String(headers.etag), '*', `"other", W/${headers.etag}`]) {
      const answer = await app.get(url, { 'if-none-match': condition })
      t.equal(answer.statusCode, 304, url)
      t.strictSame(without(answer), without(fresh), url)
    }
    t.equal(statements.run, 0, url)
    t.equal((await app.get(url, { 'if-none-match': '"other"' })).statusCode, 200)
  }
})

t.test(
  'whoever has an answer that is not in memory gets 304 again and again, and others the answer',
  async t => {
    const { get } = await testApp(t)
    const fresh = await testApp(t)
    for (const url of urls) {
      const { headers, body } = await get(url)
      const condition = { 'if-none-match': String(headers.etag) }
      for (let asked = 0; asked < 3; asked++)
        t.equal((await fresh.get(url, condition)).statusCode, 304, url)
      t.equal((await fresh.get(url, { 'if-none-match': '"other"' })).body, body)
      t.equal((await fresh.get(url, { 'if-none-match': '*' })).statusCode, 304)
      t.equal((await fresh.get(url)).body, body)
    }
  },
)

t.test('a new dataset is not answered with the memory of the old one', async t => {
  const app = await testApp(t)
  const url = '/v1/actions?limit=500'
  const before = await learn(app, url)
  buildDataset(inventedSeed(t), app.file)
  await app.datasets.look()
  const after = await app.get(url)
  t.not(after.body, before.body)
  t.not(after.headers.etag, before.headers.etag)
})

t.test('equal requests at the same moment are computed once', async t => {
  const { get, datasets } = await testApp(t)
  const { search } = datasets.dataset
  const ask = search.ask.bind(search)
  let asked = 0
  search.ask = request => {
    asked++
    return ask(request)
  }
  const url = '/v1/search?q=mining'
  const spellings = [url, '/v1/search?limit=50&q=mining', '/v1/search?q=%6Dining']
  const answers = await Promise.all([...spellings, ...spellings].map(one => get(one)))
  t.equal(asked, 1)
  for (const { statusCode, body } of answers) {
    t.equal(statusCode, 200)
    t.ok(body === answers[0]?.body)
  }
})

t.test('memory that is given back when an answer is sent is missed by nobody', async t => {
  const { app, get } = await testApp(t)
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  const ask = async (path: string, coding: string) => {
    const answer = await fetch(origin + path, { headers: { 'accept-encoding': coding } })
    return answer.text()
  }
  for (const sort of ['date', '-date']) {
    const path = `/v1/actions?limit=500&sort=${sort}`
    const asked = ['identity', 'gzip', 'identity', 'br', 'identity', 'identity']
    const together = await Promise.all(asked.map(coding => ask(path, coding)))
    const alone = [await ask(path, 'identity'), await ask(path, 'gzip'), (await get(path)).body]
    t.ok(together[0]?.length && together[0].length > 50_000)
    for (const body of [...together, ...alone]) t.ok(body === together[0], path)
  }
})

t.test('answers of any size are sent, whatever memory they are made in', async t => {
  const { app } = await testApp(t)
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  const lengths: number[] = []
  for (let limit = 1; limit <= 60; limit += limit < 20 ? 1 : 4)
    for (const more of ['', '&include=claims', '&sort=date&fields=id,title,summary,amounts']) {
      const headers = { 'accept-encoding': 'identity' }
      const answer = await fetch(`${origin}/v1/actions?limit=${limit}${more}`, { headers })
      const { data } = JSON.parse(await answer.text())
      t.equal(data.length, limit)
      lengths.push(JSON.stringify(data).length)
    }
  for (const [least, most] of [
    [8_192, 16_384],
    [16_384, 32_768],
    [32_768, 65_536],
    [65_536, 200_000],
  ] as const)
    t.ok(lengths.filter(length => length > least && length < most).length > 3)
})

t.test('what is sent once holds no memory then', async t => {
  const { app, datasets } = await testApp(t)
  const { dataset } = datasets
  const joined = dataset.joined.bind(dataset)
  const bodies: Buffer[] = []
  dataset.joined = (...given) => {
    const body = joined(...given)
    bodies.push(body)
    return body
  }
  const url = '/v1/actions?limit=500'
  const lengths: number[] = []
  for (let asked = 0; asked < 3; asked++) lengths.push((await app.inject(url)).body.length)
  t.strictSame(new Set(lengths).size, 1)
  t.strictSame(
    bodies.map(({ length }) => length > 0),
    [false, true],
    'the second one is kept',
  )
})

t.test('failures are not kept, and those who wait for one all get it', async t => {
  const { get, datasets } = await testApp(t)
  const { search } = datasets.dataset
  const ask = search.ask.bind(search)
  search.ask = async () => Promise.reject(new Error('no'))
  const url = '/v1/search?q=mining'
  const answers = await Promise.all([get(url), get(url), get(url)])
  for (const { statusCode } of answers) t.equal(statusCode, 500)
  search.ask = ask
  t.equal((await get(url)).statusCode, 200)
})

t.test('what is answered from memory counts for the limit of a client', async t => {
  const app = await testApp(t, { settings: { RATE_LIMIT: '4' } })
  const remaining = []
  for (let asked = 0; asked < 4; asked++) remaining.push((await app.get('/v1')).headers.ratelimit)
  t.match(remaining, [/r=3/, /r=2/, /r=1/, /r=0/])
  t.equal((await app.get('/v1')).statusCode, 429)
})

const answerOf = (bytes: number) => ({ headers: {}, body: Buffer.alloc(bytes) })

function keepTwice(memory: AnswerMemory, tag: string, bytes: number) {
  memory.keep(tag, answerOf(bytes))
  memory.keep(tag, answerOf(bytes))
}

t.test('the memory is bounded in bytes', async t => {
  const memory = new AnswerMemory()
  memory.keep('once', answerOf(10))
  t.equal(memory.get('once'), undefined, 'asked once is not kept')
  keepTwice(memory, 'long', 9 * 1_024 ** 2)
  t.equal(memory.get('long'), undefined, 'nothing fills it alone')
  for (let i = 0; i < 100; i++) {
    keepTwice(memory, String(i), 500_000)
    t.equal(memory.get(String(i))?.body.length, 500_000)
  }
  const kept = Array.from({ length: 100 }, (_, i) => i).filter(i => memory.get(String(i)))
  t.ok(kept.length * 500_000 <= 32 * 1_024 ** 2 && kept.length > 50, `${kept.length} are kept`)
  t.strictSame(
    kept,
    kept.map((_, i) => 100 - kept.length + i),
    'the last ones',
  )
})

t.test('an answer of several requests is told from one of a single request', async t => {
  const memory = new AnswerMemory()
  for (const requests of [1, 2]) {
    const { promise, resolve } = Promise.withResolvers<ReturnType<typeof answerOf>>()
    const shared = Array.from({ length: requests }, () => memory.once('x', () => promise))
    resolve(answerOf(1))
    for (const answer of await Promise.all(shared)) t.equal(memory.isLone(answer), requests === 1)
  }
})

t.test('a kept answer holds no more memory than its bytes', t => {
  const memory = new AnswerMemory()
  const text = 'a piece of a larger buffer'
  for (let kept = 0; kept < 2; kept++) memory.keep('x', { headers: {}, body: Buffer.from(text) })
  const { body } = memory.get('x') as { body: Buffer }
  t.equal(body.toString(), text)
  t.equal(body.buffer.byteLength, text.length)
  t.end()
})

t.test('a client that likes no coding best gets none', async t => {
  const { app } = await testApp(t)
  const url = '/v1/actions'
  for (const accepted of ['identity, br;q=0.5', 'identity', 'unheard-of']) {
    const answer = await app.inject({ url, headers: { 'accept-encoding': accepted } })
    t.equal(answer.headers['content-encoding'], undefined, accepted)
    t.ok(answer.json().data.length > 0)
  }
  const { headers } = await app.inject({ url, headers: { 'accept-encoding': 'br;q=0.5' } })
  t.equal(headers['content-encoding'], 'br')
})

t.test('an answer that is not there in time is a 503, and a retry shares its work', async t => {
  const { get, datasets } = await testApp(t, { settings: { REQUEST_TIMEOUT: '1' } })
  const { promise, resolve } = Promise.withResolvers<Hit[]>()
  let asked = 0
  datasets.dataset.search.ask = () => {
    asked++
    return promise as never
  }
  const url = '/v1/search?q=mining'
  for (const answer of await Promise.all([get(url), get(url)])) {
    assertProblem(t, answer, 503, 'overloaded')
    t.equal(answer.headers['retry-after'], '1')
  }
  t.equal((await get('/v1/actions')).statusCode, 200, 'nothing else is refused')
  const retry = get(url)
  await setImmediate()
  resolve([])
  t.match(await retry, { statusCode: 200, json: { data: [] } })
  t.equal(asked, 1)
})

t.test('what was made long ago is as if it was never made', async t => {
  const memory = new AnswerMemory()
  for (let i = 0; i <= 20_000; i++) memory.keep(String(i), answerOf(1))
  memory.keep('0', answerOf(1))
  memory.keep('20000', answerOf(1))
  t.equal(memory.get('0'), undefined)
  t.ok(memory.get('20000'))
})

t.test('very long addresses are answered, but not by heart', async t => {
  const app = await testApp(t)
  const url = `/v1/actions?limit=1&type=${Array(80).fill('policy-statement').join(',')}`
  const answers: Answer[] = []
  for (let asked = 0; asked < 3; asked++) answers.push(await app.get(url))
  for (const { statusCode, body } of answers) {
    t.equal(statusCode, 200)
    t.equal(body, answers[0]?.body)
  }
})
