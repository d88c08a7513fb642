import fc from 'fast-check'
import t from 'tap'
import { openReadOnly } from '../../src/dataset/database.ts'
import { hitsIn } from '../../src/dataset/search.ts'
import { testApp } from '../fixtures/app.ts'
import { addActor } from '../fixtures/drafts.ts'
import { smallSeed } from '../fixtures/small-seed.ts'
import { strangeNames, strangeSeed } from '../fixtures/strange-names.ts'

const frozen = await testApp(t)
const { get, ask } = await testApp(t, { seed: strangeSeed(t) })
const text = encodeURIComponent

type Hit = { record: string; matched_name: string; highlights: string[] }

/** Where a name has to be found: in search, in lists and in reconciliation. */
async function findersOf(app: typeof frozen, q: string): Promise<Record<string, string[]>> {
  const { json: hits } = await app.get(`/v1/search?in=actors&limit=100&q=${text(q)}`)
  const { json: listed } = await app.get(`/v1/actors?limit=100&q=${text(q)}`)
  const batch = JSON.stringify({ q: { query: q.replace('*', ''), limit: 100 } })
  const { json: reconciled } = await app.get(`/v1/reconcile?queries=${text(batch)}`)
  return {
    search: hits.data.map(({ record }: Hit) => record),
    list: listed.data.map(({ id }: { id: string }) => `actors/${id}`),
    reconcile: reconciled.q.result.map(({ id }: { id: string }) => id),
  }
}

t.test('neighbouring characters of a name find it everywhere', async t => {
  const cases: [app: typeof frozen, actor: string, ...texts: string[]][] = [
    [frozen, 'cn-peoples-bank-of-china', '人民银行', '银行', '民银', '中国人民银行', '人民银行*'],
    [frozen, 'alibaba', '阿里巴巴', '巴巴', '控股有限公司'],
    [frozen, 'caixin', '财新', '财新*', '财新传媒'],
    [
      { ...frozen, get, ask },
      'bitflyer',
      'ビットフライヤー',
      'フライ',
      '株式会社',
      '会社ビット',
      '取引所',
    ],
    [{ ...frozen, get, ask }, 'upbit', '거래소', '업비트', '비트거래'],
    [{ ...frozen, get, ask }, 'bank-of-thailand', 'ประเทศไทย', 'ธนาคาร', 'ไทย'],
  ]
  for (const [app, actor, ...texts] of cases)
    for (const q of texts)
      for (const [where, found] of Object.entries(await findersOf(app, q)))
        t.ok(found.includes(`actors/${actor}`), `${q} in ${where}`)
})

t.test('characters that are no neighbours find nothing', async t => {
  for (const q of ['银民', '行银', '人银', '"巴里"', 'トッ', '래업']) {
    const { json } = await frozen.get(`/v1/actors?q=${text(q)}`)
    t.equal(json.meta.total, 0, q)
    t.equal((await get(`/v1/actors?q=${text(q)}`)).json.meta.total, 0, q)
  }
})

t.test('Latin letters beside such characters are words of their own, of any width', async t => {
  for (const q of ['bitFlyer', 'ｂｉｔｆｌｙｅｒ', 'bitFlyer取引所', 'bitf*', '取引所 bitflyer']) {
    const { data } = (await get(`/v1/search?in=actors&q=${text(q)}`)).json
    t.match(data, [{ record: 'actors/bitflyer', matched_name: 'ｂｉｔＦｌｙｅｒ取引所' }], q)
  }
  const [{ highlights }] = (await get(`/v1/search?in=actors&q=${text('フライ 株式')}`)).json.data
  t.match(highlights[0], '<mark>株式</mark>会社ビット<mark>フライ</mark>ヤー')
})

t.test('no part reaches from one name into the next, and each mark is closed', async t => {
  for (const q of ['部公', '公安部公安部'])
    t.equal((await frozen.get(`/v1/actors?q=${text(q)}`)).json.meta.total, 0, q)
  const db = openReadOnly(frozen.file)
  const ranges = [frozen.datasets.dataset.range('actors')]
  const [direct] = hitsIn(db, { match: '"global 火 币 htx"', ranges, skip: 0, limit: 1 }).hits
  const marked = ['<mark>HTX</mark>', '<mark>火币</mark>', 'Huobi <mark>Global</mark>']
  t.strictSame(direct?.highlights, marked)
  db.close()
  for (const q of ['公安部', '"Huobi Global 火币 HTX"', '币HTX']) {
    const { data } = (await frozen.get(`/v1/search?limit=100&q=${text(q)}`)).json
    t.ok(data.length > 0, q)
    for (const { highlights } of data)
      for (const html of highlights) t.match(html, /^(?:[^<]*<mark>[^<]+<\/mark>)+[^<]*$/)
  }
})

t.test(
  'a prefix needs three letters behind the last character that is a word by itself',
  async t => {
    for (const q of ['火币h*', '币币a*', '火币ht*'])
      t.equal((await frozen.get(`/v1/search?q=${text(q)}`)).statusCode, 400, q)
    for (const q of ['火币htx*', '币*'])
      t.equal((await frozen.get(`/v1/search?q=${text(q)}`)).statusCode, 200, q)
  },
)

t.test('a name is shown as it is written', async t => {
  const name = 'O´Brien ½ ™ wait…'
  const seed = smallSeed(t)
  addActor(seed, 'company', 'obrien', name)
  const { get } = await testApp(t, { seed })
  const [hit] = (await get(`/v1/search?q=${text('Brien')}`)).json.data
  t.match(hit, { matched_name: name, highlights: ['O´<mark>Brien</mark> ½ ™ wait…'] })
})

/** Names without their Latin letters, which are words of their own. */
const texts = Object.values(strangeNames)
  .flat()
  .map(name => name.replaceAll(/[^\p{L}\p{M}]|\p{Script=Latin}/gu, ''))
  .filter(name => name !== '')

t.test('any part of such a name finds it', () =>
  fc.assert(
    fc.asyncProperty(fc.constantFrom(...texts), fc.nat(), fc.nat(), async (name, at, length) => {
      const letters = [...new Intl.Segmenter().segment(name)].map(({ segment }) => segment)
      const start = at % (letters.length - 1)
      const part = letters.slice(start, start + 2 + (length % letters.length)).join('')
      const { json } = await get(`/v1/actors?limit=500&q=${text(part)}`)
      return json.data.some((actor: { names: { name: string }[] }) =>
        actor.names.some(one => one.name.includes(name)),
      )
    }),
    { numRuns: 60, seed: 2021_09_24 },
  ),
)
