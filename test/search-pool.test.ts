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
import type { HitPage, SearchRequest } from '../src/store/search.ts'
import { SearchBusy, SearchPool } from '../src/store/search-pool.ts'
import { type Answer, assertProblem, buildFor, testApp } from './fixtures/app.ts'

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
  t.match(rows, /^[1-9]\d* rows$/)
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
  const pool = new SearchPool(file, content, 60_000)
  t.teardown(() => pool.close())
  const rows = await pool.ask<number[]>(quick)
  const asked = Array.from({ length: 2 * capacity }, () => pool.ask<number[]>(quick))
  const answers = await Promise.allSettled(asked)
  const answered = answers.flatMap(it => (it.status === 'fulfilled' ? [it.value] : []))
  const refused = answers.flatMap(it => (it.status === 'rejected' ? [it.reason] : []))
  t.ok(answered.length >= QUEUE, `${answered.length} answered`)
  t.ok(refused.length > 0, `${refused.length} refused`)
  t.strictSame(new Set(answered.map(String)), new Set([String(rows)]))
  t.ok(refused.every(error => error instanceof SearchBusy))
})

t.test('a retired pool answers what it was asked, then ends', async t => {
  const pool = new SearchPool(file, content, 60_000)
  const rows = await pool.ask<number[]>(quick)
  const asked = [pool.ask<number[]>(quick), pool.ask<number[]>(quick)]
  pool.retire()
  t.strictSame(await Promise.all(asked), [rows, rows])
  await allEnded(t)
  await t.rejects(pool.ask(quick), SearchBusy, 'it takes nothing more')
  const idle = new SearchPool(file, content)
  await idle.ask(quick)
  idle.retire()
  await allEnded(t)
})

t.test('a file that has been replaced is not searched for the old dataset', async t => {
  const pool = new SearchPool(file, 'the hash of another content')
  t.teardown(() => pool.close())
  await t.rejects(pool.ask(quick), SearchBusy)
})

t.test('a fault of the program is not told as being busy', async t => {
  const pool = new SearchPool(file, content)
  t.teardown(() => pool.close())
  const error = await pool.ask({ ...quick, match: '"' } as SearchRequest).catch(error => error)
  t.match(error, { message: /unterminated string/ })
  t.notOk(error instanceof SearchBusy)
})

t.test('a busy search is a 503 with the time to try again', async t => {
  const { get } = await testApp(t)
  t.equal((await get('/v1/search?q=mining')).statusCode, 200)
  const urls = ['/v1/search?q=mining', '/v1/actions?q=mining', '/v1/counts?group_by=kind&q=mining']
  for (const url of urls) {
    const answers = await Promise.all(Array.from({ length: 2 * capacity }, () => get(url)))
    const busy = answers.filter(({ statusCode }) => statusCode !== 200)
    t.ok(busy.length > 0 && busy.length < answers.length, `${busy.length} refused`)
    t.ok(busy.every(({ statusCode, json }) => statusCode === 503 && json.status === 503))
    assertProblem(t, busy[0] as Answer, 503, 'search-busy')
    t.equal(busy[0]?.headers['retry-after'], '1')
    t.equal((await get(url)).statusCode, 200, 'and the next one is answered')
  }
})

/** Asks a search process of its own, and lets it end by itself. */
async function askProcess(t: Test, params: unknown[][]) {
  const script = join(import.meta.dirname, '../src/store/search-worker.ts')
  const child = fork(script)
  t.teardown(() => child.kill('SIGKILL'))
  await once(child, 'message')
  const answers: { result: unknown; error: { message: string } | null }[] = []
  for (const [id, given] of params.entries()) {
    child.send({ id, method: 'search', params: given })
    answers.push((await once(child, 'message'))[0])
  }
  child.disconnect()
  await once(child, 'exit')
  return answers
}

t.test('a search process refuses a file that is not the one that is served', async t => {
  const replaced = await askProcess(t, [
    [`${file}.gone`, content, quick],
    [file, 'other content', quick],
  ])
  for (const { error } of replaced) t.match(error?.message, /has been replaced/)
})

t.test('a search process answers each kind of request', async t => {
  const requests: SearchRequest[] = [
    quick,
    { ...quick, ask: 'scores' },
    { ask: 'page', match: '"mining"', within: [[0, 1_000]], skip: 0, limit: 2 },
  ]
  const given = requests.map(request => [file, content, request])
  const answers = (await askProcess(t, given)).map(({ result, error }) => {
    t.equal(error, null)
    return result
  })
  const [rows, scores, page] = answers as [number[], { row: number }[], HitPage]
  t.strictSame(
    scores.map(({ row }) => row).sort((a, b) => a - b),
    rows,
  )
  t.equal(page.total, rows.length)
  t.equal(page.hits.length, 2)
})
