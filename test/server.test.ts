import { copyFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { readConfig } from '../src/config.ts'
import { start } from '../src/server.ts'
import { buildDataset } from '../src/store/build.ts'
import { seedFolder, temporaryFolder } from './fixtures/app.ts'
import { startCommand } from './fixtures/command.ts'
import { documentsFolder, withDocuments } from './fixtures/documents.ts'

const SERVE = 'src/bin/serve.ts'

/** Settings for a server over a dataset of its own on a free port. */
function settingsFor(t: Test, more: Record<string, string> = {}) {
  const DATABASE = join(temporaryFolder(t), 'events.sqlite')
  buildDataset(seedFolder, DATABASE)
  return { DATABASE, PORT: '0', LOG_LEVEL: 'silent', ...more }
}

async function running(t: Test, more?: Record<string, string>) {
  const server = await start(readConfig(settingsFor(t, more)))
  t.teardown(() => server.close())
  return server
}

const ask = async (url: string) =>
  (await fetch(url)).json() as Promise<{ data: { quote: string; start: number; end: number }[] }>

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
  const answered = fetch(`${url}/v1/search?q=mining`).then(answer => answer.json())
  await new Promise(resolve => setTimeout(resolve, 150))
  const closed = close()
  t.match(await answered, { meta: { total: /^\d+$/ } })
  await closed
})

t.test('metrics have a port of their own', async t => {
  const port = await freePort()
  const { url } = await running(t, { METRICS_PORT: String(port) })
  await fetch(`${url}/v1/actions?limit=1`)
  await fetch(`${url}/nothing`)
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
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

t.test('SIGHUP makes it look for a new dataset at once', async t => {
  const settings = settingsFor(t)
  const { url, close } = await start(readConfig(settings))
  t.teardown(close)
  copyFileSync(settings.DATABASE, `${settings.DATABASE}.copy`)
  process.kill(process.pid, 'SIGHUP')
  await new Promise(resolve => setTimeout(resolve, 50))
  t.match(await ask(`${url}/health/ready`), { status: 'ok' })
})

t.test('with the documents, evidence has the words', withDocuments, async t => {
  const { url } = await running(t, { DOCUMENTS_DIR: documentsFolder() })
  const query = 'document=exit-from-china-2021-10&basis=stated&limit=1'
  const [claim = { quote: '', start: 0, end: 1 }] = (await ask(`${url}/v1/claims?${query}`)).data
  t.equal([...claim.quote].length, claim.end - claim.start)
})

t.test('the command says where to look and stops on SIGTERM', async t => {
  const DATABASE = join(temporaryFolder(t), 'events.sqlite')
  const { child, said, ended } = startCommand(t, SERVE, [], {
    DATABASE,
    PORT: '0',
    LOG_LEVEL: 'error',
  })
  const output = await said('/v1')
  t.match(
    output,
    /^Built .*events\.sqlite: \d+ actions, \d+ claims\.\nCrypto Regulation Events at http/,
  )
  const [, url = ''] = /(http:\S+)\/docs/.exec(output) ?? []
  t.match(await ask(`${url}/health/live`), { status: 'ok' })
  child.kill('SIGTERM')
  child.kill('SIGTERM')
  t.match(await ended, { code: 0, errors: '' })
})

t.test('the command reports settings that are wrong', async t => {
  const { ended } = startCommand(t, SERVE, [], { PORT: 'http' })
  t.match(await ended, { code: 1, errors: /^BadSettings: PORT='http'/ })
})

t.test('a request that is not HTTP gets the one problem body', async t => {
  const { url } = await running(t)
  const { port } = new URL(url)
  const headers = { 'x-long': 'x'.repeat(40_000) }
  const status = await new Promise(resolve =>
    request({ port, path: '/v1', headers }, answer => resolve(answer.resume().statusCode))
      .on('error', resolve)
      .end(),
  )
  t.equal(status, 431)
})

/** A port that nobody listens on. */
const freePort = (): Promise<number> =>
  new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
