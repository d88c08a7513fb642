import t from 'tap'
import { assertProblem } from '../fixtures/app.ts'
import { claim } from '../fixtures/drafts.ts'
import { reconcileApp } from '../fixtures/reconciliation.ts'
import { seedWithRetired } from '../fixtures/retired.ts'
import { addRecord, copySeed } from '../fixtures/seed.ts'

const preview = (id: string) => `/v1/reconcile/preview?id=${encodeURIComponent(id)}`

t.test('a preview is a page that others may have in a frame', async t => {
  const { get } = await reconcileApp(t)
  const answer = await get(preview('actors/babel-finance'), { accept: 'text/html' })
  t.equal(answer.headers['content-type'], 'text/html; charset=utf-8')
  const policy = String(answer.headers['content-security-policy'])
  t.match(policy, /^default-src 'none';/)
  t.notMatch(policy, /frame-ancestors|unsafe|script-src|https?:/)
  t.equal(answer.headers['x-frame-options'], undefined)
  t.equal(answer.headers['cross-origin-resource-policy'], 'cross-origin')
  t.equal(answer.headers['x-content-type-options'], 'nosniff')
  for (const text of ['<h1>Babel Finance</h1>', 'Company', 'official name', 'Hong Kong'])
    t.ok(answer.body.includes(text), text)
  t.ok(answer.body.includes('<a href="/v1/actors/babel-finance"'))
  t.notMatch(answer.body, /<script|https?:\/\//)
  const json = { accept: 'application/json' }
  assertProblem(t, await get(preview('actors/huobi'), json), 406, 'not-acceptable')
  t.equal((await get(`${preview('actors/huobi')}&format=html`, json)).statusCode, 200)
  const tag = { 'if-none-match': String(answer.headers.etag) }
  t.equal((await get(preview('actors/babel-finance'), tag)).statusCode, 304)
  t.equal((await get(preview('actors/huobi'), tag)).statusCode, 200)
})

t.test('it tells the names with their kind, and what is known beside them', async t => {
  const { get } = await reconcileApp(t)
  const huobi = (await get(preview('actors/huobi'))).body
  const shown = {
    'short name': 'Huobi',
    'official name': 'Huobi Global',
    alias: 'HTX',
    Sector: 'exchange',
  }
  for (const [kind, name] of Object.entries(shown))
    t.ok(huobi.includes(`<dt>${kind}</dt><dd>${name}</dd>`), kind)
  const okg = (await get(preview('actors/okg-technology'))).body
  t.ok(okg.includes('<dt>former name</dt><dd>前进控股集团</dd>'))
  const region = (await get(preview('regions/CN-NM'))).body
  t.ok(region.includes('<dt>Code</dt><dd>CN-NM</dd>'))
  t.ok(region.includes('<dt>Parent</dt><dd>China</dd>'))
  t.ok(region.includes('<a href="/v1/regions/CN-NM"'))
})

t.test('what is no entity is told with the nearest', async t => {
  const { get } = await reconcileApp(t)
  const cases: [id: string, near: string[]][] = [
    ['huobi', ['actors/huobi']],
    ['actors/huobii', ['actors/huobi']],
    ['regions/CN-NN', ['regions/CN-NM']],
    ['documents/un-m49', []],
  ]
  for (const [id, near] of cases) {
    const answer = await get(preview(id))
    assertProblem(t, answer, 404, 'unknown-record')
    const [{ parameter, did_you_mean }] = answer.json.errors
    t.equal(parameter, 'id')
    t.strictSame(did_you_mean.slice(0, near.length || 1), near, id)
  }
  for (const url of ['/v1/reconcile/preview', preview(''), `${preview('actors/huobi')}&name=x`])
    assertProblem(t, await get(url), 400, 'bad-parameter')
})

t.test('an id that was merged leads to the new one, one that was withdrawn is gone', async t => {
  const { app, get, ask } = await reconcileApp(t, { seed: seedWithRetired(t) })
  const moved: [from: string, to: string][] = [
    ['actors/bhex', 'actors/biki'],
    ['regions/x-western-countries', 'regions/x-west'],
  ]
  for (const [from, to] of moved) {
    const answer = await app.inject(preview(from))
    t.match(answer, { statusCode: 308, headers: { location: preview(to) } }, from)
    t.equal((await get(preview(to))).statusCode, 200)
    t.notOk((await ask({ query: from })).some(({ id }) => id === from))
  }
  assertProblem(t, await get(preview('regions/x-middle-east')), 410, 'withdrawn-record')
})

t.test('a hostile name stays a text, in a page and in JSON', async t => {
  const name = `</h1><script>alert("x")</script> & 'Söns'`
  const seed = copySeed(t)
  addRecord(seed, 'actors', {
    id: 'hostile',
    kind: 'company',
    name,
    names: [
      { name, type: 'official' },
      { name: 'Hostyle', type: 'misspelling' },
    ],
    identifiers: [{ scheme: 'x', value: '"><img src=x>' }],
    claims: [`names/${name}`, 'names/Hostyle', 'identifiers/x'].map(claim),
  })
  const { get, ask, askExtend } = await reconcileApp(t, { seed })
  const { body } = await get(preview('actors/hostile'))
  t.notMatch(body, /<script|<img|& /)
  const shown = '&lt;/h1&gt;&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;Söns&#39;'
  t.ok(body.includes(`<title>${shown}</title>`))
  t.ok(body.includes(`<h1>${shown}</h1>`))
  t.ok(body.includes('x:&quot;&gt;&lt;img src=x&gt;'))
  t.match(await ask({ query: name }), [{ id: 'actors/hostile', name, score: 100, match: true }])
  t.match(await ask({ query: 'hostyle' }), [{ id: 'actors/hostile', score: 90, match: true }])
  const { json } = await askExtend({ ids: ['actors/hostile'], properties: [{ id: 'identifiers' }] })
  t.strictSame(json.rows['actors/hostile'].identifiers, [{ str: 'x:"><img src=x>' }])
})
