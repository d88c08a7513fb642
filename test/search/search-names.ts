import t from 'tap'
import { everything, testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { assertFalling, type Hit } from '../fixtures/searches.ts'

type Named = { id: string; names: { name: string; type: string; lang?: string }[] }

const { get } = await testApp(t)
const actors: Named[] = await everything(get, '/v1/actors?limit=500')
const search = async (q: string, more = '') =>
  (await get(`/v1/search?q=${encodeURIComponent(q)}${more}`)).json
const recordsOf = (hits: Hit[]) => hits.map(({ record }) => record).sort()
const hitsOf = async (q: string, more = '&in=actors'): Promise<Hit[]> =>
  (await search(q, more)).data

t.test('among all records the actor of a name comes first', async t => {
  const cases: [actor: string, ...names: string[]][] = [
    ['huobi', '火币', 'HTX', 'Huobi'],
    ['okex', 'OKX', '欧易'],
    ['binance', '币安'],
    ['alibaba', 'Alibaba', '阿里巴巴集團控股有限公司'],
    ['us-federal-reserve', 'Federal Reserve'],
    ['cn-peoples-bank-of-china', 'PBOC', '中国人民银行'],
    ['cn-supreme-peoples-procuratorate', "Supreme People's Prosecutor's Office"],
    ['okg-technology', '前进控股集团'],
  ]
  for (const [actor, ...names] of cases)
    for (const name of names) {
      const { data, meta } = await search(name)
      t.match(data[0], { record: `actors/${actor}`, matched_name: name }, name)
      t.match(data[0].highlights[0], '<mark>', name)
      t.notOk('note' in meta, name)
    }
})

t.test('a name in characters without spaces is found by any part of it', async t => {
  const whole = '中华人民共和国最高人民法院'
  t.match(await hitsOf(whole), [{ record: 'actors/cn-supreme-peoples-court', matched_name: whole }])
  t.strictSame(recordsOf(await hitsOf('人民法院')), ['actors/cn-supreme-peoples-court'])
  t.match(await hitsOf('人民法院'), [{ highlights: ['中华人民共和国最高<mark>人民法院</mark>'] }])
  for (const q of ['最高', '最高*', '中华人民共和国最高*', '"国最"'])
    t.strictSame(recordsOf(await hitsOf(q)).sort(), [
      'actors/cn-supreme-peoples-court',
      'actors/cn-supreme-peoples-procuratorate',
    ])
  t.strictSame(await hitsOf('高最'), [], 'in their order')
})

t.test('width, case and accents of letters do not matter', async t => {
  for (const q of ['ＯＫＸ', 'okx', 'Okx', 'ÓKX', 'óＫx'])
    t.match(await hitsOf(q), [{ record: 'actors/okex', matched_name: 'OKX' }], q)
  for (const q of ['ＢＩＮＡＮＣＥ', 'binánce', '“Binance”', '＂ｂｉｎａｎｃｅ＂', 'ｂｉｎａ＊'])
    t.equal((await hitsOf(q))[0]?.record, 'actors/binance', q)
})

t.test('every name of every actor finds it, and the hit has that name', async t => {
  const types = new Set<string>()
  for (const { id, names } of actors)
    for (const { name, type, lang } of names) {
      const { data, meta } = await search(`"${name}"`, '&in=actors&limit=500')
      const hit = data.find(({ record }: Hit) => record === `actors/${id}`)
      t.equal(hit?.matched_name?.toLowerCase(), name.toLowerCase(), `${id} by ${name}`)
      t.notOk('note' in meta, name)
      types.add(lang === undefined ? type : `${type} ${lang}`)
    }
  for (const type of ['official', 'short', 'former', 'alias', 'official zh-Hans', 'former zh-Hans'])
    t.ok(types.has(type), type)
})

t.test('a misspelt name finds the actors with a similar name, and a note says so', async t => {
  const cases: [q: string, actor: string, name: string][] = [
    ['binanse', 'binance', 'Binance'],
    ['Binnance', 'binance', 'Binance'],
    ['hoobi', 'huobi', 'Huobi'],
    ['houbi', 'huobi', 'Huobi'],
    ['ｂｉｎａｎｓｅ', 'binance', 'Binance'],
    ['  coin  geko ', 'coingecko', 'CoinGecko'],
    ['bitmian', 'bitmain', 'Bitmain'],
    ['peoples bank of chine', 'cn-peoples-bank-of-china', "People's Bank of China"],
  ]
  for (const [q, actor, name] of cases)
    for (const within of ['', '&in=actors', '&in=claims,actors']) {
      const { data, meta } = await search(q, within)
      t.match(data[0], { record: `actors/${actor}`, highlights: [], matched_name: name }, q)
      t.match(meta, { total: data.length, next: null, note: /similar/ }, q)
      t.notOk('coverage' in meta, q)
      t.ok(data.length <= 5, q)
      assertFalling(t, data)
      t.ok(data.every(({ score }: Hit) => score > 0 && score < 1))
    }
})

t.test('a hit has the nearest name of its actor; equal scores are in order', async t => {
  const { get } = await testApp(t, { seed: inventedSeed(t) })
  const { data } = (await get('/v1/search?q=twin%20mime')).json
  t.match(data, [
    { record: 'actors/twin-one', matched_name: 'Twin Mine' },
    { record: 'actors/twin-two', matched_name: 'Twin Mine' },
  ])
  t.equal(data[0].score, data[1].score)
})

t.test('similar names are paged too', async t => {
  const { data, meta } = await search('bitmait')
  t.ok(meta.total > 1)
  const url = '/v1/search?q=bitmait&limit=1'
  const { total } = meta
  const first = (await get(url)).json
  t.strictSame(first.data, [data[0]])
  t.match(first.meta, { total, note: /similar/ })
  t.strictSame(await everything(get, url), data)
})

t.test('only a search for one name finds similar ones', async t => {
  const refused: [q: string, more?: string][] = [
    ['binanse', '&in=actions'],
    ['binanse', '&in=claims,documents,regions,vocabulary'],
    ...['"binanse"', 'binans*', 'binanse -mining', 'binanse mining'].map((q): [string] => [q]),
    ...['obx', 'qqqqzzzz'].map((q): [string] => [q]),
  ]
  for (const [q, more] of refused) {
    const { data, meta } = await search(q, more)
    t.strictSame(data, [], q)
    t.notOk('note' in meta, q)
  }
  for (const more of ['', '&in=actors', '&in=claims,actors'])
    t.equal((await search('alibabba', more)).meta.total, 1, more)
})

t.test('lists do not search for similar names', async t => {
  for (const path of ['actions', 'actors']) {
    const { json } = await get(`/v1/${path}?q=binanse`)
    t.match(json, { data: [], meta: { total: 0, coverage: { documents: Number } } }, path)
    t.notOk('note' in json.meta, path)
    t.ok((await get(`/v1/${path}?q=binance`)).json.meta.total > 0, path)
  }
})
