import { createHash } from 'node:crypto'
import {
  appendFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { pull, type Way } from '../clients/pull/copy.ts'
import { release } from '../src/bin/seed-commands.ts'
import { buildDataset } from '../src/store/build.ts'
import { writeExports } from '../src/store/exports/write.ts'
import { type TestApp, temporaryFolder, testApp } from './fixtures/app.ts'
import { listen, runCommand, startCommand } from './fixtures/command.ts'
import { forecast, retire } from './fixtures/retired.ts'
import { copySeed, edit } from './fixtures/seed.ts'
import { soundAction } from './fixtures/seed-cases.ts'

const soundFile = 'actions/2021/sound.yaml'
const PULL = 'clients/pull/main.ts'
const kills = Number(process.env.PULL_KILLS ?? 3)

type Served = TestApp & { address: string; seed: string; root: string }

/** A server on a port with the files of its release, and an empty folder for a copy. */
async function serving(t: Test): Promise<Served> {
  const seed = copySeed(t)
  const served = await testApp(t, { seed, exported: true })
  const address = await served.app.listen({ port: 0 })
  return { ...served, address, seed, root: join(temporaryFolder(t), 'copy') }
}

/** Changes, adds and removes records, and makes a release of them. */
async function releaseAnother({ seed, file, datasets }: Served, title: string, day: string) {
  edit(seed, 'actions/2021/joint-notice-2021-09.yaml', 'title: ', `title: ${title} `)
  if (!existsSync(join(seed, soundFile))) {
    writeFileSync(join(seed, soundFile), soundAction('sound'))
    rmSync(join(seed, `actions/2021/${forecast}.yaml`))
    retire(seed, [{ record: `actions/${forecast}`, reason: 'coding-error', note: 'Told twice.' }])
  }
  release(seed, new Date(day), ['new-evidence'], listen().say)
  buildDataset(seed, file)
  await writeExports(file)
  await datasets.look()
}

/** What a copy holds, which must be what the server has. */
async function assertEqual(t: Test, { get, root }: Served) {
  const folder = join(root, readFileSync(join(root, 'latest'), 'utf8').trim())
  const { data, meta } = (await get('/v1/exports')).json
  const files = data.filter(
    (file: { release: string; format: string }) =>
      file.release === meta.release && file.format === 'ndjson',
  )
  t.equal(files.length, 8)
  for (const { name, sha256 } of files) t.equal(hashOf(join(folder, name)), sha256, name)
  t.strictSame(globSync('*', { cwd: root }).length, 2, 'nothing else is left')
}

const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

const waysOf = (ways: Record<string, Way>) => new Set(Object.values(ways))

t.test('the first time everything comes, then only what has changed', async t => {
  const served = await serving(t)
  const { address, root } = served
  t.strictSame(waysOf((await pull(address, root)).ways), new Set(['whole']))
  await assertEqual(t, served)
  t.strictSame(waysOf((await pull(address, root)).ways), new Set(['kept']))

  await releaseAnother(served, 'Anew', '2031-01-05')
  const { ways, release } = await pull(`${address}/`, root)
  t.equal(release, '2031.01.0')
  t.match(ways, {
    'actions.ndjson': 'changed',
    'changes.ndjson': 'changed',
    'releases.ndjson': 'whole',
    'regions.ndjson': 'kept',
  })
  await assertEqual(t, served)
})

t.test('what is damaged or not released is fetched as a whole', async t => {
  const served = await serving(t)
  const { address, root, seed, file, datasets } = served
  const { folder } = await pull(address, root)
  appendFileSync(join(folder, 'actors.ndjson'), '{"id":"nobody"}\n')
  t.match((await pull(address, root)).ways, { 'actors.ndjson': 'whole', 'actions.ndjson': 'kept' })
  await assertEqual(t, served)
  rmSync(join(folder, 'claims.ndjson'))
  await pull(address, root)
  await assertEqual(t, served)

  for (const title of ['One', 'Two']) {
    edit(seed, 'dataset.yaml', 'title: ', `title: ${title} `)
    edit(seed, 'actions/2021/joint-notice-2021-09.yaml', 'title: ', `title: ${title} `)
    buildDataset(seed, file)
    await writeExports(file)
    await datasets.look()
    await pull(address, root)
    await assertEqual(t, served)
  }
})

t.test('a copy of a release that the server does not know is no hindrance', async t => {
  const served = await serving(t)
  const { address, root } = served
  const { folder } = await pull(address, root)
  const { files } = JSON.parse(readFileSync(join(folder, 'copy.json'), 'utf8'))
  const old = { release: '2020.01.0', files: { ...files, 'actions.ndjson': '0'.repeat(64) } }
  renameSync(folder, join(root, 'older'))
  writeFileSync(join(root, 'older/copy.json'), JSON.stringify(old))
  writeFileSync(join(root, 'latest'), 'older')
  t.match((await pull(address, root)).ways, { 'actions.ndjson': 'whole', 'claims.ndjson': 'kept' })
  await assertEqual(t, served)
})

t.test('where the hash is wrong, or nothing is offered, the last good copy stays', async t => {
  const served = await serving(t)
  const { address, root, app } = served
  await pull(address, root)
  const before = readFileSync(join(root, 'latest'), 'utf8')
  await releaseAnother(served, 'Anew', '2031-01-05')
  served.app.server.prependListener('request', request => {
    if (request.url?.includes('.ndjson')) request.url = '/v1/exports/latest/actors.csv'
    else if (request.url?.startsWith('/v1/actions')) request.url = '/v1/actors?format=ndjson'
  })
  await t.rejects(pull(address, root), { name: 'SourceError', message: /does not have the hash/ })
  t.equal(readFileSync(join(root, 'latest'), 'utf8'), before)
  await app.close()
  const { code, errors } = await runCommand(t, PULL, [address, root])
  t.equal(code, 1)
  t.match(errors, /fetch failed/)
  t.equal(readFileSync(join(root, 'latest'), 'utf8'), before)
  const bare = await testApp(t)
  const other = await bare.app.listen({ port: 0 })
  await t.rejects(pull(other, root), { name: 'SourceError', message: /there are no files/ })
})

/** Lets answers of the server be other ones. */
function answering(t: Test, change: (answer: Response, path: string) => Response) {
  const real = globalThis.fetch
  return t.intercept(globalThis, 'fetch', {
    value: async (url: string) => change(await real(url), new URL(url).pathname),
  }).restore
}

const without = ({ body, headers }: Response, name: string) => {
  const kept = new Headers(headers)
  kept.delete(name)
  return new Response(body, { headers: kept })
}

t.test('a busy server is asked again, five times at the most', async t => {
  const { address, root } = await serving(t)
  let asked = 0
  let busy = 2
  answering(t, answer => {
    asked++
    const headers = { 'retry-after': '0' }
    return asked > busy ? answer : new Response('busy', { status: 503, headers })
  })
  t.match(await pull(address, root), { release: /./ })
  t.equal(asked, 11)
  ;[asked, busy] = [0, Infinity]
  await t.rejects(pull(address, root), { name: 'SourceError', message: /503 busy/ })
  t.equal(asked, 5)
})

t.test('a busy server that does not say when is asked after a second', async t => {
  const { address, root } = await serving(t)
  let asked = 0
  answering(t, answer => (asked++ > 0 ? answer : new Response('', { status: 429 })))
  const began = Date.now()
  await pull(address, root)
  t.ok(Date.now() - began >= 1_000)
})

t.test('changes that are cut off, or of another release, are not taken', async t => {
  for (const header of ['x-total-count', 'x-dataset-release']) {
    const served = await serving(t)
    const { address, root } = served
    await pull(address, root)
    await releaseAnother(served, 'Anew', '2031-01-05')
    answering(t, (answer, path) => (path === '/v1/actions' ? without(answer, header) : answer))
    const { ways } = await pull(address, root)
    t.match(ways, { 'actions.ndjson': 'whole', 'changes.ndjson': 'changed' }, header)
    await assertEqual(t, served)
  }
})

t.test('what is not a copy is not touched', async t => {
  const served = await serving(t)
  const { address, root } = served
  mkdirSync(join(root, 'photos-20261124'), { recursive: true })
  mkdirSync(join(root, `.pull-${process.ppid}`))
  mkdirSync(join(root, '.pull-999999999'))
  await pull(address, root)
  await releaseAnother(served, 'Anew', '2031-01-05')
  const { folder } = await pull(address, root)
  const names = readdirSync(root).sort()
  t.strictSame(
    names,
    [`.pull-${process.ppid}`, basename(folder), 'latest', 'photos-20261124'].sort(),
  )
})

t.test('two pulls into one folder do not disturb each other', async t => {
  const served = await serving(t)
  const { address, root } = served
  const pulls = await Promise.all([0, 1, 2].map(() => runCommand(t, PULL, [address, root])))
  for (const { code, errors } of pulls) t.equal(code, 0, errors)
  await assertEqual(t, served)
})

t.test('a server names no files outside of the copy', async t => {
  const { address, root } = await serving(t)
  const listed = (await (await fetch(`${address}/v1/exports`)).json()) as {
    data: Record<string, unknown>[]
    meta: object
  }
  const [file] = listed.data.filter(({ format }) => format === 'ndjson')
  const strange: [string, object][] = [
    ['name', { data: [{ ...file, name: '../pwned.ndjson' }], meta: listed.meta }],
    ['hash', { data: [{ ...file, sha256: 'x' }], meta: listed.meta }],
    ['address', { data: [{ ...file, url: 'http://elsewhere' }], meta: listed.meta }],
    ['release', { data: [{ ...file, release: '..' }], meta: { release: '..' } }],
    ['form', { data: null, meta: listed.meta }],
  ]
  for (const [what, list] of strange) {
    const answered = answering(t, () => Response.json(list))
    await t.rejects(pull(address, root), { name: 'SourceError', message: /^\/v1\/exports/ }, what)
    answered()
  }
  t.notOk(existsSync(root))
  t.match(await pull(address, root), { release: /./ })
})

t.test('a file that cannot be had ends the pull', async t => {
  const { address, root } = await serving(t)
  answering(t, (answer, path) =>
    path.endsWith('.ndjson') ? new Response('gone', { status: 404 }) : answer,
  )
  await t.rejects(pull(address, root), { name: 'SourceError', message: /404 gone/ })
  t.notOk(existsSync(join(root, 'latest')))
})

t.test(`a pull that is killed ${kills} times ends equal to the source`, async t => {
  const served = await serving(t)
  const { address, root } = served
  let random = 7
  for (let kill = 0; kill < kills; kill++) {
    random = (random * 16_807) % 2_147_483_647
    const { child, ended } = startCommand(t, PULL, [address, root])
    await setTimeout(100 + (random % 350))
    child.kill('SIGKILL')
    await ended
    if (kill % 5 === 4) await releaseAnother(served, `Kill ${kill}`, `2031-03-${10 + kill}`)
    const latest = join(root, 'latest')
    if (!existsSync(latest)) continue
    const folder = join(root, readFileSync(latest, 'utf8').trim())
    const { files } = JSON.parse(readFileSync(join(folder, 'copy.json'), 'utf8'))
    for (const [name, sha256] of Object.entries(files))
      t.equal(hashOf(join(folder, name)), sha256, `after kill ${kill} ${name} is whole`)
  }
  const { code, output } = await runCommand(t, PULL, [address, root])
  t.equal(code, 0)
  t.match(output, /^actions\.ndjson +\w+\n(?:.*\n)*Release \S+ is in /)
  await assertEqual(t, served)
})

t.test('the command wants an address and a folder', async t => {
  for (const args of [[], ['http://127.0.0.1'], ['nowhere', 'copy']]) {
    const { code, errors } = await runCommand(t, PULL, args)
    t.equal(code, 2)
    t.match(errors, /^Usage: npm run pull/)
  }
})
