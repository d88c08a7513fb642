import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { buildDataset } from '../../src/store/build.ts'
import { ContentCheck } from '../../src/store/content-check.ts'
import type { CurrentDataset } from '../../src/store/current.ts'
import { type TestApp, testApp } from '../fixtures/app.ts'
import { edit } from '../fixtures/seed.ts'
import { releasedSeed } from '../fixtures/small-seed.ts'

/** The app over a dataset, and a seed with a change that is not released yet. */
async function appBefore(t: Test) {
  const seed = releasedSeed(t)
  const app = await testApp(t, { seed })
  const { version } = app.datasets.dataset.release
  const notice = 'actions/2021/joint-notice-2021-09.yaml'
  edit(seed, notice, '"title":"', '"title":"The new release says ')
  return { ...app, seed, version, next: `${version}-unreleased` }
}

const releaseOf = async ({ get }: Pick<TestApp, 'get'>) => (await get('/v1')).json.meta.release

/** What a log is told. */
function collect(datasets: CurrentDataset) {
  const said: [level: string, message: string, details: object][] = []
  datasets.watch({
    info: (details, message) => said.push(['info', message, details]),
    error: (details, message) => said.push(['error', message, details]),
  })
  return said
}

t.test('a new file is served as soon as it is looked for', async t => {
  const { get, datasets, file, seed, version, next } = await appBefore(t)
  const url = '/v1/actions/joint-notice-2021-09'
  const before = await get(url)
  t.ok((await get('/v1/actions?type=ban')).json.meta.total > 0, 'a set is in memory')
  buildDataset(seed, file)
  t.equal((await get(url)).body, before.body, 'not before it is looked for')
  const said = collect(datasets)
  await datasets.look()
  const after = await get(url, { 'if-none-match': String(before.headers.etag) })
  t.equal(after.statusCode, 200, 'the old tag is of no more use')
  t.match(after.json, { data: { title: /^The new release says / }, meta: { release: next } })
  t.equal(before.headers['x-dataset-release'], version)
  t.equal(after.headers['x-dataset-release'], next)
  t.equal((await get('/v1/search?q=%22new%20release%20says%22')).json.meta.total, 1)
  await datasets.look()
  t.match(said, [['info', 'a new dataset is served', { release: { version: next } }]])
  t.equal(said.length, 1, 'looked at once')
})

t.test('a new file is found without being asked for', async t => {
  const { get, datasets, file, seed, next } = await appBefore(t)
  const said = collect(datasets)
  buildDataset(seed, file)
  while (said.length === 0) await setTimeout(50)
  t.equal(await releaseOf({ get }), next)
})

t.test('an answer that has begun keeps the dataset that it began with', async t => {
  const { get, datasets, file, seed, version, next } = await appBefore(t)
  const url = '/v1/actions?q=notice&sort=relevance&limit=500'
  const before = await get(url)
  const built = `${file}.next`
  buildDataset(seed, built)
  const { search } = datasets.dataset
  const ask = search.ask.bind(search)
  // At once, so that the new one is served before the search has ended.
  t.intercept(ContentCheck.prototype, 'beside', { value: () => Promise.resolve() })
  search.ask = request => {
    search.ask = ask
    const found = ask(request)
    renameSync(built, file)
    void datasets.look()
    return found as never
  }
  const answer = await get(url)
  t.equal(answer.headers['x-dataset-release'], version)
  t.equal(answer.body, before.body)
  t.equal(await releaseOf({ get }), next, 'the next one gets the new one')
})

/** What may be put in the place of a dataset. */
const unfit: [what: string, put: (file: string) => void][] = [
  ['no database', file => writeFileSync(file, 'no database, but long enough to be one')],
  ['half of one', file => writeFileSync(file, readFileSync(file).subarray(0, 100_000))],
  ['nothing', file => rmSync(file)],
]

t.test('a file that is not fit is logged, and the old dataset goes on serving', async t => {
  for (const [what, put] of unfit) {
    const { get, datasets, file, seed, version, next } = await appBefore(t)
    const said = collect(datasets)
    const url = '/v1/actions?limit=500'
    const before = await get(url)
    // In its own place, as a build does it: what is open stays whole.
    writeFileSync(`${file}.unfit`, readFileSync(file))
    renameSync(`${file}.unfit`, file)
    put(file)
    await datasets.look()
    await datasets.look()
    const message = 'the new dataset is not fit; the old one goes on serving'
    t.match(said, [['error', message, { err: Error }]], what)
    t.equal(said.length, 1, `${what} is logged once`)
    t.equal((await get(url)).body, before.body, what)
    t.equal(await releaseOf({ get }), version, what)
    buildDataset(seed, file)
    await datasets.look()
    t.equal(await releaseOf({ get }), next, `${what}, then one that is fit`)
  }
})

t.test('a look while a file is being checked does not begin another', async t => {
  const { get, datasets, file, seed, version, next } = await appBefore(t)
  const said = collect(datasets)
  buildDataset(seed, file)
  const looks = [datasets.look(), datasets.look()]
  t.equal(looks[0], looks[1])
  t.equal(await releaseOf({ get }), version, 'the old one answers meanwhile')
  await Promise.all(looks)
  t.equal(await releaseOf({ get }), next)
  t.equal(said.length, 1)
})

t.test('a file that is replaced while it is being checked gives way to the next', async t => {
  const { get, datasets, file, seed, version, next } = await appBefore(t)
  const said = collect(datasets)
  const whole = `${file}.whole`
  buildDataset(seed, whole)
  edit(seed, 'dataset.yaml', 'title: ', 'title: Other ')
  buildDataset(seed, file)
  const looked = datasets.look()
  renameSync(whole, file)
  await looked
  t.equal(await releaseOf({ get }), version)
  t.strictSame(said, [], 'nothing is told of it')
  await datasets.look()
  t.equal(await releaseOf({ get }), next)
})

t.test('closing ends a check', async t => {
  const { datasets, file, seed, version } = await appBefore(t)
  const said = collect(datasets)
  buildDataset(seed, file)
  const looked = datasets.look()
  await datasets.close()
  await looked
  t.equal(datasets.dataset.release.version, version)
  t.strictSame(said, [])
})
