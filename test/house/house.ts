import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t from 'tap'
import ts from 'typescript'
import { editorSchemas } from '../../src/store/editor-schemas.ts'
import { projectRoot } from '../../src/store/fingerprint.ts'
import { buildFor, temporaryFolder } from '../fixtures/app.ts'
import { importCommand, runCommand } from '../fixtures/command.ts'

const filesOf = (pattern: string) => globSync(pattern, { cwd: projectRoot }).sort()
const read = (name: string) => readFileSync(join(projectRoot, name), 'utf8')

const sources = filesOf('src/**/*.ts').filter(name => !name.endsWith('.d.ts'))

const imports = new Map<string, string[]>()

/** The files and packages that a file imports or starts: ours by their paths from the project's root, others by their names. */
function importsOf(name: string): string[] {
  const known = imports.get(name) ?? readImports(name)
  imports.set(name, known)
  return known
}

function readImports(name: string): string[] {
  const text = read(name)
  const imported = ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName)
  const started = [...text.matchAll(/new URL\('([^']+\.ts)'/g)].map(([, place]) => place as string)
  return [...imported, ...started].map(place =>
    place.startsWith('.') ? join(dirname(name), place) : place,
  )
}
const ours = (place: string) => /\.(?:ts|json)$/.test(place)

/** The layers from the ground up. */
const layers = [
  'src/model/',
  'src/store/',
  'src/queries/',
  'src/http/',
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

t.test('no file imports itself by way of others', async t => {
  const reaches = (from: string, goal: string, seen = new Set<string>()): boolean =>
    importsOf(from)
      .filter(name => ours(name) && !seen.has(name))
      .some(name => name === goal || reaches(name, goal, seen.add(name)))
  for (const name of sources) t.notOk(reaches(name, name), name)
})

t.test('the program needs no package that is not declared', async t => {
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: object }
  const packageOf = (place: string) => /^(?:@[^/]+\/)?[^/]+/.exec(place)?.[0] as string
  const used = sources.flatMap(importsOf).filter(place => !ours(place))
  for (const name of new Set(used.filter(place => !place.startsWith('node:')).map(packageOf)))
    t.ok(Object.hasOwn(dependencies, name), name)
})

t.test('a server loads nothing that no answer needs', async t => {
  const { code, output, errors } = await runCommand(t, 'test/fixtures/print-loaded.ts', [
    buildFor(t),
  ])
  t.equal(code, 0, errors)
  for (const needed of ['/src/app.ts', '/src/store/dataset.ts', '/fastify/fastify.js'])
    t.match(output, needed)
  const needless = [
    ...['build', 'seed', 'check'].map(name => `/src/store/${name}.ts`),
    ...['/src/store/exports/write.ts', '/src/model/yaml-file.ts'],
    ...['ajv', 'hyparquet-writer'].map(name => `/node_modules/${name}/`),
  ]
  for (const place of needless) t.notMatch(output, place)
  // As an import it would bring a whole HTTP client with it.
  for (const name of sources) t.notOk(importsOf(name).includes('node:http'), name)
})

t.test('only what starts something reads the environment', async t => {
  for (const name of sources)
    if (!name.startsWith('src/bin/')) t.notMatch(read(name), /process\.env/, name)
})

t.test('every source file is loaded or started by a test', async t => {
  const started = (name: string) => sources.filter(source => read(name).includes(`'${source}'`))
  const open = filesOf('test/**/*.ts').flatMap(name => [
    ...importsOf(name).filter(ours),
    ...started(name),
  ])
  const loaded = new Set<string>()
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (!loaded.has(name)) open.push(...importsOf(name).filter(ours))
    loaded.add(name)
  }
  t.strictSame(
    sources.filter(name => !loaded.has(name)),
    [],
  )
})

t.test('the vocabulary of the program is that of the seed', async t => {
  const file = join(temporaryFolder(t), 'vocabulary.json')
  t.match(await importCommand(t, 'src/bin/write-vocabulary.ts', [file]), { code: 0 })
  t.equal(read('src/model/vocabulary.json'), readFileSync(file, 'utf8'))
})

t.test('the committed editor schemas are what the program writes', async t => {
  const folder = temporaryFolder(t)
  t.match(await importCommand(t, 'src/bin/write-schemas.ts', [folder]), { code: 0 })
  const names = Object.keys(editorSchemas()).sort()
  t.strictSame(globSync('*', { cwd: folder }).sort(), names)
  t.strictSame(
    filesOf('seed/schemas/*').map(name => name.replace('seed/schemas/', '')),
    names,
  )
  for (const name of names)
    t.equal(read(`seed/schemas/${name}`), readFileSync(join(folder, name), 'utf8'), name)
})
