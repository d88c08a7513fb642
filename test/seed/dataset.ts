import t from 'tap'
import type { Action } from '../../src/model/action.ts'
import { everything, testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'

const { get } = await testApp(t, { seed: inventedSeed(t) })
const page = (await get('/v1')).json.data

t.test('the dataset has a hash and a licence, and counts its records', async t => {
  t.match(page.release.hash, /^[0-9a-f]{64}$/)
  t.match(page.licence, { id: String, name: String, url: /^https:/ })
  t.ok(Object.keys(page.counts).length > 5)
  for (const [name, count] of Object.entries(page.counts))
    t.equal((await get(`/v1/${name}?limit=1`)).json.meta.total, count, name)
})

t.test('coverage and freshness follow from the records', async t => {
  const actions: Action[] = await everything(get, '/v1/actions?limit=500')
  const documents = await everything(get, '/v1/documents?limit=500')
  const reports = documents.filter(({ kind }) => kind === 'report')
  const sorted = (items: string[]) => [...new Set(items)].sort()
  const { coverage, freshness } = page
  t.strictSame(sorted(coverage.documents), sorted(reports.map(({ id }) => id)))
  t.strictSame(coverage.kinds, sorted(actions.map(({ kind }) => kind)))
  const regions = actions.flatMap(action => action.regions.map(({ code }) => code))
  t.strictSame(coverage.regions, sorted(regions))
  const [earliest] = actions.flatMap(({ date }) => date.earliest ?? []).sort()
  const latest = actions
    .flatMap(({ date }) => date.latest ?? [])
    .sort()
    .at(-1)
  t.strictSame(coverage.period, { earliest, latest })
  t.equal(freshness.newest_action, latest)
  const published = reports.flatMap(({ published }) => published.latest ?? []).sort()
  t.equal(freshness.newest_document, published.at(-1))
  t.ok(coverage.gaps.length > 0)
})

t.test('the links of the dataset work', async t => {
  for (const [name, link] of Object.entries(page.links as Record<string, string>)) {
    const { statusCode } = await get(link)
    t.ok(statusCode === 200 || statusCode === 302, `${name}: ${link} ${statusCode}`)
  }
})
