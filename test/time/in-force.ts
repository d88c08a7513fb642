import t from 'tap'
import { assertProblem, everything, testApp } from '../fixtures/app.ts'
import { readKnown } from '../fixtures/known.ts'
import { type Asked, forceCounts, isWanted, parametersOf } from '../fixtures/oracle.ts'
import { standingOn } from '../fixtures/oracle-force.ts'

const { get } = await testApp(t)

type Standing = { id: string; in_force?: string }

/** How the actions of a list stand, by id. */
async function standings(parameters: string): Promise<Record<string, string>> {
  const actions: Standing[] = await everything(get, `/v1/actions?limit=100&${parameters}`)
  return Object.fromEntries(actions.map(({ id, in_force }) => [id, in_force ?? 'not told']))
}

const having = (standing: string, all: Record<string, string>) =>
  Object.keys(all)
    .filter(id => all[id] === standing)
    .sort()

const certainInOctober = [
  'coingecko-coinmarketcap-access-block-2021-09',
  'huobi-registration-halt-2021-09',
  'joint-notice-2021-09',
]

t.test('in China on 1 October 2021 three actions are in force beyond doubt', async t => {
  const url = 'in_force_on=2021-10-01&region=CN'
  const all = await standings(url)
  t.strictSame(having('certain', all), certainInOctober)
  t.equal(all['overseas-exchange-service-ban-2021-09'], 'possible', 'last told of before')
  t.equal(all['binance-registration-halt-2021-09'], 'possible')
  t.strictSame(Object.keys(await standings(`${url}&date_match=certain`)).sort(), certainInOctober)
})

t.test('silence is not force: what no document states later is possible only', async t => {
  for (const [day, certain] of [
    ['2021-10-20', certainInOctober],
    ['2021-10-22', []],
    ['2026-11-22', []],
  ] as [string, string[]][]) {
    const all = await standings(`in_force_on=${day}`)
    t.strictSame(having('certain', all), certain, day)
    t.ok(having('possible', all).length > 0, day)
  }
})

t.test('what is only planned is told as planned, never as certain', async t => {
  const closure = 'huobi-account-closure-2021-12'
  t.notOk(closure in (await standings('in_force_on=2021-12-30')))
  for (const day of ['2021-12-31', '2022-06-01']) {
    const all = await standings(`in_force_on=${day}`)
    t.strictSame(having('planned', all), [closure], day)
    t.strictSame(await standings(`in_force_on=${day}&date_match=certain`), {}, day)
  }
})

/** Requests with filters beside the day, real ones and such as find nothing. */
const requests: Asked[] = [
  { wanted: {}, unwanted: {} },
  { wanted: { region: ['CN'] }, unwanted: {} },
  { wanted: { region: ['CN-XJ'] }, unwanted: {}, region_exact: true },
  { wanted: { region: ['SG'] }, unwanted: {} },
  { wanted: { activity: ['mining'] }, unwanted: { type: ['ban'] } },
  { wanted: { actor: ['huobi', 'binance'] }, unwanted: {} },
  { wanted: { actor: ['huobi'], role: ['issuer'] }, unwanted: {}, planned: false },
  { wanted: { has: ['effect'] }, unwanted: {}, from: '2021-09', to: '2021-09' },
]
const days = ['2016-12-31', '2021-06-30', '2021-10-01', '2021-12-31']

t.test('it goes with other filters, and meta counts what they select', async t => {
  const known = await readKnown(get)
  for (const asked of requests)
    for (const day of days)
      for (const date_match of ['possible', 'certain'] as const) {
        const whole = { ...asked, date_match, in_force_on: day }
        const url = `/v1/actions?limit=100&${parametersOf(whole)}`
        const { json } = await get(url)
        const found = json.data.map(({ id, in_force }: Standing) => [id, in_force])
        const expected = known.actions
          .filter(action => isWanted(action, whole, known))
          .map(action => [action.id, standingOn(action, day, known)])
        t.strictSame(found.sort(), expected.sort(), url)
        t.strictSame(json.meta.in_force, forceCounts(whole, known), url)
        const { unwanted } = asked
        const without = { ...asked, unwanted: { ...unwanted, has: ['effect'] } }
        const { total } = (await get(`/v1/actions?${parametersOf(without)}`)).json.meta
        t.equal(json.meta.in_force.no_known_effect, total, url)
      }
})

t.test('counts take the day too, and say the same of it', async t => {
  const filters = 'in_force_on=2021-10-01&region=CN'
  const { json } = await get(`/v1/counts?group_by=type&${filters}`)
  const list = (await get(`/v1/actions?${filters}`)).json.meta
  t.equal(json.meta.total, list.total)
  t.strictSame(json.meta.in_force, list.in_force)
  const sum = (column: 'certain' | 'possible') =>
    json.data.reduce((sum: number, count: Record<string, number>) => sum + (count[column] ?? 0), 0)
  t.strictSame([sum('certain'), sum('possible')], [3, list.in_force.possible])
  t.match(json.meta.query, /in force on 2021-10-01/)
})

t.test('without a day nothing is said of force, and with fields no record says it', async t => {
  const plain = await get('/v1/actions')
  t.notOk('in_force' in plain.json.meta)
  t.notOk(plain.json.data.some((action: object) => 'in_force' in action))
  t.notOk('in_force' in (await get('/v1/counts?group_by=type')).json.meta)
  const part = await get('/v1/actions?in_force_on=2021-10-01&fields=id,title')
  t.strictSame(Object.keys(part.json.data[0]), ['id', 'title'])
  t.equal(part.json.meta.in_force.certain, 3)
  const whole = await get('/v1/actions?in_force_on=2021-10-01&include=documents&limit=1')
  t.match(whole.json.data, [{ in_force: /^(?:certain|possible)$/, documents: Array }])
})

t.test('the request reads as a sentence', async t => {
  const cases: [parameters: string, sentence: RegExp][] = [
    ['', /^actions possibly in force on 2021-10-01, newest first$/],
    ['&date_match=certain', /^actions certainly in force on 2021-10-01, newest first$/],
    ['&region=CN&q=mining', /^actions in CN possibly in force on 2021-10-01 matching ‘mining’/],
  ]
  for (const [more, sentence] of cases)
    t.match((await get(`/v1/actions?in_force_on=2021-10-01${more}`)).json.meta.query, sentence)
})

t.test('a day that is none is refused, and its neighbour taken', async t => {
  const cases: [refused: string, taken: string][] = [
    ['actions?in_force_on=2021-10', 'actions?in_force_on=2021-10-01'],
    ['actions?in_force_on=2021', 'actions?from=2021'],
    ['actions?in_force_on=2021-02-30', 'actions?in_force_on=2021-02-28'],
    ['actions?in_force_on=', 'actions?in_force_on=0001-01-01'],
    ['actions?in_force_on=today', 'actions?in_force_on=9999-12-31'],
    ['actions?in_force_on=2021-10-01,2021-10-02', 'actions?in_force_on=2021-10-02'],
    ['actions?in_force_on=2021-10-01&in_force_on=2021-10-01', 'actions?in_force_on=2021-10-01'],
    ['counts?group_by=type&in_force_on=2021-13-01', 'counts?group_by=type&in_force_on=2021-12-01'],
    ['claims?in_force_on=2021-10-01', 'claims'],
    ['actors?in_force_on=2021-10-01', 'actors'],
    ['documents?in_force_on=2021-10-01', 'documents?from=2021-10-01'],
  ]
  for (const [refused, taken] of cases) {
    const answer = await get(`/v1/${refused}`)
    assertProblem(t, answer, 400, 'bad-parameter')
    t.match(answer.json.errors, [{ parameter: 'in_force_on' }], refused)
    t.equal((await get(`/v1/${taken}`)).statusCode, 200, taken)
  }
})
