import type { ChildProcess } from 'node:child_process'
import { subscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { availableParallelism, getPriority } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { openReadOnly } from '../src/dataset/database.ts'
import { readMeta } from '../src/dataset/meta.ts'
import { SearchBusy, SearchClient, type SearchLimits } from '../src/dataset/search-client.ts'
import { assertProblem, buildFor, testApp } from './fixtures/app.ts'
import { coverWorkers } from './fixtures/bare-processes.ts'
import { runCommand } from './fixtures/command.ts'
import { assertFalling, endless, quick } from './fixtures/searches.ts'

coverWorkers()

const file = buildFor(t)
const db = openReadOnly(file)
const { content } = readMeta(db)
db.close()

const PROCESSES = Math.max(2, availableParallelism() - 1)
/** One search more than can wait, as all do until a process has started. */
const ONE_TOO_MANY = 101

/** Searches with the same matches as the quick one. */
const likeQuick = (at: number) => ({ ...quick, match: `"mining" NOT "x${at}"` })

/** The processes that this one has started since it was last asked. */
const started: ChildProcess[] = []
subscribe('child_process', message => started.push(Object(message).process))
const startedSince = () => started.splice(0)

/** A process reports that it has started, then that it has opened the file. */
async function isReady(child: ChildProcess) {
  await once(child, 'message')
  await once(child, 'message')
}

const exited = (children: ChildProcess[]) =>
  Promise.all(children.map(child => child.exitCode ?? child.signalCode ?? once(child, 'exit')))

function kill(children: ChildProcess[]) {
  for (const { pid = 0 } of children) process.kill(pid, 'SIGKILL')
  return exited(children)
}

function clientFor(t: Test, checksum = content, limits?: SearchLimits): SearchClient {
  startedSince()
  const client = new SearchClient(file, checksum, limits)
  t.teardown(() => client.close())
  return client
}

/** A client whose processes are ready. */
async function readyClient(t: Test, limits?: SearchLimits) {
  const client = clientFor(t, content, limits)
  client.start()
  const processes = startedSince()
  await Promise.all(processes.map(isReady))
  return { client, processes }
}

t.test('searches that take too long are killed, and the next one is answered', async t => {
  // In a process without the instruments of the test, which would catch the signal that kills a search.
  const { output, errors } = await runCommand(t, 'test/fixtures/hung-search.ts', [file, content])
  t.equal(errors, '')
  const { outcomes, started, next } = JSON.parse(output)
  t.strictSame(new Set(outcomes), new Set(['SearchBusy']))
  t.ok(started < 25, `${started} processes for 50 searches: one that waited too long never starts`)
  t.match(next, /^[1-9]\d* rows$/)
})

t.test('a process that is stopped is killed too, in use and at the end', async t => {
  const { client, processes } = await readyClient(t, { timeout: 200, processes: 1 })
  const stop = (children: ChildProcess[]) => {
    for (const { pid = 0 } of children) process.kill(pid, 'SIGSTOP')
  }
  stop(processes)
  await t.rejects(client.rows(quick), SearchBusy)
  await exited(processes)
  t.strictSame(
    processes.map(({ signalCode }) => signalCode),
    ['SIGKILL'],
  )
  const { client: other, processes: others } = await readyClient(t)
  stop(others)
  await other.close()
  await exited(others)
})

t.test(
  'one process is started before it is needed, others once it is busy, and a killed one is replaced',
  async t => {
    const { client, processes } = await readyClient(t)
    t.equal(processes.length, 1)
    const rows = await client.rows(quick)
    t.ok(rows.length > 2)
    t.equal(startedSince().length, 0, 'a search starts no other')
    const isNice = processes.some(({ pid }) => getPriority(pid) > 0)
    t.ok(isNice, 'at low priority')
    await kill(processes)
    t.strictSame(await client.rows(quick), rows, 'after it was killed while it was idle')
    const others = startedSince()
    t.equal(others.length, PROCESSES)
    const asked = t.rejects(client.rows(endless), SearchBusy)
    t.strictSame(await client.rows(quick), rows)
    await kill(others)
    await asked
    t.strictSame(await client.rows(quick), rows, 'after one was killed while it searched')
    t.equal(startedSince().length, PROCESSES)
  },
)

t.test(
  'searches that wait are refused once no process is left, and the next starts one',
  async t => {
    const { client, processes } = await readyClient(t, { processes: 1 })
    const asked = [endless, likeQuick(1), likeQuick(2)].map(request => client.rows(request))
    const refused = asked.map(search => t.rejects(search, SearchBusy))
    await kill(processes)
    await Promise.all(refused)
    t.ok((await client.rows(quick)).length > 2)
  },
)

t.test('with a full queue and a process missing, searches are refused', async t => {
  const { client, processes } = await readyClient(t, { processes: 2 })
  const ask = (request: typeof quick) => t.rejects(client.rows(request), SearchBusy)
  const asked = [ask(endless), ask(endless)]
  const searches = Array.from({ length: ONE_TOO_MANY }, (_, at) => likeQuick(at))
  asked.push(...searches.map(ask))
  await kill(processes)
  asked.push(...searches.map(ask))
  await client.close()
  await Promise.all(asked)
})

t.test(
  'processes that cannot be started are searches refused, and later ones are answered',
  async t => {
    const client = clientFor(t)
    const { restore } = t.intercept(createRequire(import.meta.url)('node:child_process'), 'fork', {
      value() {
        throw new Error('spawn ENOMEM')
      },
    })
    client.start()
    for (let at = 0; at < 2 * ONE_TOO_MANY; at++) await t.rejects(client.rows(quick), SearchBusy)
    restore()
    // The searches above came without a break, as requests do not.
    await setImmediate()
    t.ok((await client.rows(quick)).length > 2)
  },
)

t.test('a search that is too late for its process leaves it ready for the next ones', async t => {
  const client = clientFor(t, content, { timeout: 200 })
  let found = 0
  while (found === 0)
    found = await client.rows(quick).then(
      rows => rows.length,
      error => {
        if (!(error instanceof SearchBusy)) throw error
        return 0
      },
    )
  t.ok(found > 0)
})

t.test('a process skips a search whose time is over', async t => {
  const { client } = await readyClient(t)
  const { now } = Date
  const { restore } = t.intercept(Date, 'now', { value: () => now() - 60_000 })
  await t.rejects(client.rows(quick), { name: 'SearchBusy', cause: { message: 'too late' } })
  restore()
  t.ok((await client.rows(quick)).length > 2)
})

t.test('ranked rows and hits are the matches, best first; a fault is not a full queue', async t => {
  const client = clientFor(t)
  const rows = await client.rows(quick)
  const ranked = await client.rows({ ...quick, ranked: true })
  const ranges = [0, 50].map((first, at): [number, number] => [first, [50, 1_000][at] as number])
  const page = { ...quick, ranges, skip: 0, limit: 500 }
  const { hits, total } = await client.page(page)
  t.strictSame(ranked.toSorted(), rows)
  t.equal(total, rows.length)
  t.strictSame(Uint32Array.from(hits, ({ row }) => row).toSorted(), rows)
  assertFalling(t, hits)
  t.strictSame((await client.page({ ...page, skip: 1, limit: 2 })).hits, hits.slice(1, 3))
  const named = await client.page({ ...page, match: '"huobi"' })
  t.strictSame(named.hits.find(({ names }) => names.length > 1)?.names, [0, 1])
  const fault = await client.rows({ ...quick, match: '"' }).catch(error => error)
  t.match(fault, { message: /unterminated string/ })
  t.notOk(fault instanceof SearchBusy)
})

t.test('a retired client answers each search, then ends its processes', async t => {
  const client = clientFor(t)
  const rows = await client.rows(quick)
  const asked = Array.from({ length: 2 * PROCESSES }, (_, at) => client.rows(likeQuick(at)))
  client.retire()
  for (const answer of await Promise.all(asked)) t.strictSame(answer, rows)
  await exited(startedSince())
  const late = await readyClient(t, { timeout: 2_000, processes: 2 })
  const refused = t.rejects(late.client.rows(endless), SearchBusy)
  const others = startedSince()
  late.client.retire()
  await refused
  await exited([...late.processes, ...others])
  const idle = await readyClient(t)
  idle.client.retire()
  await exited(idle.processes)
})

t.test('closing ends waiting and running searches, and works without any process', async t => {
  const client = clientFor(t)
  const asked = Array.from({ length: 2 * PROCESSES }, (_, at) => client.rows(likeQuick(at)))
  const refused = asked.map(search => t.rejects(search, SearchBusy))
  await Promise.all([client.close(), ...refused])
  await exited(startedSince())
  await t.rejects(client.rows(quick), SearchBusy)
  t.strictSame(startedSince(), [], 'no process is started for it')
  const killed = await readyClient(t)
  await kill(killed.processes)
  await killed.client.close()
})

t.test('a file that has been replaced is not searched for the old dataset', async t => {
  const client = clientFor(t, 'another checksum')
  client.start()
  for (let asked = 0; asked < 10; asked++) await t.rejects(client.rows(quick), SearchBusy)
  t.equal(startedSince().length, PROCESSES, 'its processes are not started again and again')
})

t.test('right after the start searches wait; one that finds the queue full is a 503', async t => {
  const { get } = await testApp(t)
  const phrase = encodeURIComponent('"mining in"')
  const urlOf = (at: number): string => {
    if (at % 3 === 0) return `/v1/search?q=mining+-x${at}`
    return at % 3 === 1
      ? `/v1/actions?q=${phrase}+-"${at}"`
      : `/v1/counts?group_by=kind&q=${phrase}+-"of+${at}"`
  }
  const answers = await Promise.all(Array.from({ length: ONE_TOO_MANY }, (_, at) => get(urlOf(at))))
  const [busy, ...others] = answers.filter(({ statusCode }) => statusCode !== 200)
  t.strictSame(others, [])
  if (!busy) return t.fail('no search was refused')
  assertProblem(t, busy, 503, 'search-busy')
  t.equal(busy.headers['retry-after'], '1')
  t.equal((await get(urlOf(ONE_TOO_MANY - 1))).statusCode, 200, 'a retry is answered')
})
