import { closeSync, copyFileSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { publishDataset } from '../../src/build/build.ts'
import { temporaryFolder, testApp } from '../fixtures/app.ts'
import { edit } from '../fixtures/seed.ts'
import { startServing, until } from '../fixtures/serving.ts'
import { noticeFile, releasedSeed } from '../fixtures/small-seed.ts'

const CLIENTS = 6
const CHANGES = 12
/** Serves a file as it is. */
const program = 'bench/servers/ours.ts'

const urls = [
  '/v1/actions/joint-notice-2021-09',
  '/v1/actions?format=csv',
  '/v1/search?q=notice',
  // The server then forgets what it has read of the file.
  '/health/ready',
  '/v1/actions?limit=',
]
/** The requests with this number; those with a limit are many, so that few answers are in memory. */
const urlAt = (turn: number) => {
  const url = urls[turn % urls.length]!
  return url.endsWith('=') ? url + (1 + (turn % 499)) : url
}
const everyUrl = [...new Set(Array.from({ length: 499 * urls.length }, (_, turn) => urlAt(turn)))]

/** Two dataset files that differ in every answer, and all that they answer. */
async function twoDatasets(t: Test) {
  const seed = releasedSeed(t)
  const files: string[] = []
  const bodies = new Map<string, string[]>(everyUrl.map(url => [url, []]))
  for (const title of ['Once', 'Again']) {
    const file = join(temporaryFolder(t), 'events.sqlite')
    edit(seed, noticeFile, '"title":"', `"title":"${title} `)
    await publishDataset(seed, file)
    const { app } = await testApp(t, { built: file })
    for (const url of everyUrl) bodies.get(url)!.push((await app.inject(url)).body)
    files.push(file)
  }
  return { files, bodies }
}

type Asked = { url: string; tag: string | null; status: number; body: string | undefined }

/** Asks one thing after another until it is stopped; the body of an answer that breaks off is undefined. */
function hammer(origin: string, urlAt: (turn: number) => string) {
  const asked: Asked[] = []
  let isStopped = false
  const client = async (_: unknown, first: number) => {
    for (let turn = first; !isStopped; turn++) {
      const url = urlAt(turn)
      const answer = await fetch(origin + url)
      const body = await answer.text().catch(() => undefined)
      asked.push({ url, tag: answer.headers.get('etag'), status: answer.status, body })
    }
  }
  const clients = Promise.all(Array.from({ length: CLIENTS }, client))
  const stop = async () => {
    isStopped = true
    await clients
    return asked
  }
  return { asked, stop }
}

/** Overwrites a file in place, as `cp` and `scp` do, but slowly. */
async function overwrite(file: string, bytes: Buffer) {
  const handle = openSync(file, 'w')
  for (let at = 0; at < bytes.length; at += 65_536) {
    writeSync(handle, bytes, at, Math.min(65_536, bytes.length - at))
    await setImmediate()
  }
  closeSync(handle)
}

t.test('while the served file is overwritten again and again, no answer is wrong', async t => {
  const { files, bodies } = await twoDatasets(t)
  const DATABASE = join(temporaryFolder(t), 'events.sqlite')
  copyFileSync(files[0]!, DATABASE)
  const { url, isRunning } = await startServing(t, {
    program,
    env: { DATABASE, LOG_LEVEL: 'fatal' },
  })
  const { asked, stop } = hammer(url, urlAt)
  const serves = async (which: number) => {
    const answer = await fetch(url + urls[0])
    return (await answer.text()) === bodies.get(urls[0]!)![which]
  }
  for (let change = 1; change <= CHANGES; change++) {
    const before = asked.length
    await until(() => asked.length > before + 50)
    await overwrite(DATABASE, readFileSync(files[change % 2]!))
    await until(() => serves(change % 2))
  }
  await stop()
  const byTag = new Map<string, string>()
  for (const { url, tag, status, body } of asked) {
    if (status !== 503) t.equal(status, 200, url)
    if (status !== 200 || body === undefined || url === '/health/ready') continue
    const right = bodies.get(url)!
    const key = `${url} ${tag}`
    if (!right.includes(body) || (byTag.get(key) ?? body) !== body) t.fail(`${key}: ${body}`)
    byTag.set(key, body)
  }
  t.ok(byTag.size > CHANGES && isRunning())
  t.comment(
    `${asked.length} answers, ${asked.filter(({ status }) => status === 503).length} of them 503`,
  )
})

t.test(
  'while datasets are published, latest is always there and of the release that is served',
  async t => {
    const seed = releasedSeed(t)
    const DATABASE = join(temporaryFolder(t), 'events.sqlite')
    await publishDataset(seed, DATABASE)
    const { url } = await startServing(t, { program, env: { DATABASE, LOG_LEVEL: 'fatal' } })
    const { asked, stop } = hammer(url, () => '/v1/exports/latest/actions.ndjson')
    for (let change = 1; change <= CHANGES; change++) {
      edit(seed, noticeFile, '"title":"', `"title":"${change} `)
      await publishDataset(seed, DATABASE)
      const title = `"title":"${change} `
      await until(async () => (await (await fetch(`${url}/v1/actions`)).text()).includes(title))
      const latest = await fetch(`${url}/v1/exports/latest/actions.ndjson`)
      t.match(await latest.text(), title, 'announced together')
    }
    await stop()
    t.strictSame(new Set(asked.map(({ status }) => status)), new Set([200]))
    t.ok(asked.length > CHANGES)
  },
)
