import { subscribe } from 'node:diagnostics_channel'
import { Agent, get, type IncomingMessage } from 'node:http'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import t, { type Test } from 'tap'
import { readConfig } from '../../src/config.ts'
import { start } from '../../src/server.ts'
import { buildDataset } from '../../src/store/build.ts'
import { CurrentDataset } from '../../src/store/current.ts'
import { buildFor, temporaryFolder } from '../fixtures/app.ts'
import { importCommand, runCommand, startCommand } from '../fixtures/command.ts'
import { damage } from '../fixtures/damage.ts'
import { documentsFolder, withDocuments } from '../fixtures/documents.ts'
import { edit } from '../fixtures/seed.ts'
import { releasedSeed } from '../fixtures/small-seed.ts'
import { tellSeed } from '../fixtures/told.ts'

const SERVE = 'src/bin/serve.ts'

/** Settings for a server over a dataset of its own on a free port. */
function settingsFor(t: Test, more: Record<string, string> = {}) {
  return { DATABASE: more.DATABASE ?? buildFor(t), PORT: '0', LOG_LEVEL: 'silent', ...more }
}

async function running(t: Test, more?: Record<string, string>) {
  const server = await start(readConfig(settingsFor(t, more)))
  t.teardown(() => server.close())
  return server
}

// biome-ignore lint/suspicious/noExplicitAny: answers of several shapes
const ask = async (url: string): Promise<any> => (await fetch(url)).json()

t.test('a server answers, says that it is ready, and may be closed twice', async t => {
  const { url, close } = await running(t)
  t.match(await ask(`${url}/health/live`), { status: 'ok' })
  t.match(await ask(`${url}/health/ready`), { status: 'ok', release: { version: /^\d{4}\./ } })
  t.match(await ask(`${url}/v1/actions?limit=1`), { data: [{ id: /./ }] })
  await Promise.all([close(), close()])
  await close()
  await t.rejects(fetch(`${url}/health/live`))
})

t.test('closing lets what is in flight finish', async t => {
  const { url, close } = await running(t)
  const { port } = new URL(url)
  const agent = new Agent({ keepAlive: true })
  const got = (path: string) =>
    new Promise<IncomingMessage>((resolve, reject) =>
      get({ port, path, agent }, resolve).on('error', reject),
    )
  t.equal((await got('/health/live')).resume().headers.connection, 'keep-alive')
  const received = new Promise(resolve => subscribe('http.server.request.start', resolve))
  const answered = got('/v1/search?q=mining')
  await received
  const closed = close()
  const answer = await answered
  t.equal(answer.statusCode, 200)
  t.equal(answer.headers.connection, 'close')
  t.match(await json(answer), { meta: { total: Number } })
  await closed
  await t.rejects(got('/health/live'), { code: 'ECONNREFUSED' })
})

t.test('metrics have a port of their own', async t => {
  const port = await freePort()
  const { url } = await running(t, { METRICS_PORT: String(port) })
  await fetch(`${url}/v1/actions?limit=1`)
  await fetch(`${url}/nothing`)
  const read = async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  // An answer is counted after it is sent.
  let text = await read()
  while (!text.includes('route="none",status="404"')) text = await read()
  t.match(
    text,
    /http_request_duration_seconds_count\{method="GET",route="\/v1\/actions",status="200"\} 1/,
  )
  t.match(text, /route="none",status="404"/)
  t.equal((await fetch(`${url}/metrics`)).status, 404)
})

t.test('a port that is taken is an error, and leaves nothing running', async t => {
  const { url } = await running(t)
  const METRICS_PORT = String(await freePort())
  const config = readConfig(settingsFor(t, { PORT: new URL(url).port, METRICS_PORT }))
  await t.rejects(start(config), { code: 'EADDRINUSE' })
  await t.rejects(fetch(`http://127.0.0.1:${METRICS_PORT}/metrics`))
})

t.test('a large file that is damaged answers until that is known', async t => {
  const DATABASE = buildFor(t)
  damage(DATABASE, 50_000)
  const { child, said, ended } = startCommand(t, 'test/fixtures/serve-large.ts', [DATABASE])
  const url = (await said('http')).trim()
  t.match(await ask(`${url}/health/live`), { status: 'ok' })
  const { code, output } = await ended
  t.equal(code, 1)
  t.match(output, /"level":60.*is damaged.*the dataset is damaged; the server stops/)
  t.equal(child.signalCode, null)
})

t.test(
  'a large file that is whole goes on answering, and may be closed before that is known',
  async t => {
    const { url, close } = await start(readConfig(settingsFor(t)), 0)
    t.match(await ask(`${url}/health/ready`), { status: 'ok' })
    await close()
    t.equal(process.exitCode, undefined)
    const datasets = new CurrentDataset(buildFor(t), { checkedAtOnce: 0 })
    await t.resolves(datasets.check())
    await datasets.close()
  },
)

t.test(
  'damage to a large file that was replaced before its check does not stop the new one',
  async t => {
    const file = buildFor(t)
    const datasets = new CurrentDataset(file, { checkedAtOnce: 0 })
    t.teardown(() => datasets.close())
    const checked = datasets.check()
    const seed = releasedSeed(t)
    edit(seed, 'dataset.yaml', 'title: ', 'title: New ')
    buildDataset(seed, file)
    await datasets.look()
    t.match(datasets.dataset.release.version, /-unreleased$/)
    await t.resolves(checked)
  },
)

t.test('SIGHUP makes it look for a new dataset at once', async t => {
  // It would look by itself within a second.
  t.intercept(globalThis, 'setInterval', { value: () => ({ unref() {} }) })
  const settings = settingsFor(t)
  const { url, close } = await start(readConfig(settings))
  t.teardown(close)
  const seed = releasedSeed(t)
  edit(seed, 'dataset.yaml', 'title: ', 'title: New ')
  buildDataset(seed, settings.DATABASE)
  const version = async () => (await ask(`${url}/health/ready`)).release.version
  t.match(await version(), /^\d{4}\.\d{2}\.\d+$/)
  process.emit('SIGHUP')
  let found = await version()
  while (!found.endsWith('-unreleased')) found = await version()
  await close()
  t.equal(process.listeners('SIGHUP').filter(it => it.name === 'look').length, 0)
})

t.test('with a folder of documents, evidence has their words', async t => {
  const { seed, documents } = tellSeed(t)
  const { url } = await running(t, { DATABASE: buildFor(t, seed), DOCUMENTS_DIR: documents })
  const { data } = await ask(`${url}/v1/claims?record=actions/told&field=date`)
  t.match(data, [{ document: 'told-report', quote: '24 September' }])
})

t.test('with the documents, evidence has the words', withDocuments, async t => {
  const { url } = await running(t, { DOCUMENTS_DIR: documentsFolder() })
  const query = 'document=exit-from-china-2021-10&basis=stated&limit=1'
  const [claim = { quote: '', start: 0, end: 1 }] = (await ask(`${url}/v1/claims?${query}`)).data
  t.equal([...claim.quote].length, claim.end - claim.start)
})

const served = join(temporaryFolder(t), 'events.sqlite')

t.test('the command says where to look and stops on SIGTERM', async t => {
  const { child, said, ended } = startCommand(t, SERVE, [], {
    DATABASE: served,
    PORT: '0',
    LOG_LEVEL: 'error',
  })
  const output = await said('/v1')
  t.match(
    output,
    /^Built .*events\.sqlite: \d+ actions, \d+ claims\.\nWrote \d+ files of the release \S+\.\nWrote the records of \S.*\.\nCrypto Regulation Events at http/,
  )
  const [, url = ''] = /(http:\S+)\/docs/.exec(output) ?? []
  t.match(await ask(`${url}/health/live`), { status: 'ok' })
  child.kill('SIGTERM')
  child.kill('SIGTERM')
  t.match(await ended, { code: 0, errors: '' })
})

t.test('the command reports settings that are wrong', async t => {
  const ended = await importCommand(t, SERVE, [], { PORT: 'http' })
  t.match(ended, { code: 1, errors: /^BadSettings: PORT='http'/ })
})

t.test('the command ends where it cannot listen', async t => {
  const { url } = await running(t)
  const METRICS_PORT = String(await freePort())
  const env = { DATABASE: served, PORT: new URL(url).port, METRICS_PORT, LOG_LEVEL: 'silent' }
  t.match(await runCommand(t, SERVE, [], env), { code: 1, errors: /EADDRINUSE/ })
})

/** A port that nobody listens on. */
const freePort = (): Promise<number> =>
  new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
