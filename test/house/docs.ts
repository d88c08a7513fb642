import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t from 'tap'
import { settings } from '../../src/config.ts'
import { projectRoot } from '../../src/dataset/project.ts'
import { problems } from '../../src/http/problems/problems.ts'
import { views } from '../../src/model/views.ts'
import { temporaryFolder } from '../fixtures/app.ts'
import { importCommand } from '../fixtures/command.ts'
import { examplesIn } from '../fixtures/examples.ts'
import { openapi } from '../fixtures/openapi.ts'

const read = (name: string) => readFileSync(join(projectRoot, name), 'utf8')
const pages = globSync('docs/*.md', { cwd: projectRoot }).sort()

/** The cells of each row with code in its first cell, in the tables below a heading of a page. */
function rowsBelow(page: string, heading: string): string[][] {
  const sections = read(page).split(/^## /m)
  const section = sections.find(part => part.startsWith(heading)) ?? ''
  const rows = section.split('\n').filter(line => line.startsWith('| `'))
  return rows.map(row => row.split('|').map(cell => cell.trim())).map(cells => cells.slice(1, -1))
}

const codes = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)
const sorted = (items: Iterable<string>) => [...new Set(items)].sort()

t.test('the files that the docs name exist', async t => {
  const ours = /^(?:src|test|seed|bench|docs)\/[\w./-]+$/
  const isMissing = (name: string) => ours.test(name) && !existsSync(join(projectRoot, name))
  for (const page of ['README.md', 'CONTRIBUTING.md', ...pages])
    t.strictSame(codes(read(page)).filter(isMissing), [], page)
})

t.test('each request in the docs has an output', async t => {
  for (const page of pages)
    t.equal(examplesIn(read(page)).length, read(page).match(/^curl '/gm)?.length ?? 0, page)
})

t.test('the outputs in the docs are those that the program writes', async t => {
  const folder = temporaryFolder(t)
  for (const page of pages) {
    mkdirSync(dirname(join(folder, page)), { recursive: true })
    writeFileSync(join(folder, page), read(page).replace('"release": "', '"release": "0'))
  }
  t.match(await importCommand(t, 'src/bin/write-examples.ts', [folder]), { code: 0 })
  for (const page of pages) t.equal(readFileSync(join(folder, page), 'utf8'), read(page), page)
})

const API = 'docs/api.md'
const filtersAt: Record<string, string[]> = Object.fromEntries(
  Object.values(views).map(({ name, filters }) => [`/v1/${name}`, filters.map(({ name }) => name)]),
)
filtersAt['/v1/counts'] = filtersAt['/v1/actions'] ?? []
filtersAt['/v1/coverage'] = ['kind', 'region']

t.test(`${API} names every path, filter and other parameter, and no more`, async t => {
  const paths = rowsBelow(API, 'Paths').flatMap(([cell]) => codes(cell))
  t.strictSame(sorted(paths), sorted(Object.keys(openapi.paths)))

  const filters = rowsBelow(API, 'Filters').flatMap(([lists, names]) =>
    codes(lists).map(list => [list, new Set(codes(names))] as const),
  )
  const expected = Object.entries(filtersAt).map(([path, names]) => [path, new Set(names)] as const)
  t.same(new Map(filters), new Map(expected))

  const parameters = rowsBelow(API, 'Other parameters').flatMap(([cell]) => codes(cell))
  const others = Object.entries(openapi.paths).flatMap(([path, { get }]) =>
    (get?.parameters ?? [])
      .filter(parameter => parameter.in === 'query')
      .map(({ name }) => name)
      .filter(name => !filtersAt[path]?.includes(name.replace(/^not_/, ''))),
  )
  t.strictSame(sorted(parameters), sorted(others))
})

t.test(`${API} names every problem with its status, and no more`, async t => {
  const documented = rowsBelow(API, 'Refusals').map(([code, status]) => [...codes(code), status])
  const expected = Object.entries(problems).map(([code, { status }]) => [code, String(status)])
  t.strictSame(documented, expected)
})

t.test('docs/operations.md names every setting with its default, and no more', async t => {
  const documented = rowsBelow('docs/operations.md', 'Settings').map(
    ([name, fallback, meaning]) => [codes(name)[0], codes(fallback)[0], meaning],
  )
  const expected = Object.entries(settings.shape).map(([name, schema]) => {
    const fallback = 'defaultValue' in schema.def ? schema.def.defaultValue : undefined
    return [name, fallback, schema.description]
  })
  t.strictSame(documented, expected)
})
