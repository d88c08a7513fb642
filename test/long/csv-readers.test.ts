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

/** Texts that are hard to read. */
const hard = [
  ...['a,b', '"', 'a\nb', 'a\r\nb', "'", '=1+1', ' a ', '火币', '🙂', 'a;b\\;c', '-5'],
  null,
]

/** The paths of every CSV file of the release, an answer of each list, and a table of hard texts. */
async function writeTables(): Promise<string[]> {
  const lists = ['actions?', 'actors?', 'claims?', 'releases?', 'actions?shape=long&']
  const urls = [...lists, 'actions?fields=due&', 'counts?group_by=month,type&'].map(
    list => `/v1/${list}format=csv`,
  )
  const answers = await Promise.all(urls.map(url => get(url)))
  const table = csvText([['one', 'two'], ...hard.map((cell, i) => [cell, hard.at(-i - 1) ?? null])])
  const written = [...answers.map(({ body }) => body), table].map((text, i) => {
    writeFileSync(join(folder, `${i}.csv`), text)
    return join(folder, `${i}.csv`)
  })
  return [...written, ...globSync(join(dirname(file), 'exports/*/*.csv'))]
}

const paths = await writeTables()

/** The cells of a table, row by row, as the other tests read it. */
const expected = (path: string) =>
  readCsv(readFileSync(path, 'utf8')).map(row => Object.values(row))

const script = `import csv, json, sys
for path in sys.argv[1:]: print(json.dumps(list(csv.reader(open(path, newline="", encoding="utf-8")))))`

t.test("Python's csv reads the same tables", async t => {
  const options = { encoding: 'utf8', maxBuffer: 2 ** 26 } as const
  const output = execFileSync('/usr/bin/python3', ['-c', script, ...paths], options)
  const tables = output.split('\n').slice(0, -1)
  t.equal(tables.length, paths.length)
  for (const [i, path] of paths.entries()) {
    const [header, ...rows] = JSON.parse(tables[i] as string)
    t.strictSame(header, readFileSync(path, 'utf8').split('\r\n')[0]?.split(','), path)
    t.strictSame(rows, expected(path), path)
  }
})

t.test('DuckDB reads the same tables', async t => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const options = `header = true, all_varchar = true, delim = ',', quote = '"', escape = '"'`
  for (const path of paths) {
    const query = `SELECT * FROM read_csv('${path}', ${options}, parallel = false)`
    const rows = (await connection.runAndReadAll(query)).getRows()
    const cells = rows.map(row => row.map(cell => cell ?? ''))
    t.strictSame(cells, expected(path), path)
  }
})
