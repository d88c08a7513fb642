import fs, {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { setImmediate, setTimeout } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { buildDataset, publishDataset } from '../../src/build/build.ts'
import { stateFolder } from '../../src/build/exports/folder.ts'
import { Dataset } from '../../src/dataset/dataset.ts'
import { metaOf } from '../../src/dataset/meta.ts'
import { assertProblem, temporaryFolder, testApp } from '../fixtures/app.ts'
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
    warn: (details, message) => logged.push(['warn', message, details]),
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
    rmSync(file, { force: true })
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

/** Ways to write to the file that is served. */
const inPlace: [what: string, write: (file: string, next: string) => void][] = [
  ['another dataset', (file, next) => writeFileSync(file, readFileSync(next), { flag: 'r+' })],
  ['half of another', (file, next) => writeFileSync(file, readFileSync(next).subarray(0, 500_000))],
  ['nothing', file => truncateSync(file, 0)],
  [
    'another word',
    file => writeFileSync(file, replaced(readFileSync(file), 'A notice', 'A NOTICE')),
  ],
]

function replaced(bytes: Buffer, text: string, other: string): Buffer {
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text)) bytes.write(other, at)
  return bytes
}

/** Requests of every kind, each of which reads the file in its own way. */
const urls = [
  '/v1/actions/joint-notice-2021-09',
  '/v1/actions/nothing-of-this-name',
  '/v1/actions?limit=7',
  '/v1/actions?actor=nobody',
  '/v1/search?q=notice&limit=7',
  '/v1/counts?group_by=kind&type=ban',
  '/v1/reconcile?queries=%7B%22a%22%3A%7B%22query%22%3A%22Huobi%22%7D%7D',
]

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const payload = 'queries=%7B%22a%22%3A%7B%22query%22%3A%22Huobi%22%7D%7D'
const posted = { method: 'POST', url: '/v1/reconcile', headers: form, payload } as const

/** Every way to write with one request, and every request with one way. */
const writes = [
  ...inPlace.map(way => [way, urls[0]!] as const),
  ...urls.map(url => [inPlace.at(-1)!, url] as const),
]

t.test('once somebody has written to the file, nothing that it says is sent', async t => {
  const { file: pristine, seed, next } = await appBefore(t)
  const another = `${pristine}.another`
  buildDataset(seed, another)
  for (const [[what, write], url] of writes) {
    const built = join(temporaryFolder(t), 'events.sqlite')
    copyFileSync(pristine, built)
    const { get, ask, datasets } = await testApp(t, { built })
    const logged: string[] = []
    const log = (_: object, message: string) => void logged.push(message)
    datasets.watch({ info: log, warn: log, error: log })
    // Before a look, and before any answer.
    write(built, another)
    for (const asked of [url, '/v1', '/health/ready'])
      assertProblem(t, await get(asked), 503, 'overloaded')
    t.equal((await ask(posted)).statusCode, 503)
    t.equal((await get('/health/live')).statusCode, 200)
    await datasets.look()
    const release = async () => (await get('/v1')).json.meta?.release
    if (what === 'another dataset') {
      t.equal(await release(), next)
      continue
    }
    t.match(logged, [/^the dataset file was written to and is damaged/], what)
    assertProblem(t, await get(url), 503, 'overloaded')
    copyFileSync(another, `${built}.fit`)
    renameSync(`${built}.fit`, built)
    await datasets.look()
    t.equal(await release(), next, `${what}, then a fit one`)
  }
})

t.test('a form that is answered while somebody writes to the file gets no answer', async t => {
  const { ask, file } = await testApp(t)
  writeFileSync(file, readFileSync(file))
  assertProblem(t, await ask(posted), 503, 'overloaded')
})

t.test('an answer made while somebody writes to the file is not sent', async t => {
  const { get, datasets, file } = await appBefore(t)
  const bytes = readFileSync(file)
  const { search } = datasets.dataset
  const page = search.page.bind(search)
  search.page = async request => {
    const found = await page(request)
    writeFileSync(file, bytes)
    return found
  }
  const url = '/v1/search?q=notice'
  assertProblem(t, await get(url), 503, 'overloaded')
  await datasets.look()
  t.equal((await get(url)).statusCode, 200, 'the same bytes again are right')
})

t.test('a stream that is made while somebody writes to the file breaks off', async t => {
  const { app, file } = await testApp(t)
  const { jsons } = Dataset.prototype
  let reads = 0
  const value = function (this: Dataset, ...given: Parameters<typeof jsons>) {
    if (++reads === 3) writeFileSync(file, readFileSync(file))
    return jsons.apply(this, given)
  }
  t.intercept(Dataset.prototype, 'jsons', { value })
  const address = await app.listen({ port: 0 })
  const answer = await fetch(`${address}/v1/claims?format=ndjson`, {
    headers: { 'accept-encoding': 'identity' },
  })
  t.equal(answer.status, 200)
  await t.rejects(answer.text())
})

t.test('a file that is written to during its check is not served', async t => {
  const { datasets, file, seed, release, version, next } = await appBefore(t)
  buildDataset(seed, file)
  const looked = datasets.look()
  writeFileSync(file, readFileSync(file))
  await looked
  t.equal(await release(), version)
  await datasets.look()
  t.equal(await release(), next)
})

t.test('a look that fails is logged, and the next one works', async t => {
  const { datasets, file, seed, logged, release, next } = await appBefore(t)
  buildDataset(seed, file)
  const noDescriptor = Object.assign(new Error('no file descriptor'), { code: 'EMFILE' })
  for (const error of [noDescriptor, new Error('a fault')]) {
    const { restore } = t.intercept(fs, 'statSync', {
      value: () => {
        throw error
      },
    })
    syncBuiltinESMExports()
    await datasets.look()
    restore()
    syncBuiltinESMExports()
  }
  const message = 'no look at the files was possible'
  t.match(logged, [
    ['warn', message],
    ['error', message],
  ])
  await datasets.look()
  t.equal(await release(), next)
})

t.test('a new dataset is announced together with its files', async t => {
  const { get, datasets, file, seed, release, version, next } = await appBefore(t)
  await publishDataset(seed, file)
  t.equal(await release(), version)
  const latest = () => get('/v1/exports/latest/actions.csv')
  assertProblem(t, await latest(), 404, 'unknown-record')
  await datasets.look()
  const { headers } = await latest()
  t.equal((await get(String(headers.location))).headers['x-dataset-release'], next)
  const before = await get(String(headers.location))
  edit(seed, 'dataset.yaml', 'title: ', 'title: Other ')
  await publishDataset(seed, file)
  // The server has not looked yet.
  const during = await get(String(headers.location))
  t.strictSame([during.statusCode, during.body], [200, before.body])
  await datasets.look()
  t.not((await get('/v1/exports/latest/datapackage.json')).statusCode, 404)
})

t.test('a dataset is in its place only when its files are complete', async t => {
  const seed = releasedSeed(t)
  const file = join(temporaryFolder(t), 'events.sqlite')
  await publishDataset(seed, file)
  const before = metaOf(file).release.version
  retitle(seed, 'The new release says ')
  let isDone = false
  const published = publishDataset(seed, file).finally(() => {
    isDone = true
  })
  let turns = 0
  for (; !isDone; turns++) {
    const folder = stateFolder(file, metaOf(file))
    if (!existsSync(join(folder, 'manifest.json'))) t.fail(`${folder} is missing`)
    await setImmediate()
  }
  await published
  t.ok(turns > 1)
  t.not(metaOf(file).release.version, before)
})

t.test('what fails for lack of file descriptors is tried again, and logged once', async t => {
  const { datasets, file, seed, logged, release, version, next } = await appBefore(t)
  buildDataset(seed, file)
  const failing = () => {
    throw Object.assign(new Error('too many open files'), { code: 'EMFILE' })
  }
  const { restore } = t.intercept(fs, 'createReadStream', { value: failing })
  syncBuiltinESMExports()
  await datasets.look()
  await datasets.look()
  restore()
  syncBuiltinESMExports()
  t.match(logged, [['error', 'the new dataset cannot be served; the old one stays']])
  t.equal(logged.length, 1)
  t.equal(await release(), version)
  await datasets.look()
  t.equal(await release(), next)
})

t.test('unfit files leave no file open', async t => {
  const { datasets, file, logged } = await appBefore(t)
  const open = () =>
    readdirSync('/proc/self/fd').filter(fd => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`).startsWith(file)
      } catch {
        return false
      }
    })
  const before = open().length
  for (let unfit = 1; unfit <= 5; unfit++) {
    writeFileSync(`${file}.unfit`, replaced(readFileSync(file), 'A notice', `A NOTIC${unfit}`))
    renameSync(`${file}.unfit`, file)
    await datasets.look()
    t.equal(logged.length, unfit)
  }
  t.equal(open().length, before)
})

t.test('a file whose time was set back after somebody wrote to it is found out', async t => {
  const { get, datasets, file, logged, release, version } = await appBefore(t)
  // A whole second: the fractions that a file system keeps cannot be set again exactly.
  const time = new Date('2026-11-22T08:00:00Z')
  utimesSync(file, time, time)
  await datasets.look()
  t.equal(await release(), version)
  logged.length = 0
  const { size, mtimeMs } = statSync(file)
  writeFileSync(file, replaced(readFileSync(file), 'A notice', 'A NOTICE'))
  utimesSync(file, time, time)
  t.match(statSync(file), { size, mtimeMs }, 'it looks as before')
  await datasets.look()
  t.match(logged, [['error', /^the dataset file was written to and is damaged/]])
  assertProblem(t, await get('/v1'), 503, 'overloaded')
})
