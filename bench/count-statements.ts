import Sqlite from 'better-sqlite3'
import { readConfig } from '../src/config.ts'
import { start } from '../src/server.ts'

// Prints how many SQL statements our server runs for a 304. Usage: count-statements.ts <dataset file> <path>
const [DATABASE, path] = process.argv.slice(2)
let statements = 0
const prototype = Object.getPrototypeOf(new Sqlite(':memory:').prepare('SELECT 1'))
for (const name of ['get', 'all', 'iterate', 'run']) {
  const original = prototype[name]
  prototype[name] = function (...values: unknown[]) {
    statements++
    return original.apply(this, values)
  }
}
const { url, close } = await start(readConfig({ DATABASE, PORT: '0', LOG_LEVEL: 'silent' }))
const { headers } = await fetch(url + path)
const before = statements
const again = await fetch(url + path, { headers: { 'if-none-match': headers.get('etag') ?? '' } })
console.log(again.status === 304 && before > 0 ? statements - before : 'no 304')
await close()
