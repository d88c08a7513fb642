import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t from 'tap'
import { settings } from '../../src/config.ts'
import { problems } from '../../src/http/problems.ts'
import { filtersOf, type ViewName, views } from '../../src/model/collections.ts'
import { projectRoot } from '../../src/store/fingerprint.ts'
import { temporaryFolder, testApp } from '../fixtures/app.ts'
import { importCommand } from '../fixtures/command.ts'
import { examplesIn, partOf } from '../fixtures/examples.ts'
import { openapi } from '../fixtures/openapi.ts'

const read = (name: string) => readFileSync(join(projectRoot, name), 'utf8')

const pages = globSync('docs/*.md', { cwd: projectRoot }).sort()

/** The code spans in the first cell of each row of the tables below a heading. */
function rowsBelow(text: string, heading: string): string[][] {
  const section = text.split(/^## /m).find(part => part.startsWith(heading)) ?? ''
  const rows = section.split('\n').filter(line => line.startsWith('| `'))
  return rows.map(row =>
    row
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim()),
  )
}

const codes = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code as string)
const sorted = (items: Iterable<string>) => [...new Set(items)].sort()

t.test('each example of the docs gives what is shown', async t => {
  const { get } = await testApp(t, { exported: true })
  let shown = 0
  for (const page of pages)
    for (const { url, part, output } of examplesIn(read(page))) {
      const { host, origin } = new URL(url)
      const { json } = await get(url.replace(origin, ''), { host })
      t.strictSame(output, partOf(json, part), `${page}: ${url} ${part}`)
      shown++
    }
  const requests = pages.flatMap(name => read(name).match(/^curl '/gm) ?? [])
  t.equal(shown, requests.length, 'each request is an example')
})

t.test('the committed examples are what the program writes', async t => {
  const folder = temporaryFolder(t)
  for (const page of pages) {
    mkdirSync(dirname(join(folder, page)), { recursive: true })
    writeFileSync(join(folder, page), read(page).replace('"release": "', '"release": "0'))
  }
  t.match(await importCommand(t, 'src/bin/write-examples.ts', [folder]), { code: 0 })
  for (const page of pages) t.equal(readFileSync(join(folder, page), 'utf8'), read(page), page)
})

t.test('docs/api.md names every path and no other', async t => {
  const documented = rowsBelow(read('docs/api.md'), 'Paths').flatMap(([cell]) => codes(cell))
  t.strictSame(sorted(documented), sorted(Object.keys(openapi.paths)))
})

t.test('docs/api.md names every filter of every list and no other', async t => {
  const documented = rowsBelow(read('docs/api.md'), 'Filters').flatMap(([lists, filters]) =>
    codes(lists).map(list => [list, sorted(codes(filters))] as const),
  )
  const real = (Object.keys(views) as ViewName[]).map(
    name => [`/v1/${name}`, sorted(filtersOf(name).map(filter => filter.name))] as const,
  )
  const counts = ['/v1/counts', new Map(real).get('/v1/actions')] as const
  t.strictSame(
    new Map(documented),
    new Map([...real, counts].map(([path, names]) => [path, names])),
  )
})

t.test('docs/api.md names every other parameter and no other', async t => {
  const documented = rowsBelow(read('docs/api.md'), 'Other parameters').flatMap(([cell]) =>
    codes(cell),
  )
  const filtersAt = (path: string) => {
    const list = path === '/v1/counts' ? 'actions' : path.replace('/v1/', '')
    return list in views ? filtersOf(list as ViewName).map(filter => filter.name) : []
  }
  const others = Object.entries(openapi.paths).flatMap(([path, { get }]) =>
    (get?.parameters ?? [])
      .filter(parameter => parameter.in === 'query')
      .map(({ name }) => name)
      .filter(name => !filtersAt(path).includes(name.replace(/^not_/, ''))),
  )
  t.strictSame(sorted(documented), sorted(others))
})

t.test('docs/api.md names every problem with its status and no other', async t => {
  const documented = rowsBelow(read('docs/api.md'), 'Refusals').map(([code, status]) => [
    codes(code)[0],
    status,
  ])
  t.strictSame(
    documented,
    Object.entries(problems).map(([code, { status }]) => [code, String(status)]),
  )
})

t.test('docs/operations.md names every setting with its default and no other', async t => {
  const documented = rowsBelow(read('docs/operations.md'), 'Settings').map(
    ([name, fallback, meaning]) => [codes(name)[0], codes(fallback)[0], meaning],
  )
  t.strictSame(
    documented,
    Object.entries(settings).map(([name, { fallback, describe }]) => [name, fallback, describe]),
  )
})
