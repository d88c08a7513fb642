import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'

/** A server that runs as a process of its own; `milliseconds` from its start to its first answer. */
export type Server = {
  url: string
  pid: number
  milliseconds: number
  stop: () => Promise<void>
}

/** Where a program runs: what serves on one core, what asks on another. */
export const SERVING_CORE = 0
export const ASKING_CORE = 1

export const isInstalled = (program: string) => spawnSync('which', [program]).status === 0

const canPin = isInstalled('taskset')

/** A command held to one core where that can be done. */
export const pinned = (core: number, command: string[]): [string, string[]] => {
  const [program, ...args] = canPin ? ['taskset', '-c', String(core), ...command] : command
  return [program as string, args]
}

/** Keeps the benchmark itself away from the core that serves. */
export function stayAway() {
  if (canPin) spawnSync('taskset', ['-cp', String(ASKING_CORE), String(process.pid)])
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

const POLL_MS = 2
const PATIENCE_MS = 120_000

export type Program = {
  command: (port: number) => string[]
  ready: string
  env?: Record<string, string>
}

/** Starts a server and waits for its first good answer. Throws where it ends, or is too slow. */
export async function launch({ command, ready, env }: Program): Promise<Server> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const [program, args] = pinned(SERVING_CORE, command(port))
  const began = performance.now()
  const child = spawn(program, args, {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(child, 'exit')
  while (!(await isReady(url + ready))) {
    if (child.exitCode !== null) throw new Error(`it ended with exit code ${child.exitCode}`)
    if (performance.now() - began > PATIENCE_MS) throw new Error('it never answered')
    await setTimeout(POLL_MS)
  }
  const milliseconds = performance.now() - began
  const stop = async () => {
    child.kill()
    await ended
  }
  return { url, pid: child.pid as number, milliseconds, stop }
}

const isReady = (url: string) =>
  fetch(url).then(
    async answer => {
      await answer.arrayBuffer()
      return answer.ok
    },
    () => false,
  )

const CALM_MS = 100

/** Waits until our server refuses nothing any more: what one request has left behind is not of the next. */
export async function untilCalm({ url }: Server) {
  do await setTimeout(CALM_MS)
  while (!(await isReady(`${url}/v1/actions?limit=1`)))
}

/** The command that runs a script of this folder by the Node that runs the benchmark. */
export const script = (name: string) => [process.execPath, `${import.meta.dirname}/${name}`]
