import t from 'tap'
import { testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { assertRefusals, type Refusal } from '../fixtures/refusals.ts'
import { assertFalling, type Hit } from '../fixtures/searches.ts'

const { get } = await testApp(t, { seed: inventedSeed(t) })

const urlOf = (q: string, more = '') => `/v1/search?q=${encodeURIComponent(q)}&limit=500${more}`
const hitsOf = async (q: string, more = ''): Promise<Hit[]> => (await get(urlOf(q, more))).json.data
const recordsOf = async (q: string, more = '') => (await hitsOf(q, more)).map(hit => hit.record)

t.test('hits are in the order of their scores, with a title before a summary', async t => {
  const found = (await hitsOf('zyzzyva')).map(({ record }) => record)
  t.strictSame(found, ['actions/invented-decade', 'actions/invented-interval'])
  const hits = await hitsOf('mining')
  assertFalling(t, hits)
  t.ok(hits[0]!.score > hits.at(-1)!.score)
  const [first, ...others] = await recordsOf('huobi')
  t.equal(first, 'actors/huobi', 'a record precedes the claims on it')
  t.ok(others.some(record => record.startsWith('claims/')))
})

t.test('every hit is a record, which has the title of the hit', async t => {
  const hits = await hitsOf('mining')
  for (const { record, title } of hits) {
    const { json, statusCode } = await get(`/v1/${record}`)
    t.equal(statusCode, 200, record)
    const { title: own, name, label, field } = json.data
    t.equal(own ?? name ?? label ?? field, title, record)
  }
  t.ok(hits.length > 5)
})

t.test('highlights mark the words and escape all else', async t => {
  const [hit] = await hitsOf('partners')
  t.equal(hit?.title, 'A Quokka <b>Café</b> & partners forecast zyzzyva trading')
  t.strictSame(hit?.highlights, [
    'A Quokka &lt;b&gt;Café&lt;/b&gt; &amp; <mark>partners</mark> forecast zyzzyva trading',
  ])
  for (const { highlights, record } of await hitsOf('mining')) {
    t.ok(highlights.length > 0, record)
    for (const highlight of highlights) {
      t.match(highlight, /<mark>[^<>]*mining[^<>]*<\/mark>/i)
      t.notMatch(highlight.replaceAll(/<\/?mark>/g, ''), /[<>]|\s$/)
    }
  }
})

t.test('words, phrases, prefixes and exclusions', async t => {
  const [decade, interval] = ['actions/invented-decade', 'actions/invented-interval']
  const cases: [q: string, found: (string | undefined)[]][] = [
    ['zyzzyva quokka', [decade]],
    ['"forecast zyzzyva"', [decade]],
    ['"zyzzyva forecast"', []],
    ['"word zyzzyva stands"', [interval]],
    ['zyz*', [decade, interval]],
    ['zyz', []],
    ['zyzzyva -quo*', [interval]],
    ['zyzzyva -"word zyzzyva"', [decade]],
    ['zyzzyva -quokka -word', []],
    ['zyzzyva AND quokka', []],
    ['title:zyzzyva', []],
    ['x"OR"zyzzyva', []],
    ['x")OR("zyzzyva', []],
    ['ZYZZYVA', [decade, interval]],
    ['quokka cafe', [decade]],
    ['quokka café', [decade]],
    ['quokka "<b>café</b> & partners"', [decade]],
    ['quokka café*', [decade]],
    ['quokka ca*é', []],
  ]
  for (const [q, found] of cases) t.strictSame(await recordsOf(q, '&in=actions'), found, q)
})

t.test('a search without a meaning is refused', async t => {
  const nothing = /nothing to search for/
  const [open, unwanted, short] = [/not closed/, /not wanted/, /at least 3 letters/]
  const cases: [refused: string, message: RegExp, accepted: string][] = [
    ['%', nothing, '50%'],
    ['mining %', nothing, 'mining 50%'],
    ['   ', nothing, ' a '],
    ['""', nothing, '"a"'],
    ['mining " "', nothing, 'mining "a"'],
    ['-', nothing, '-a b'],
    ['*', nothing, 'abc*'],
    ['"', open, '"a"'],
    ['"mining', open, '"mining"'],
    ['mining "bitcoin" "', open, 'mining "bitcoin"'],
    ['-mining', unwanted, 'mining'],
    ['-mining -"power supply"', unwanted, '-mining power'],
    ['mi*', short, 'min*'],
    ['mining-a*', short, 'mining-abc*'],
    ['é́*', short, 'éab*'],
    ['mining -mi*', short, 'mining -min*'],
  ]
  const refusals = cases.map(([refused, message, accepted]): Refusal => {
    const urlOf = (q: string) => `?q=${encodeURIComponent(q)}`
    return [urlOf(refused), 'q', urlOf(accepted), message]
  })
  for (const path of ['search', 'actions', 'actors'])
    await assertRefusals(t, get, `/v1/${path}`, refusals)
})
