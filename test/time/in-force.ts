import t from 'tap'
import { everything, testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { readKnown } from '../fixtures/known.ts'
import { hasForce } from '../fixtures/oracle-force.ts'
import { forceDays } from '../fixtures/queries.ts'

const { get } = await testApp(t)
const invented = await testApp(t, { seed: inventedSeed(t) })
const known = await readKnown(invented.get)

type Standings = Record<string, string | undefined>

/** How the actions of a list stand, by id. */
async function standingsOf(ask: typeof get, parameters: string): Promise<Standings> {
  const url = `/v1/actions?limit=500&${parameters}`
  const actions = await everything<{ id: string; in_force: string }>(ask, url)
  return Object.fromEntries(actions.map(({ id, in_force }) => [id, in_force]))
}

const october = [
  'coingecko-coinmarketcap-access-block-2021-09',
  'huobi-registration-halt-2021-09',
  'joint-notice-2021-09',
]
const closure = 'huobi-account-closure-2021-12'

/** Days, the actions certainly in force on them, and how others stand. */
const examples: [parameters: string, certain: string[], others: Standings][] = [
  ['2021-10-01&region=CN', october, { 'overseas-exchange-service-ban-2021-09': 'possible' }],
  ['2021-10-20', october, {}],
  // The last document is of 21 October.
  ['2021-10-22', [], { 'joint-notice-2021-09': 'possible' }],
  ['2021-12-30', [], { [closure]: undefined }],
  ['2021-12-31', [], { [closure]: 'planned' }],
]

t.test('an action is certainly in force until the last document that says so', async t => {
  for (const [parameters, certain, others] of examples) {
    const standings = await standingsOf(get, `in_force_on=${parameters}`)
    const isCertain = (id: string) => standings[id] === 'certain'
    t.strictSame(Object.keys(standings).filter(isCertain).sort(), certain, parameters)
    for (const [id, standing] of Object.entries(others)) t.equal(standings[id], standing, id)
    const only = await standingsOf(get, `in_force_on=${parameters}&date_match=certain`)
    t.strictSame(Object.keys(only).sort(), certain, parameters)
  }
})

t.test('an effect of any form has force from its first day to its last', async t => {
  const actions = known.actions.filter(({ effect }) => effect)
  const days = actions.flatMap(action => forceDays(action, known))
  for (const day of new Set(['0001-01-01', ...days, '9999-12-31'])) {
    const expected = actions
      .filter(action => hasForce(action, day, 'possible', known))
      .map(action => {
        const less = action.planned ? 'planned' : 'possible'
        return [action.id, hasForce(action, day, 'certain', known) ? 'certain' : less]
      })
    const standings = await standingsOf(invented.get, `in_force_on=${day}`)
    t.same(standings, Object.fromEntries(expected), day)
    const only = await standingsOf(invented.get, `in_force_on=${day}&date_match=certain`)
    t.same(only, Object.fromEntries(expected.filter(([, standing]) => standing === 'certain')), day)
  }
})

t.test('an effect names the action that ended it, which repeals it', async t => {
  const { json } = await invented.get('/v1/actions/invented-ended-by-another')
  t.match(json.data.effect, { until: { edtf: '2014-03-31' }, until_by: 'invented-ending' })
  const url = '/v1/actions?link=repeals&linked_to=invented-ended-by-another'
  t.match((await invented.get(url)).json.data, [{ id: 'invented-ending', effect: null }])
})

t.test('only an answer about a day mentions force, and no record does with fields', async t => {
  const plain = await get('/v1/actions')
  t.notOk(plain.json.data.some((action: object) => 'in_force' in action))
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
  const counts = await get('/v1/counts?group_by=type&in_force_on=2021-10-01')
  t.match(counts.json.meta.query, /in force on 2021-10-01/)
  t.equal((await get('/v1/actions')).json.meta.query, 'actions, newest first')
})
