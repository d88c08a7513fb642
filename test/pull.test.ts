import {
  appendFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import timers from 'node:timers/promises'
import fc from 'fast-check'
import t, { type Test } from 'tap'
import { runPull } from '../clients/pull/command.ts'
import { type Pulled, pull, type Way } from '../clients/pull/copy.ts'
import { newDraft, publish, removeOld } from '../clients/pull/folder.ts'
import { exportsFolder } from '../src/store/exports/folder.ts'
import { buildFor, temporaryFolder, testApp } from './fixtures/app.ts'
import { listen, runCommand, startCommand } from './fixtures/command.ts'
import { dated, writeDraft } from './fixtures/drafts.ts'
import {
  addressOf,
  answerFor,
  answering,
  contentOf,
  newer,
  older,
  releaseIn,
  releases,
  replace,
  sha256,
  textOf,
  withFileCalls,
} from './fixtures/pull-source.ts'
import { retire } from './fixtures/retired.ts'
import { emptySeed } from './fixtures/seed.ts'
import { releaseSeed } from './fixtures/small-seed.ts'

const PULL = 'clients/pull/main.ts'
const kills = Number(process.env.PULL_KILLS ?? 2)

/** A server on a port with the files of its release. */
async function serve(built: string) {
  const { app } = await testApp(t, { built, exported: true })
  const [files = ''] = globSync(join(exportsFolder(built), '*'))
  return { app, files, address: await app.listen({ port: 0 }) }
}

const seed = emptySeed(t)
const writeAction = (id: string, title: string) =>
  writeDraft(seed, { id, title, year: '2021', type: 'ban', date: dated('2021-09-24') })

// Three states of one dataset, each with its server: released, changed since then, and released again.
for (const id of ['changed', 'kept', 'removed']) writeAction(id, `An action that is ${id}`)
releaseSeed(seed, '2026-11-22')
const released = await serve(buildFor(t, seed))
writeAction('changed', 'Another title')
writeAction('added', 'An action that is added')
rmSync(join(seed, 'actions/2021/removed.yaml'))
retire(seed, [{ record: 'actions/removed', reason: 'coding-error', note: 'Told twice.' }])
const unreleased = await serve(buildFor(t, seed))
releaseSeed(seed, '2031-01-05')
const next = await serve(buildFor(t, seed))

type Served = typeof released

/** The path of an empty folder for copies, which is not there yet. */
const newRoot = (t: Test) => join(temporaryFolder(t), 'copy')

/** Fails unless the last copy has the files that a server has, and no draft is left. */
function assertEqual(t: Test, { files }: Served, root: string) {
  const folder = join(root, readFileSync(join(root, 'latest'), 'utf8').trim())
  const names = globSync('*.ndjson', { cwd: files }).sort()
  t.equal(names.length, 8)
  for (const name of names) t.ok(isEqual(join(folder, name), join(files, name)), name)
  t.strictSame(readdirSync(folder).sort(), [...names, 'copy.json'].sort())
  t.strictSame(globSync('.*', { cwd: root }), [], 'no draft is left')
}

const isEqual = (one: string, other: string) => readFileSync(one).equals(readFileSync(other))

const waysOf = (ways: Record<string, Way>) => new Set(Object.values(ways))

const TWO_DAYS = 2 * 86_400_000

/** Makes everything in a folder look as if nothing had changed it for two days. */
function age(root: string) {
  for (const name of readdirSync(root)) {
    const path = join(root, name)
    const old = new Date(statSync(path).mtimeMs - TWO_DAYS)
    utimesSync(path, old, old)
  }
}

t.test('the first time everything comes, then only what has changed', async t => {
  const root = newRoot(t)
  const first = await pull(released.address, root)
  t.strictSame(waysOf(first.ways), new Set(['whole']))
  assertEqual(t, released, root)
  t.strictSame(waysOf((await pull(released.address, root)).ways), new Set(['kept']))

  const { ways, release, folder } = await pull(`${next.address}/`, root)
  t.equal(release, '2031.01.0')
  t.match(ways, {
    'actions.ndjson': 'changed',
    'changes.ndjson': 'changed',
    'releases.ndjson': 'whole',
    'regions.ndjson': 'kept',
  })
  assertEqual(t, next, root)
  t.strictSame(
    readdirSync(root).sort(),
    [basename(first.folder), basename(folder), 'latest'].sort(),
    'those who still read the older copy find it',
  )
  age(root)
  await pull(next.address, root)
  t.strictSame(
    readdirSync(root).sort(),
    [basename(folder), 'latest'].sort(),
    'nothing else is left',
  )
  assertEqual(t, next, root)
})

t.test('what is damaged or not released is fetched as a whole', async t => {
  const root = newRoot(t)
  const { folder } = await pull(released.address, root)
  appendFileSync(join(folder, 'actors.ndjson'), '{"id":"nobody"}\n')
  const repaired = await pull(released.address, root)
  t.match(repaired.ways, { 'actors.ndjson': 'whole', 'actions.ndjson': 'kept' })
  assertEqual(t, released, root)
  rmSync(join(repaired.folder, 'claims.ndjson'))
  await pull(released.address, root)
  assertEqual(t, released, root)

  const draft = await pull(unreleased.address, root)
  t.match(draft, { release: /-unreleased$/, ways: { 'actions.ndjson': 'changed' } })
  assertEqual(t, unreleased, root)
  // A copy of another state that was not released either, which the server cannot distinguish from its own.
  changeCopy(draft.folder, 'actions.ndjson', '{"id":"another"}\n')
  const other = await pull(unreleased.address, root)
  t.match(other.ways, { 'actions.ndjson': 'whole', 'claims.ndjson': 'kept' })
  assertEqual(t, unreleased, root)
  t.match((await pull(next.address, root)).ways, { 'changes.ndjson': 'whole' })
  assertEqual(t, next, root)
})

/** Adds a line to a file of a copy, and makes it a copy of that. */
function changeCopy(folder: string, name: string, line: string) {
  appendFileSync(join(folder, name), line)
  const content = JSON.parse(readFileSync(join(folder, 'copy.json'), 'utf8'))
  content.files[name] = sha256(readFileSync(join(folder, name)))
  writeFileSync(join(folder, 'copy.json'), JSON.stringify(content))
}

t.test('a copy of a release that the server does not know is no hindrance', async t => {
  const root = newRoot(t)
  const { folder } = await pull(released.address, root)
  const { files } = JSON.parse(readFileSync(join(folder, 'copy.json'), 'utf8'))
  const old = { release: '2020.01.0', files: { ...files, 'actions.ndjson': '0'.repeat(64) } }
  renameSync(folder, join(root, 'older'))
  writeFileSync(join(root, 'older/copy.json'), JSON.stringify(old))
  writeFileSync(join(root, 'latest'), 'older')
  const { ways, folder: last } = await pull(released.address, root)
  t.match(ways, { 'actions.ndjson': 'whole', 'claims.ndjson': 'kept' })
  assertEqual(t, released, root)
  writeFileSync(join(last, 'copy.json'), '{')
  const again = await pull(released.address, root)
  t.match(again.ways, { 'claims.ndjson': 'whole' }, 'nor is one that says nothing')
})

t.test('a copy that cannot be read is not taken for none, and stays', async t => {
  const root = newRoot(t)
  const { folder } = await pull(released.address, root)
  const long = new Date(Date.now() - 3 * 86_400_000)
  utimesSync(folder, long, long)
  rmSync(join(root, 'latest'))
  mkdirSync(join(root, 'latest'))
  await t.rejects(pull(next.address, root), { code: 'EISDIR' })
  t.ok(existsSync(folder))
})

t.test('where the hash is wrong, or nothing is offered, the last good copy stays', async t => {
  const root = newRoot(t)
  await pull(released.address, root)
  const before = readFileSync(join(root, 'latest'), 'utf8')
  const restore = answering(t, (url, real) => {
    const { origin, pathname } = new URL(url)
    if (pathname.endsWith('.ndjson')) return real(`${origin}/v1/exports/latest/actors.csv`)
    return real(pathname === '/v1/actions' ? `${origin}/v1/actors?format=ndjson` : url)
  })
  await t.rejects(pull(next.address, root), {
    name: 'SourceError',
    message: /does not have the hash/,
  })
  restore()
  t.equal(readFileSync(join(root, 'latest'), 'utf8'), before)
  const { out, err, say } = listen()
  t.equal(await runPull(['http://127.0.0.1:1', root], say), 1)
  t.match(err, [/fetch failed/])
  t.strictSame(out, [])
  t.equal(readFileSync(join(root, 'latest'), 'utf8'), before)
  const bare = await testApp(t, { built: buildFor(t, seed) })
  const other = await bare.app.listen({ port: 0 })
  await t.rejects(pull(other, root), { name: 'SourceError', message: /there are no files/ })
  assertEqual(t, released, root)
})

const without = ({ body, headers }: Response, name: string) => {
  const kept = new Headers(headers)
  kept.delete(name)
  return new Response(body, { headers: kept })
}

t.test('a busy server is asked again, five times at the most', async t => {
  const root = newRoot(t)
  let asked = 0
  let busy = 2
  answering(t, url => {
    asked++
    const headers = { 'retry-after': '0' }
    return asked > busy ? answerFor(url) : new Response('busy', { status: 503, headers })
  })
  t.match(await pull(addressOf(older), root), { release: older })
  t.equal(asked, 2 + 3)
  ;[asked, busy] = [0, Infinity]
  await t.rejects(pull(addressOf(older), root), { name: 'SourceError', message: /503 busy/ })
  t.equal(asked, 5)
})

t.test('a busy server is asked when it says, else after a second', async t => {
  const waits: number[] = []
  t.teardown(replace(timers, 'setTimeout', async (delay: number) => void waits.push(delay)))
  const busy = [{}, { 'retry-after': '7' }, { 'retry-after': 'soon' }]
  answering(t, url => {
    const headers = busy.shift()
    return headers ? new Response('', { status: 429, headers }) : answerFor(url)
  })
  await pull(addressOf(older), newRoot(t))
  t.strictSame(waits, [1_000, 7_000, 1_000])
})

t.test('changes that are cut off, or of another release, are not taken', async t => {
  for (const header of ['x-total-count', 'x-dataset-release']) {
    const root = newRoot(t)
    await pull(released.address, root)
    const restore = answering(t, async (url, real) => {
      const answer = await real(url)
      return new URL(url).pathname === '/v1/actions' ? without(answer, header) : answer
    })
    const { ways } = await pull(next.address, root)
    t.match(ways, { 'actions.ndjson': 'whole', 'changes.ndjson': 'changed' }, header)
    assertEqual(t, next, root)
    restore()
  }
})

t.test('what is not a copy is not touched, nor what another pull may be writing', async t => {
  answering(t, answerFor)
  const root = newRoot(t)
  const names = ['photos-20261124', '.pull-older', 'notes']
  for (const name of names) mkdirSync(join(root, name), { recursive: true })
  age(root)
  mkdirSync(join(root, '.pull-newer'))
  await pull(addressOf(older), root)
  const { folder } = await pull(addressOf(newer), root)
  age(root)
  utimesSync(join(root, '.pull-newer'), new Date(), new Date())
  await pull(addressOf(newer), root)
  t.strictSame(
    readdirSync(root).sort(),
    ['.pull-newer', basename(folder), 'latest', 'notes', 'photos-20261124'].sort(),
  )
})

/** Throws unless a copy of one of these releases is the last one. */
function assertCopy(release: string | undefined, expected: string[]) {
  if (!expected.includes(release ?? '')) throw new Error(`the last copy is of ${release}`)
}

/** Throws unless a pull has made or found a copy of a release. */
function assertPulled({ release, folder }: Pulled, expected: string) {
  if (release !== expected) throw new Error(`${release} came in the place of ${expected}`)
  for (const [name, hash] of Object.entries(contentOf(release).files))
    if (sha256(readFileSync(join(folder, name))) !== hash) throw new Error(`${name} is damaged`)
}

t.test('pulls that run at the same time all end well, in whatever order answers come', async t => {
  const wanted = fc.array(fc.constantFrom(older, newer), { minLength: 2, maxLength: 4 })
  const property = async (scheduler: fc.Scheduler, before: boolean, wanted: string[]) => {
    const root = newRoot(t)
    const restore = answering(t, answerFor)
    if (before) await pull(addressOf(older), root)
    restore()
    const seen = new Set<string | undefined>()
    const answer = scheduler.scheduleFunction(async (url: string) => {
      seen.add(releaseIn(root))
      return answerFor(url)
    })
    const end = answering(t, answer)
    const pulled = await scheduler.waitFor(
      Promise.all(wanted.map(release => pull(addressOf(release), root))),
    )
    end()
    for (const [i, one] of pulled.entries()) assertPulled(one, wanted[i] as string)
    assertCopy(releaseIn(root), wanted)
    if (before) for (const release of seen) assertCopy(release, [older, newer])
    if (globSync('.*', { cwd: root }).length > 0) throw new Error('a draft is left')
    rmSync(dirname(root), { recursive: true })
  }
  await t.resolves(
    fc.assert(fc.asyncProperty(fc.scheduler(), fc.boolean(), wanted, property), {
      numRuns: 15,
      seed: 1,
    }),
  )
})

/** A folder with a copy of the older release, and with what a pull removes. */
function rootWithLeftovers(t: Test): string {
  const root = newRoot(t)
  for (const name of [older, 'abandoned', '.pull-abandoned'])
    mkdirSync(join(root, name), { recursive: true })
  for (const name of [older, 'abandoned'])
    writeFileSync(join(root, name, 'copy.json'), JSON.stringify(contentOf(older)))
  writeFiles(join(root, older), older)
  writeFileSync(join(root, 'latest'), older)
  age(root)
  return root
}

function writeFiles(folder: string, release: string) {
  for (const [name, lines] of Object.entries(releases[release] ?? {}))
    writeFileSync(join(folder, `${name}.ndjson`), textOf(lines))
}

/** Runs a pull of the newer release. Returns how many calls it made for files. */
async function countFileCalls(t: Test): Promise<number> {
  const root = rootWithLeftovers(t)
  let calls = 0
  const count = (call: number) => {
    calls = call + 1
  }
  await withFileCalls(root, count, () => pull(addressOf(newer), root))
  t.strictSame(globSync('{.*,abandoned}', { cwd: root }), [], 'what was abandoned is gone')
  return calls
}

/** What another process does at a stroke: it publishes a release, and removes what is old. */
function pullElsewhere(root: string, release: string) {
  const draft = newDraft(root, release)
  writeFiles(draft, release)
  publish(root, draft, contentOf(release))
  removeOld(root)
}

t.test('another pull may do its work between any two steps of a pull', async t => {
  answering(t, answerFor)
  const calls = await countFileCalls(t)
  t.ok(calls > 20, `${calls} steps`)
  for (const release of [older, newer])
    for (let step = 0; step < calls; step++) {
      const root = rootWithLeftovers(t)
      const between = (call: number) => {
        assertCopy(releaseIn(root), [older, newer])
        if (call === step) pullElsewhere(root, release)
      }
      const pulled = await withFileCalls(root, between, () => pull(addressOf(newer), root))
      assertPulled(pulled, newer)
      assertCopy(releaseIn(root), [release, newer])
      t.strictSame(globSync('{.*,abandoned}', { cwd: root }), [], `step ${step}`)
    }
})

t.test('a pull that ends at any of its steps leaves the last good copy', async t => {
  answering(t, answerFor)
  const calls = await countFileCalls(t)
  for (let step = 0; step < calls; step++) {
    const root = rootWithLeftovers(t)
    const endFrom = (call: number) => {
      if (call >= step) throw new Error('ended')
    }
    await t.rejects(
      withFileCalls(root, endFrom, () => pull(addressOf(newer), root)),
      `step ${step}`,
    )
    assertCopy(releaseIn(root), [older, newer])
    await pull(addressOf(newer), root)
    age(root)
    const { folder } = await pull(addressOf(newer), root)
    t.equal(releaseIn(root), newer)
    t.strictSame(readdirSync(root).sort(), [basename(folder), 'latest'], 'nothing is left')
  }
})

t.test('a server names no files outside of the copy', async t => {
  const root = newRoot(t)
  const listed = (await answerFor(`${addressOf(older)}/v1/exports`).json()) as {
    data: Record<string, unknown>[]
    meta: object
  }
  const [file] = listed.data
  const strange: [string, object][] = [
    ['name', { data: [{ ...file, name: '../pwned.ndjson' }], meta: listed.meta }],
    ['hash', { data: [{ ...file, sha256: 'x' }], meta: listed.meta }],
    ['address', { data: [{ ...file, url: 'http://elsewhere' }], meta: listed.meta }],
    ['release', { data: [{ ...file, release: '..' }], meta: { release: '..' } }],
    ['form', { data: null, meta: listed.meta }],
  ]
  for (const [what, list] of strange) {
    const restore = answering(t, () => Response.json(list))
    await t.rejects(
      pull(addressOf(older), root),
      { name: 'SourceError', message: /^\/v1\/exports/ },
      what,
    )
    restore()
  }
  t.notOk(existsSync(root))
  answering(t, answerFor)
  t.match(await pull(addressOf(older), root), { release: older })
})

t.test('a file that cannot be had ends the pull', async t => {
  const root = newRoot(t)
  answering(t, url =>
    url.endsWith('.ndjson') ? new Response('gone', { status: 404 }) : answerFor(url),
  )
  await t.rejects(pull(addressOf(older), root), { name: 'SourceError', message: /404 gone/ })
  t.strictSame(readdirSync(root), [])
})

t.test(`a pull that is killed ${kills} times ends equal to the source`, async t => {
  const root = newRoot(t)
  for (let kill = 0; kill < kills; kill++) {
    const isUpdate = kill >= kills / 2
    if (isUpdate && !existsSync(join(root, 'latest'))) await pull(released.address, root)
    const { app, address } = isUpdate ? next : released
    // The list of files, and at least seven files or lists.
    const last = 2 + ((kill * 3) % 7)
    const { child, ended } = startCommand(t, PULL, [address, root])
    let requests = 0
    const killAtLast = () => ++requests === last && child.kill('SIGKILL')
    app.server.on('request', killAtLast)
    t.equal((await ended).code, null, `killed at request ${last}`)
    app.server.off('request', killAtLast)
    t.match(releaseIn(root), isUpdate ? /^2026/ : undefined, 'the last copy is whole')
  }
  const { code, output } = await runCommand(t, PULL, [next.address, root])
  t.equal(code, 0)
  t.match(output, /^actions\.ndjson +\w+\n(?:.*\n)*Release \S+ is in /)
  age(root)
  await pull(next.address, root)
  assertEqual(t, next, root)
})

t.test('the command wants an address and a folder', async t => {
  for (const args of [[], ['http://127.0.0.1'], ['nowhere', 'copy']]) {
    const { out, err, say } = listen()
    t.equal(await runPull(args, say), 2)
    t.match(err, [/^Usage: npm run pull/])
    t.strictSame(out, [])
  }
})
