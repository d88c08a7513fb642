import t from 'tap'
import { testApp } from '../fixtures/app.ts'
import { countStatements } from '../fixtures/statements.ts'

/** Requests that are one and the same, in several spellings. */
const same: string[][] = [
  [
    '/v1/actions',
    '/v1/actions?',
    '/v1/actions?limit=50&sort=-date&format=json',
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
    '/v1/actions?kind=industry,market&not_type=ban&fields=id,date&from=2021&limit=3&actor=okex',
    '/v1/actions?limit=3&actor=ok%65x&not_type=ban&fields=date,id&kind=market,industry&from=2021',
    '/v1/actions?actor=%6Fkex&from=2021&kind=market&fields=date&kind=industry&fields=id&limit=3&not_type=ban',
  ],
  ['/v1/actions?not_exchange=huobi,okex', '/v1/actions?not_exchange=okex&not_exchange=huobi'],
  ['/v1/actions?include=claims,linked', '/v1/actions?include=linked,claims'],
  ['/v1/actions/joint-notice-2021-09', '/v1/actions/joint%2Dnotice-2021-09?format=json'],
  ['/v1/search?q=mining', '/v1/search?limit=50&q=mining', '/v1/search?q=%6Dining'],
  ['/v1/search?q=a&in=actors,actions', '/v1/search?in=actions,actors&q=a'],
  ['/v1/counts?group_by=type&region=CN', '/v1/counts?region=CN&group_by=type'],
  ['/v1/actions/joint-notice-2021-09/chain', '/v1/actions/joint-notice-2021-09/chain?depth=3'],
  ['/v1/claims?status=rival,garbled', '/v1/claims?status=garbled&status=rival'],
]

const ACTION = '/v1/actions/joint-notice-2021-09'
const OTHER = '/v1/actions/huobi-registration-halt-2021-09'

/** Requests of which no two are the same, nor the same as one of those above. */
const different = [
  ...['/v1', '/v1/exchanges', '/v1/exchanges/okex', '/v1/actors', '/v1/actors/okex'],
  ...['limit=49', 'sort=date', 'date_match=certain', 'planned=true', 'planned=false'].map(
    parameter => `/v1/actions?${parameter}`,
  ),
  ...['type=ban', 'not_type=ban', 'region_exact=true'].map(more => `/v1/actions?region=CN&${more}`),
  ...['fields=id', 'include=claims', 'include=citation'].map(part => `/v1/actions?${part}`),
  ...['?format=bibtex', '?fields=id', '/chain?depth=2', '/chain?basis=inferred'].map(
    part => ACTION + part,
  ),
  ...['/claims', '/history'].map(part => ACTION + part),
  ...['', '/claims', '/chain', '/history'].map(part => OTHER + part),
  ...['/v1/search?q=mining&in=actors', '/v1/search?q=miner'],
  ...['type', 'type,month', 'month,type'].map(group => `/v1/counts?group_by=${group}`),
]

/** A single record, which is read each time: a crawl of all would push other answers out of the cache. */
const record = /^\/v1\/\w+\/[^/?]+(?:\?|$)/

t.test('equal requests share an answer and its strong tag, others have their own', async t => {
  const { get } = await testApp(t)
  const tags = new Map<unknown, string>()
  const statements = countStatements(t)
  for (const [first = '', ...spellings] of [...same, ...different.map(url => [url])]) {
    const { headers, body } = await get(first)
    t.match(headers.etag, /^"[0-9a-f]{32}"$/, first)
    t.notOk(tags.has(headers.etag), `${first} is not ${tags.get(headers.etag)}`)
    tags.set(headers.etag, first)
    const before = statements.run
    for (const spelling of [first, ...spellings]) {
      const other = await get(spelling)
      const ids = { 'x-request-id': other.headers['x-request-id'], date: other.headers.date }
      t.strictSame(other.headers, { ...headers, ...ids }, spelling)
      t.ok(other.body === body, spelling)
    }
    t.equal(statements.run === before, !record.test(first), `${first}: from the cache or not`)
  }
})

t.test('an answer that a client has already is neither looked up nor sent', async t => {
  const tags = new Map<string, string>()
  const first = await testApp(t)
  for (const url of [...same.flat(), ...different])
    tags.set(url, String((await first.get(url)).headers.etag))
  const { get, datasets } = await testApp(t)
  const refuse = () => Promise.reject(t.fail('a search was made'))
  Object.assign(datasets.dataset.search, { rows: refuse, page: refuse })
  const statements = countStatements(t)
  for (const [url, etag] of tags) {
    const answer = await get(url, { 'if-none-match': etag })
    t.match(answer, { statusCode: 304, body: '', headers: { etag } }, url)
  }
  t.equal(statements.run, 0, 'no SQL')
  t.equal((await get('/v1/actions')).statusCode, 200)
  t.ok(statements.run > 0, 'but here')
})

t.test('a 304 has the caching headers of the 200', async t => {
  const { get, datasets } = await testApp(t)
  const { version } = datasets.dataset.meta.release
  const { time } = (await get(`/v1/releases/${version}`)).json.data
  const expected = {
    'cache-control': 'public, max-age=60, stale-while-revalidate=600',
    'last-modified': new Date(time).toUTCString(),
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
