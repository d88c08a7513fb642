import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { settings } from '../src/config.ts'
import { problems } from '../src/http/problems.ts'
import { filtersOf, type ViewName, views } from '../src/model/collections.ts'
import { projectRoot } from '../src/store/fingerprint.ts'
import { testApp } from './fixtures/app.ts'
import { openapi } from './fixtures/openapi.ts'

const read = (name: string) => readFileSync(join(projectRoot, name), 'utf8')

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

t.test('each example of the README gives what the README shows', async t => {
  const { get } = await testApp(t)
  const examples = [
    ...read('README.md').matchAll(/```sh\ncurl '([^']+)'\n```\n\n```json\n([^`]*)```/g),
  ]
  t.equal(examples.length, 3, 'the three first questions')
  for (const [, url = '', output = ''] of examples) {
    const { json } = await get(url.replace('http://127.0.0.1:3000', ''))
    t.strictSame(JSON.parse(output), json, url)
  }
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
  const filters = (Object.keys(views) as ViewName[]).flatMap(name =>
    filtersOf(name).map(filter => filter.name),
  )
  const parameters = Object.values(openapi.paths).flatMap(({ get }) =>
    (get?.parameters ?? [])
      .filter(parameter => parameter.in === 'query')
      .map(({ name }) => String(name)),
  )
  const others = parameters.filter(name => !filters.includes(name.replace(/^not_/, '')))
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
