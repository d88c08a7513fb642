import type { Database } from 'better-sqlite3'
import t from 'tap'
import { collectionNames, viewNames } from '../../src/model/collections.ts'
import { codesOf, terms } from '../../src/model/vocabulary.ts'
import { createDatabase, openReadOnly } from '../../src/store/database.ts'
import { childTables, TableWriter } from '../../src/store/tables.ts'
import { testApp } from '../fixtures/app.ts'
import { type Columns, expectedTables } from '../fixtures/columns.ts'

type Info = { name: string; type: string; notnull: number; pk: number; hidden: number }

/** The codes that the foreign keys of a table allow, by column. */
function codesIn(db: Database, table: string): Record<string, string[]> {
  const sql = db
    .prepare('SELECT sql FROM sqlite_schema WHERE name = ?')
    .pluck()
    .get(table) as string
  const schemes = Object.fromEntries(
    [...sql.matchAll(/(\w+_scheme) TEXT AS \('([\w-]+)'\)/g)].map(([, name, scheme]) => [
      name,
      scheme,
    ]),
  )
  const keys = db.pragma(`foreign_key_list(${table})`) as {
    id: number
    table: string
    from: string
  }[]
  const pairs = Map.groupBy(
    keys.filter(key => key.table === 'terms'),
    ({ id }) => id,
  )
  return Object.fromEntries(
    [...pairs.values()].map(([scheme, column]) => [
      column?.from,
      codesOf(schemes[scheme?.from ?? '']),
    ]),
  )
}

function actualColumns(db: Database, table: string): Columns {
  const info = db.pragma(`table_xinfo(${table})`) as Info[]
  const codes = codesIn(db, table)
  return Object.fromEntries(
    info
      .filter(({ hidden }) => hidden === 0)
      .map(({ name, type, notnull, pk }) => [
        name,
        { type, filled: notnull + pk > 0, ...(codes[name] ? { codes: codes[name] } : {}) },
      ]),
  )
}

/** What the server reads, which is no record. */
const serving = /^(?:records|sets|words|days|claim_rows|meta|search(?:_\w+)?)$/

t.test('the tables are those of the schemas, column by column, and no others', async t => {
  const db = createDatabase(':memory:')
  t.teardown(() => db.close())
  const tables = (db.pragma('table_list') as { name: string; strict: number }[]).filter(
    ({ name }) => !name.startsWith('sqlite_') && !serving.test(name),
  )
  const expected = expectedTables()
  t.strictSame(tables.map(({ name }) => name).sort(), Object.keys(expected).sort())
  for (const { name, strict } of tables) {
    t.equal(strict, 1, `${name} is strict`)
    t.strictSame(actualColumns(db, name), expected[name], name)
  }
})

t.test('the database refuses a code that is not in the vocabulary', async t => {
  const db = createDatabase(':memory:')
  t.teardown(() => db.close())
  db.exec(`INSERT INTO terms (id, scheme, code, label, definition)
    VALUES ('region-kind/country', 'region-kind', 'country', 'Country', 'A country.')`)
  const insert = db.prepare('INSERT INTO regions (code, name, kind) VALUES (?, ?, ?)')
  t.equal(insert.run('CN', 'China', 'country').changes, 1)
  t.throws(() => insert.run('HK', 'Hong Kong', 'planet'), /FOREIGN KEY/)
})

t.test('the tables hold what the API serves', async t => {
  const { file, get } = await testApp(t)
  const db = openReadOnly(file)
  t.teardown(() => db.close())
  const { json } = await get('/v1')
  const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
  t.strictSame(
    Object.fromEntries(collectionNames.map(name => [viewNames[name], count(name)])),
    json.data.counts,
  )
  const { data: notice } = (await get('/v1/actions/joint-notice-2021-09')).json
  const row = db.prepare("SELECT * FROM actions WHERE id = 'joint-notice-2021-09'").get()
  t.match(row, {
    title: notice.title,
    planned: 0,
    date_earliest: notice.date.earliest,
    due_edtf: null,
  })
  for (const [field, table] of Object.entries(childTables.actions ?? {}))
    t.equal(
      db.prepare(`SELECT count(*) FROM ${table} WHERE action_id = ?`).pluck().get(notice.id),
      notice[field].length,
      table,
    )
})

t.test('a field without a column is told', async t => {
  const tables = new TableWriter(createDatabase(':memory:'))
  const world = { code: '001', name: 'World', kind: 'world', parent: null } as object
  tables.write('terms', terms.find(({ id }) => id === 'region-kind/world') as object)
  t.doesNotThrow(() => tables.write('regions', world))
  t.throws(() => tables.write('regions', { ...world, capital: 'none' } as object), {
    message: "table regions has no column 'capital'; see migrations",
  })
})
