import { setImmediate } from 'node:timers/promises'
import t from 'tap'
import type { Hits } from '../../src/dataset/search.ts'
import { AnswerCache } from '../../src/http/answers/cache.ts'
import { assertProblem, testApp } from '../fixtures/app.ts'

t.test('equal requests at the same time share one search; a failure is not kept', async t => {
  const { get, datasets } = await testApp(t)
  const { search } = datasets.dataset
  const page = search.page.bind(search)
  const failing = Promise.withResolvers<Hits>()
  let asked = 0
  search.page = request => {
    asked++
    return asked === 1 ? failing.promise : page(request)
  }
  const spellings = ['/v1/search?q=mining', '/v1/search?limit=50&q=mining', '/v1/search?q=%6Dining']
  for (const status of [500, 200, 200]) {
    const asking = Promise.all(spellings.map(url => get(url)))
    // By then each request is waiting for the first one's search.
    for (let turn = 0; turn < 3; turn++) await setImmediate()
    failing.reject(new Error('no'))
    const answers = await asking
    for (const answer of answers)
      if (status === 500) assertProblem(t, answer, status, 'internal-error')
      else t.match(answer, { statusCode: status, body: answers[0]?.body })
  }
  t.equal(asked, 2)
})

t.test('an answer that takes too long is a 503, and a retry finds its result', async t => {
  const { get, datasets } = await testApp(t, { settings: { REQUEST_TIMEOUT: '1' } })
  const { promise, resolve } = Promise.withResolvers<Hits>()
  let asked = 0
  datasets.dataset.search.page = () => {
    asked++
    return promise
  }
  const url = '/v1/search?q=mining'
  for (const answer of await Promise.all([get(url), get(url)])) {
    assertProblem(t, answer, 503, 'overloaded')
    t.equal(answer.headers['retry-after'], '1')
  }
  t.equal((await get('/v1/actions')).statusCode, 200, 'no other request is refused')
  const waiting = get(url)
  await setImmediate()
  resolve({ total: 0, hits: [] })
  t.match(await waiting, { statusCode: 200, json: { data: [] } })
  t.match(await get(url), { statusCode: 200, json: { data: [] } })
  t.equal(asked, 1)
})

t.test('the cache has a limit in bytes and drops the answers not used for longest', async t => {
  const cache = new AnswerCache(10)
  let made = 0
  const get = (tag: string, bytes: number) =>
    cache.get(tag, async () => ({ headers: {}, body: Buffer.alloc(bytes, made++) }), 0)
  const isKept = async (tag: string, bytes: number) => {
    const before = made
    await get(tag, bytes)
    return made === before
  }
  await get('large', 9 * 1_024 ** 2)
  t.notOk(await isKept('large', 9 * 1_024 ** 2), 'no answer fills it alone')
  for (let i = 0; i < 100; i++) await get(String(i), 500_000)
  let kept = 0
  while (await isKept(String(99 - kept), 500_000)) kept++
  t.ok(kept * 500_000 <= 32 * 1_024 ** 2 && kept > 50, `${kept} are kept`)
})
