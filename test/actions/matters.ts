import t from 'tap'
import type { Matter } from '../../src/model/matter.ts'
import { assertProblem, everything, testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { readKnown } from '../fixtures/known.ts'
import { bindingIn, withWider } from '../fixtures/oracle.ts'
import { endsOf } from '../fixtures/oracle-dates.ts'
import { hasTimeOn, type Match } from '../fixtures/oracle-force.ts'
import { assertRefusals } from '../fixtures/refusals.ts'

const { get } = await testApp(t, { seed: inventedSeed(t) })
const known = await readKnown(get)
const matters = {
  rules: await everything<Matter>(get, '/v1/rules?limit=500'),
  cases: await everything<Matter>(get, '/v1/cases?limit=500'),
}
const all = [...matters.rules, ...matters.cases]
const find = async (path: string): Promise<Matter> => (await get(`/v1/${path}`)).json.data

t.test('the steps of a rule or case are the actions that name it, in order', async t => {
  for (const { id, kind, title, steps } of all) {
    const { json } = await get(`/v1/actions?matter=${id}&sort=date&limit=500`)
    t.same(
      new Set(steps.map(({ action }) => action)),
      new Set(json.data.map((it: Matter) => it.id)),
    )
    for (const action of json.data) {
      const entry = action.matters.find((one: Matter) => one.id === id)
      const step = steps.find(step => step.action === action.id)
      t.match(entry, { id, kind, title, stage: step?.stage })
      t.match(step, { title: action.title, type: action.type, planned: action.planned })
    }
    const days = steps.map(({ date }) => endsOf(date)[0])
    t.strictSame(days, days.toSorted())
  }
})

t.test('the status is the stage of the last step until the day of the dataset', async t => {
  const statuses: [path: string, stage: string | undefined, since?: string][] = [
    ['rules/invented-union-rule', 'applies', '2021-06-01'],
    ['rules/invented-british-rule', 'in-force', '2020-07-01'],
    ['rules/invented-bill', 'proposed', '2025-01-01'],
    ['rules/invented-world-standard', 'published', '2019-06-21'],
    ['cases/invented-case', 'dismissal', '2021-06-06'],
  ]
  for (const [path, stage, since] of statuses) {
    const { status } = await find(path)
    t.match(status, { stage, since: { edtf: since }, as_of: known.today }, path)
  }
  const { next } = await find('rules/invented-union-rule')
  t.match(next, [{ action: 'invented-step-applies-later', stage: 'applies', planned: false }])
  const planned = (await find('rules/invented-bill')).next
  t.match(planned, [{ stage: 'passed', planned: true, date: { edtf: '2031-02-01' } }])
  t.strictSame((await find('cases/invented-case')).next, [])
})

t.test('times of force come from the steps by which obligations begin', async t => {
  const times = ({ in_force }: Matter) =>
    in_force.map(({ from, until, activities, regions }) => [
      `${from?.edtf}–${until?.edtf ?? ''}`,
      activities.join(),
      regions.join(),
    ])
  t.strictSame(times(await find('rules/invented-union-rule')), [
    ['2020-01-15–', 'custody,trading-platform', 'EU'],
    ['2021-01-01–', 'trading-platform', 'IS,NO'],
    ['2021-06-01–', 'stablecoin', 'EU'],
    ['2031-01-01–', 'lending', 'EU'],
  ])
  // It was repealed on the day before it began again.
  t.strictSame(times(await find('rules/invented-british-rule')), [
    ['2016-01-01–2021-12-31', 'exchange-service', 'GB'],
  ])
  // The second step put its beginning back.
  const retroactive = await find('rules/invented-retroactive-rule')
  t.strictSame(times(retroactive), [['2019-01-01–', 'transfer', 'NZ']])
  const names = ['invented-step-put-back', 'invented-step-begins']
  t.strictSame(retroactive.in_force[0]?.actions, names)
  t.strictSame((await find('rules/invented-bill')).in_force, [])
})

/** Whether a time of force is for an activity; for the empty one if it states none. */
const hasActivity = (own: string[], activity?: string) =>
  activity === undefined ||
  (activity === '' ? own.length === 0 : own.flatMap(withWider).includes(activity))

t.test('an area makes no law for the places in it', async t => {
  const ids = async (place: string) =>
    (await get(`/v1/rules?applies_in=${place}&fields=id`)).json.data.map(({ id }: Matter) => id)
  t.strictSame(await ids('155'), ['invented-area-rule'])
  t.notOk((await ids('FR')).includes('invented-area-rule'))
})

type Question = { place?: string; activity?: string; day?: string; match?: Match }

/** The rules or cases that a question is about: place, activity and day hold within one time of force. */
function answer(list: Matter[], { place, activity, day, match = 'possible' }: Question): string[] {
  const binding = place ? bindingIn(place, known, day ?? known.today) : undefined
  const isInForce = ({ in_force, regions, steps, ...one }: Matter) => {
    if (in_force.length === 0 && !day) {
      const own = regions.flatMap(({ code, role }) => (role === 'jurisdiction' ? code : []))
      return own.some(code => binding?.includes(code)) && isOn(one)
    }
    return in_force.some(entry => {
      return (
        (!day || hasTimeOn({ steps }, entry, day, match, known)) &&
        (!binding || entry.regions.some(region => binding.includes(region))) &&
        hasActivity(entry.activities, activity)
      )
    })
  }
  const isOn = ({ activities }: Pick<Matter, 'activities'>) =>
    !activity || activities.flatMap(withWider).includes(activity)
  return list.filter(one => (place || day ? isInForce(one) : isOn(one))).map(({ id }) => id)
}

const places = [undefined, 'FR', 'DE-BY', 'GB', 'NO', 'US-NY', 'US-CA', '155', '001']
const activities = [undefined, 'exchange-service', 'custody', 'stablecoin']
const days = ['2009-01-01', '2016-01-01', '2020-01-15', '2020-01-31', '2020-02-01']
const later = ['2020-03-01', '2022-05-05', '2026-11-20', '2031-01-01']

t.test('place, activity and day of a question hold within one time of force', async t => {
  let found = 0
  for (const [name, list] of Object.entries(matters))
    for (const place of places)
      for (const activity of activities)
        for (const day of [undefined, ...days, ...later])
          for (const match of day ? (['certain', 'presumed', 'possible'] as const) : [undefined]) {
            const parameters = [
              place ? `applies_in=${place}` : [],
              activity ? `activity=${activity}` : [],
              day ? `in_force_on=${day}&date_match=${match}` : [],
            ]
            const url = `/v1/${name}?limit=500&${parameters.flat().join('&')}`
            const { data, meta } = (await get(url)).json
            const expected = answer(list, { place, activity, day, match })
            t.strictSame(data.map(({ id }: Matter) => id).sort(), expected.sort(), url)
            t.equal(meta.total, expected.length)
            if (day && match) {
              t.equal(meta.in_force[match], expected.length, url)
              const unstated = answer(list, { place, activity: '', day })
              const others = unstated.filter(
                id => !answer(list, { place, activity, day }).includes(id),
              )
              t.equal(meta.in_force.activity_not_stated, activity && others.length, url)
            }
            found += expected.length
          }
  t.ok(found > 500)
})

t.test('each record of an answer about a day has its force', async t => {
  const url = '/v1/rules?id=x&in_force_on=2020-02-10'
  t.equal((await get(url)).statusCode, 400)
  const { data } = (await get('/v1/rules?in_force_on=2020-02-10&applies_in=FR')).json
  t.match(data, [
    { id: 'invented-union-rule', force: { certainty: 'certain', confirmed_on: '2026-11-20' } },
  ])
  const later = (
    await get('/v1/rules?in_force_on=2026-11-21&applies_in=FR&activity=custody&fields=id')
  ).json
  t.strictSame(later.data, [{ id: 'eu-mica' }, { id: 'invented-union-rule' }])
  const csv = (await get('/v1/rules?in_force_on=2020-02-10&applies_in=FR&format=csv')).body
  t.match(csv, /,force_certainty,force_confirmed_on\r\n.*,certain,2026-11-20\r\n$/s)
  const parts = '/v1/rules?in_force_on=2020-02-10&applies_in=FR&fields=id,force'
  const force = { certainty: 'certain', confirmed_on: '2026-11-20' }
  t.strictSame((await get(parts)).json.data, [{ id: 'invented-union-rule', force }])
  t.equal(
    (await get(`${parts}&format=csv`)).body,
    'id,force_certainty,force_confirmed_on\r\ninvented-union-rule,certain,2026-11-20\r\n',
  )
})

t.test('rules and cases are found by what they are', async t => {
  const lists: [url: string, ids: string[]][] = [
    ['rules?number=2020/1', ['invented-union-rule']],
    ['rules?number=c. 7 §2', ['invented-british-rule']],
    ['rules?kind=bill', ['invented-bill']],
    ['rules?stage=proposed', ['invented-bill']],
    ['cases?stage=dismissal&region=US', ['invented-case']],
    ['cases?actor=Federal Reserve', ['invented-case']],
    ['rules?region=019&not_region=US-NY&kind=law,regulation&q=invented', ['invented-federal-rule']],
    ['rules?q="Part 1"', ['invented-state-rule']],
  ]
  for (const [url, ids] of lists) {
    const { data } = (await get(`/v1/${encodeURI(url)}`)).json
    const found = data.map(({ id }: Matter) => id).filter((id: string) => id.startsWith('invented'))
    t.strictSame(found, ids, url)
  }
  await assertRefusals(t, get, '/v1/', [
    ['rules?number=2020/2', 'number', 'rules?number=2020/1', { did_you_mean: ['2020/1'] }],
    ['rules?kind=case', 'kind', 'rules?kind=law'],
    ['rules?stage=dismissal', 'stage', 'cases?stage=dismissal'],
    ['rules?fields=force', 'fields', 'rules?fields=force&in_force_on=2020-01-01', /^'force' needs/],
    ['rules?date_match=presumed', 'date_match', 'rules?date_match=presumed&in_force_on=2020-01-01'],
    ['actions?matter=invented-unio-rule', 'matter', 'actions?matter=invented-union-rule'],
  ])
})

t.test('an action is a step of a rule at one stage', async t => {
  const ids = async (parameters: string) =>
    (await get(`/v1/actions?sort=date&${parameters}`)).json.data.map(({ id }: Matter) => id)
  t.strictSame(await ids('matter=invented-union-rule&stage=applies'), [
    'invented-step-applies',
    'invented-step-applies-later',
  ])
  t.strictSame(await ids('matter=invented-british-rule&stage=applies'), [])
  t.ok((await ids('stage=applies')).includes('invented-step-state-start'))
})

t.test('a membership counts as long as it lasted', async t => {
  const { data } = (await get('/v1/actions?region=EU&type=guidance&sort=date')).json
  const british = data.filter(({ id }: Matter) => id.startsWith('invented-british'))
  t.strictSame(
    british.map(({ id }: Matter) => id),
    ['invented-british-act-2019-05-05', 'invented-british-act-2020'],
  )
})

t.test('evidence for numbers and regions is at the path of the rule or case', async t => {
  const { data } = (await get('/v1/rules/invented-british-rule/claims')).json
  t.strictSame(
    data.map(({ field }: { field: string }) => field),
    ['numbers/c. 7 §2', 'regions/GB/jurisdiction'],
  )
  t.equal((await get('/v1/cases/invented-case/claims')).statusCode, 200)
  assertProblem(t, await get('/v1/rules/invented-case'), 404, 'unknown-record')
})
