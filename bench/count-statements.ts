import Sqlite from 'better-sqlite3'
import { buildApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { Quotes } from '../src/queries/quotes.ts'
import { version } from '../src/server.ts'
import { CurrentDataset } from '../src/store/current.ts'

// Prints how many SQL statements are run for an answer that the client has already.
const [file, url] = process.argv.slice(2) as [string, string]

let statements = 0
const prototype = Object.getPrototypeOf(new Sqlite(':memory:').prepare('SELECT 1'))
for (const name of ['get', 'all', 'iterate', 'run']) {
  const run = prototype[name]
  prototype[name] = function (...parameters: unknown[]) {
    statements++
    return run.apply(this, parameters)
  }
}

const datasets = new CurrentDataset(file)
const config = readConfig({ LOG_LEVEL: 'silent' })
const now = () => new Date()
const app = await buildApp({ config, datasets, quotes: new Quotes(), version, now })
const { headers } = await app.inject(url)
if (statements === 0) throw new Error('no statement was counted while the dataset was opened')
statements = 0
const again = await app.inject({ url, headers: { 'if-none-match': String(headers.etag) } })
if (again.statusCode !== 304) throw new Error(`the answer was ${again.statusCode}, not 304`)
console.log(statements)
await app.close()
await datasets.close()
