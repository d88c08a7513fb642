import t from 'tap'
import type { Action } from '../../src/model/action.ts'
import { everything, type TestApp, testApp } from '../fixtures/app.ts'
import { daysFrom } from '../fixtures/calendar.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { emptySeed } from '../fixtures/seed.ts'

type Silence = { from: string; to: string }

const real = await testApp(t)
const invented = await testApp(t, { seed: inventedSeed(t) })
const apps: [name: string, get: TestApp['get']][] = [
  ['the dataset', real.get],
  ['an invented one', invented.get],
]

const calendar = daysFrom(1900, 2100)

/** Every stretch of more than 92 days without an action, day by day, between the first and the last of them. */
function silencesOf(actions: Action[]): Silence[] {
  const told = new Set<string>()
  for (const { date } of actions) {
    const { earliest, latest } = date
    if (!earliest || !latest) continue
    const days = calendar.slice(calendar.indexOf(earliest), calendar.indexOf(latest) + 1)
    if (days.length <= 366) for (const day of days) told.add(day)
  }
  const silences: Silence[] = []
  let silent: string[] = []
  for (const day of calendar.slice(calendar.indexOf([...told].sort()[0] as string))) {
    if (!told.has(day)) silent.push(day)
    else {
      if (silent.length > 92) silences.push({ from: silent[0] ?? '', to: silent.at(-1) ?? '' })
      silent = []
    }
  }
  return silences
}

t.test('a dataset without actions covers nothing, and says so', async t => {
  const { get } = await testApp(t, { seed: emptySeed(t) })
  const { data } = (await get('/v1')).json
  const period = { earliest: null, latest: null }
  t.match(data.coverage, { documents: [], period, silences: [], kinds: [] })
  t.strictSame(data.freshness, { newest_action: null, newest_document: null })
  t.match((await get('/v1/actions')).json, { data: [], meta: { total: 0, coverage: Object } })
  t.strictSame((await get('/v1/counts?group_by=month,type')).json.data, [])
})

const empty = ['actions?region=FR', 'search?q=nothing-like-this', 'counts?group_by=type&region=FR']

for (const [name, get] of apps) {
  t.test(`${name} tells the silences between its actions`, async t => {
    const actions: Action[] = await everything(get, '/v1/actions?limit=500')
    const { coverage } = (await get('/v1')).json.data
    t.strictSame(coverage.silences, silencesOf(actions))
    t.ok(coverage.silences.length > 0)
    t.ok(coverage.silences.every(({ from, to }: Silence) => from < to))
  })

  t.test(`empty answers of ${name} tell what it covers`, async t => {
    const { coverage } = (await get('/v1')).json.data
    for (const path of empty) {
      const { data, meta } = (await get(`/v1/${path}`)).json
      t.strictSame(data, [], path)
      t.strictSame(meta.coverage, coverage, path)
    }
    for (const path of ['actions?region=CN', 'search?q=mining', 'counts?group_by=type'])
      t.notOk('coverage' in (await get(`/v1/${path}`)).json.meta, path)
  })
}

t.test('between the plan of February 2018 and May 2021 nothing is told', async t => {
  const { silences } = (await real.get('/v1')).json.data.coverage
  t.strictSame(silences, [{ from: '2018-03-01', to: '2021-04-30' }])
  const within = 'from=2018-03-01&to=2021-04-30&date_match=certain'
  t.match((await real.get(`/v1/actions?${within}`)).json.meta, { total: 0, coverage: { silences } })
})

t.test('what is missing is told by codes of the vocabulary', async t => {
  const { gaps } = (await real.get('/v1')).json.data.coverage
  const terms = await everything(real.get, '/v1/vocabulary?scheme=gap')
  t.same(
    new Set(gaps.map(({ about }: { about: string }) => about)),
    new Set(terms.map(({ code }) => code)),
  )
  t.ok(gaps.every(({ text }: { text: string }) => text.length > 20))
})
