import t from 'tap'
import { assertProblem } from '../fixtures/app.ts'
import { book, claim } from '../fixtures/drafts.ts'
import { reconcileApp } from '../fixtures/reconciliation.ts'
import { seedWithRetired } from '../fixtures/retired.ts'
import { addRecord, copySeed } from '../fixtures/seed.ts'

const { get } = await reconcileApp(t)
const preview = (id: string) => `/v1/reconcile/preview?id=${encodeURIComponent(id)}`
const babel = preview('actors/babel-finance')
const huobi = preview('actors/huobi')

t.test('a preview is a page without scripts that any site may frame', async t => {
  const { headers, body } = await get(babel, { accept: 'text/html' })
  t.match(headers, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': /^default-src 'none';/,
    'x-frame-options': undefined,
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
  })
  t.notMatch(headers['content-security-policy'], /frame-ancestors|unsafe|script-src|https?:/)
  t.notMatch(body, /<script|https?:\/\//)
})

t.test('a preview shows the names with their kind, and the properties', async t => {
  const shown: [id: string, ...texts: string[]][] = [
    ['actors/babel-finance', '<h1>Babel Finance</h1>', 'Company', 'official name', 'Hong Kong'],
    ['actors/babel-finance', '<a href="/actors/babel-finance"'],
    ['actors/huobi', '<dt>short name</dt><dd>Huobi</dd>', '<dt>alias</dt><dd>HTX</dd>'],
    ['actors/huobi', '<dt>official name</dt><dd>Huobi Global</dd>'],
    ['actors/huobi', '<dt>Sector</dt><dd>exchange</dd>'],
    ['actors/okg-technology', '<dt>former name</dt><dd>前进控股集团</dd>'],
    ['regions/CN-NM', '<dt>Code</dt><dd>CN-NM</dd>', '<dt>Parent</dt><dd>China</dd>'],
    ['regions/CN-NM', '<a href="/regions/CN-NM"'],
  ]
  for (const [id, ...texts] of shown) {
    const { body } = await get(preview(id))
    for (const text of texts) t.ok(body.includes(text), text)
  }
})

t.test('a preview is HTML, and its tag is that of its record', async t => {
  const json = { accept: 'application/json' }
  assertProblem(t, await get(huobi, json), 406, 'not-acceptable')
  t.equal((await get(`${huobi}&format=html`, json)).statusCode, 200)
  const condition = { 'if-none-match': String((await get(babel)).headers.etag) }
  t.equal((await get(babel, condition)).statusCode, 304)
  t.equal((await get(huobi, condition)).statusCode, 200)
})

t.test('an unknown id is refused with the nearest', async t => {
  const cases: [id: string, ...nearest: string[]][] = [
    ['huobi', 'actors/huobi'],
    ['actors/huobii', 'actors/huobi'],
    ['regions/CN-NN', 'regions/CN-NM'],
    ['documents/everipedia-okx'],
  ]
  for (const [id, ...nearest] of cases) {
    const answer = await get(preview(id))
    assertProblem(t, answer, 404, 'unknown-record')
    const [{ parameter, did_you_mean }] = answer.json.errors
    t.strictSame([parameter, did_you_mean.slice(0, 1)], ['id', nearest], id)
  }
  for (const url of ['/v1/reconcile/preview', preview(''), `${huobi}&name=x`])
    assertProblem(t, await get(url), 400, 'bad-parameter')
})

t.test('a merged id redirects to the new one, a withdrawn one is gone', async t => {
  const { app, get, ask } = await reconcileApp(t, { seed: seedWithRetired(t) })
  const moved = { 'actors/bhex': 'actors/biki', 'regions/x-western-countries': 'regions/x-west' }
  for (const [from, to] of Object.entries(moved)) {
    const answer = await app.inject(preview(from))
    t.match(answer, { statusCode: 308, headers: { location: preview(to) } }, from)
    t.equal((await get(preview(to))).statusCode, 200)
    t.notOk((await ask({ query: from })).some(({ id }) => id === from))
  }
  assertProblem(t, await get(preview('regions/x-middle-east')), 410, 'withdrawn-record')
})

t.test('a hostile name stays text, in a page and in JSON', async t => {
  const name = `</h1><script>alert("x")</script> & 'Söns'`
  const seed = copySeed(t)
  addRecord(seed, 'documents', book)
  addRecord(seed, 'actors', {
    id: 'hostile',
    kind: 'company',
    name,
    names: [
      { name, type: 'official' },
      { name: 'Hostyle', type: 'misspelling' },
    ],
    identifiers: [{ scheme: 'x', value: '"><img src=x>' }],
    claims: [`names/${name}`, 'names/Hostyle', 'identifiers/x/"><img src=x>'].map(claim),
  })
  const { get, ask, askExtend } = await reconcileApp(t, { seed })
  const { body } = await get(preview('actors/hostile'))
  t.notMatch(body, /<script|<img|& /)
  const shown = '&lt;/h1&gt;&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;Söns&#39;'
  for (const text of [`<title>${shown}</title>`, `<h1>${shown}</h1>`, 'x:&quot;&gt;&lt;img src=x'])
    t.ok(body.includes(text), text)
  t.match(await ask({ query: name }), [{ id: 'actors/hostile', name, score: 100, match: true }])
  t.match(await ask({ query: 'hostyle' }), [{ id: 'actors/hostile', score: 90, match: true }])
  const { json } = await askExtend({ ids: ['actors/hostile'], properties: [{ id: 'identifiers' }] })
  t.strictSame(json.rows['actors/hostile'].identifiers, [{ str: 'x:"><img src=x>' }])
})
