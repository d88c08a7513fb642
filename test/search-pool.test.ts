import { type ChildProcess, execFile } from 'node:child_process'
import { subscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { availableParallelism, getPriority } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t, { type Test } from 'tap'
import { openReadOnly } from '../src/store/database.ts'
import { projectRoot } from '../src/store/fingerprint.ts'
import { readMeta } from '../src/store/meta.ts'
import { fromBytes } from '../src/store/rows.ts'
import type { Hit, SearchRequest } from '../src/store/search.ts'
import { SearchBusy, SearchPool } from '../src/store/search-pool.ts'
import { type Answer, assertProblem, buildFor, testApp } from './fixtures/app.ts'

const file = buildFor(t)
const db = openReadOnly(file)
const content = readMeta(db).content as string
db.close()

const PROCESSES = Math.max(2, availableParallelism() - 1)
/** One search more than can run and wait. */
const ONE_TOO_MANY = PROCESSES + 100 + 1

const quick: SearchRequest = { ask: 'rows', match: '"mining"', between: [0, 1_000] }
/** The same rows, by another search. */
const alike = (at: number): SearchRequest => ({ ...quick, match: `"mining" NOT "x${at}"` })

/** The processes that this one has started since it was last asked. */
const started: ChildProcess[] = []
subscribe('child_process', message => {
  started.push((message as { process: ChildProcess }).process)
})
const startedSince = () => started.splice(0)

const exited = (children: ChildProcess[]) =>
  Promise.all(children.map(child => child.exitCode ?? child.signalCode ?? once(child, 'exit')))

function poolFor(t: Test, hash = content): SearchPool {
  startedSince()
  const pool = new SearchPool(file, hash)
  t.teardown(() => pool.close())
  return pool
}

t.test('searches that take too long are killed, and the next one is answered', async t => {
  // Without the instruments of the test, which would catch the signal that kills the process.
  const script = join(import.meta.dirname, 'fixtures/hung-search.ts')
  const args = ['-u', 'NODE_OPTIONS', process.execPath, script, file, content]
  const { stdout } = await promisify(execFile)('env', args, { cwd: projectRoot })
  t.match(JSON.parse(stdout), {
    hung: Array(PROCESSES).fill('SearchBusy'),
    next: /^[1-9]\d* bytes$/,
  })
})

t.test('the processes are started before, and one that is gone is replaced', async t => {
  const pool = poolFor(t)
  pool.start()
  const processes = startedSince()
  t.equal(processes.length, PROCESSES)
  const rows = await pool.ask(quick)
  t.equal(startedSince().length, 0, 'a search starts no other')
  t.ok(
    processes.some(({ pid }) => getPriority(pid) === 10),
    'at low priority',
  )
  for (const child of processes) child.kill('SIGKILL')
  await exited(processes)
  t.strictSame(await pool.ask(quick), rows)
  t.equal(startedSince().length, 1)
})

t.test('each kind of search is answered, or fails', async t => {
  const pool = poolFor(t)
  const ranges: [number, number][] = [
    [0, 50],
    [50, 1_000],
  ]
  const match = '"mining"'
  const rows = fromBytes(await pool.ask<Uint8Array>(quick)).toArray()
  const ranking = await pool.ask<Uint32Array>({ ask: 'ranking', match, ranges })
  const hits = await pool.ask<Hit[]>({ ask: 'page', match, ranges, skip: 0, limit: 500 })
  t.ok(rows.length > 2)
  t.strictSame([...ranking].sort(byNumber), rows)
  t.strictSame(hits.map(({ row }) => row).sort(byNumber), rows)
  t.equal(hits[0]?.score, Math.max(...hits.map(({ score }) => score)))
  const faulty = { ...quick, match: '"' }
  const fault = await pool.ask(faulty).catch(error => error)
  t.match(fault, { message: /unterminated string/ })
  t.notOk(fault instanceof SearchBusy, 'a fault is told from a queue that is full')
})

const byNumber = (a: number, b: number) => a - b

t.test('a search whose process is killed is busy', async t => {
  const pool = poolFor(t)
  const asked = pool.ask(quick)
  for (const child of startedSince()) child.kill('SIGKILL')
  await t.rejects(asked, SearchBusy)
})

t.test('a retired pool answers each search, then ends', async t => {
  const pool = poolFor(t)
  const rows = await pool.ask<Uint8Array>(quick)
  const asked = Array.from({ length: 2 * PROCESSES }, (_, at) => pool.ask(alike(at)))
  pool.retire()
  for (const answer of await Promise.all(asked)) t.strictSame(answer, rows)
  await exited(startedSince())
})

t.test('a retired pool waits for a second search of the same answer, or ends at once', async t => {
  const pool = poolFor(t)
  const asked = pool.ask(quick).then(() => pool.ask(quick))
  pool.retire()
  await asked
  const processes = startedSince()
  t.equal(processes.length, 1)
  await exited(processes)
  const idle = poolFor(t)
  idle.start()
  await idle.ask(quick)
  idle.retire()
  await exited(startedSince())
})

t.test('closing ends searches that wait and that run', async t => {
  const pool = poolFor(t)
  const asked = Array.from({ length: 2 * PROCESSES }, (_, at) => pool.ask(alike(at)))
  const refused = asked.map(search => t.rejects(search, SearchBusy))
  await Promise.all([pool.close(), ...refused])
  await exited(startedSince())
})

t.test('a file that has been replaced is not searched for the old dataset', async t => {
  const pool = poolFor(t, 'the hash of another content')
  pool.start()
  for (let asked = 0; asked < 10; asked++) await t.rejects(pool.ask(quick), SearchBusy)
  t.equal(startedSince().length, PROCESSES, 'their processes are not started again and again')
})

t.test('right after the start searches wait; one that finds the queue full is a 503', async t => {
  const { get } = await testApp(t)
  const phrase = encodeURIComponent('"mining in"')
  const urls = [
    (at: number) => `/v1/search?q=mining+-x${at}`,
    (at: number) => `/v1/actions?q=${phrase}+-"${at}"`,
    (at: number) => `/v1/counts?group_by=kind&q=${phrase}+-"of+${at}"`,
  ]
  const urlOf = (at: number) => (urls[at % urls.length] as (at: number) => string)(at)
  const answers = await Promise.all(Array.from({ length: ONE_TOO_MANY }, (_, at) => get(urlOf(at))))
  const busy = answers.filter(({ statusCode }) => statusCode !== 200)
  t.equal(busy.length, 1)
  assertProblem(t, busy[0] as Answer, 503, 'search-busy')
  t.equal(busy[0]?.headers['retry-after'], '1')
  t.equal((await get(urlOf(ONE_TOO_MANY - 1))).statusCode, 200, 'a retry is answered')
})
