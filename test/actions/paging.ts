import assert from 'node:assert/strict'
import t from 'tap'
import { type Answer, everything, keyOf, testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { inOrder } from '../fixtures/oracle.ts'
import { LAST } from '../fixtures/oracle-dates.ts'
import { assertRefused } from '../fixtures/refusals.ts'

type Some = Answer['json']
type Order = (records: Some[]) => Some[]

const { get } = await testApp(t, { seed: inventedSeed(t) })

const byKey: Order = records => records.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))

/** Documents by their date; those without one come last in either order. */
function byPublication(records: Some[], isReverse: boolean): Some[] {
  const place = ({ published, id }: Some) =>
    `${published.earliest ?? published.latest} ${published.latest ?? LAST} ${id}`
  const dated = records
    .filter(({ published }) => published)
    .sort((a, b) => (place(a) < place(b) ? -1 : 1))
  const others = byKey(records.filter(({ published }) => !published))
  return [...(isReverse ? dated.reverse() : dated), ...others]
}

/** The orders that a list has by the values of `sort`; the first is the default. */
const lists: Record<string, Record<string, Order>> = {
  actions: { '-date': all => inOrder(all).reverse(), date: inOrder },
  documents: { '-date': all => byPublication(all, true), date: all => byPublication(all, false) },
}
for (const name of ['exchanges', 'agencies', 'actors', 'regions', 'claims', 'vocabulary'])
  lists[name] = { id: byKey, '-id': all => byKey(all).reverse() }

/** The keys of all pages; every page but the last is full and links to the next. */
async function pagedKeys(url: string, limit: number): Promise<string[]> {
  const keys: string[] = []
  for (let next: string | null = `${url}&limit=${limit}`; next; ) {
    const { json, headers } = await get(next)
    const { total, next: cursor, next_url } = json.meta
    assert.equal(json.data.length, Math.min(limit, total - keys.length), next)
    keys.push(...json.data.map((one: Some) => keyOf(one) ?? one.record))
    assert.equal(next_url === null, keys.length === total, next)
    const [, linked = null] = /<([^>]+)>; rel="next"/.exec(String(headers.link)) ?? []
    assert.equal(linked, next_url, next)
    assert.equal(new URL(`x:${next_url}`).searchParams.get('cursor'), cursor)
    next = next_url
  }
  return keys
}

for (const [name, sorts] of Object.entries(lists))
  t.test(`/v1/${name}: pages of any size have each record once, in order`, async t => {
    const path = `/v1/${name}`
    const records = await everything<Some>(get, `${path}?limit=500`)
    const [byDefault] = Object.values(sorts)
    t.strictSame(records, byDefault?.(records))
    // The smallest pages of the longest lists would take as long as all other pages.
    const limits = records.length > 200 ? [7, 500] : [1, 2, 7, 500]
    for (const [sort, order] of Object.entries(sorts))
      for (const limit of limits) {
        const keys = await pagedKeys(`${path}?sort=${sort}`, limit)
        t.strictSame(keys, order(records).map(keyOf), `${sort} ${limit}`)
      }
  })

t.test('pages by relevance have each match once, in order', async t => {
  for (const url of ['/v1/actions?q=mining&sort=relevance', '/v1/search?q=mining']) {
    const expected = await pagedKeys(url, 500)
    t.ok(expected.length > 7)
    t.equal(new Set(expected).size, expected.length)
    for (const limit of [1, 2, 7]) t.strictSame(await pagedKeys(url, limit), expected, url)
  }
  const byDate = await pagedKeys('/v1/actions?q=mining', 500)
  t.same(new Set(byDate), new Set(await pagedKeys('/v1/actions?q=mining&sort=relevance', 500)))
})

t.test('a cursor fits every spelling of its query, with any limit, fields and include', async t => {
  const all = await pagedKeys('/v1/actions?type=ban,warning&sort=-date', 500)
  const { next } = (await get('/v1/actions?type=ban,warning&limit=2')).json.meta
  const spellings = [
    'type=ban,warning&limit=3',
    'type=warning&type=ban&limit=3',
    'limit=3&sort=-date&date_match=possible&type=ban,warning&fields=id&include=claims&format=json',
  ]
  for (const parameters of spellings) {
    const { json } = await get(`/v1/actions?${parameters}&cursor=${next}`)
    t.strictSame(json.data.map(keyOf), all.slice(2, 5), parameters)
  }
  const byName = (await get('/v1/actions?actor=Huobi&limit=1')).json.meta.next
  t.equal((await get(`/v1/actions?actor=huobi&cursor=${byName}`)).statusCode, 200)
})

t.test('a cursor of another query or release is refused, and the error says which', async t => {
  const { next } = (await get('/v1/actions?type=ban&limit=1')).json.meta
  const agency = (await get('/v1/agencies?limit=1')).json.meta.next
  const accepted = [`/v1/actions?type=ban&cursor=${next}`, `/v1/agencies?cursor=${agency}`]
  for (const url of accepted) t.equal((await get(url)).statusCode, 200, url)
  const refused = [
    `/v1/actions?cursor=${next}`,
    `/v1/actions?type=warning&cursor=${next}`,
    `/v1/actions?type=ban&kind=regulation&cursor=${next}`,
    `/v1/actions?type=ban&sort=date&cursor=${next}`,
    `/v1/actors?cursor=${next}`,
    `/v1/actors?cursor=${agency}`,
    `/v1/search?q=ban&cursor=${next}`,
  ]
  for (const url of refused) assertRefused(t, await get(url), 'cursor', /another query/)
  const other = await testApp(t)
  for (const url of accepted) assertRefused(t, await other.get(url), 'cursor', /another release/)
})

t.test('a forged cursor is refused', async t => {
  for (const path of ['/v1/actions?limit=2', '/v1/search?q=mining&limit=2']) {
    const { next, total } = (await get(path)).json.meta
    const [release, query, place] = JSON.parse(Buffer.from(next, 'base64url').toString())
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    t.equal(encode([release, query, place]), next)
    t.equal((await get(`${path}&cursor=${next}`)).statusCode, 200)
    const places = [0, -1, 1.5, '1', null, total, 2 ** 53].map(other => [release, query, other])
    const shapes = [[], {}, 'x', null, [release, query], [release, query, 1, 1], [1, query, 1]]
    const forged = ['x', '%FF', `${next}!`, `${next}AA`, ...[...places, ...shapes].map(encode)]
    for (const cursor of forged)
      assertRefused(t, await get(`${path}&cursor=${encodeURIComponent(cursor)}`), 'cursor')
  }
})
