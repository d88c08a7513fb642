import { subscribe } from 'node:diagnostics_channel'
import { Agent, get, type IncomingMessage } from 'node:http'
import { json } from 'node:stream/consumers'
import t, { type Test } from 'tap'
import { run } from '../../src/bin/run.ts'
import { stopper } from '../../src/bin/stop.ts'
import { buildDataset } from '../../src/build/build.ts'
import { readConfig } from '../../src/config.ts'
import { start } from '../../src/server.ts'
import { type Answer, buildFor } from '../fixtures/app.ts'
import { importCommand } from '../fixtures/command.ts'
import { freePort } from '../fixtures/free-port.ts'
import { seedWithReport, sentences } from '../fixtures/report.ts'
import { releasedSeed, smallSeed } from '../fixtures/small-seed.ts'

/** Settings of a server on a free port, over a dataset of its own. */
const settingsFor = (t: Test, settings: Record<string, string> = {}) => ({
  DATABASE: settings.DATABASE ?? buildFor(t),
  PORT: '0',
  LOG_LEVEL: 'silent',
  ...settings,
})

async function startServer(t: Test, settings?: Record<string, string>) {
  const server = await start(readConfig(settingsFor(t, settings)))
  t.teardown(() => server.close())
  return server
}

const ask = async (url: string): Promise<Answer['json']> => (await fetch(url)).json()

t.test('a server answers, reports that it is ready, and may be closed twice', async t => {
  const { url, close } = await startServer(t)
  t.match(await ask(`${url}/health/live`), { status: 'ok' })
  t.match(await ask(`${url}/health/ready`), { status: 'ok', release: { version: /^\d{4}\./ } })
  t.match(await ask(`${url}/v1/actions?limit=1`), { data: [{ id: /./ }] })
  await Promise.all([close(), close()])
  await close()
  await t.rejects(fetch(`${url}/health/live`))
})

t.test('requests in flight are answered before the server closes', async t => {
  const { url, close } = await startServer(t)
  const { port } = new URL(url)
  const agent = new Agent({ keepAlive: true })
  const request = (path: string) =>
    new Promise<IncomingMessage>((resolve, reject) =>
      get({ port, path, agent }, resolve).on('error', reject),
    )
  t.equal((await request('/health/live')).resume().headers.connection, 'keep-alive')
  const received = new Promise(resolve => subscribe('http.server.request.start', resolve))
  const answered = request('/v1/search?q=mining')
  await received
  const closed = close()
  const answer = await answered
  t.equal(answer.statusCode, 200)
  t.equal(answer.headers.connection, 'close')
  t.match(await json(answer), { meta: { total: Number } })
  await closed
  await t.rejects(request('/health/live'), { code: 'ECONNREFUSED' })
})

t.test('metrics have a port of their own', async t => {
  const METRICS_PORT = await freePort()
  const { url } = await startServer(t, { METRICS_PORT })
  await fetch(`${url}/v1/actions?limit=1`)
  await fetch(`${url}/nothing`)
  const read = async () => (await fetch(`http://127.0.0.1:${METRICS_PORT}/metrics`)).text()
  // An answer is counted after it is sent.
  let text = await read()
  while (!text.includes('route="none",status="404"')) text = await read()
  const labels = 'method="GET",route="/v1/actions",status="200"'
  t.match(text, `http_request_duration_seconds_count{${labels}} 1`)
  t.equal((await fetch(`${url}/metrics`)).status, 404)
})

t.test('SIGHUP makes the server look for a new dataset at once', async t => {
  // The timer would find it within a second.
  t.intercept(globalThis, 'setInterval', { value: () => ({ unref() {} }) })
  const settings = settingsFor(t, { DATABASE: buildFor(t, releasedSeed(t)) })
  const { url, close } = await startServer(t, settings)
  buildDataset(smallSeed(t), settings.DATABASE)
  const version = async () => (await ask(`${url}/health/ready`)).release.version
  t.equal(await version(), '2026.11.0')
  process.emit('SIGHUP')
  while ((await version()) !== 'unreleased');
  await close()
  t.equal(process.listeners('SIGHUP').filter(it => it.name === 'look').length, 0)
})

t.test('with a folder of documents, evidence has their words', async t => {
  const { seed, documents } = seedWithReport(t)
  const settings = { DATABASE: buildFor(t, seed), DOCUMENTS_DIR: documents }
  const { url } = await startServer(t, settings)
  const { data } = await ask(`${url}/v1/claims?record=actions/reported&field=date`)
  t.match(data, [{ document: 'test-report', passage: { quote: sentences.p01 } }])
})

t.test('the first signal closes the server, a later one ends the process at once', async t => {
  const done: string[] = []
  const closing = Promise.withResolvers<void>()
  let time = 1_000
  const close = () => {
    done.push('close')
    return closing.promise
  }
  const stop = stopper(
    close,
    code => done.push(`exit ${code}`),
    () => time,
  )
  stop()
  time += 400
  stop()
  t.strictSame(done, ['close'], 'from the terminal and from npm')
  time += 100
  stop()
  t.strictSame(done, ['close', 'exit 1'])
  closing.resolve()
  await closing.promise.finally()
  t.strictSame(done, ['close', 'exit 1', 'exit 0'])
  const exits: number[] = []
  stopper(
    () => Promise.reject(new Error('a')),
    code => exits.push(code),
  )()
  while (exits.length === 0) await closing.promise
  t.strictSame(exits, [1], 'a failure')
})

t.test(
  'a command reports a failure in one line, and a fault of the program with its stack',
  async t => {
    const { exitCode } = process
    const errors: string[] = []
    t.intercept(console, 'error', { value: (text: string) => errors.push(text) })
    for (const error of [
      Object.assign(new Error('no space left'), { code: 'ENOSPC' }),
      new TypeError('a'),
    ])
      await run(() => Promise.reject(error))
    t.match(errors, [/^Error: no space left$/, /^TypeError: a\n +at .*server\.ts/s])
    t.equal(process.exitCode, 1)
    await run(() => 3)
    t.equal(process.exitCode, 3)
    process.exitCode = exitCode
  },
)

t.test('a port that is in use is an error, and nothing keeps running', async t => {
  const { port: PORT } = new URL((await startServer(t)).url)
  const METRICS_PORT = await freePort()
  const settings = settingsFor(t, { PORT, METRICS_PORT })
  await t.rejects(start(readConfig(settings)), { code: 'EADDRINUSE' })
  await t.rejects(fetch(`http://127.0.0.1:${METRICS_PORT}/metrics`))
})

t.test('the command reports wrong settings', async t => {
  const ended = await importCommand(t, 'src/bin/serve.ts', [], { PORT: 'http' })
  t.match(ended, { code: 1, errors: /^BadSettings: PORT='http'/ })
})
