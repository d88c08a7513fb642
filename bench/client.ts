import { connect, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { percentile } from './figures.ts'
import { cpuOf } from './processes.ts'
import type { Server } from './servers.ts'

/** A keep-alive connection for one request at a time. Accepts 304, and 200 with a Content-Length. */
class Connection {
  readonly #socket: Socket
  #answer: PromiseWithResolvers<void> | undefined
  #missing = 0

  constructor(port: number) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true })
    this.#socket.on('data', bytes => this.#read(bytes))
    this.#socket.on('error', error => this.#answer?.reject(error))
    this.#socket.on('close', () => this.#answer?.reject(new Error('a connection was closed')))
  }

  /** Sends a request. Returns the milliseconds to the last byte of the answer. */
  async ask(request: string): Promise<number> {
    const began = performance.now()
    this.#answer = Promise.withResolvers()
    this.#socket.write(request)
    await this.#answer.promise
    return performance.now() - began
  }

  close = () => this.#socket.destroy()

  #read(bytes: Buffer) {
    this.#missing = (this.#missing || lengthOf(bytes)) - bytes.length
    if (this.#missing === 0) this.#answer?.resolve()
    if (Number.isNaN(this.#missing)) this.#answer?.reject(new Error(bytes.toString('utf8', 0, 12)))
  }
}

/** The length of an answer that begins with these bytes, which have its whole head; NaN if it is not acceptable. */
function lengthOf(bytes: Buffer): number {
  const head = bytes.toString('latin1', 0, bytes.indexOf('\r\n\r\n') + 4)
  if (head.startsWith('HTTP/1.1 304')) return head.length
  const [, length] = /^HTTP\/1.1 200.*^content-length: (\d+)/ims.exec(head) ?? []
  return head.length + Number(length)
}

/** Returns GET requests for some paths in turn. */
function requestsFor(paths: string[], headers = ''): () => string {
  let at = 0
  return () => `GET ${paths[at++ % paths.length]} HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n`
}

/** With `isPaced` each connection sends once in as many milliseconds as there are connections: 1,000 requests a second. */
type Load = { connections: number; seconds: number; isPaced?: boolean }
export const BUSY: Load = { connections: 10, seconds: 1 }

/** Sends requests, as fast as the answers come if they are not paced. Returns the milliseconds of each. */
async function drive(port: number, next: () => string, load: Load): Promise<number[]> {
  const { connections, seconds, isPaced } = load
  const began = performance.now()
  const latencies: number[] = []
  const client = async (_: unknown, i: number) => {
    const connection = new Connection(port)
    for (let due = began + i; performance.now() < began + 1_000 * seconds; due += connections) {
      if (isPaced) await setTimeout(due - performance.now())
      latencies.push(await connection.ask(next()))
    }
    connection.close()
  }
  await Promise.all(Array.from({ length: connections }, client))
  return latencies
}

/** Asks a server for some paths, in each turn for the next ones. */
export function asking({ port, pid }: Server, paths: string[], load = BUSY, headers = '') {
  const next = requestsFor(paths, headers)
  return async () => {
    const [before, began] = [cpuOf(pid), performance.now()]
    const latencies = await drive(port, next, load)
    const rate = (1_000 * latencies.length) / (performance.now() - began)
    const cpu = (cpuOf(pid) - before) / latencies.length
    return { rate, cpu, p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) }
  }
}
