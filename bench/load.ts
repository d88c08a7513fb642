import { execFile } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { latenciesIn } from './latencies.ts'
import { ASKING_CORE, isInstalled, pinned } from './launch.ts'

const run = promisify(execFile)

/** What is asked: method, path and, if need be, the body of a form. */
export type Request = [method: string, path: string, body?: string]

export const gets = (paths: string[]): Request[] => paths.map(path => ['GET', path])

/** What a load came to; latencies in microseconds. */
export type Outcome = {
  requests: number
  seconds: number
  p50: number
  p99: number
  failed: number
}

type Load = {
  url: string
  /** A file of requests: see `writeRequests`. */
  file: string
  connections: number
  seconds: number
  /** From which request of the file on. */
  start: number
  /** Sent as If-None-Match. */
  etag?: string
}

export function writeRequests(file: string, requests: Request[]): string {
  writeFileSync(file, `${requests.map(request => request.join('\t')).join('\n')}\n`)
  return file
}

/** What drives load as fast as answers come. */
export const driver = isInstalled('wrk') ? 'wrk' : 'autocannon'

const commands = {
  wrk: ({ url, file, connections, seconds, start, etag }: Load) => [
    ...['wrk', '-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '30s'],
    ...['-s', `${import.meta.dirname}/load/wrk.lua`, url, '--', file, String(start)],
    ...(etag ? [etag] : []),
  ],
  autocannon: ({ url, file, connections, seconds, start, etag }: Load) => [
    ...[process.execPath, `${import.meta.dirname}/rivals/autocannon.js`, url],
    ...[connections, seconds, file, start].map(String),
    ...(etag ? [etag] : []),
  ],
}

/** Asks for so many seconds. */
export async function drive(load: Load): Promise<Outcome> {
  const { stdout } = await run(...pinned(ASKING_CORE, commands[driver](load)))
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) as string)
}

const CLIENTS = 20

/** Asks so many requests a second, whatever the answers take, each path once; latencies in microseconds. Needs h2load. */
export async function driveAtRate(
  { url, paths, seconds }: { url: string; paths: string[]; seconds: number },
  perSecond: number,
  folder: string,
): Promise<number[]> {
  const share = Math.ceil(paths.length / CLIENTS)
  const clients = Array.from({ length: CLIENTS }, (_, client) => {
    const own = paths.slice(client * share, (client + 1) * share)
    return steadyClient({ url, paths: own, seconds }, perSecond / CLIENTS, `${folder}/${client}`)
  })
  return (await Promise.all(clients)).flat()
}

/** One client as a process of its own: those of one process would all ask for the same paths at the same time. */
async function steadyClient(
  { url, paths, seconds }: { url: string; paths: string[]; seconds: number },
  perSecond: number,
  files: string,
): Promise<number[]> {
  const [list, log] = [`${files}.paths.txt`, `${files}.latencies.tsv`]
  writeFileSync(list, paths.join('\n'))
  // h2load writes behind what is there.
  rmSync(log, { force: true })
  const rate = ['-c', '1', '--rps', String(perSecond), '-D', String(seconds)]
  const command = ['h2load', '--h1', ...rate, '-i', list, '-B', url, '--log-file', log]
  await run(...pinned(ASKING_CORE, command))
  return latenciesIn(readFileSync(log, 'utf8'))
}
