import Sqlite from 'better-sqlite3'
import t from 'tap'
import { recordTables, tablesOf, tableWriter } from '../../src/build/file/tables.ts'
import { readMigrations } from '../../src/dataset/format.ts'
import { terms } from '../../src/model/vocabulary.ts'

/** A database with every table and no rows. */
const empty = new Sqlite(':memory:')
for (const sql of readMigrations()) empty.exec(sql)
t.teardown(() => empty.close())

/** Tables for the server alone, which hold no records. */
const serving = /^(?:records|sets|days|meta|search(?:_\w+)?|sqlite_.*)$/

t.test('the tables have the columns of the schemas, and are strict', async t => {
  const tables = empty.pragma('table_list') as { name: string; type: string; strict: number }[]
  const stored = tables.filter(({ name, type }) => type !== 'view' && !serving.test(name))
  t.same(new Set(stored.map(({ name }) => name)), new Set(recordTables.map(({ name }) => name)))
  t.ok(stored.every(({ strict }) => strict === 1))
  for (const { name, columns } of recordTables) {
    const actual = empty.pragma(`table_info(${name})`) as { name: string }[]
    const names = (columns: { name: string }[]) => columns.map(({ name }) => name).sort()
    t.strictSame(names(actual), names(columns), name)
  }
})

t.test('a table rejects unknown codes', async t => {
  const writeTerm = tableWriter(empty, tablesOf('terms'))
  const writeRegion = tableWriter(empty, tablesOf('regions'))
  for (const term of terms.filter(({ scheme }) => scheme === 'region-kind')) writeTerm(term)
  const licences = { granted_here: 0, valid_here: 0 }
  const region = { code: 'CN', name: 'A name', kind: 'country', parents: [], licences }
  t.doesNotThrow(() => writeRegion(region))
  t.throws(() => writeRegion({ ...region, code: 'HK', kind: 'planet' }), /FOREIGN KEY/)
})

t.test('a field without a column is a fault of the program', async t => {
  empty.exec('ALTER TABLE terms DROP COLUMN includes')
  t.throws(() => tableWriter(empty, tablesOf('terms')), /no column named includes/)
})
