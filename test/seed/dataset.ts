import t from 'tap'
import { everything, testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'

const { get } = await testApp(t, { seed: inventedSeed(t) })
const { json, headers } = await get('/v1')
const page = json.data

t.test('the dataset says its release, licence and how to cite it', async t => {
  t.match(page.release, { version: /^\d{4}\.\d{2}\.\d+-unreleased$/, date: null })
  t.match(page.release.hash, /^[0-9a-f]{64}$/)
  t.equal(json.meta.release, page.release.version)
  t.equal(headers['x-dataset-release'], page.release.version)
  t.match(page.licence, { id: String, name: String, url: /^https:/ })
  for (const part of [page.title, page.publisher, page.release.version, page.release.hash])
    t.ok(page.citation.text.includes(part), part)
})

t.test('it counts the records of each collection', async t => {
  for (const [name, count] of Object.entries(page.counts)) {
    const list = await get(`/v1/${name}?limit=1`)
    t.equal(list.json.meta.total, count, name)
  }
  t.ok(Object.keys(page.counts).length > 5)
})

t.test('its coverage and freshness are those of its records', async t => {
  const actions = await everything(get, '/v1/actions?limit=500')
  const documents = await everything(get, '/v1/documents?limit=500')
  const reports = documents.filter(({ kind }) => kind === 'report')
  const sorted = (items: string[]) => [...new Set(items)].sort()
  const { coverage, freshness } = page
  t.strictSame(sorted(coverage.documents), sorted(reports.map(({ id }) => id)))
  t.strictSame(coverage.kinds, sorted(actions.map(({ kind }) => kind)))
  const regions = actions.flatMap(action => action.regions.map(({ code }: Region) => code))
  t.strictSame(coverage.regions, sorted(regions))
  const first = actions.flatMap(({ date }) => date.earliest ?? []).sort()
  const last = actions.flatMap(({ date }) => date.latest ?? []).sort()
  t.strictSame(coverage.period, { earliest: first[0], latest: last.at(-1) })
  t.equal(freshness.newest_action, last.at(-1))
  const published = reports.flatMap(({ published }) => published.latest ?? []).sort()
  t.equal(freshness.newest_document, published.at(-1))
  t.ok(coverage.gaps.length > 0)
})

type Region = { code: string }

t.test('each of its links leads somewhere', async t => {
  for (const [name, link] of Object.entries(page.links as Record<string, string>)) {
    const { statusCode } = await get(link)
    t.ok(statusCode === 200 || statusCode === 302, `${name}: ${link} ${statusCode}`)
  }
})
