import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Package } from 'datapackage'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import t from 'tap'
import { lists } from '../../src/build/file/tables.ts'
import { openReadOnly } from '../../src/dataset/database.ts'
import { everything, testApp } from '../fixtures/app.ts'
import { leavesOf, type Row, readCsv } from '../fixtures/csv.ts'
import { inventedSeed } from '../fixtures/invented.ts'

type Column = { name: string; datatype: string; required: boolean; 'dc:description': string }
type Field = { name: string; type: string; constraints?: { required: boolean } }
type Described = {
  name: string
  schema: { fields: Field[]; primaryKey: string[]; foreignKeys: object[] }
}
type ForeignKey = {
  columnReference: [string]
  reference: { resource: string; columnReference: [string] }
}
type Table = {
  url: string
  tableSchema: { columns: Column[]; primaryKey?: string[]; foreignKeys?: ForeignKey[] }
}

const { get, file } = await testApp(t, { seed: inventedSeed(t), exported: true })
const [folder = ''] = globSync(join(dirname(file), 'exports', '*'))
const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const linesOf = (text: string) => text.split('\n').slice(0, -1)
const db = openReadOnly(file)
t.teardown(() => db.close())

/** The tables, as CSV on the Web describes them, by name. */
const group: { '@context': string; tables: Table[] } = JSON.parse(read('csv-metadata.json'))
const tables = new Map(group.tables.map(table => [table.url.replace('.csv', ''), table]))
const rowsOf = (table: string): Row[] => readCsv(read(`${table}.csv`))

/** Tables of the dataset file for the server alone. */
const serving = /^(?:records|sets|words|days|entries|meta|search.*|sqlite_.*)$/

t.test('every table of records is exported, with every column', async t => {
  t.equal(group['@context'], 'http://www.w3.org/ns/csvw')
  const tableList = "SELECT name FROM pragma_table_list WHERE type <> 'view'"
  const stored = db.prepare<[], string>(tableList).pluck().all()
  t.strictSame([...tables.keys()].sort(), stored.filter(name => !serving.test(name)).sort())
  for (const [name, { tableSchema }] of tables) {
    const columns = tableSchema.columns.map(({ name }) => name)
    const [header] = read(`${name}.csv`).split('\r\n')
    t.equal(header, columns.join(','), name)
    const info = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck()
    t.same(new Set(columns), new Set(info.all(name)), name)
    for (const column of tableSchema.columns) t.match(column['dc:description'], /\w{3}/, name)
  }
})

/** JSON without its white space; empty for null, which Parquet does not distinguish from nothing. */
const compact = (json: string) => (json === 'null' ? '' : JSON.stringify(JSON.parse(json)))

/** The text of a stored value in CSV. */
function csvCell(value: unknown, datatype: string): string {
  if (value === null) return ''
  return datatype === 'boolean' ? String(value === 1) : String(value)
}

/** The text of a value of a Parquet file in CSV. */
function fromParquet(value: unknown, datatype: string): string {
  if (value === undefined || value === null) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'bigint') return String(value)
  return datatype === 'json' || typeof value !== 'string' ? JSON.stringify(value) : value
}

t.test('CSV and Parquet have the rows of the tables', async t => {
  for (const [name, { tableSchema }] of tables) {
    const rows = rowsOf(name)
    const stored = db.prepare<[], Record<string, unknown>>(`SELECT * FROM ${name}`).all()
    const file = await asyncBufferFromFile(join(folder, `${name}.parquet`))
    const parquet = await parquetReadObjects({ file })
    for (const { name: column, datatype } of tableSchema.columns) {
      const cells = rows.map(row => row[column])
      const expected = stored.map(row => csvCell(row[column], datatype))
      t.strictSame(cells, expected, `${name}.${column}`)
      const read = parquet.map(row => fromParquet(row[column], datatype))
      const values = cells.map(cell => (cell && datatype === 'json' ? compact(cell) : cell))
      t.strictSame(read, values, `${name}.${column} in Parquet`)
    }
  }
})

t.test('the tables of actions have every value of every action', async t => {
  const tables = [['', 'actions'], ...lists.actions!.map(list => [`${list}_`, `action_${list}`])]
  const byAction = tables.map(([prefix = '', table = '']) => {
    const rows = Map.groupBy(rowsOf(table), row => row.action_id ?? row.id)
    return [prefix, rows] as const
  })
  for (const action of await everything(get, '/v1/actions?limit=500')) {
    const cells = byAction.flatMap(([prefix, rows]) =>
      (rows.get(action.id) ?? []).flatMap(({ action_id: _, ...row }, at) =>
        Object.entries(row)
          .filter(([, cell]) => cell !== '')
          .map(([name, cell]) => `${prefix}${name} ${at} ${cell}`),
      ),
    )
    const { sources, ...fields } = action
    const plain = {
      ...fields,
      sources: { ...sources, conflicts: JSON.stringify(sources.conflicts) },
    }
    const expected = [...leavesOf(plain, '')].flatMap(([name, values]) => {
      const column = name === 'activities' ? 'activities_activity' : name
      return values.map((value, at) => `${column} ${at} ${value}`)
    })
    t.same(new Set(cells), new Set(expected), action.id)
  }
})

t.test('NDJSON has the records of each list, in the order of their bytes', async t => {
  const views = 'actions actors regions documents claims vocabulary releases changes'.split(' ')
  for (const view of views) {
    const lines = linesOf(read(`${view}.ndjson`))
    const served = linesOf((await get(`/v1/${view}?format=ndjson`)).body)
    const sorted = served.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    t.strictSame(lines, sorted, view)
    t.equal(lines.length, (await everything(get, `/v1/${view}?limit=500`)).length)
  }
})

t.test('the Data Package is valid, and every row fits its schema', async t => {
  const descriptor = JSON.parse(read('datapackage.json'))
  const files = globSync('*', { cwd: folder }).filter(name => !/\.(?:br|gz)$|^manifest/.test(name))
  const paths = descriptor.resources.map(({ path }: { path: string }) => path)
  t.strictSame([...paths, 'datapackage.json'].sort(), files.sort())
  // The reader knows the first edition of the specification, in which a profile marks a table.
  const resources = descriptor.resources
    .filter(({ type }: { type?: string }) => type === 'table')
    .map((resource: Described) => ({ ...resource, profile: 'tabular-data-resource' }))
  const described = { ...descriptor, resources }
  const dataPackage = await Package.load(described, { basePath: folder, strict: true })
  t.ok(dataPackage.valid, String(dataPackage.errors))
  t.strictSame(dataPackage.resourceNames, [...tables.keys()])
  for (const resource of dataPackage.resources) {
    const rows = await resource.read({ relations: true })
    t.equal(rows.length, rowsOf(resource.name).length, resource.name)
  }
  const datatypes: Record<string, string> = { any: 'json', array: 'json', number: 'double' }
  for (const { name, schema } of resources) {
    const { columns, primaryKey, foreignKeys = [] } = (tables.get(name) as Table).tableSchema
    const fields = schema.fields.map(({ name, type, constraints = { required: false } }: Field) => {
      return { name, datatype: datatypes[type] ?? type, ...constraints }
    })
    const described = columns.map(({ name, datatype, required }) => ({ name, datatype, required }))
    t.strictSame(fields, described, name)
    t.strictSame(primaryKey, schema.primaryKey)
    const keys = foreignKeys.map(({ columnReference, reference }) => {
      const resource = reference.resource.replace('.csv', '')
      return { fields: columnReference, reference: { resource, fields: reference.columnReference } }
    })
    t.strictSame(keys, schema.foreignKeys ?? [], 'as CSV on the Web describes it')
  }
})
