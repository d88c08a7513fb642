import fs from 'node:fs'
import { basename, join } from 'node:path'
import timers from 'node:timers/promises'
import t, { type Test } from 'tap'
import { runPull } from '../clients/pull/command.ts'
import { type Pulled, pull } from '../clients/pull/copy.ts'
import { newDraft, publish, removeOld } from '../clients/pull/folder.ts'
import { exportsFolder } from '../src/dataset/released.ts'
import { temporaryFolder, testApp } from './fixtures/app.ts'
import { callCommand, nothing, runCommand, startCommand } from './fixtures/command.ts'
import {
  addressOf,
  answerFor,
  answering,
  assertFiles,
  exportsOf,
  filesOf,
  newer,
  older,
  pullWith,
  releaseIn,
  replace,
} from './fixtures/pull-source.ts'
import { retire } from './fixtures/retired.ts'
import { emptySeed } from './fixtures/seed.ts'
import { addBan, releaseSeed } from './fixtures/small-seed.ts'

const PULL = 'clients/pull/main.ts'
const seed = emptySeed(t)

/** A server of the present state of the seed, with the files of its release. */
async function serve() {
  const { app, file } = await testApp(t, { seed, exported: true })
  const [files = ''] = fs.globSync(join(exportsFolder(file), '*'))
  return { app, files, address: await app.listen({ port: 0 }) }
}

// Three states of one dataset, each with its server: released, changed since then, and released again.
for (const id of ['changed', 'kept', 'removed']) addBan(seed, id, `An action that is ${id}`)
releaseSeed(seed, '2026-11-22')
const released = await serve()
addBan(seed, 'changed', 'Another title')
addBan(seed, 'added', 'An action that is added')
fs.rmSync(join(seed, 'actions/2021/removed.yaml'))
retire(seed, [{ record: 'actions/removed', reason: 'coding-error', note: 'A duplicate.' }])
const unreleased = await serve()
releaseSeed(seed, '2031-01-05')
const next = await serve()

type Served = typeof released

/** The path of a folder for copies. It does not exist yet. */
const newRoot = (t: Test) => join(temporaryFolder(t), 'copy')
const read = (...path: string[]) => fs.readFileSync(join(...path), 'utf8')
const folderIn = (root: string) => join(root, read(root, 'latest').trim())
const listOf = (root: string) => fs.readdirSync(root).sort()

/** Checks that the last copy has the files of a server. */
function assertCopied(t: Test, { files }: Served, root: string) {
  const folder = folderIn(root)
  const names = fs.globSync('*.ndjson', { cwd: files })
  t.equal(names.length, 11)
  for (const name of names) t.ok(read(folder, name) === read(files, name), name)
  t.strictSame(listOf(folder), names.sort())
}

/** Checks that the last copy has the files of a server, and that no draft is left. */
function assertEqual(t: Test, served: Served, root: string) {
  assertCopied(t, served, root)
  t.strictSame(fs.globSync('.*', { cwd: root }), [], 'no draft is left')
}

const TWO_DAYS = 2 * 86_400_000

/** Makes everything in a folder two days older. */
function age(root: string) {
  for (const name of fs.readdirSync(root)) {
    const path = join(root, name)
    const old = new Date(fs.statSync(path).mtimeMs - TWO_DAYS)
    fs.utimesSync(path, old, old)
  }
}

t.test('the first pull fetches everything, later ones only changes', async t => {
  const root = newRoot(t)
  const waysOf = ({ ways }: Pulled) => new Set(Object.values(ways))
  const first = await pull(released.address, root)
  t.strictSame(waysOf(first), new Set(['whole']))
  assertEqual(t, released, root)
  t.strictSame(waysOf(await pull(released.address, root)), new Set(['kept']))

  age(root)
  const { ways, release, folder } = await pull(`${next.address}/`, root)
  t.equal(release, '2031.01.0')
  t.match(ways, {
    'actions.ndjson': 'changed',
    'changes.ndjson': 'changed',
    'releases.ndjson': 'whole',
    'regions.ndjson': 'kept',
  })
  assertEqual(t, next, root)
  const names = [basename(folder), 'latest']
  t.strictSame(listOf(root), [basename(first.folder), ...names].sort(), 'kept for readers')
  age(root)
  await pull(next.address, root)
  t.strictSame(listOf(root), names.sort(), 'but not for two days')
  assertEqual(t, next, root)
})

/** The name of the folder of a copy. */
const nameOf = (release: string) => `${release}-0123456789ab`

/** Changes the release of the last copy, and its actions. */
function pretend(root: string, folder: string, release: string) {
  fs.appendFileSync(join(folder, 'actions.ndjson'), '{"id":"another"}\n')
  fs.renameSync(folder, join(root, nameOf(release)))
  fs.writeFileSync(join(root, 'latest'), nameOf(release))
}

t.test('a pull repairs a copy, but leaves one that it cannot read', async t => {
  const root = newRoot(t)
  const changes: [change: string, make: (folder: string) => void, fetched: RegExp][] = [
    ['a damaged file', folder => fs.writeFileSync(join(folder, 'actors.ndjson'), '{'), /actors/],
    ['a missing file', folder => fs.rmSync(join(folder, 'claims.ndjson')), /claims/],
    ['an unknown release', folder => pretend(root, folder, '2020.01.0'), /actions/],
    ['another name', () => fs.writeFileSync(join(root, 'latest'), 'photos'), /./],
    ['no folder', folder => fs.rmSync(folder, { recursive: true }), /./],
  ]
  for (const [change, make, fetched] of changes) {
    make((await pull(released.address, root)).folder)
    const { ways } = await pull(released.address, root)
    for (const [name, way] of Object.entries(ways))
      t.equal(way, fetched.test(name) ? 'whole' : 'kept', `${change}: ${name}`)
    assertEqual(t, released, root)
  }
  const { folder } = await pull(released.address, root)
  age(root)
  fs.rmSync(join(root, 'latest'))
  fs.mkdirSync(join(root, 'latest'))
  await t.rejects(pull(next.address, root), { code: 'EISDIR' })
  t.ok(fs.existsSync(folder))
})

t.test('a copy of an unreleased state is updated', async t => {
  const root = newRoot(t)
  await pull(released.address, root)
  const { release, folder, ways } = await pull(unreleased.address, root)
  t.match(release, /-unreleased$/)
  t.match(ways, { 'actions.ndjson': 'changed' })
  assertEqual(t, unreleased, root)
  // A copy of another unreleased state, which the server cannot distinguish from its own.
  pretend(root, folder, release)
  const other = await pull(unreleased.address, root)
  t.match(other.ways, { 'actions.ndjson': 'whole', 'claims.ndjson': 'kept' })
  assertEqual(t, unreleased, root)
  t.match((await pull(next.address, root)).ways, { 'changes.ndjson': 'whole' })
  assertEqual(t, next, root)
})

t.test('the last good copy stays if a hash is wrong or the server offers nothing', async t => {
  const root = newRoot(t)
  await pull(released.address, root)
  const before = read(root, 'latest')
  const restore = answering(t, (url, real) => {
    const { origin, pathname } = new URL(url)
    if (pathname.endsWith('.ndjson')) return real(`${origin}/v1/exports/latest/actors.csv`)
    return real(pathname === '/v1/actions' ? `${origin}/v1/actors?format=ndjson` : url)
  })
  const wrongHash = { name: 'SourceError', message: /does not have the hash/ }
  await t.rejects(pull(next.address, root), wrongHash)
  restore()
  const failed = await callCommand(say => runPull(['http://127.0.0.1:1', root], say))
  t.match(failed, { code: 1, out: nothing, err: [/fetch failed/] })
  const bare = await testApp(t, { seed })
  const noFiles = { name: 'SourceError', message: /does not list the files of a release/ }
  await t.rejects(pull(await bare.app.listen({ port: 0 }), root), noFiles)
  t.equal(read(root, 'latest'), before)
  assertEqual(t, released, root)
})

t.test('a busy server is asked again after the time it gives, five times at most', async t => {
  const waits: number[] = []
  t.teardown(replace(timers, 'setTimeout', async (delay: number) => void waits.push(delay)))
  const busy = [{}, { 'retry-after': '7' }, { 'retry-after': 'soon' }]
  const restore = answering(t, url => {
    const headers = busy.shift()
    return headers ? new Response('', { status: 429, headers }) : answerFor(url)
  })
  t.match(await pull(addressOf(older), newRoot(t)), { release: older })
  t.strictSame(waits.splice(0), [1_000, 7_000, 1_000])
  restore()
  answering(t, () => new Response('busy', { status: 503 }))
  const gaveUp = { name: 'SourceError', message: /503 busy/ }
  await t.rejects(pull(addressOf(older), newRoot(t)), gaveUp)
  t.equal(waits.length, 4)
})

t.test('changes that are cut off, or of another release, are not used', async t => {
  type Answer = (url: string, real: typeof fetch) => Promise<Response>
  const wrong: Record<string, Answer> = {
    'cut off': async (url, real) =>
      new Response((await (await real(url)).text()).replace(/[^\n]*\n$/, '')),
    'another release': (url, real) => real(url.replace(next.address, released.address)),
  }
  for (const [name, answer] of Object.entries(wrong)) {
    const root = newRoot(t)
    await pull(released.address, root)
    const restore = answering(t, (url, real) =>
      new URL(url).pathname === '/v1/actions' ? answer(url, real) : real(url),
    )
    const { ways } = await pull(next.address, root)
    t.match(ways, { 'actions.ndjson': 'whole', 'changes.ndjson': 'changed' }, name)
    assertEqual(t, next, root)
    restore()
  }
})

t.test('other folders stay, and so do recent drafts of other pulls', async t => {
  answering(t, answerFor)
  const root = newRoot(t)
  for (const name of ['photos-20261124', '.pull-older', 'notes'])
    fs.mkdirSync(join(root, name), { recursive: true })
  age(root)
  fs.mkdirSync(join(root, '.pull-newer'))
  await pull(addressOf(older), root)
  const { folder } = await pull(addressOf(newer), root)
  age(root)
  fs.utimesSync(join(root, '.pull-newer'), new Date(), new Date())
  await pull(addressOf(newer), root)
  const expected = ['.pull-newer', basename(folder), 'latest', 'notes', 'photos-20261124']
  t.strictSame(listOf(root), expected.sort())
})

/** Throws unless the last copy is of one of these releases. */
function assertCopy(root: string, ...expected: (string | undefined)[]) {
  const release = releaseIn(root) ?? ''
  if (!expected.includes(release)) throw new Error(`the last copy is of ${release}`)
  assertFiles(folderIn(root), release)
}

function writeCopy(folder: string, release: string) {
  fs.mkdirSync(folder, { recursive: true })
  for (const [name, text] of filesOf(release)) fs.writeFileSync(join(folder, name), text)
}

/** A folder with a copy of the older release, and old leftovers of pulls. */
function rootWithLeftovers(t: Test): string {
  const root = newRoot(t)
  for (const name of [nameOf(older), nameOf('2029.01.0'), '.pull-abandoned'])
    writeCopy(join(root, name), older)
  fs.writeFileSync(join(root, 'latest'), nameOf(older))
  age(root)
  return root
}

const leftoversIn = (root: string) => fs.globSync('{.*,2029*}', { cwd: root })

/** The number of calls for files that a pull makes. */
async function countFileCalls(t: Test): Promise<number> {
  const root = rootWithLeftovers(t)
  let calls = 0
  await pullWith(root, () => calls++)
  t.strictSame(leftoversIn(root), [])
  t.ok(calls > 20, `${calls} calls`)
  return calls
}

/** Publishes a release and removes old copies at once, as another process may. */
function pullElsewhere(root: string, release: string) {
  const draft = newDraft(root, release)
  writeCopy(draft, release)
  publish(root, draft)
  removeOld(root)
}

t.test('another pull may do its work before any step of a pull', async t => {
  answering(t, answerFor)
  const calls = await countFileCalls(t)
  for (const release of [older, newer])
    for (let step = 0; step < calls; step++) {
      const root = rootWithLeftovers(t)
      const pulled = await pullWith(root, call => {
        assertCopy(root, older, newer)
        if (call === step) pullElsewhere(root, release)
      })
      t.equal(pulled.release, newer)
      assertFiles(pulled.folder, newer)
      assertCopy(root, release, newer)
      t.strictSame(leftoversIn(root), [], `step ${step}`)
    }
})

t.test('a pull that fails at any of its steps leaves the last good copy', async t => {
  answering(t, answerFor)
  const calls = await countFileCalls(t)
  for (let step = 0; step < calls; step++) {
    const root = rootWithLeftovers(t)
    const failed = pullWith(root, call => {
      if (call >= step) throw new Error('ended')
    })
    await t.rejects(failed, `step ${step}`)
    assertCopy(root, older, newer)
    await pull(addressOf(newer), root)
    age(root)
    const { folder } = await pull(addressOf(newer), root)
    assertCopy(root, newer)
    t.strictSame(listOf(root), [basename(folder), 'latest'], 'nothing is left')
  }
})

t.test('a wrong list of files or a missing file leaves nothing', async t => {
  const { data, meta } = exportsOf(older)
  const list = (changes: object) => ({ data: [{ ...data[0], ...changes }], meta })
  const lists: [wrong: string, list: object][] = [
    ['name', list({ name: '../pwned.ndjson' })],
    ['hash', list({ sha256: 'x' })],
    ['address', list({ url: 'http://elsewhere' })],
    ['release', { ...list({ release: '..' }), meta: { release: '..' } }],
    ['form', { data: null, meta }],
  ]
  for (const [wrong, list] of lists) {
    const root = newRoot(t)
    const restore = answering(t, () => Response.json(list))
    const refused = { name: 'SourceError', message: /^\/v1\/exports/ }
    await t.rejects(pull(addressOf(older), root), refused, wrong)
    t.notOk(fs.existsSync(root))
    restore()
  }
  const root = newRoot(t)
  const isFile = (url: string) => url.endsWith('.ndjson')
  const gone = () => new Response('gone', { status: 404 })
  answering(t, url => (isFile(url) ? gone() : answerFor(url)))
  const missing = { name: 'SourceError', message: /404 gone/ }
  await t.rejects(pull(addressOf(older), root), missing)
  t.strictSame(fs.readdirSync(root), [])
})

t.test('after a kill the command makes the copy equal to the source', async t => {
  const root = newRoot(t)
  await pull(released.address, root)
  const { child, ended } = startCommand(t, PULL, [next.address, root])
  next.app.server.once('request', () => child.kill('SIGKILL'))
  t.equal((await ended).code, null)
  t.equal(releaseIn(root), '2026.11.0')
  assertCopied(t, released, root)
  const { code, output } = await runCommand(t, PULL, [next.address, root])
  t.equal(code, 0)
  t.match(output, /^actions\.ndjson +\w+\n(?:.*\n)*Release \S+ is in /)
  age(root)
  await pull(next.address, root)
  assertEqual(t, next, root)
})

t.test('the command requires an address and a folder', async t => {
  for (const args of [[], ['http://127.0.0.1'], ['nowhere', 'copy']]) {
    const refused = await callCommand(say => runPull(args, say))
    t.match(refused, { code: 2, out: nothing, err: [/^Usage: npm run pull/] })
  }
})
