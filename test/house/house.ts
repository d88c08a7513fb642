import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import t from 'tap'
import ts from 'typescript'
import { projectRoot } from '../../src/dataset/project.ts'
import { buildFor, temporaryFolder } from '../fixtures/app.ts'
import { importCommand, runCommand } from '../fixtures/command.ts'

const filesOf = (pattern: string) => globSync(pattern, { cwd: projectRoot }).sort()
const read = (name: string) => readFileSync(join(projectRoot, name), 'utf8')

const sources = filesOf('src/**/*.ts').filter(name => !name.endsWith('.d.ts'))

function readImports(name: string): string[] {
  const text = read(name)
  const imported = ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName)
  const started = [...text.matchAll(/new URL\('([^']+\.ts)'/g)].map(([, place]) => place as string)
  return [...imported, ...started].map(place =>
    place.startsWith('.') ? join(dirname(name), place) : place,
  )
}

const imports = new Map(sources.map(name => [name, readImports(name)]))
/** The files and packages that a file imports or starts: ours by their paths from the project's root, others by their names. */
const importsOf = (name: string): string[] => imports.get(name) ?? []
const ours = (place: string) => /\.(?:ts|json)$/.test(place)

/** The layers from the ground up. */
const layers = [
  'src/model/',
  'src/dataset/',
  'src/build/',
  'src/curate/',
  'src/registers/',
  'src/queries/',
  'src/http/',
  'src/pages/',
  'src/reconcile/',
  'src/config.ts',
  'src/app.ts',
  'src/server.ts',
  'src/bin/',
]
const heightOf = (name: string) => layers.findIndex(layer => name.startsWith(layer))

t.test('imports only go down the layers', async t => {
  for (const name of sources) {
    t.not(heightOf(name), -1, `${name} belongs to a layer`)
    for (const imported of importsOf(name).filter(ours))
      t.ok(heightOf(imported) <= heightOf(name), `${name} may import ${imported}`)
  }
})

t.test('no imports form a circle', async t => {
  const reaches = (from: string, goal: string, seen = new Set<string>()): boolean =>
    importsOf(from)
      .filter(name => ours(name) && !seen.has(name))
      .some(name => name === goal || reaches(name, goal, seen.add(name)))
  for (const name of sources) t.notOk(reaches(name, name), name)
})

t.test('every package that the program needs is declared', async t => {
  const { dependencies }: { dependencies: object } = JSON.parse(read('package.json'))
  const used = sources.flatMap(importsOf).filter(place => !ours(place) && !/^node:/.test(place))
  for (const name of new Set(used.map(place => /^(?:@[^/]+\/)?[^/]+/.exec(place)?.[0] ?? '')))
    t.ok(Object.hasOwn(dependencies, name), name)
})

t.test('a server loads only modules that answers need', async t => {
  const loaded = await runCommand(t, 'test/fixtures/print-loaded.ts', [buildFor(t)])
  t.equal(loaded.code, 0, loaded.errors)
  for (const needed of ['/src/app.ts', '/src/dataset/dataset.ts', '/fastify/fastify.js'])
    t.match(loaded.output, needed)
  for (const needless of ['/src/build/', '/node_modules/ajv/', '/node_modules/hyparquet-writer/'])
    t.notMatch(loaded.output, needless)
  // Its import would load a whole HTTP client.
  for (const name of sources) t.notOk(importsOf(name).includes('node:http'), name)
})

t.test('only programs read the environment', async t => {
  for (const name of sources.filter(name => !name.startsWith('src/bin/')))
    t.notMatch(read(name), /process\.env/, name)
})

/** Programs that write committed files, the name that they write to, and the files. */
const generated: [script: string, name: string, committed: string][] = [
  ['src/bin/write-openapi.ts', 'openapi.yaml', 'openapi.{json,yaml}'],
  ['src/bin/write-schemas.ts', '', 'seed/schemas/*'],
  ['src/bin/write-vocabulary.ts', 'vocabulary.json', 'src/model/vocabulary.json'],
  ['clients/typescript/write-schema.ts', 'schema.d.ts', 'clients/typescript/schema.d.ts'],
]

for (const [script, name, committed] of generated)
  t.test(`the committed ${committed} is the output of ${script}`, async t => {
    const folder = temporaryFolder(t)
    t.match(await importCommand(t, script, [join(folder, name)]), { code: 0 })
    const files = filesOf(committed)
    const names = files.map(file => basename(file))
    t.strictSame(globSync('*', { cwd: folder }).sort(), names)
    for (const file of files)
      t.ok(readFileSync(join(folder, basename(file)), 'utf8') === read(file), `${file} is current`)
  })
