// @ts-check
// Plain JavaScript, and none of the newest: it runs on whatever Node a machine has.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findNode } from './find-node.js'
import { nodeSettings } from './node-settings.js'

const USAGE = 'Usage: node src/bin/launch.js [NAME=value …] <file or tool> [argument …]'
const WATCH_MS = 250

const root = fileURLToPath(new URL('../..', import.meta.url))
/** @param {string} name */
const readJson = name => JSON.parse(readFileSync(join(root, name), 'utf8'))
const { engines, devDependencies } = readJson('package.json')
const minimum = Number(/\d+/.exec(engines.node))

/** The file of a tool such as `tap`, which a package of devDependencies brings; else the file that is named. @param {string} name */
function fileOf(name) {
  const isTool = /^\w+$/.test(name)
  for (const folder of isTool ? Object.keys(devDependencies) : []) {
    const { bin } = readJson(`node_modules/${folder}/package.json`)
    if (bin?.[name]) return join(root, 'node_modules', folder, bin[name])
  }
  return name
}

/** @param {string} message */
function refuse(message) {
  console.error(message)
  process.exit(1)
}

/** Starts a program, hands it every signal, and ends as it ends. @param {string} node @param {string[]} args */
function run(node, args) {
  const child = spawn(node, args, { stdio: 'inherit' })
  // On Windows the program has Ctrl-C from its console, and a signal that is sent would end it at once.
  const isPassed = process.platform !== 'win32'
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(name, signal => isPassed && child.kill(signal))
  // npm passes SIGTERM to its shell only, and a shell that dies leaves its child behind.
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    child.kill('SIGTERM')
  }, WATCH_MS)
  if (!process.env.npm_lifecycle_event) clearInterval(watch)
  child.on('error', ({ message }) => refuse(message))
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code === null ? 1 : code)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

const words = process.argv.slice(2)
const first = words.findIndex(word => !/^\w+=/.test(word))
if (first === -1) refuse(USAGE)
for (const word of words.slice(0, first)) {
  const end = word.indexOf('=')
  process.env[word.slice(0, end)] = word.slice(end + 1)
}

const report = /** @type {any} */ (process.report.getReport())
const node = findNode({
  platform: process.platform,
  arch: process.arch,
  glibc: report.header.glibcVersionRuntime,
  version: process.versions.node,
  execPath: process.execPath,
  minimum,
  exists: file => existsSync(join(root, file)),
})
if (node === undefined)
  refuse(
    `Node ${minimum} or newer is needed, and this is ${process.versions.node}: install Node ${minimum}. (On Linux with glibc, x64 or arm64, \`npm ci\` brings it.)`,
  )
else {
  const [program = '', ...args] = words.slice(first)
  const { variables = {}, options = [] } =
    /** @type {Record<string, { variables?: object, options?: string[] }>} */ (nodeSettings)[
      relative(root, resolve(program)).replaceAll('\\', '/')
    ] || {}
  const path = [dirname(resolve(root, node)), join(root, 'node_modules/.bin'), process.env.PATH]
  Object.assign(process.env, { ...variables, ...process.env, PATH: path.join(delimiter) })
  run(resolve(root, node), [...options, fileOf(program), ...args])
}
