import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { ASKING_CORE, pinned, type Server } from './launch.ts'
import type { Effort, Figures } from './measure.ts'
import { median } from './medians.ts'

const run = promisify(execFile)

/** Downloads a URL to nowhere. */
const download = (url: string) => ['curl', '-sSfL', '-o', '/dev/null', url]

/** Lets the sqlite3 program print rows to nowhere. */
const query = (file: string, mode: string, sql: string) => [
  ...['sh', '-c', 'exec sqlite3 "$@" >/dev/null', 'sh', '-readonly', mode, file, sql],
]

const FILTER = 'kind=industry'
const WHERE = "WHERE kind = 'industry'"
const READY = "SELECT json FROM records WHERE collection = 'actions'"

/** The same records by our server and by the sqlite3 program: once from the table, once as the JSON that lies ready in the file. */
const exportsOf = (url: string, file: string): Record<string, Record<string, string[]>> => ({
  'everything as NDJSON': {
    'ours, prepared': download(`${url}/v1/exports/latest/actions.ndjson`),
    'ours, streamed': download(`${url}/v1/actions?format=ndjson`),
    'sqlite3, table': query(file, '-json', 'SELECT * FROM actions'),
    'sqlite3, ready': query(file, '-json', READY),
  },
  'everything as CSV': {
    'ours, prepared': download(`${url}/v1/exports/latest/actions.csv`),
    'ours, streamed': download(`${url}/v1/actions?format=csv`),
    'sqlite3, table': query(file, '-csv', 'SELECT * FROM actions'),
  },
  'filtered NDJSON': {
    'ours, streamed': download(`${url}/v1/actions?format=ndjson&${FILTER}`),
    'sqlite3, table': query(file, '-json', `SELECT * FROM actions ${WHERE}`),
    'sqlite3, ready': query(file, '-json', `${READY} AND id IN (SELECT id FROM actions ${WHERE})`),
  },
})

/** Measures how long whole exports take, in milliseconds from the start of the program that asks to its end. */
export async function timeExports(
  { url }: Server,
  file: string,
  { rounds }: Effort,
  figures: Figures,
) {
  for (const [name, commands] of Object.entries(exportsOf(url, file))) {
    const times = new Map(Object.keys(commands).map(who => [who, [] as number[]]))
    for (let round = 0; round < rounds; round++)
      for (const [who, command] of Object.entries(commands)) {
        const began = performance.now()
        await run(...pinned(ASKING_CORE, command))
        times.get(who)?.push(performance.now() - began)
      }
    for (const [who, taken] of times) figures.set(`${name}/${who}/ms`, median(taken))
    const theirs = [...times].filter(([who]) => who.startsWith('sqlite3'))
    const fastest = Math.min(...theirs.map(([, taken]) => median(taken)))
    figures.set(`${name}/sqlite3, fastest/ms`, fastest)
  }
}
