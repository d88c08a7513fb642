import t from 'tap'
import { everything, testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { readKnown } from '../fixtures/known.ts'
import { confirmedBy, hasForce, unshown } from '../fixtures/oracle-force.ts'
import { forceDays } from '../fixtures/queries.ts'

const { get } = await testApp(t)
const invented = await testApp(t, { seed: inventedSeed(t) })
const known = await readKnown(invented.get)

type Force = { certainty: string; confirmed_on: string | null }

/** The force of the actions of a list, by id. */
async function forcesOf(ask: typeof get, parameters: string): Promise<Record<string, Force>> {
  const url = `/v1/actions?limit=500&${parameters}`
  const actions = await everything<{ id: string; force: Force }>(ask, url)
  return Object.fromEntries(actions.map(({ id, force }) => [id, force]))
}

const block = 'coingecko-coinmarketcap-access-block-2021-09'

/** Days, the actions certainly in force on them, and others that may be. */
const examples: [parameters: string, certain: string[], possible: string[]][] = [
  ['2021-09-28&region=CN', [block], []],
  ['2021-10-20', [block], []],
  // The last document is of 21 October.
  ['2021-10-22', [], [block]],
]

t.test('an action is certainly in force until the last document that says so', async t => {
  for (const [parameters, certain, possible] of examples) {
    const forces = await forcesOf(get, `in_force_on=${parameters}`)
    const isCertain = (id: string) => forces[id]?.certainty === 'certain'
    t.strictSame(Object.keys(forces).filter(isCertain).sort(), certain, parameters)
    for (const id of possible) t.equal(forces[id]?.certainty, 'possible', id)
    for (const id of certain) t.equal(forces[id]?.confirmed_on, '2021-10-21')
    const only = await forcesOf(get, `in_force_on=${parameters}&date_match=certain`)
    t.strictSame(Object.keys(only).sort(), certain, parameters)
  }
})

const certainties = ['certain', 'presumed', 'possible'] as const

t.test('an effect of any form has force from its first day to its last', async t => {
  const actions = known.actions.filter(({ effect }) => effect)
  const days = actions.flatMap(action => forceDays(action, known))
  for (const day of new Set(['0001-01-01', ...days, '9999-12-31'])) {
    const expected = actions.flatMap(action => {
      const certainty = certainties.find(match => hasForce(action, day, match, known))
      const confirmed_on = confirmedBy(action.effect!, known.force.get(action.id) ?? unshown)
      return certainty ? [[action.id, { certainty, confirmed_on }] as const] : []
    })
    const forces = await forcesOf(invented.get, `in_force_on=${day}`)
    t.same(forces, Object.fromEntries(expected), day)
    for (const match of ['certain', 'presumed'] as const) {
      const only = await forcesOf(invented.get, `in_force_on=${day}&date_match=${match}`)
      const least = certainties.indexOf(match)
      const sure = expected.filter(([, { certainty }]) => certainties.indexOf(certainty) <= least)
      t.same(only, Object.fromEntries(sure), `${match} ${day}`)
    }
  }
  const found = new Set(actions.map(({ id }) => known.force.get(id)?.official))
  t.strictSame(found, new Set([true, false]))
})

t.test('an effect names the action that ended it, which repeals it', async t => {
  const { json } = await invented.get('/v1/actions/invented-ended-by-another')
  t.match(json.data.effect, { until: { edtf: '2014-03-31' }, until_by: 'invented-ending' })
  const url = '/v1/actions?link=repeals&linked_to=invented-ended-by-another'
  t.match((await invented.get(url)).json.data, [{ id: 'invented-ending', effect: null }])
})

t.test(
  'only an answer about a day mentions force, and with fields only if they name it',
  async t => {
    const plain = await get('/v1/actions')
    t.notOk(plain.json.data.some((action: object) => 'force' in action))
    const part = await get('/v1/actions?in_force_on=2021-10-01&fields=id,title')
    t.strictSame(Object.keys(part.json.data[0]), ['id', 'title'])
    t.equal(part.json.meta.in_force.certain, 1)
    const whole = await get('/v1/actions?in_force_on=2021-10-01&include=documents&limit=1')
    t.match(whole.json.data, [{ force: { certainty: /^(?:certain|possible)$/ }, documents: Array }])
  },
)

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
