import assert from 'node:assert/strict'
import fc from 'fast-check'
import { RoaringBitmap32 } from 'roaring-wasm'
import t from 'tap'
import type { Action } from '../../src/model/action.ts'
import { orderRows } from '../../src/queries/order.ts'
import type { Query } from '../../src/queries/query.ts'
import type { Dataset } from '../../src/store/dataset.ts'
import { testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { readKnown } from '../fixtures/known.ts'
import { inOrder } from '../fixtures/oracle.ts'

const { get } = await testApp(t, { seed: inventedSeed(t) })
const known = await readKnown(get)
const newestFirst = inOrder(known.actions).reverse()

/** The words of a text as a search compares them: without case and accents. */
const wordsIn = (text: string): string[] =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

const wordsOf = new Map(
  known.actions.map(({ id, title, summary, actors, details, amounts }: Action) => {
    const names = actors.flatMap(({ name, as_reported }) => [name ?? '', as_reported ?? ''])
    const reported = amounts.map(({ as_reported }) => as_reported)
    const texts = [title, summary, ...names, ...details.map(({ text }) => text), ...reported]
    return [id, new Set(texts.flatMap(wordsIn))]
  }),
)

const idsOf = async (parameters: string): Promise<string[]> =>
  (await get(`/v1/actions?limit=500&fields=id&${parameters}`)).json.data.map(({ id }: Action) => id)

t.test('q finds the actions that have all its words and none unwanted, newest first', async t => {
  const word = fc.constantFrom(...new Set(known.actions.flatMap(({ title }) => wordsIn(title))))
  const property = fc.asyncProperty(
    fc.uniqueArray(word, { minLength: 1, maxLength: 2 }),
    fc.array(word, { maxLength: 2 }),
    async (wanted, unwanted) => {
      const has = (id: string, one: string) => wordsOf.get(id)?.has(one)
      const expected = newestFirst
        .filter(({ id }) => wanted.every(one => has(id, one)))
        .filter(({ id }) => !unwanted.some(one => has(id, one)))
        .map(({ id }) => id)
      const q = [...wanted, ...unwanted.map(one => `-${one}`)].join(' ')
      assert.deepEqual(await idsOf(`q=${encodeURIComponent(q)}`), expected, q)
    },
  )
  await fc.assert(property, { numRuns: 150, seed: 2021_09_24 })
  t.ok(newestFirst.some(({ id }) => wordsOf.get(id)?.has('zyzzyva')))
})

t.test('q goes with filters, dates and the other sort', async t => {
  const mining = await idsOf('q=mining')
  const industry = await idsOf('kind=industry')
  const both = await idsOf('q=mining&kind=industry')
  t.ok(both.length > 0 && both.length < mining.length)
  t.strictSame(
    both,
    mining.filter(id => industry.includes(id)),
  )
  const oldestFirst = await idsOf('q=mining&sort=date')
  t.strictSame(oldestFirst, mining.toReversed())
  const inMay = await idsOf('from=2021-05&to=2021-05')
  t.strictSame(
    await idsOf('q=mining&from=2021-05&to=2021-05'),
    mining.filter(id => inMay.includes(id)),
  )
})

t.test('by relevance the best match comes first, as in the search', async t => {
  const ids = await idsOf('q=zyzzyva&sort=relevance')
  t.strictSame(ids, ['invented-decade', 'invented-interval'])
  t.strictSame(await idsOf('q=zyzzyva'), ['invented-interval', 'invented-decade'])
  const ranked = await idsOf('q=mining&sort=relevance')
  const hits = (await get('/v1/search?q=mining&in=actions&limit=500')).json.data
  t.same(new Set(ranked), new Set(await idsOf('q=mining')))
  const score = new Map<string, number>(
    hits.map((hit: { record: string; score: number }) => [hit.record.slice(8), hit.score]),
  )
  const scores = ranked.map(id => score.get(id) as number)
  t.strictSame(
    scores,
    scores.toSorted((a, b) => b - a),
  )
})

t.test('of more matches than are ranked the older ones follow, newest first', async t => {
  const rows = RoaringBitmap32.fromRange(0, 10_005)
  rows.remove(3)
  // The newest 10,000 matches, the older the better.
  const ranking = Uint32Array.from({ length: 10_000 }, (_, i) => 5 + i)
  const query: Query = { view: 'actions', values: { q: 'mining', sort: 'relevance' } }
  const found = { rows: () => rows, ranked: { from: 5, ranking } }
  const ordered = orderRows({} as Dataset, query, rows, found)
  t.equal(ordered.total, 10_004)
  t.strictSame(ordered.rows(0, 2), [5, 6])
  t.strictSame(ordered.rows(9_999, 10_002), [10_004, 4, 2])
  t.strictSame(ordered.rows(10_002, 10_004), [1, 0])
})
