import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { stateFolder } from '../../src/build/exports/folder.ts'
import { metaOf } from '../../src/dataset/meta.ts'
import { testApp } from '../fixtures/app.ts'

/** A table as the library gives it: batches of rows. */
type Table = { recordBatches(): { numRows: number }[] }
type Library = { readParquet(bytes: Uint8Array): Table }

const library = join(import.meta.dirname, 'node_modules/parquet-wasm/node/parquet_wasm.js')
const { readParquet }: Library = await import(library)

const { file, get } = await testApp(t, { exported: true })
const folder = stateFolder(file, metaOf(file))

t.test('the Rust library reads every table, those without rows too', async t => {
  const { data } = (await get('/v1/exports')).json
  const names: string[] = data.map(({ name }: { name: string }) => name)
  const tables = names.filter(name => name.endsWith('.parquet'))
  let empty = 0
  for (const name of tables) {
    const table = readParquet(readFileSync(join(folder, name)))
    const rows = table.recordBatches().reduce((sum, { numRows }) => sum + numRows, 0)
    const [, ...lines] = readFileSync(join(folder, name.replace('.parquet', '.csv')), 'utf8').split(
      '\r\n',
    )
    if (rows === 0) empty++
    t.equal(rows === 0, lines.join('') === '', name)
  }
  t.ok(empty > 0 && empty < tables.length)
})
