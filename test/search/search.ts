import t from 'tap'
import { assertProblem, testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'

type Hit = {
  record: string
  title: string
  highlights: string[]
  matched_name?: string
  score: number
}

const { get } = await testApp(t, { seed: inventedSeed(t) })

const urlOf = (q: string, more = '') => `/v1/search?q=${encodeURIComponent(q)}&limit=500${more}`
const hitsOf = async (q: string, more = ''): Promise<Hit[]> => (await get(urlOf(q, more))).json.data
const recordsOf = async (q: string, more = '') => (await hitsOf(q, more)).map(hit => hit.record)

t.test('hits stand by their score, a title before a summary', async t => {
  const hits = await hitsOf('zyzzyva')
  const [first, second, ...others] = hits.map(({ record }) => record)
  t.equal(first, 'actions/invented-decade', 'the word is in the title')
  t.equal(second, 'actions/invented-interval', 'the word is in the summary')
  t.strictSame(others, [])
  const scores = (await hitsOf('mining')).map(({ score }) => score)
  t.strictSame(
    scores,
    scores.toSorted((a, b) => b - a),
  )
  t.ok((scores[0] as number) > (scores.at(-1) as number))
})

t.test('a record stands before the claims on it', async t => {
  const [first] = await hitsOf('huobi')
  t.equal(first?.record, 'actors/huobi')
  t.ok((await recordsOf('huobi')).some(record => record.startsWith('claims/')))
})

t.test('every hit can be asked for, under the title that it shows', async t => {
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

t.test('an actor is found by any of its names, and the hit says which', async t => {
  const actors = (await get('/v1/actors?limit=500')).json.data
  for (const { id, names } of actors)
    for (const { name } of names) {
      const hit = (await hitsOf(`"${name}"`, '&in=actors')).find(
        ({ record }) => record === `actors/${id}`,
      )
      t.match(hit?.matched_name?.toLowerCase(), name.toLowerCase(), `${id} by ${name}`)
    }
  const [action] = await hitsOf('zyzzyva')
  t.notOk('matched_name' in (action as Hit), 'only actors have names')
})

t.test('words, phrases, prefixes and exclusions', async t => {
  const [decade, interval] = ['actions/invented-decade', 'actions/invented-interval']
  const cases: [q: string, found: (string | undefined)[]][] = [
    ['zyzzyva quokka', [decade]],
    ['quokka zyzzyva', [decade]],
    ['zyzzyva nothing-like-this', []],
    ['"forecast zyzzyva"', [decade]],
    ['"zyzzyva forecast"', []],
    ['"word zyzzyva stands"', [interval]],
    ['zyz*', [decade, interval]],
    ['zyz', []],
    ['zyzzyva*', [decade, interval]],
    ['zyzzyva -quokka', [interval]],
    ['-quokka zyzzyva', [interval]],
    ['zyzzyva -quo*', [interval]],
    ['zyzzyva -"word zyzzyva"', [decade]],
    ['zyzzyva -quokka -word', []],
    ['zyzzyva AND quokka', []],
    ['title:zyzzyva', []],
    ['x"OR"zyzzyva', []],
    ['x")OR("zyzzyva', []],
    ['ZYZZYVA', [decade, interval]],
    ['quokka cafe', [decade]],
    ['quokka CAFÉ', [decade]],
    ['quokka café', [decade]],
    ['quokka "<b>café</b> & partners"', [decade]],
    ['quokka café*', [decade]],
    ['quokka ca*é', []],
  ]
  for (const [q, found] of cases) t.strictSame(await recordsOf(q, '&in=actions'), found, q)
})

t.test('a search that means nothing is refused, and its neighbour taken', async t => {
  const cases: [refused: string, message: RegExp, taken: string][] = [
    ['%', /nothing to search for/, '50%'],
    ['mining %', /nothing to search for/, 'mining 50%'],
    ['   ', /nothing to search for/, ' a '],
    ['""', /nothing to search for/, '"a"'],
    ['mining " "', /nothing to search for/, 'mining "a"'],
    ['"', /not closed/, '"a"'],
    ['"mining', /not closed/, '"mining"'],
    ['mining "bitcoin" "', /not closed/, 'mining "bitcoin"'],
    ['-', /nothing to search for/, '-a b'],
    ['-mining', /not wanted/, 'mining'],
    ['-mining -"power supply"', /not wanted/, '-mining power'],
    ['*', /nothing to search for/, 'abc*'],
    ['mi*', /at least 3 letters/, 'min*'],
    ['mining-a*', /at least 3 letters/, 'mining-abc*'],
    ['é́*', /at least 3 letters/, 'éab*'],
    ['mining -mi*', /at least 3 letters/, 'mining -min*'],
  ]
  for (const path of ['/v1/search', '/v1/actions', '/v1/actors'])
    for (const [refused, message, taken] of cases) {
      const answer = await get(`${path}?q=${encodeURIComponent(refused)}`)
      assertProblem(t, answer, 400, 'bad-parameter')
      t.match(answer.json.errors, [{ parameter: 'q', message }], refused)
      t.equal((await get(`${path}?q=${encodeURIComponent(taken)}`)).statusCode, 200, taken)
    }
})
