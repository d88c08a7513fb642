import { text } from 'node:stream/consumers'
import { DuckDBInstance } from '@duckdb/node-api'
import { stringify } from 'csv-stringify/sync'

// Runs SQL as `duckdb -csv` does: the answer of the last statement is printed.
const instance = await DuckDBInstance.create(':memory:')
const connection = await instance.connect()
const answer = await connection.runAndReadAll(await text(process.stdin))
const rows = answer.getRows().map(row => row.map(value => value?.toString() ?? ''))
process.stdout.write(stringify([answer.deduplicatedColumnNames(), ...rows]))
