import t from 'tap'
import type { Action } from '../../src/model/action.ts'
import { everything, testApp } from '../fixtures/app.ts'
import { daysFrom } from '../fixtures/calendar.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { emptySeed } from '../fixtures/seed.ts'

type Silence = { from: string; to: string }

const real = await testApp(t)
const invented = await testApp(t, { seed: inventedSeed(t) })
const page = (await invented.get('/v1')).json.data
const calendar = daysFrom(1900, 2100)

t.test('the dataset has a hash and a licence, and counts its records', async t => {
  t.match(page.release.hash, /^[0-9a-f]{64}$/)
  t.match(page.licence, { id: String, name: String, url: /^https:/ })
  t.ok(Object.keys(page.counts).length > 5)
  for (const [name, count] of Object.entries(page.counts))
    t.equal((await invented.get(`/v1/${name}?limit=1`)).json.meta.total, count, name)
})

t.test('the links of the dataset work', async t => {
  for (const [name, link] of Object.entries(page.links as Record<string, string>)) {
    const { statusCode } = await invented.get(link)
    t.ok(statusCode === 200 || statusCode === 302, `${name}: ${link} ${statusCode}`)
  }
})

const sorted = (items: string[]) => [...new Set(items)].sort()

/** Every stretch of more than 92 days without an action between the first and the last action, by a loop over all days. */
function silencesOf(actions: Action[]): Silence[] {
  const covered = new Set<string>()
  for (const { date } of actions) {
    const { earliest, latest } = date
    if (!earliest || !latest) continue
    const days = calendar.slice(calendar.indexOf(earliest), calendar.indexOf(latest) + 1)
    if (days.length <= 366) for (const day of days) covered.add(day)
  }
  const silences: Silence[] = []
  let silent: string[] = []
  for (const day of calendar.slice(calendar.findIndex(day => covered.has(day)))) {
    if (!covered.has(day)) silent.push(day)
    else {
      if (silent.length > 92) silences.push({ from: silent[0] ?? '', to: silent.at(-1) ?? '' })
      silent = []
    }
  }
  return silences
}

for (const [name, { get }] of Object.entries({ real, invented }))
  t.test(`the ${name} dataset states its coverage, in empty answers too`, async t => {
    const { coverage, freshness } = (await get('/v1')).json.data
    const actions = await everything<Action>(get, '/v1/actions?limit=500')
    const documents = await everything(get, '/v1/documents?limit=500')
    const claims = await everything(get, '/v1/claims?limit=500')
    const coded = claims.filter(({ record }) => record.startsWith('actions/'))
    const used = new Set(coded.map(({ document }) => document))
    const reports = documents.filter(({ id }) => used.has(id))
    t.equal(coverage.documents, reports.length)
    t.strictSame(coverage.kinds, sorted(actions.map(({ kind }) => kind)))
    const regions = actions.flatMap(action => action.regions.map(({ code }) => code))
    t.strictSame(coverage.regions, sorted(regions))
    const [earliest] = sorted(actions.flatMap(({ date }) => date.earliest ?? []))
    const newest_action = sorted(actions.flatMap(({ date }) => date.latest ?? [])).at(-1)
    const published = sorted(reports.flatMap(({ published }) => published?.latest ?? []))
    t.strictSame(coverage.period, { earliest, latest: newest_action })
    t.strictSame(freshness, { newest_action, newest_document: published.at(-1) })
    const silences = silencesOf(actions)
    t.strictSame(coverage.silences, silences)
    t.ok(silences.length > 0)
    const lists: [path: string, empty: string, more: string][] = [
      ['actions', 'region=JP', 'region=CN'],
      ['search', 'q=nothing-like-this', 'q=mining'],
      ['counts', 'group_by=type&region=JP', 'group_by=type'],
    ]
    for (const [path, empty, more] of lists) {
      const { data, meta } = (await get(`/v1/${path}?${empty}`)).json
      t.strictSame([data, meta.total, meta.coverage], [[], 0, coverage], path)
      t.notOk('coverage' in (await get(`/v1/${path}?${more}`)).json.meta, path)
    }
  })

t.test('a dataset without actions covers nothing', async t => {
  const { get } = await testApp(t, { seed: emptySeed(t) })
  const { coverage, freshness } = (await get('/v1')).json.data
  const { documents, period, silences, kinds } = coverage
  const none = { earliest: null, latest: null }
  t.strictSame([documents, period, silences, kinds], [0, none, [], []])
  t.strictSame(freshness, { newest_action: null, newest_document: null })
  t.match((await get('/v1/actions')).json.meta, { total: 0, coverage })
  t.strictSame((await get('/v1/counts?group_by=month,type')).json.data, [])
})

t.test('gaps are described under the codes of the vocabulary', async t => {
  const gaps: { about: string; text: string }[] = (await real.get('/v1')).json.data.coverage.gaps
  const terms = await everything(real.get, '/v1/vocabulary?scheme=gap')
  t.same(new Set(gaps.map(({ about }) => about)), new Set(terms.map(({ code }) => code)))
  t.ok(gaps.every(({ text }) => text.length > 20))
})
