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
  wrk: ({ url, file, connections, seconds, etag }: Load, start: number) => [
    ...['wrk', '-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '30s'],
    ...['-s', `${import.meta.dirname}/load/wrk.lua`, url, '--', file, String(start)],
    ...(etag ? [etag] : []),
  ],
  autocannon: ({ url, file, connections, seconds, etag }: Load, start: number) => [
    ...[process.execPath, `${import.meta.dirname}/rivals/autocannon.js`, url],
    ...[connections, seconds, file, start].map(String),
    ...(etag ? [etag] : []),
  ],
}

/** Asks for so many seconds, each time from another place of the file, so that no run repeats the one before. */
export async function drive(load: Load): Promise<Outcome> {
  const start = Math.floor(Math.random() * 1_000_000)
  const { stdout } = await run(...pinned(ASKING_CORE, commands[driver](load, start)))
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) as string)
}

const CLIENTS = 100

/** Asks so many requests a second, whatever the answers take; latencies in microseconds. Needs h2load. */
export async function driveAtRate(
  { url, paths, seconds }: { url: string; paths: string; seconds: number },
  perSecond: number,
  log: string,
): Promise<number[]> {
  const rate = ['-c', String(CLIENTS), '--rps', String(perSecond / CLIENTS), '-D', String(seconds)]
  const command = ['h2load', '--h1', ...rate, '-i', paths, '-B', url, '--log-file', log]
  // h2load writes behind what is there.
  rmSync(log, { force: true })
  await run(...pinned(ASKING_CORE, command))
  return latenciesIn(readFileSync(log, 'utf8'))
}
