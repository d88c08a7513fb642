import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { temporaryFolder } from '../fixtures/app.ts'
import { startBare } from '../fixtures/serving.ts'

/** A build that succeeds says nothing else on standard error. */
const warnings = /^(?:warning: [^\n]*\n)*$/
const BUILD = `${process.execPath} src/bin/build-dataset.ts`
const SERVE = `${process.execPath} src/bin/serve.ts`

type Settings = Record<string, string>

const runBuild = (t: Test, env: Settings, before?: string) =>
  startBare(t, BUILD, { env, before }).ended

/** Every file of a folder but for the lock, with its content. */
function contentOf(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = names.filter(entry => entry.isFile() && !entry.name.endsWith('.lock'))
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort()
  return new Map(paths.map(path => [path.slice(folder.length), readFileSync(path, 'latin1')]))
}

/** What a build writes before it is complete; it is killed as soon as there is one. */
const drafts = [
  /^events\.sqlite\.\d+\.draft\.loose$/,
  /^events\.sqlite\.\d+\.draft$/,
  /^exports\/[^/]+\.draft\/.+\.csv$/,
  /^exports\/[^/]+\.draft\/.+\.parquet$/,
  /^exports\/[^/]+\.draft\/manifest\.json$/,
]

t.test('killed builds leave the old dataset, and the next one removes the rest', async t => {
  const folder = temporaryFolder(t)
  const env = { DATABASE: join(folder, 'events.sqlite') }
  const namesIn = () => globSync('**', { cwd: folder })
  let leftovers = 0
  t.match(await runBuild(t, env), { code: 0, errors: warnings })
  const complete = contentOf(folder)
  for (const draft of drafts) {
    rmSync(join(folder, 'exports'), { recursive: true })
    const { child, ended } = startBare(t, BUILD, { env })
    let hasEnded = false
    void ended.then(() => {
      hasEnded = true
    })
    while (!hasEnded && !namesIn().some(name => draft.test(name))) await setImmediate()
    child.kill('SIGKILL')
    await ended
    leftovers += namesIn().filter(name => name.includes('.draft')).length
    t.equal(contentOf(folder).get('/events.sqlite'), complete.get('/events.sqlite'), String(draft))
    t.match(await runBuild(t, env), { code: 0, errors: warnings })
    t.strictSame(contentOf(folder), complete)
  }
  t.ok(leftovers > 0, `${leftovers} files were left`)
})

t.test('builds at the same time take turns, and all of them succeed', async t => {
  const folder = temporaryFolder(t)
  const env = { DATABASE: join(folder, 'events.sqlite') }
  const builds = Array.from({ length: 4 }, () => runBuild(t, env))
  for (const build of builds) t.match(await build, { code: 0, errors: warnings })
  const others = temporaryFolder(t)
  await runBuild(t, { DATABASE: join(others, 'events.sqlite') })
  t.strictSame(contentOf(folder), contentOf(others))
})

t.test('a build that cannot write says why in one line, and leaves nothing', async t => {
  const folder = temporaryFolder(t)
  const DATABASE = join(folder, 'events.sqlite')
  const line = /^[^\n]+\n$/
  // As on a full disk, a file cannot grow beyond so many blocks.
  for (const blocks of [8, 1_000, 5_000, 50_000]) {
    const failed = await runBuild(t, { DATABASE }, `trap "" XFSZ; ulimit -f ${blocks}`)
    t.match(failed, { code: 1, output: '', errors: line }, `${blocks} blocks`)
    t.strictSame([...contentOf(folder).keys()], [])
  }
  const nowhere = await runBuild(t, { DATABASE: '/dev/null/events.sqlite' })
  t.match(nowhere, { code: 1, output: '', errors: line })
  const settings = await runBuild(t, { DATABASE, PORT: 'http' })
  t.match(settings, { code: 1, output: '', errors: /^BadSettings: PORT='http'[^\n]*\n$/ })
  writeFileSync(join(folder, 'exports'), '')
  t.match(await runBuild(t, { DATABASE }), { code: 1, output: '', errors: line })
  t.notOk(existsSync(DATABASE))
})

t.test('a server does not start where the dataset would replace something else', async t => {
  const foreign: [what: string, make: (path: string) => void][] = [
    ['a text', path => writeFileSync(path, 'a novel')],
    ['a folder', path => mkdirSync(path)],
    // In a folder where nobody can create or rename a file: a broken check must not do harm.
    ['a device', path => symlinkSync('/dev/pts/ptmx', path)],
  ]
  for (const [what, make] of foreign) {
    const folder = temporaryFolder(t)
    const DATABASE = join(folder, 'events.sqlite')
    make(DATABASE)
    const ended = await startBare(t, SERVE, { env: { DATABASE, PORT: '0' } }).ended
    t.match(ended, { code: 1, output: '', errors: /^NotOurs: [^\n]* is no [^\n]*\n$/ }, what)
    t.strictSame(readdirSync(folder), ['events.sqlite'])
  }
})
