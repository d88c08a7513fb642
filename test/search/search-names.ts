import t from 'tap'
import { everything, testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'

type Hit = { record: string; highlights: string[]; matched_name?: string; score: number }
type Named = { id: string; names: { name: string; type: string; lang?: string }[] }

const { get } = await testApp(t)
const actors: Named[] = await everything(get, '/v1/actors?limit=500')
const search = async (q: string, more = '') =>
  (await get(`/v1/search?q=${encodeURIComponent(q)}${more}`)).json
const hitsOf = async (q: string, more = '&in=actors'): Promise<Hit[]> =>
  (await search(q, more)).data

t.test('an actor is found by Chinese, former, short and later names', async t => {
  const cases: [q: string, actor: string, name: string][] = [
    ['火币', 'huobi', '火币'],
    ['币安', 'binance', '币安'],
    ['HTX', 'huobi', 'HTX'],
    ['OKX', 'okex', 'OKX'],
    ['欧易', 'okex', '欧易'],
    ['PBOC', 'peoples-bank-of-china', 'PBOC'],
    ['中国人民银行', 'peoples-bank-of-china', '中国人民银行'],
    ['公安部', 'ministry-of-public-security', '公安部'],
    ['前进控股集团', 'okg-technology', '前进控股集团'],
    ["Prosecutor's Office", 'peoples-procuratorate', "Supreme People's Prosecutor's Office"],
    ['阿里巴巴集團控股有限公司', 'alibaba', '阿里巴巴集團控股有限公司'],
    ['徐明星', 'xu-mingxing', '徐明星'],
  ]
  for (const [q, actor, name] of cases) {
    const { data, meta } = await search(q)
    const [hit] = data.filter(({ record }: Hit) => record.startsWith('actors/'))
    t.match(hit, { record: `actors/${actor}`, matched_name: name }, q)
    t.match(hit.highlights[0], '<mark>', q)
    t.notOk('note' in meta, q)
  }
})

t.test('a name in characters without spaces is found whole, or by how it begins', async t => {
  const whole = '中华人民共和国最高人民法院'
  t.match(await hitsOf(whole), [{ record: 'actors/supreme-court', matched_name: whole }])
  t.strictSame(await hitsOf('最高'), [])
  t.strictSame(await hitsOf('人民法院'), [])
  const begun = (await hitsOf('中华人民共和国最高*')).map(({ record }) => record)
  t.strictSame(begun.sort(), ['actors/peoples-procuratorate', 'actors/supreme-court'])
})

t.test('width, case and accents of letters do not matter', async t => {
  for (const q of ['ＯＫＸ', 'okx', 'Okx', 'ÓKX', 'óＫx'])
    t.match(await hitsOf(q), [{ record: 'actors/okex', matched_name: 'OKX' }], q)
  for (const q of ['ＢＩＮＡＮＣＥ', 'binánce', '“Binance”', '＂ｂｉｎａｎｃｅ＂', 'ｂｉｎａ＊'])
    t.equal((await hitsOf(q))[0]?.record, 'actors/binance', q)
})

t.test('every name of every actor is found, and the hit says by which', async t => {
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

t.test('among all records the actor of a name comes first', async t => {
  const cases: [q: string, actor: string][] = [
    ['OKX', 'okex'],
    ['HTX', 'huobi'],
    ['huobi', 'huobi'],
    ['alibaba', 'alibaba'],
    ['wechat', 'wechat'],
    ['federal reserve', 'federal-reserve'],
  ]
  for (const [q, actor] of cases) t.equal((await search(q)).data[0].record, `actors/${actor}`, q)
})

t.test('a misspelt name finds the actors with a name that is near, and says so', async t => {
  const cases: [q: string, actor: string, name: string][] = [
    ['binanse', 'binance', 'Binance'],
    ['Binnance', 'binance', 'Binance'],
    ['hoobi', 'huobi', 'Huobi'],
    ['houbi', 'huobi', 'Huobi'],
    ['ｂｉｎａｎｓｅ', 'binance', 'Binance'],
    ['  coin  geko ', 'coingecko', 'CoinGecko'],
    ['bitmian', 'bitmain', 'Bitmain'],
    ['peoples bank of chine', 'peoples-bank-of-china', "People's Bank of China"],
  ]
  for (const [q, actor, name] of cases)
    for (const within of ['', '&in=actors', '&in=claims,actors']) {
      const { data, meta } = await search(q, within)
      t.match(data[0], { record: `actors/${actor}`, highlights: [], matched_name: name }, q)
      t.match(meta, { total: data.length, next: null, note: /near/ }, q)
      t.notOk('coverage' in meta, q)
      t.ok(data.length <= 5, q)
      const scores = data.map(({ score }: Hit) => score)
      t.strictSame(
        scores,
        scores.toSorted((a: number, b: number) => b - a),
      )
      t.ok(scores.every((score: number) => score > 0 && score < 1))
    }
})

t.test('of the near names of an actor the nearest is told, and equals are in order', async t => {
  const { get } = await testApp(t, { seed: inventedSeed(t) })
  const { data } = (await get('/v1/search?q=twin%20mime')).json
  t.match(data, [
    { record: 'actors/twin-one', matched_name: 'Twin Mine' },
    { record: 'actors/twin-two', matched_name: 'Twin Mine' },
  ])
  t.equal(data[0].score, data[1].score)
})

t.test('near names come in pages too', async t => {
  const { data, meta } = await search('bitmait')
  t.ok(meta.total > 1)
  const url = '/v1/search?q=bitmait&limit=1'
  const { total } = meta
  const first = (await get(url)).json
  t.strictSame(first.data, [data[0]])
  t.match(first.meta, { total, note: /near/ })
  t.strictSame(await everything(get, url), data)
})

t.test('what asks for more than a name, or for less, finds nothing near', async t => {
  const cases: [q: string, more: string, neighbour: string][] = [
    ['binanse', '&in=actions', '&in=actors'],
    ['binanse', '&in=claims,documents,regions,vocabulary', '&in=claims,actors'],
    ['"binanse"', '', ''],
    ['binans*', '', ''],
    ['binanse -mining', '', ''],
    ['obx', '', ''],
    ['binanse mining', '', ''],
    ['qqqqzzzz', '', ''],
  ]
  for (const [q, more, neighbour] of cases) {
    const { data, meta } = await search(q, more)
    t.strictSame(data, [], q)
    t.notOk('note' in meta, q)
    t.equal((await search('binanse', neighbour)).meta.total, 1, `${q} ${neighbour}`)
  }
})

t.test('lists do not take what is near for what is asked', async t => {
  for (const path of ['actions', 'actors']) {
    const { json } = await get(`/v1/${path}?q=binanse`)
    t.match(json, { data: [], meta: { total: 0, coverage: { documents: Array } } }, path)
    t.notOk('note' in json.meta, path)
    t.ok((await get(`/v1/${path}?q=binance`)).json.meta.total > 0, path)
  }
})

t.test('filters take these names too', async t => {
  const cases: [name: string, filter: string, actor: string][] = [
    ['火币', 'actor', 'huobi'],
    ['htx', 'exchange', 'huobi'],
    ['ＯＫＸ', 'actor', 'okex'],
    ['前进控股集团', 'actor', 'okg-technology'],
    ['pboc', 'agency', 'peoples-bank-of-china'],
    ['中华人民共和国最高人民法院', 'agency', 'supreme-court'],
  ]
  for (const [name, filter, actor] of cases) {
    const byName = await get(`/v1/actions?${filter}=${encodeURIComponent(name)}`)
    const byId = await get(`/v1/actions?${filter}=${actor}`)
    t.equal(byName.body, byId.body, name)
    t.ok(byId.json.meta.total > 0, actor)
    t.match(byName.json.meta.query, actor)
  }
})
