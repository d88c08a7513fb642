import { execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import t, { type Test } from 'tap'
import { openReadOnly } from '../src/store/database.ts'
import { projectRoot } from '../src/store/fingerprint.ts'
import { readMeta } from '../src/store/meta.ts'
import { fromBytes } from '../src/store/rows.ts'
import type { Hit, SearchRequest } from '../src/store/search.ts'
import { SearchPool } from '../src/store/search-pool.ts'
import { SearchBusy } from '../src/store/search-process.ts'
import { type Answer, assertProblem, buildFor, PATIENT, testApp } from './fixtures/app.ts'

const file = buildFor(t)
const db = openReadOnly(file)
const content = readMeta(db).content as string
db.close()

/** More than this cannot be under way and waiting. */
const QUEUE = 32
const capacity = Math.max(1, availableParallelism() - 1) + QUEUE

const quick: SearchRequest = { ask: 'rows', match: '"mining"', between: [0, 1_000] }
const processes = () =>
  process.getActiveResourcesInfo().filter(name => name === 'ProcessWrap').length

/** Waits until no search process is left. */
async function allEnded(t: Test) {
  for (let waited = 0; processes() > 0 && waited < 5_000; waited += 20) await setTimeout(20)
  t.equal(processes(), 0, 'no process is left')
}

t.test('a search over its budget is ended, and the next one is answered', async t => {
  // Without the instruments of the test, which would catch the signal that ends the process.
  const script = join(import.meta.dirname, 'fixtures/hung-search.ts')
  const args = ['-u', 'NODE_OPTIONS', process.execPath, script, file, content, '3000']
  const begun = Date.now()
  const { stdout } = await promisify(execFile)('env', args, { cwd: projectRoot })
  const [rows] = JSON.parse(stdout)
  t.match(rows, /^[1-9]\d* bytes$/)
  t.strictSame(JSON.parse(stdout), [rows, 'SearchBusy', rows, 'SearchBusy', rows])
  t.ok(Date.now() - begun >= 6_000, 'each had its time')
})

t.test('a search without time is refused', async t => {
  const pool = new SearchPool(file, content, 1)
  await t.rejects(pool.ask(quick), SearchBusy)
  await pool.close()
  await allEnded(t)
})

t.test('what does not fit into the queue is refused at once, the rest is answered', async t => {
  const pool = new SearchPool(file, content, PATIENT)
  t.teardown(() => pool.close())
  const rows = await pool.ask<Uint8Array>(quick)
  const asked = Array.from({ length: 2 * capacity }, (_, at) =>
    pool.ask<Uint8Array>({ ...quick, match: `"mining" NOT "x${at}"` }),
  )
  const answers = await Promise.allSettled(asked)
  const answered = answers.flatMap(it => (it.status === 'fulfilled' ? [it.value] : []))
  const refused = answers.flatMap(it => (it.status === 'rejected' ? [it.reason] : []))
  t.ok(answered.length >= QUEUE, `${answered.length} answered`)
  t.ok(refused.length > 0, `${refused.length} refused`)
  t.strictSame(new Set(answered.map(String)), new Set([String(rows)]))
  t.ok(refused.every(error => error instanceof SearchBusy))
})

/** Ranking compares each occurrence of each of the words with all others. */
const slow: SearchRequest = {
  ask: 'ranking',
  match: Array.from({ length: 1_000 }, () => '"mining"').join(' OR '),
  ranges: [[0, 1_000]],
}

/** How long the slow search takes, and its answer. */
async function timeSlow(): Promise<[milliseconds: number, answer: Uint32Array]> {
  const pool = new SearchPool(file, content, PATIENT)
  await pool.ask(quick)
  const begun = Date.now()
  const answer = await pool.ask<Uint32Array>(slow)
  await pool.close()
  return [Date.now() - begun, answer]
}

/** Asks with a budget: whether the search was late, and then found by who asked again. */
async function isLateAndFound(t: Test, budget: number, expected: unknown): Promise<boolean> {
  const pool = new SearchPool(file, content, budget)
  t.teardown(() => pool.close())
  pool.start()
  await setTimeout(1_000)
  const busy = (error: unknown) => {
    t.type(error, SearchBusy)
  }
  if (await pool.ask(slow).catch(busy)) return false
  let answer: unknown
  for (let tries = 0; !answer && tries < 50; tries++) answer = await pool.ask(slow).catch(busy)
  if (!answer) return false
  t.strictSame(answer, expected)
  t.equal(await pool.ask(slow), answer, 'it is kept')
  return true
}

t.test('a search that is late goes on, and is found by who asks again', async t => {
  const [took, expected] = await timeSlow()
  // How long it takes changes with the tests that run beside it: one of these budgets is too short, but not by far.
  let isFound = false
  for (const part of [0.5, 0.35, 0.7, 0.25, 1, 0.5])
    isFound ||= await isLateAndFound(t, Math.ceil(took * part), expected)
  t.ok(isFound)
})

t.test('searches that are late while others wait are ended, and leave nothing over', async t => {
  const [took] = await timeSlow()
  const pool = new SearchPool(file, content, Math.ceil(took / 8))
  pool.start()
  await setTimeout(1_000)
  const late = (at: number) => pool.ask({ ...slow, match: `${slow.match} OR "x${at}"` })
  // The second begins when the first is late, and has no other process to take its place.
  const first = t.rejects(late(1), SearchBusy)
  await setTimeout(took / 16)
  await Promise.all([first, t.rejects(late(2), SearchBusy)])
  await setTimeout(took)
  await pool.close()
  await allEnded(t)
})

t.test('the time of a search counts from when it began', async t => {
  const pool = new SearchPool(file, content, PATIENT)
  t.teardown(() => pool.close())
  await t.rejects(pool.ask(quick, performance.now() - PATIENT), SearchBusy)
  t.ok(await pool.ask(quick, performance.now() - PATIENT / 2))
})

t.test('what many ask at once is looked for once', async t => {
  const pool = new SearchPool(file, content, PATIENT)
  t.teardown(() => pool.close())
  const answers = await Promise.all(
    Array.from({ length: 2 * capacity }, () => pool.ask<Uint8Array>(quick)),
  )
  t.ok(answers.every(answer => answer === answers[0]))
})

t.test('a retired pool answers what it was asked, then ends', async t => {
  const pool = new SearchPool(file, content, PATIENT)
  const rows = await pool.ask<Uint8Array>(quick)
  const again: SearchRequest = { ...quick, between: [0, 1_001] }
  const asked = [pool.ask<Uint8Array>(again), pool.ask<Uint8Array>(again)]
  pool.retire()
  t.strictSame(await Promise.all(asked), [rows, rows])
  await allEnded(t)
  await t.rejects(pool.ask({ ...quick, between: [0, 1_002] }), SearchBusy, 'it takes no more')
  const idle = new SearchPool(file, content, PATIENT)
  await idle.ask(quick)
  idle.retire()
  await allEnded(t)
})

t.test('a file that has been replaced is not searched for the old dataset', async t => {
  const pool = new SearchPool(file, 'the hash of another content', PATIENT)
  t.teardown(() => pool.close())
  await t.rejects(pool.ask(quick), SearchBusy)
})

t.test('a fault of the program is not told as being busy', async t => {
  const pool = new SearchPool(file, content, PATIENT)
  t.teardown(() => pool.close())
  const error = await pool.ask({ ...quick, match: '"' } as SearchRequest).catch(error => error)
  t.match(error, { message: /unterminated string/ })
  t.notOk(error instanceof SearchBusy)
})

t.test('a busy search is a 503 with the time to try again', async t => {
  const { get } = await testApp(t)
  t.equal((await get('/v1/search?q=mining')).statusCode, 200)
  const phrase = encodeURIComponent('"mining in"')
  const urls = [
    (asked: number) => `/v1/search?q=mining+-x${asked}`,
    (asked: number) => `/v1/actions?q=${phrase}+-"${asked}"`,
    (asked: number) => `/v1/counts?group_by=kind&q=${phrase}+-"of+${asked}"`,
  ]
  for (const urlOf of urls) {
    const asked = Array.from({ length: 2 * capacity }, (_, at) => get(urlOf(at)))
    const answers = await Promise.all(asked)
    const busy = answers.filter(({ statusCode }) => statusCode !== 200)
    t.ok(busy.length > 0 && busy.length < answers.length, `${busy.length} refused`)
    t.ok(busy.every(({ statusCode, json }) => statusCode === 503 && json.status === 503))
    assertProblem(t, busy[0] as Answer, 503, 'search-busy')
    t.equal(busy[0]?.headers['retry-after'], '1')
    t.equal((await get(urlOf(-1))).statusCode, 200, 'and the next one is answered')
  }
})

/** Asks a search process of its own, and lets it end by itself. */
async function askProcess(t: Test, asked: [method: string, params: unknown[]][]) {
  const script = join(import.meta.dirname, '../src/store/search-worker.ts')
  const child = fork(script, { serialization: 'advanced' })
  t.teardown(() => child.kill('SIGKILL'))
  await once(child, 'message')
  const answers: { result: unknown; error: { message: string } | null }[] = []
  for (const [id, [method, params]] of asked.entries()) {
    child.send({ id, method, params })
    answers.push((await once(child, 'message'))[0])
  }
  child.disconnect()
  await once(child, 'exit')
  return answers
}

t.test('a search process refuses a file that is not the one that is served', async t => {
  const replaced = await askProcess(t, [
    ['open', [`${file}.gone`, content]],
    ['open', [file, 'other content']],
  ])
  for (const { error } of replaced) t.match(error?.message, /has been replaced/)
})

t.test('a search process answers each kind of request', async t => {
  const ranges: [number, number][] = [
    [0, 50],
    [50, 1_000],
  ]
  const requests: SearchRequest[] = [
    quick,
    { ask: 'ranking', match: '"mining"', ranges },
    { ask: 'page', match: '"mining"', ranges, skip: 0, limit: 500 },
  ]
  const [opened, ...answers] = await askProcess(t, [
    ['open', [file, content]],
    ...requests.map((request): [string, unknown[]] => ['search', [request]]),
  ])
  for (const { error } of [opened, ...answers] as typeof answers) t.equal(error, null)
  const [bytes, ranking, hits] = answers.map(({ result }) => result) as [
    Uint8Array,
    Uint32Array,
    Hit[],
  ]
  const rows = fromBytes(bytes).toArray()
  t.ok(rows.length > 2)
  t.strictSame([...ranking].sort(byNumber), rows)
  t.strictSame(hits.map(({ row }) => row).sort(byNumber), rows)
  t.equal(hits[0]?.score, Math.max(...hits.map(({ score }) => score)))
})

const byNumber = (a: number, b: number) => a - b
