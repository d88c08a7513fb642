import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { buildFor, temporaryFolder } from '../fixtures/app.ts'
import { freePort } from '../fixtures/free-port.ts'
import { killGroup, searchesOf, startBare, startServing, until } from '../fixtures/serving.ts'

const REQUESTS = 300
/** 32 kB: fewer than the requests write, and room for the lines that wait when the file is emptied. */
const BLOCKS = 64

/** Outputs that take nothing. */
const outputs: [what: string, before: string][] = [
  ['a full disk', 'exec > /dev/full'],
  ['a closed output', 'exec >&-'],
  ['a pipe whose reader is gone', 'mkfifo "$FIFO"; (: < "$FIFO" &) ; exec > "$FIFO"'],
  ['a pipe that nobody reads', 'mkfifo "$FIFO"; (sleep 1000 < "$FIFO" &) ; exec > "$FIFO"'],
]

for (const [what, before] of outputs)
  t.test(`${what} for the log stops neither the service nor the shutdown`, async t => {
    const FIFO = join(temporaryFolder(t), 'fifo')
    const env = { FIFO, SHUTDOWN_GRACE: '600' }
    const server = await startServing(t, { before, env, stdio: ['ignore', 'ignore', 'ignore'] })
    // A process that the server has started could change its output, too.
    await until(() => searchesOf(server.child).length > 0)
    for (let request = 0; request < REQUESTS; request++)
      t.equal(await server.statusOf(`/nothing/${'x'.repeat(5_000)}`), 404)
    server.child.kill('SIGTERM')
    t.match(await server.ended, { code: 0, signal: null })
  })

t.test('lines that follow a full disk say how many were lost', async t => {
  const LOG = join(temporaryFolder(t), 'log')
  // As on a full disk, no file can grow beyond so many blocks: the dataset is there already, the exports are not written.
  const before = `trap "" XFSZ; ulimit -f ${BLOCKS}; exec >> "$LOG"`
  const env = { LOG, DATABASE: buildFor(t) }
  const server = await startServing(t, { before, env, stdio: ['ignore', 'ignore', 'ignore'] })
  for (let request = 0; request < REQUESTS; request++)
    await server.statusOf(`/nothing/${'x'.repeat(5_000)}`)
  t.equal(statSync(LOG).size, BLOCKS * 512, 'it is full')
  truncateSync(LOG)
  await server.statusOf('/v1')
  server.child.kill('SIGTERM')
  t.match(await server.ended, { code: 0 })
  const text = readFileSync(LOG, 'utf8')
  t.match(text, /^\{"level":40,"time":\d+,"lines":\d+,"msg":"log lines were lost"\}$/m)
  t.match(text, /"url":"\/v1","status":200/, 'the last lines are written')
})

t.test('Ctrl-C ends npm start | tee, however often it arrives', async t => {
  const folder = temporaryFolder(t)
  const env = { DATABASE: join(folder, 'events.sqlite'), PORT: await freePort() }
  const started = startBare(t, `sh -c 'npm start | tee ${join(folder, 'log')}'`, { env })
  await until(() => started.said.output.includes('/docs'))
  await fetch(`http://127.0.0.1:${env.PORT}/v1`)
  killGroup(started.child, 'SIGINT')
  await started.ended
  await until(async () => (await fetch(`http://127.0.0.1:${env.PORT}/v1`).catch(() => 0)) === 0)
  const left = spawn('pgrep', ['-g', String(started.child.pid)])
  t.match(await once(left, 'exit'), [1], 'no process is left')
})
