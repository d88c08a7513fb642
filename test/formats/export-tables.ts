import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Package } from 'datapackage'
import t from 'tap'
import { openReadOnly } from '../../src/store/database.ts'
import { exportTables } from '../../src/store/exports/tables.ts'
import { everything, testApp } from '../fixtures/app.ts'
import { type Row, readCsv } from '../fixtures/csv.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { readParquet } from '../fixtures/parquet.ts'

const { get, file } = await testApp(t, { seed: inventedSeed(t), exported: true })
const [folder = ''] = globSync(join(dirname(file), 'exports', '*'))
const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const db = openReadOnly(file)
const tables = exportTables(db)

/** Tables of the dataset file that only the server reads. */
const serving = /^(?:records|sets|words|days|claim_rows|meta|search.*|sqlite_.*)$/

t.test('every table of records is there, with every column', async t => {
  const real = (db.pragma('table_list') as { name: string }[]).map(({ name }) => name)
  t.strictSame(
    tables.map(({ name }) => name).sort(),
    real.filter(name => !serving.test(name)).sort(),
  )
  for (const { name, columns } of tables) {
    t.strictSame(
      Object.keys(readCsv(read(`${name}.csv`))[0] ?? {}).length,
      name === 'retired' || name === 'actor_identifiers' ? 0 : columns.length,
      name,
    )
    t.equal(read(`${name}.csv`).split('\r\n')[0], columns.map(column => column.name).join(','))
    for (const { description } of columns) t.match(description, /\w{3}/, name)
  }
})

const text = (value: unknown): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)

t.test('CSV and Parquet have the rows of the tables', async t => {
  for (const { name, columns } of tables) {
    const rows = readCsv(read(`${name}.csv`))
    const stored = db.prepare(`SELECT * FROM ${name}`).all() as Record<string, unknown>[]
    const parquet = await readParquet(folder, name)
    t.equal(rows.length, stored.length, name)
    t.equal(parquet.length, stored.length, name)
    for (const { name: column, type } of columns) {
      const isJson = type === 'json' || type === 'array'
      const shown = (cell: unknown) => {
        if (cell === null) return ''
        return type === 'boolean' ? String(cell === 1) : String(cell)
      }
      t.strictSame(
        rows.map(row => row[column]),
        stored.map(row => shown(row[column])),
        `${name}.${column}`,
      )
      const cells = parquet.map(row => text(row[column]))
      t.strictSame(
        isJson ? cells.map(cell => cell || 'null') : cells,
        rows
          .map(row => row[column])
          .map(cell => (isJson ? text(JSON.parse(cell || 'null')) : cell)),
        `${name}.${column}`,
      )
    }
  }
})

t.test('NDJSON has the records of each list, in the order of their bytes', async t => {
  const views = 'actions actors regions documents claims vocabulary releases changes'.split(' ')
  for (const view of views) {
    const lines = read(`${view}.ndjson`).split('\n').slice(0, -1)
    const { body } = await get(`/v1/${view}?format=ndjson`)
    const sorted = body
      .split('\n')
      .slice(0, -1)
      .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    t.strictSame(lines, sorted, view)
    t.equal(lines.length, (await everything(get, `/v1/${view}?limit=500`)).length)
  }
})

t.test('the Data Package is valid, and every row is what its schema says', async t => {
  const descriptor = JSON.parse(read('datapackage.json'))
  const files = globSync('*', { cwd: folder }).filter(name => !/\.(?:br|gz)$|^manifest/.test(name))
  t.strictSame(
    [...descriptor.resources.map(({ path }: { path: string }) => path), 'datapackage.json'].sort(),
    files.sort(),
  )
  // The reader knows the first edition of the specification, in which a table says so by a profile.
  const resources = descriptor.resources
    .filter(({ type }: { type?: string }) => type === 'table')
    .map((resource: object) => ({ ...resource, profile: 'tabular-data-resource' }))
  const described = { ...descriptor, resources }
  const dataPackage = await Package.load(described, { basePath: folder, strict: true })
  t.ok(dataPackage.valid, String(dataPackage.errors))
  t.strictSame(
    dataPackage.resourceNames,
    tables.map(({ name }) => name),
  )
  for (const resource of dataPackage.resources) {
    const rows = await resource.read({ relations: true })
    t.equal(rows.length, readCsv(read(`${resource.name}.csv`)).length, resource.name)
  }
})

type Column = { name: string; datatype: string; required: boolean }
type Table = {
  url: string
  tableSchema: {
    columns: Column[]
    primaryKey?: string[]
    foreignKeys?: {
      columnReference: string[]
      reference: { resource: string; columnReference: string[] }
    }[]
  }
}

const forms: Record<string, RegExp> = {
  string: /./s,
  date: /^\d{4}-\d{2}-\d{2}$/,
  integer: /^-?\d+$/,
  double: /^-?\d+(?:\.\d+)?$/,
  boolean: /^(?:true|false)$/,
}

function isA(datatype: string, cell: string): boolean {
  if (datatype === 'json') return JSON.parse(cell) !== undefined
  return forms[datatype]?.test(cell) ?? false
}

t.test('the description by CSV on the Web holds for every cell', async t => {
  const group = JSON.parse(read('csv-metadata.json')) as { '@context': string; tables: Table[] }
  t.equal(group['@context'], 'http://www.w3.org/ns/csvw')
  const rowsOf = new Map(group.tables.map(({ url }) => [url, readCsv(read(url))]))
  t.equal(rowsOf.size, tables.length)
  for (const { url, tableSchema } of group.tables) {
    const rows = rowsOf.get(url) as Row[]
    t.equal(read(url).split('\r\n')[0], tableSchema.columns.map(({ name }) => name).join(','))
    for (const { name, datatype, required } of tableSchema.columns) {
      const cells = rows.map(row => row[name] as string)
      const unfit = cells.filter(cell => (cell === '' ? required : !isA(datatype, cell)))
      t.strictSame(unfit, [], `${url} ${name}: ${datatype}`)
    }
    const key = tableSchema.primaryKey ?? []
    const keys = rows.map(row => key.map(name => row[name]).join('\0'))
    if (key.length > 0) t.equal(new Set(keys).size, keys.length, `${url}: the key is one`)
    for (const {
      columnReference: [column = ''],
      reference,
    } of tableSchema.foreignKeys ?? []) {
      const [foreign = ''] = reference.columnReference
      const known = new Set(rowsOf.get(reference.resource)?.map(row => row[foreign]))
      const unknown = rows.map(row => row[column]).filter(cell => cell !== '' && !known.has(cell))
      t.strictSame(unknown, [], `${url} ${column}`)
    }
  }
})
