import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { buildDataset } from '../../src/build/build.ts'
import { testApp } from '../fixtures/app.ts'
import { edit } from '../fixtures/seed.ts'
import { releasedSeed, retitle } from '../fixtures/small-seed.ts'

/** The app over a dataset with a log, and a seed with a change that is not released yet. */
async function appBefore(t: Test) {
  const seed = releasedSeed(t)
  const app = await testApp(t, { seed })
  const { version } = app.datasets.dataset.meta.release
  retitle(seed, 'The new release says ')
  const logged: [level: string, message: string, details: object][] = []
  let tick = () => {}
  const setInterval = (look: () => void) => {
    tick = look
    return { unref() {} }
  }
  // Each look is made by the test itself.
  const { restore } = t.intercept(globalThis, 'setInterval', { value: setInterval })
  app.datasets.watch({
    info: (details, message) => logged.push(['info', message, details]),
    error: (details, message) => logged.push(['error', message, details]),
  })
  restore()
  const release = async () => (await app.get('/v1')).json.meta.release
  return { ...app, seed, logged, tick, release, version, next: `${version}-unreleased` }
}

t.test('the timer finds a new file, and the next answer is from it', async t => {
  const { get, datasets, file, seed, logged, tick, version, next } = await appBefore(t)
  const url = '/v1/actions/joint-notice-2021-09'
  const before = await get(url)
  t.ok((await get('/v1/actions?type=ban')).json.meta.total > 0, 'a set is in memory')
  buildDataset(seed, file)
  tick()
  while (logged.length === 0) await setTimeout(50)
  const after = await get(url, { 'if-none-match': String(before.headers.etag) })
  t.equal(after.statusCode, 200, 'the old tag is no longer valid')
  t.match(after.json, { data: { title: /^The new release says / }, meta: { release: next } })
  t.equal(before.headers['x-dataset-release'], version)
  t.equal(after.headers['x-dataset-release'], next)
  t.equal((await get('/v1/search?q=%22new%20release%20says%22')).json.meta.total, 1)
  await datasets.look()
  t.match(logged, [['info', 'a new dataset is served', { release: { version: next } }]])
  t.equal(logged.length, 1, 'the next look finds nothing')
})

t.test('an answer comes from one dataset, even if another one replaces it meanwhile', async t => {
  const { get, datasets, file, seed, release, version, next } = await appBefore(t)
  const url = '/v1/actions?q=notice&sort=relevance'
  const before = await get(`${url}&limit=500`)
  const built = `${file}.next`
  buildDataset(seed, built)
  const { search } = datasets.dataset
  const rows = search.rows.bind(search)
  search.rows = async request => {
    const found = await rows(request)
    renameSync(built, file)
    await datasets.look()
    return found
  }
  // Another request than before, so that its answer is not in the cache.
  const answer = await get(`${url}&limit=499`)
  t.equal(answer.headers['x-dataset-release'], version)
  t.strictSame(answer.json.data, before.json.data)
  t.equal(await release(), next, 'the next answer')
})

t.test('an unfit file is logged, and the old dataset is still served', async t => {
  const unfit: [what: string, change: (file: string) => void][] = [
    ['no database', file => writeFileSync(file, 'no database, but long enough to be one')],
    ['half a database', file => writeFileSync(file, readFileSync(file).subarray(0, 100_000))],
    ['no file', file => rmSync(file)],
  ]
  for (const [what, change] of unfit) {
    const { get, datasets, file, seed, logged, release, next } = await appBefore(t)
    const url = '/v1/actions?limit=500'
    const before = await get(url)
    // A copy, as a build makes it: the open file stays intact.
    copyFileSync(file, `${file}.unfit`)
    renameSync(`${file}.unfit`, file)
    change(file)
    await datasets.look()
    await datasets.look()
    const message = 'the new dataset cannot be served; the old one stays'
    t.match(logged, [['error', message, { err: Error }]], what)
    t.equal(logged.length, 1, `${what} is logged once`)
    t.equal((await get(url)).body, before.body, what)
    buildDataset(seed, file)
    await datasets.look()
    t.equal(await release(), next, `${what}, then a fit one`)
  }
})

t.test('looks at the same time are one', async t => {
  const { datasets, file, seed, logged, release, version, next } = await appBefore(t)
  buildDataset(seed, file)
  const looks = [datasets.look(), datasets.look()]
  t.equal(looks[0], looks[1])
  t.equal(await release(), version, 'the old one answers meanwhile')
  await Promise.all(looks)
  t.equal(await release(), next)
  t.equal(logged.length, 1)
})

t.test('a file that is replaced during its check is never served', async t => {
  const { datasets, file, seed, logged, release, version, next } = await appBefore(t)
  const last = `${file}.last`
  buildDataset(seed, last)
  edit(seed, 'dataset.yaml', 'title: ', 'title: Other ')
  buildDataset(seed, file)
  const looked = datasets.look()
  renameSync(last, file)
  await looked
  t.equal(await release(), version)
  t.strictSame(logged, [])
  await datasets.look()
  t.equal(await release(), next)
})

t.test('closing ends a check', async t => {
  const { datasets, file, seed, logged, version } = await appBefore(t)
  buildDataset(seed, file)
  const looked = datasets.look()
  await datasets.close()
  await looked
  t.equal(datasets.dataset.meta.release.version, version)
  t.strictSame(logged, [])
})
