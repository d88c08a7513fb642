import t from 'tap'
import { assertProblem, testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { readKnown } from '../fixtures/known.ts'
import { type Asked, forceCounts, isWanted, parametersOf } from '../fixtures/oracle.ts'
import { attributes, type Count, countsOf, months, periods } from '../fixtures/oracle-counts.ts'

const { get } = await testApp(t, { seed: inventedSeed(t) })
const known = await readKnown(get)
const everything: Asked = { wanted: {}, unwanted: {} }

const inOneOrder = (counts: Count[]) =>
  counts.toSorted((a, b) => (JSON.stringify(a.group) < JSON.stringify(b.group) ? -1 : 1))

const requests: Asked[] = [
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

for (const name of [...Object.keys(periods), ...attributes])
  t.test(`counts by ${name} are those of plain loops`, async t => {
    for (const asked of requests) {
      const url = `/v1/counts?group_by=${name}&${parametersOf(asked)}`
      const { json } = await get(url)
      const expected = countsOf(asked, [name], known)
      t.ok(expected.length > 0)
      t.strictSame(inOneOrder(json.data), inOneOrder(expected), url)
      const total = known.actions.filter(action => isWanted(action, asked, known)).length
      t.equal(json.meta.total, total, url)
      t.strictSame(json.meta.in_force, forceCounts(asked, known), url)
    }
  })

t.test('counts by two things are those of plain loops, whichever comes first', async t => {
  const names = [...Object.keys(periods), ...attributes]
  const asked: Asked = { ...everything, from: '2021-05-15', to: '2021-11-02' }
  for (const first of names)
    for (const second of names) {
      if (first === second) continue
      const url = `/v1/counts?group_by=${first},${second}&${parametersOf(asked)}`
      const { json } = await get(url)
      t.strictSame(inOneOrder(json.data), inOneOrder(countsOf(asked, [first, second], known)), url)
    }
})

t.test('months without an action are shown between others, in order', async t => {
  const ids = 'id=invented-interval,invented-range'
  const { json } = await get(`/v1/counts?group_by=month&${ids}`)
  t.strictSame(
    json.data.map(({ group }: Count) => group.month),
    months.slice(months.indexOf('2020-01'), months.indexOf('2021-11') + 1),
  )
  const numbers = json.data.map(({ certain, possible }: Count) => [certain, possible])
  t.strictSame(numbers.slice(13, -1), [[0, 1], [0, 1], ...Array(7).fill([0, 0])])
  t.strictSame(numbers.at(-1), [1, 1])
})

t.test('counts say what they count, and of nothing give coverage', async t => {
  const { json } = await get('/v1/counts?group_by=kind&region=FR')
  t.match(json, {
    data: [],
    meta: { total: 0, unit: 'distinct actions', coverage: { kinds: Array } },
  })
  t.match(json.meta.query, /FR/)
  t.strictSame((await get('/v1/counts?group_by=month&region=FR')).json.data, [])
  t.match(json.meta.note, /possible/)
  t.notOk('coverage' in (await get('/v1/counts?group_by=kind')).json.meta)
})

t.test('counts take the words of a search, and no date_match: both columns are there', async t => {
  const { json } = await get('/v1/counts?group_by=kind&q=mining')
  t.equal(json.meta.total, (await get('/v1/actions?q=mining')).json.meta.total)
  const sum = json.data.reduce((sum: number, { possible }: Count) => sum + possible, 0)
  t.equal(sum, json.meta.total, 'an action has one kind')
  assertProblem(t, await get('/v1/counts?group_by=kind&date_match=certain'), 400, 'bad-parameter')
})

t.test('an open date reaches as far as the days asked for, but not without bounds', async t => {
  const open = 'id=invented-open&group_by'
  const { json } = await get(`/v1/counts?${open}=month&from=9999-11&to=9999`)
  t.strictSame(
    json.data,
    ['9999-11', '9999-12'].map(month => ({ group: { month }, certain: 0, possible: 1 })),
  )
  const cases: [refused: string, parameter: string, taken: string][] = [
    ['month&to=9999', 'from', 'month&to=2199'],
    ['month&from=0001', 'from', 'year&from=0001'],
    ['month,actor&from=1850', 'group_by', 'month,kind&from=1850'],
  ]
  for (const [refused, parameter, taken] of cases) {
    const answer = await get(`/v1/counts?group_by=${refused}`)
    assertProblem(t, answer, 400, 'bad-parameter')
    t.match(answer.json.errors, [{ parameter, message: 'asks for more than' }], refused)
    t.equal((await get(`/v1/counts?group_by=${taken}`)).statusCode, 200, taken)
  }
})
