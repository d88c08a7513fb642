import t from 'tap'
import { testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { readKnown } from '../fixtures/known.ts'
import { forceCounts, isWanted, parametersOf, type Query } from '../fixtures/oracle.ts'
import { attributes, type Count, countsOf, mattersOf, periods } from '../fixtures/oracle-counts.ts'
import { assertRefusals, type Fault, type Refusal } from '../fixtures/refusals.ts'

const { get } = await testApp(t, { seed: inventedSeed(t) })
const known = await readKnown(get)
const everything: Query = { wanted: {}, unwanted: {} }
const names = [...Object.keys(periods), ...attributes]

const inOneOrder = (counts: Count[]) =>
  counts.toSorted((a, b) => (JSON.stringify(a.group) < JSON.stringify(b.group) ? -1 : 1))

const requests: Query[] = [
  everything,
  { ...everything, from: '2021-05', to: '2021-09' },
  { ...everything, from: '2021-09-20' },
  { ...everything, to: '2019' },
  { wanted: { kind: ['industry'] }, unwanted: { region: ['HK'] }, from: '2020-02-15' },
  { wanted: { region: ['CN-NM'] }, unwanted: {}, region_exact: true },
  { wanted: { actor: ['huobi', 'okex'], role: ['issuer'] }, unwanted: {}, planned: false },
  { ...everything, in_force_on: '2016-08-15' },
  { wanted: { region_role: ['jurisdiction'], role: ['target'] }, unwanted: {} },
  { wanted: { activity: ['exchange-service'], stage: ['in-force'] }, unwanted: {} },
  { ...everything, applies_in: ['US-NY'] },
  { wanted: { region_role: ['jurisdiction', 'affected'] }, unwanted: {} },
  { wanted: { region: ['CN'] }, unwanted: {}, in_force_on: '2021-10-01', to: '2021-09' },
]

for (const name of names)
  t.test(`counts by ${name} are those of plain loops`, async t => {
    for (const query of requests) {
      const url = `/v1/counts?group_by=${name}&${parametersOf(query)}`
      const { json } = await get(url)
      const expected = countsOf(query, [name], known)
      t.ok(expected.length > 0 || name !== 'kind', url)
      // Periods are in order, also those without an action between others.
      const ordered = name in periods ? (counts: Count[]) => counts : inOneOrder
      t.strictSame(ordered(json.data), ordered(expected), url)
      const total = known.actions.filter(action => isWanted(action, query, known)).length
      t.equal(json.meta.total, total, url)
      t.strictSame(json.meta.in_force, forceCounts(query, known), url)
    }
  })

t.test('counts by two things are those of plain loops, in either order', async t => {
  const query: Query = { ...everything, from: '2021-05-15', to: '2021-11-02' }
  for (const first of names)
    for (const second of names.filter(name => name !== first)) {
      const url = `/v1/counts?group_by=${first},${second}&${parametersOf(query)}`
      const expected = countsOf(query, [first, second], known)
      t.strictSame(inOneOrder((await get(url)).json.data), inOneOrder(expected), url)
    }
})

t.test('matters are counted once in each group of their actions', async t => {
  const requests: Query[] = [
    everything,
    { wanted: { type: ['rule', 'ruling'] }, unwanted: {} },
    { wanted: { matter: ['eu-mica', 'fr-loi-2023-171'] }, unwanted: {} },
    { wanted: { stage: ['repealed', 'applies'] }, unwanted: {} },
  ]
  for (const name of names)
    for (const query of requests) {
      const url = `/v1/counts?group_by=${name}&unit=matters&${parametersOf(query)}`
      const { data, meta } = (await get(url)).json
      const found = data.filter(({ possible }: Count) => possible > 0)
      t.strictSame(inOneOrder(found), inOneOrder(mattersOf(query, name, known)), url)
      const selected = known.actions.filter(action => isWanted(action, query, known))
      const { matter, stage } = query.wanted
      const steps = selected
        .flatMap(({ matters }) => matters)
        .filter(it => !matter || matter.includes(it.id))
        .filter(it => !stage || stage.includes(it.stage ?? ''))
      const ids = new Set(steps.map(({ id }) => id))
      t.match(meta, { total: ids.size, unit: /rules, cases and licences/ })
    }
  const url = '/v1/counts?group_by=kind,type&unit=matters'
  const { data } = (await get(url)).json
  const rulings = data.find(({ group }: Count) => group.type === 'ruling')
  t.match(rulings, { group: { kind: 'judicial' } })
  const pairs = (await get('/v1/counts?group_by=stage,matter&unit=matters')).json.data
  t.ok(pairs.length > 10 && pairs.every(({ possible }: Count) => possible === 1))
  t.notOk(
    pairs.some(({ group }: Count) => /case|-v-/.test(group.matter!)),
    'a case has no stage',
  )
  const byStage = '/v1/counts?group_by=stage,year&unit=matters&matter=in-rbi-circular-2018'
  const years = (await get(byStage)).json.data
  const repealed = years.filter(({ possible }: Count) => possible > 0)
  t.ok(repealed.length > 0 && repealed.every(({ possible }: Count) => possible === 1))
})

t.test('imposed amounts are added in each group', async t => {
  const fines = 'sum=fine&amount_unit=USD'
  const { data } = (await get(`/v1/counts?group_by=year&${fines}&matter=invented-case`)).json
  t.strictSame(data, [
    { group: { year: '2020' }, certain: 1, possible: 1, sum: { ...exactly(5_000_000.01) } },
    { group: { year: '2021' }, certain: 1, possible: 1, sum: { ...exactly(250_000.02) } },
  ])
  const kinds = await get(`/v1/counts?group_by=kind,type&${fines}&matter=invented-case&format=csv`)
  t.strictSame(kinds.body.trim().split('\r\n'), [
    'kind,type,certain,possible,sum_low,sum_best,sum_high',
    'enforcement,settlement,1,1,250000.02,250000.02,250000.02',
    'judicial,ruling,1,1,5000000.01,5000000.01,5000000.01',
  ])
  const matters = await get(`/v1/counts?group_by=matter&unit=matters&${fines}`)
  t.match(matters.json.data, [{ certain: 1, sum: exactly(5_250_000.03) }])
  const all = await get(`/v1/counts?group_by=type&${fines}`)
  t.match(all.json.meta.query, /with the quantity fine/)
  const same = await get(`/v1/counts?group_by=type&${fines}&quantity=fine`)
  t.same(all.json.data, same.json.data, 'amounts of other quantities are not counted')
  const others = await get(`/v1/counts?group_by=type&${fines}&quantity=fee`)
  t.match(others.json.data[0], { sum: exactly(0) })
  const bounded = await get(`/v1/counts?group_by=type&${fines}&id=invented-bounded-fine`)
  t.match(bounded.json.data, [{ sum: { low: 100, best: null, high: null } }])
  const months = await get(`/v1/counts?group_by=month&${fines}&id=invented-bounded-fine`)
  t.equal(months.json.data.length, 12, 'its month is not known')
  for (const { sum, ...count } of months.json.data)
    t.match({ sum, count }, { sum: exactly(0), count: { certain: 0, possible: 1 } })
  const years = await get(`/v1/counts?group_by=year&${fines}&id=invented-bounded-fine`)
  t.match(years.json.data, [{ group: { year: '2020' }, sum: { low: 100 } }])
  await assertRefusals(t, get, '/v1/counts?group_by=type&', [
    ['sum=fine', 'sum', 'sum=fine&amount_unit=USD', /needs one amount_unit/],
    ['sum=fine&amount_unit=USD,EUR', 'sum', 'sum=fine&amount_unit=EUR', /needs one amount_unit/],
    ['amount_min=5', 'amount_min', 'amount_min=5&amount_unit=USD', /needs amount_unit/],
  ])
})

const exactly = (sum: number) => ({ low: sum, best: sum, high: sum })

t.test('an amount of which only an upper bound is known is never at least a figure', async t => {
  const url = '/v1/actions?id=invented-bounded-fine&amount_unit=USD&amount_min='
  const found = async (query: string) => (await get(url + query)).json.meta.total
  t.equal(await found('0&quantity=forfeiture'), 0, 'up to 40')
  t.equal(await found('0'), 1, 'another amount is more than 100')
  t.equal(await found('100&quantity=fine'), 1)
  t.equal(await found('101&quantity=fine'), 0)
})

t.test('an answer names the actors that names stood for', async t => {
  const { meta } = (await get('/v1/counts?group_by=kind&actor=OKEx')).json
  t.strictSame(meta.resolved, [{ parameter: 'actor', name: 'OKEx', id: 'okex' }])
  const list = (await get('/v1/actions?actor=Huobi,okex&not_exchange=BIKI')).json.meta
  t.strictSame(list.resolved, [
    { parameter: 'actor', name: 'Huobi', id: 'huobi' },
    { parameter: 'not_exchange', name: 'BIKI', id: 'biki' },
  ])
  t.notOk('resolved' in (await get('/v1/actions?actor=huobi')).json.meta)
})

t.test('an answer names the unit and the filters', async t => {
  const { meta } = (await get('/v1/counts?group_by=kind&region=JP')).json
  t.match(meta, { total: 0, unit: 'distinct actions', query: /JP/, note: /possible/ })
  t.strictSame((await get('/v1/counts?group_by=month&region=JP')).json.data, [])
})

t.test('words of a search select the actions that are counted', async t => {
  const { data, meta } = (await get('/v1/counts?group_by=kind&q=mining')).json
  t.equal(meta.total, (await get('/v1/actions?q=mining')).json.meta.total)
  const sum = data.reduce((sum: number, { possible }: Count) => sum + possible, 0)
  t.equal(sum, meta.total, 'an action has one kind')
})

t.test('an open date extends to the last day of the request, within limits', async t => {
  const open = 'id=invented-open&group_by'
  const { data } = (await get(`/v1/counts?${open}=month&from=9999-11&to=9999`)).json
  const counts = ['9999-11', '9999-12'].map(month => {
    return { group: { month }, certain: 0, possible: 1 }
  })
  t.strictSame(data, counts)
  const more: Fault = /asks for more than/
  const refusals: Refusal[] = [
    ['month&to=9999', 'from', 'month&to=2199', more],
    ['month,actor&to=2199', 'group_by', 'month,kind&to=2199', more],
  ]
  await assertRefusals(t, get, '/v1/counts?group_by=', refusals)
})
