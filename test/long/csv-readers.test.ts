import { execFileSync } from 'node:child_process'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import t from 'tap'
import { csvText } from '../../src/model/csv.ts'
import { temporaryFolder, testApp } from '../fixtures/app.ts'
import { readCsv } from '../fixtures/csv.ts'
import { inventedSeed } from '../fixtures/invented.ts'

const folder = temporaryFolder(t)
const { get, file } = await testApp(t, { seed: inventedSeed(t), exported: true })

/** Every CSV file of the release, an answer of each list, and a table of texts that are hard to read. */
async function tables(): Promise<string[]> {
  const paths = ['actions', 'actors', 'claims', 'releases'].map(name => `/v1/${name}?format=csv`)
  const more = ['/v1/actions?format=csv&shape=long', '/v1/actions?format=csv&fields=due']
  const counts = '/v1/counts?group_by=month,type&format=csv'
  const answers = await Promise.all([...paths, ...more, counts].map(path => get(path)))
  const hard = [
    'a,b',
    '"',
    'a\nb',
    'a\r\nb',
    "'",
    '=1+1',
    ' a ',
    '火币',
    '🙂',
    'a;b\\;c',
    null,
    '-5',
  ]
  const texts = [
    ...answers.map(({ body }) => body),
    csvText([['one', 'two'], ...hard.map((cell, i) => [cell, hard.at(-i - 1) ?? null])]),
  ]
  const written = texts.map((text, i) => {
    writeFileSync(join(folder, `${i}.csv`), text)
    return join(folder, `${i}.csv`)
  })
  return [...written, ...globSync(join(dirname(file), 'exports', '*', '*.csv'))]
}

const paths = await tables()

/** The cells of a table, row by row, as the reader of the other tests has them. */
const expected = (path: string) =>
  readCsv(readFileSync(path, 'utf8')).map(row => Object.values(row))

/** Runs a program once for all tables. Returns what it prints. */
const run = (program: string, args: string[]) =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 26 })

const python = '/usr/bin/python3'
const script = `import csv, json, sys
for path in sys.argv[1:]: print(json.dumps(list(csv.reader(open(path, newline="", encoding="utf-8")))))`

t.test("Python's csv reads the same table", async t => {
  const output = run(python, ['-c', script, ...paths])
  const tables = output.trimEnd().split('\n')
  t.equal(tables.length, paths.length)
  for (const [i, path] of paths.entries()) {
    const [header, ...rows] = JSON.parse(tables[i] as string)
    t.strictSame(header, readFileSync(path, 'utf8').split('\r\n')[0]?.split(','), path)
    t.strictSame(rows, expected(path), path)
  }
})

const sqlite = '/usr/bin/sqlite3'
const SEPARATOR = '--- next table ---'

t.test('SQLite imports the same table', async t => {
  const commands = paths.flatMap((path, i) => [
    `.import --csv ${path} t${i}`,
    `SELECT * FROM t${i}`,
    `.print '${SEPARATOR}'`,
  ])
  const output = run(sqlite, ['-json', ':memory:', ...commands])
  const tables = output.split(`${SEPARATOR}\n`).slice(0, -1)
  t.equal(tables.length, paths.length)
  for (const [i, path] of paths.entries()) {
    const rows = JSON.parse(tables[i] || '[]')
    t.strictSame(
      rows.map((row: object) => Object.values(row)),
      expected(path),
      path,
    )
  }
})

t.test('DuckDB reads the same table', async t => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const options = `header = true, all_varchar = true, delim = ',', quote = '"', escape = '"'`
  for (const path of paths) {
    const answer = await connection.runAndReadAll(
      `SELECT * FROM read_csv('${path}', ${options}, parallel = false)`,
    )
    const rows = answer.getRows().map(row => row.map(cell => cell ?? ''))
    t.strictSame(rows, expected(path), path)
  }
})
