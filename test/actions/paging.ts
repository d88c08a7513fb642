import assert from 'node:assert/strict'
import t from 'tap'
import { assertProblem, everything, testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { inOrder } from '../fixtures/oracle.ts'
import { LAST } from '../fixtures/oracle-dates.ts'

// biome-ignore lint/suspicious/noExplicitAny: records of every kind
type Some = any

const { get } = await testApp(t, { seed: inventedSeed(t) })

const byId = (records: Some[]): Some[] =>
  records.toSorted((a, b) => ((a.id ?? a.code) < (b.id ?? b.code) ? -1 : 1))

/** Documents by their date, those without one last, whichever way the others go. */
function byPublication(records: Some[], reverse: boolean): Some[] {
  const place = ({ published, id }: Some) =>
    `${published.earliest ?? published.latest} ${published.latest ?? LAST} ${id}`
  const dated = records
    .filter(({ published }) => published)
    .sort((a, b) => (place(a) < place(b) ? -1 : 1))
  const others = byId(records.filter(({ published }) => !published))
  return [...(reverse ? dated.reverse() : dated), ...others]
}

/** Every list with each of its sorts, and the order that it should have; the first is the one without `sort`. */
const lists: [path: string, sorts: Record<string, (records: Some[]) => Some[]>][] = [
  ['actions', { '-date': all => inOrder(all).reverse(), date: inOrder }],
  [
    'documents',
    { '-date': all => byPublication(all, true), date: all => byPublication(all, false) },
  ],
  ...['exchanges', 'agencies', 'actors', 'regions', 'claims', 'vocabulary'].map(
    (path): (typeof lists)[number] => [path, { id: byId, '-id': all => byId(all).reverse() }],
  ),
]

const keyOf = ({ id, code }: Some): string => id ?? code

/** The keys of all pages together; each page but the last is full, and says and links where the next one is. */
async function keysOf(url: string, limit: number): Promise<string[]> {
  const keys: string[] = []
  for (let next: string | null = `${url}&limit=${limit}`; next; ) {
    const { json, headers } = await get(next)
    const { total, next_url } = json.meta
    assert.equal(json.data.length, Math.min(limit, total - keys.length), next)
    keys.push(...json.data.map(keyOf))
    assert.equal(next_url === null, keys.length === total, next)
    assert.equal(json.meta.next === null, next_url === null, next)
    assert.equal(String(headers.link).includes('rel="next"'), next_url !== null, next)
    if (next_url) assert.ok(String(headers.link).includes(`<${next_url}>; rel="next"`), next)
    if (next_url) assert.equal(new URL(`x:${next_url}`).searchParams.get('cursor'), json.meta.next)
    next = next_url
  }
  return keys
}

for (const [path, sorts] of lists)
  t.test(`/v1/${path}: pages of any size give each record once, in order`, async t => {
    const records = await everything(get, `/v1/${path}?limit=500`)
    t.ok(records.length > 0)
    for (const [sort, order] of Object.entries(sorts)) {
      const expected = order(records).map(keyOf)
      for (const limit of [1, 2, 7, 500])
        t.strictSame(await keysOf(`/v1/${path}?sort=${sort}`, limit), expected, `${sort} ${limit}`)
    }
    const [first] = Object.keys(sorts)
    t.strictSame(await keysOf(`/v1/${path}?`, 500), await keysOf(`/v1/${path}?sort=${first}`, 500))
  })

t.test('pages by relevance give each match once, in order', async t => {
  const url = '/v1/actions?q=mining&sort=relevance'
  const expected = await keysOf(url, 500)
  t.ok(expected.length > 7)
  t.same(new Set(expected), new Set(await keysOf('/v1/actions?q=mining', 500)))
  for (const limit of [1, 2, 7]) t.strictSame(await keysOf(url, limit), expected)
})

t.test(
  'a cursor goes with any limit, fields, include and format, and any way to say the same',
  async t => {
    const all = await keysOf('/v1/actions?type=ban,warning&sort=-date', 500)
    const { next } = (await get('/v1/actions?type=ban,warning&limit=2')).json.meta
    const same = [
      'type=ban,warning&limit=3',
      'type=warning&type=ban&limit=3',
      'limit=3&sort=-date&date_match=possible&type=ban,warning&fields=id&include=claims&format=json',
    ]
    for (const parameters of same) {
      const { json } = await get(`/v1/actions?${parameters}&cursor=${next}`)
      t.strictSame(json.data.map(keyOf), all.slice(2, 5), parameters)
    }
    const byName = (await get('/v1/actions?actor=Huobi&limit=1')).json.meta.next
    t.equal((await get(`/v1/actions?actor=huobi&cursor=${byName}`)).statusCode, 200)
  },
)

t.test('a cursor of another query or release is refused, saying which', async t => {
  const other = await testApp(t)
  const { next } = (await get('/v1/actions?type=ban&limit=1')).json.meta
  t.equal((await get(`/v1/actions?type=ban&cursor=${next}`)).statusCode, 200)
  const agency = (await get('/v1/agencies?limit=1')).json.meta.next
  t.equal((await get(`/v1/agencies?cursor=${agency}`)).statusCode, 200)
  const refusals: [app: typeof get, url: string, message: RegExp][] = [
    [get, `/v1/actions?cursor=${next}`, /another query/],
    [get, `/v1/actions?type=warning&cursor=${next}`, /another query/],
    [get, `/v1/actions?type=ban&kind=regulation&cursor=${next}`, /another query/],
    [get, `/v1/actions?type=ban&sort=date&cursor=${next}`, /another query/],
    [get, `/v1/actors?cursor=${next}`, /another query/],
    [get, `/v1/actors?cursor=${agency}`, /another query/],
    [get, `/v1/search?q=ban&cursor=${next}`, /another query/],
    [other.get, `/v1/actions?type=ban&cursor=${next}`, /another release/],
  ]
  for (const [ask, url, message] of refusals) {
    const refused = await ask(url)
    assertProblem(t, refused, 400, 'bad-parameter')
    t.match(refused.json.errors, [{ parameter: 'cursor', message }], url)
  }
})

t.test('a cursor that this API never gave is refused', async t => {
  for (const path of ['/v1/actions?limit=2', '/v1/search?q=mining&limit=2']) {
    const { next, total } = (await get(path)).json.meta
    const [release, query, place] = JSON.parse(Buffer.from(next, 'base64url').toString())
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    t.equal(encode([release, query, place]), next)
    t.equal((await get(`${path}&cursor=${next}`)).statusCode, 200)
    const places = [0, -1, 1.5, '1', null, total, 2 ** 53].map(other => [release, query, other])
    const shapes = [[], {}, 'x', null, [release, query], [release, query, 1, 1], [1, query, 1]]
    const forged = ['x', '%FF', `${next}!`, `${next}AA`, ...[...places, ...shapes].map(encode)]
    for (const cursor of forged) {
      const refused = await get(`${path}&cursor=${encodeURIComponent(cursor)}`)
      assertProblem(t, refused, 400, 'bad-parameter')
      t.match(refused.json.errors, [{ parameter: 'cursor' }], cursor)
    }
  }
})
