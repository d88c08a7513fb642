import { execFileSync, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { asking, BUSY } from './client.ts'
import { inTurns, type Run } from './figures.ts'
import { residentOf } from './processes.ts'
import * as questions from './questions.ts'
import { launch, launchOurs, type Server } from './servers.ts'

/** Our server, its ids of actions, and the folders of the datasets with 100,000 and 10,000 actions. */
export type Bench = Run & { server: Server; ids: string[]; folder: string; small: string }

/** So short that all requests of a run to 10,000 actions differ. */
const BRIEF = { connections: 1, seconds: 0.1 }
/** So many connections that each request that is due in 200 ms without an answer counts. */
const PACED = { connections: 200, seconds: 2, isPaced: true }

const PAGE = '/v1/actions?limit=100'
const byId = (ids: string[], path = '/v1/actions') => ids.map(id => `${path}/${id}`)

export async function besideFixedBytes({ server, folder, ids, ...run }: Bench) {
  const file = `${folder}/events.sqlite`
  const copies = { COPY_FROM: server.url, ACTION: ids[0] }
  await using fixed = await launchOurs('bench/servers/fixed.ts', file, '/page', copies)
  const compare = (what: string, paths: string[], theirs: string[], headers?: string) => {
    const ours = asking(server, paths, BUSY, headers)
    return inTurns(what, { ours, 'fixed bytes': asking(fixed, theirs, BUSY, headers) }, run)
  }
  await compare('by id', byId(ids), byId(ids, '/action'))
  await compare('page asked again', [PAGE], ['/page'])
  const etag = (await fetch(server.url + PAGE)).headers.get('etag')
  await compare('304', [PAGE], ['/page'], `If-None-Match: ${etag}\r\n`)
  const counted = execFileSync(process.execPath, ['bench/count-statements.ts', file, PAGE])
  run.figures.set('304/ours/sql', Number(counted))
}

/** Days with more than a page of actions before each. The other servers keep no answers. */
const days = ['2018-02-01', '2018-06-01', '2021-05-20', '2021-07-01', '2021-08-15', '2021-10-01']

export async function besideStringify({ server, folder, ...run }: Bench) {
  const paths = days.map(day => `/actions?before=${day}`)
  const tables = { DATABASE: `${folder}/tables.sqlite` }
  await using stringify = await launch(['bench/servers/stringify.ts'], '/actions', tables)
  const ours = asking(server, await questions.pagesOf(server.url))
  const theirs = asking(stringify, paths)
  await inTurns('page of 100', { ours, '`.all()` + `JSON.stringify`': theirs }, run)
}

export async function besidePlatformatic({ server, folder, ids, ...run }: Bench) {
  const modules = existsSync('bench/rivals/node_modules')
  if (!modules) execFileSync('npm', ['ci', '--prefix', 'bench/rivals'])
  const tables = { DATABASE: `${folder}/tables.sqlite` }
  await using rival = await launch(['bench/rivals/platformatic.js'], '/actions/?limit=1', tables)
  const compare = (what: string, paths: string[], theirs: string[]) => {
    const ours = asking(server, paths)
    return inTurns(what, { 'ours beside it': ours, 'Platformatic DB': asking(rival, theirs) }, run)
  }
  await compare('by id', byId(ids), byId(ids, '/actions'))
  const query = '/actions/?limit=100&orderby.dateEarliest=desc&where.dateEarliest.lt='
  const theirs = days.map(day => query + day)
  await compare('page of 100', await questions.pagesOf(server.url), theirs)
}

export async function counts({ server, ...run }: Bench) {
  const ours = asking(server, questions.counts(), { connections: 1, seconds: 1 })
  await inTurns('counts, month × type, three filters', { ours }, run)
}

/** Pages for people, one at a time. */
export async function pages({ server, ids, ...run }: Bench) {
  for (const [what, paths] of Object.entries(questions.peoplesPages(ids)))
    await inTurns(what, { '100,000 actions': askingPages(server, paths) }, run)
}

const askingPages = (server: Server, paths: string[]) =>
  asking(server, paths, { connections: 1, seconds: 1 })

/** The same questions to 10,000 and to 100,000 actions. */
export async function growth(large: Bench) {
  await using server = await launchOurs('bench/servers/ours.ts', `${large.small}/events.sqlite`)
  const small = { ...large, server, ids: await questions.readIds(server.url) }
  await askMixed(small, 300)
  const compare = async (what: string, pathsOf: (bench: Bench) => string[] | Promise<string[]>) => {
    const measures = {
      '10,000 actions': asking(server, await pathsOf(small), BRIEF),
      '100,000 actions': asking(large.server, await pathsOf(large), BRIEF),
    }
    await inTurns(what, measures, large)
  }
  await compare('by id', ({ ids }) => byId(ids))
  await compare('page of 100', ({ server }) => questions.pagesOf(server.url))
  const filters = '&kind=regulation&planned=false'
  await compare('filtered page', ({ server }) => questions.pagesOf(server.url, filters))
  await compare('search for a word of 100 records', questions.rareSearches)
}

async function download(url: string) {
  const [answer] = (await once(get(url), 'response')) as [IncomingMessage]
  if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}`)
  await once(answer.resume(), 'end')
}

async function askMixed({ server, ids }: Bench, requests: number) {
  for (const path of questions.mixedQueries(ids, requests)) await download(server.url + path)
}

/** Whole exports, in microseconds a row. */
export async function exports({ server: { url }, folder, ids, ...run }: Bench) {
  const timing = (rows: number, work: () => Promise<unknown>) => async () => {
    const began = performance.now()
    await work()
    return { row: (1_000 * (performance.now() - began)) / rows }
  }
  const compare = (what: string, rows: number, address: string, where = '') => {
    const args = ['-json', `${folder}/events.sqlite`, `SELECT * FROM actions ${where}`]
    const sqlite = async () => {
      const [code] = await once(spawn('sqlite3', args, { stdio: 'ignore' }), 'exit')
      if (code !== 0) throw new Error(`sqlite3 ended with ${code}`)
    }
    const ours = timing(rows, () => download(address))
    return inTurns(what, { ours, '`sqlite3 -json`': timing(rows, sqlite) }, run)
  }
  const latest = await fetch(`${url}/v1/exports/latest/actions.ndjson`, { method: 'HEAD' })
  await compare('everything as NDJSON, prepared', ids.length, latest.url)
  const [filtered, where] = [`${url}/v1/actions?kind=industry`, "WHERE kind = 'industry'"]
  const { total } = await questions.readMeta(filtered)
  await compare('filtered NDJSON, streamed', total, `${filtered}&format=ndjson`, where)
}

/** Single actions at a fixed rate beside clients that send the most expensive queries. */
export async function eightClients({ server, ids, ...run }: Bench) {
  const paths = questions.worstQueries(ids, 1_500)
  for (const path of paths.slice(0, 30)) await download(server.url + path)
  const clients = fork('bench/clients.ts', [server.url])
  clients.send(paths)
  const ours = asking(server, byId(ids), PACED)
  await inTurns('by id at 1,000/s beside 8 clients', { ours }, run)
  if (clients.exitCode !== null) throw new Error('the 8 clients failed')
  clients.kill()
}

/** Our server as `npm start` starts it, with the dataset of the seed. */
export async function realDataset(run: Bench) {
  const start = () => launchOurs('src/bin/serve.ts', 'data/bench/real/events.sqlite')
  const ours = async () => {
    await using server = await start()
    return { ready: server.ready }
  }
  await inTurns('real dataset', { ours }, run)
  const build = async () => ({
    build: Number(execFileSync(process.execPath, ['bench/build-all.ts'])),
  })
  await inTurns('real dataset', { ours: build }, { ...run, rounds: Math.min(run.rounds, 3) })
  await using server = await start()
  const ids = await questions.readIds(server.url)
  for (const [what, paths] of Object.entries(questions.peoplesPages(ids)))
    await inTurns(what, { 'real dataset': askingPages(server, paths) }, run)
  await askMixed({ ...run, server, ids }, 10_000)
  run.figures.set('real dataset, 10,000 mixed requests/ours/memory', residentOf(server.pid))
}
