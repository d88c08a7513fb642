import fc from 'fast-check'
import t from 'tap'
import { testApp } from '../fixtures/app.ts'
import { countStatements } from '../fixtures/statements.ts'

/** Requests that are one and the same, in several spellings. */
const same: string[][] = [
  [
    '/v1/actions',
    '/v1/actions?',
    '/v1/actions?limit=50',
    '/v1/actions?sort=-date',
    '/v1/actions?format=json',
    '/v1/actions?date_match=possible&region_exact=false',
  ],
  [
    '/v1/actions?type=ban,opinion&region=CN',
    '/v1/actions?region=CN&type=opinion,ban',
    '/v1/actions?type=ban&region=CN&type=opinion',
    '/v1/actions?type=ban%2Copinion&region=%43N',
    '/v1/actions?type=ban,opinion,ban&region=CN,CN',
  ],
  [
    '/v1/actions?actor=okex',
    '/v1/actions?actor=OKEx',
    '/v1/actions?actor=+okEX%20',
    '/v1/actions?actor=%EF%BC%AFKEx',
  ],
  ['/v1/actions?not_exchange=huobi,okex', '/v1/actions?not_exchange=OKEx&not_exchange=Huobi'],
  ['/v1/actions?fields=id,title', '/v1/actions?fields=title&fields=id'],
  ['/v1/actions?include=claims,linked', '/v1/actions?include=linked,claims'],
  ['/v1/actions/joint-notice-2021-09', '/v1/actions/joint%2Dnotice-2021-09?format=json'],
  ['/v1/search?q=mining', '/v1/search?limit=50&q=mining', '/v1/search?q=%6Dining'],
  ['/v1/search?q=a&in=actors,actions', '/v1/search?in=actions,actors&q=a'],
  ['/v1/counts?group_by=type&region=CN', '/v1/counts?region=CN&group_by=type'],
  ['/v1/actions/joint-notice-2021-09/chain', '/v1/actions/joint-notice-2021-09/chain?depth=3'],
  ['/v1/claims?status=rival,garbled', '/v1/claims?status=garbled&status=rival'],
]

/** Requests of which no two are the same, nor the same as one of those above. */
const different = [
  '/v1',
  '/v1/actions?limit=49',
  '/v1/actions?sort=date',
  '/v1/actions?date_match=certain',
  '/v1/actions?type=ban&region=CN',
  '/v1/actions?not_type=ban&region=CN',
  '/v1/actions?region=CN&region_exact=true',
  '/v1/actions?planned=true',
  '/v1/actions?planned=false',
  '/v1/actions?exchange=okex',
  '/v1/actions?fields=id',
  '/v1/actions?include=claims',
  '/v1/actions/joint-notice-2021-09?fields=id',
  '/v1/actions/joint-notice-2021-09/claims',
  '/v1/actions/joint-notice-2021-09/chain?depth=2',
  '/v1/actions/joint-notice-2021-09/chain?basis=inferred',
  '/v1/actions/joint-notice-2021-09/history',
  '/v1/actions/huobi-registration-halt-2021-09',
  '/v1/actions/huobi-registration-halt-2021-09/claims',
  '/v1/actions/huobi-registration-halt-2021-09/chain',
  '/v1/actions/huobi-registration-halt-2021-09/history',
  '/v1/search?q=mining&in=actors',
  '/v1/search?q=miner',
  '/v1/counts?group_by=type',
  '/v1/counts?group_by=type,month',
  '/v1/counts?group_by=month,type',
  '/v1/exchanges',
  '/v1/actors',
  '/v1/actors/okex',
  '/v1/exchanges/okex',
]

t.test('equal requests have equal strong tags, others have others', async t => {
  const { get } = await testApp(t)
  const tags = new Map<unknown, string>()
  for (const [first = '', ...spellings] of [...same, ...different.map(url => [url])]) {
    const { headers, body } = await get(first)
    t.match(headers.etag, /^"[0-9a-f]{32}"$/, first)
    t.notOk(tags.has(headers.etag), `${first} is not ${tags.get(headers.etag)}`)
    tags.set(headers.etag, first)
    for (const spelling of spellings) {
      const other = await get(spelling)
      t.equal(other.headers.etag, headers.etag, spelling)
      t.ok(other.body === body, spelling)
    }
  }
})

t.test('what a client has already is not looked up, let alone sent', async t => {
  const tags = new Map<string, string>()
  const first = await testApp(t)
  for (const url of [...same.flat(), ...different])
    tags.set(url, String((await first.get(url)).headers.etag))
  const { get, datasets } = await testApp(t)
  datasets.dataset.search.ask = () => t.fail('a search was asked') as never
  const statements = countStatements(t)
  for (const [url, etag] of tags) {
    const answer = await get(url, { 'if-none-match': etag })
    t.equal(answer.statusCode, 304, url)
    t.equal(answer.body, '', url)
    t.equal(answer.headers.etag, etag, url)
  }
  t.equal(statements.run, 0, 'no SQL')
  t.equal((await get('/v1/actions')).statusCode, 200)
  t.ok(statements.run > 0, 'but here')
})

t.test('a 304 says what the 200 says of caching', async t => {
  const { get, datasets } = await testApp(t)
  const { date, version } = datasets.dataset.release
  const expected = {
    'cache-control': 'public, max-age=60, stale-while-revalidate=600',
    'last-modified': new Date(String(date)).toUTCString(),
    vary: 'accept, accept-encoding',
    'x-dataset-release': version,
    link: `</v1>; rel="describedby", </openapi.json>; rel="service-desc", <https://creativecommons.org/licenses/by/4.0/>; rel="license", </v1/releases/${version}>; rel="cite-as"`,
  }
  for (const url of ['/v1', '/v1/actors/okex', '/v1/search?q=nothinglikethis']) {
    const answer = await get(url)
    t.match(answer.headers, expected, url)
    const again = await get(url, { 'if-none-match': String(answer.headers.etag) })
    t.match(again.headers, { ...expected, etag: answer.headers.etag }, url)
    t.notOk('content-type' in again.headers, url)
  }
  const { headers, json } = await get('/v1/actions?limit=2&type=ban')
  t.equal(headers.link, `<${json.meta.next_url}>; rel="next", ${expected.link}`)
})

const parameters: [name: string, items: string[]][] = [
  ['kind', ['industry', 'regulation']],
  ['not_type', ['ban', 'closure', 'opinion']],
  ['region', ['CN', 'CN-NM', 'SG']],
  ['actor', ['huobi', 'okex']],
  ['fields', ['id', 'date', 'title']],
  ['from', ['2021']],
  ['limit', ['3']],
]

t.test('the order of parameters and of their items does not matter', async t => {
  const { get } = await testApp(t)
  const shuffled = fc.tuple(
    ...parameters.map(([name, items]) =>
      fc
        .shuffledSubarray(items, { minLength: items.length })
        .map(all => `${name}=${all.join(',')}`),
    ),
  )
  const anyOrder = shuffled.chain(all => fc.shuffledSubarray(all, { minLength: all.length }))
  const usual = await get(`/v1/actions?${parameters.map(pair => pair.join('=')).join('&')}`)
  await t.resolves(
    fc.assert(
      fc.asyncProperty(anyOrder, async all => {
        const { headers, body } = await get(`/v1/actions?${all.join('&')}`)
        return headers.etag === usual.headers.etag && body === usual.body
      }),
    ),
  )
})
