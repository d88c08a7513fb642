import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import type { Action } from '../../src/model/action.ts'
import { testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { readKnown } from '../fixtures/known.ts'
import { inOrder } from '../fixtures/oracle.ts'
import { assertFalling, type Hit } from '../fixtures/searches.ts'

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

t.test('q can be combined with filters, dates and the other sort', async t => {
  const mining = await idsOf('q=mining')
  t.strictSame(await idsOf('q=mining&sort=date'), mining.toReversed())
  for (const filter of ['kind=industry', 'from=2021-05&to=2021-05']) {
    const others = await idsOf(filter)
    const both = mining.filter(id => others.includes(id))
    t.ok(both.length > 0 && both.length < mining.length)
    t.strictSame(await idsOf(`q=mining&${filter}`), both, filter)
  }
})

t.test('by relevance the best match comes first, as in the search', async t => {
  t.strictSame(await idsOf('q=zyzzyva'), ['invented-interval', 'invented-decade'])
  t.strictSame(await idsOf('q=zyzzyva&sort=relevance'), ['invented-decade', 'invented-interval'])
  const ranked = await idsOf('q=mining&sort=relevance')
  const found: Hit[] = (await get('/v1/search?q=mining&in=actions&limit=500')).json.data
  const hits = new Map(found.map(hit => [hit.record, hit]))
  const scored = ranked.map(id => hits.get(`actions/${id}`)!)
  assertFalling(t, scored)
})
