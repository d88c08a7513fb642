import t from 'tap'
import { testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { readKnown } from '../fixtures/known.ts'
import { forceCounts, isWanted, parametersOf, type Query } from '../fixtures/oracle.ts'
import { attributes, type Count, countsOf, periods } from '../fixtures/oracle-counts.ts'
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
  { wanted: { region: ['CN'] }, unwanted: {}, in_force_on: '2021-10-01', to: '2021-09' },
]

for (const name of names)
  t.test(`counts by ${name} are those of plain loops`, async t => {
    for (const query of requests) {
      const url = `/v1/counts?group_by=${name}&${parametersOf(query)}`
      const { json } = await get(url)
      const expected = countsOf(query, [name], known)
      t.ok(expected.length > 0)
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

t.test('an answer names the unit and the filters', async t => {
  const { meta } = (await get('/v1/counts?group_by=kind&region=FR')).json
  t.match(meta, { total: 0, unit: 'distinct actions', query: /FR/, note: /possible/ })
  t.strictSame((await get('/v1/counts?group_by=month&region=FR')).json.data, [])
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
    ['month&from=0001', 'from', 'year&from=0001', more],
    ['month,actor&from=1850', 'group_by', 'month,kind&from=1850', more],
  ]
  await assertRefusals(t, get, '/v1/counts?group_by=', refusals)
})
