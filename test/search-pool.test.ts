import type { ChildProcess } from 'node:child_process'
import { subscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { availableParallelism, getPriority } from 'node:os'
import t, { type Test } from 'tap'
import { openReadOnly } from '../src/store/database.ts'
import { readMeta } from '../src/store/meta.ts'
import { fromBytes } from '../src/store/rows.ts'
import type { Hit, SearchRequest } from '../src/store/search.ts'
import { SearchBusy, type SearchLimits, SearchPool } from '../src/store/search-pool.ts'
import { type Answer, assertProblem, buildFor, testApp } from './fixtures/app.ts'
import { coverWorkers } from './fixtures/bare-processes.ts'
import { runCommand } from './fixtures/command.ts'
import { endless, quick } from './fixtures/searches.ts'

coverWorkers()

const file = buildFor(t)
const db = openReadOnly(file)
const content = readMeta(db).content as string
db.close()

const PROCESSES = Math.max(2, availableParallelism() - 1)
/** One search more than can wait, as all do until a process is up. */
const ONE_TOO_MANY = 101

/** The rows of the quick search, by another one. */
const alike = (at: number): SearchRequest => ({ ...quick, match: `"mining" NOT "x${at}"` })

/** The processes that this one has started since it was last asked. */
const started: ChildProcess[] = []
subscribe('child_process', message => {
  started.push((message as { process: ChildProcess }).process)
})
const startedSince = () => started.splice(0)

/** A process says that it is ready, then that it has opened the file. */
async function isUp(child: ChildProcess) {
  await once(child, 'message')
  await once(child, 'message')
}

const exited = (children: ChildProcess[]) =>
  Promise.all(children.map(child => child.exitCode ?? child.signalCode ?? once(child, 'exit')))

function kill(children: ChildProcess[]) {
  for (const { pid } of children) process.kill(pid as number, 'SIGKILL')
  return exited(children)
}

function poolFor(t: Test, hash = content, limits?: SearchLimits): SearchPool {
  startedSince()
  const pool = new SearchPool(file, hash, limits)
  t.teardown(() => pool.close())
  return pool
}

t.test('searches that take too long are killed, and the next one is answered', async t => {
  // In a process without the instruments of the test, which would catch the signal that kills a search.
  const { output, errors } = await runCommand(t, 'test/fixtures/hung-search.ts', [file, content])
  t.equal(errors, '')
  const { outcomes, started, next } = JSON.parse(output)
  t.strictSame(new Set(outcomes), new Set(['SearchBusy']))
  t.ok(
    started < 25,
    `${started} processes for 50 searches: those that waited too long are not begun`,
  )
  t.match(next, /^[1-9]\d* bytes$/)
})

t.test('the processes are started before, and one that is gone is replaced', async t => {
  const pool = poolFor(t)
  pool.start()
  const processes = startedSince()
  t.equal(processes.length, PROCESSES)
  await Promise.all(processes.map(isUp))
  const rows = await pool.ask(quick)
  t.equal(startedSince().length, 0, 'a search starts no other')
  t.ok(
    processes.some(({ pid }) => getPriority(pid) > 0),
    'at low priority',
  )
  await kill(processes)
  t.strictSame(await pool.ask(quick), rows, 'after all were killed while they were idle')
  const asked = t.rejects(pool.ask(endless), SearchBusy)
  t.strictSame(await pool.ask(quick), rows)
  await kill(startedSince())
  await asked
  t.strictSame(await pool.ask(quick), rows, 'after one was killed while it searched')
  t.equal(startedSince().length, PROCESSES)
})

t.test('a search may be too late for its process, which then starts for the next ones', async t => {
  const pool = poolFor(t, content, { timeout: 200 })
  let rows: Uint8Array | undefined
  while (!rows)
    rows = await pool.ask<Uint8Array>(quick).catch(error => {
      if (!(error instanceof SearchBusy)) throw error
      return undefined
    })
  t.ok(rows.length > 0)
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
  const name: SearchRequest = { ask: 'page', match: '"huobi"', ranges, skip: 0, limit: 500 }
  const [found] = (await pool.ask<Hit[]>(name)).filter(({ names }) => names.length > 1)
  t.strictSame(found?.names, ['Huobi', 'Huobi Global'])
  const faulty = { ...quick, match: '"' }
  const fault = await pool.ask(faulty).catch(error => error)
  t.match(fault, { message: /unterminated string/ })
  t.notOk(fault instanceof SearchBusy, 'a fault is no full queue')
})

const byNumber = (a: number, b: number) => a - b

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
  pool.start()
  const processes = startedSince()
  await Promise.all(processes.map(isUp))
  const asked = pool.ask(quick).then(() => pool.ask(quick))
  pool.retire()
  await asked
  t.equal(startedSince().length, 0)
  await exited(processes)
  const idle = poolFor(t)
  idle.start()
  idle.retire()
  await exited(startedSince())
})

t.test('a pool whose processes are gone is closed as well', async t => {
  const pool = poolFor(t)
  pool.start()
  const processes = startedSince()
  await Promise.all(processes.map(isUp))
  await kill(processes)
  await pool.close()
  await t.rejects(pool.ask(quick), SearchBusy)
})

t.test('closing ends searches that wait and that run', async t => {
  const pool = poolFor(t)
  const asked = Array.from({ length: 2 * PROCESSES }, (_, at) => pool.ask(alike(at)))
  const refused = asked.map(search => t.rejects(search, SearchBusy))
  await Promise.all([pool.close(), ...refused])
  await exited(startedSince())
  await t.rejects(pool.ask(quick), SearchBusy)
  t.strictSame(startedSince(), [], 'no process is started for it')
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
