import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { nodeSettings } from '../src/bin/node-settings.js'

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}

const isReady = async (url: string) => (await fetch(url).catch(() => undefined))?.ok
const PATIENCE_MS = 120_000

/** Starts Node on the first core. `ready`: milliseconds to the first good answer for a path. */
export async function launch(args: string[], path: string, settings: object) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = { ...process.env, ...settings, PORT: String(port) }
  const began = performance.now()
  const command = ['-c', '0', process.execPath, ...args]
  const child = spawn('taskset', command, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = once(child, 'exit')
  while (!(await isReady(url + path))) {
    if (child.exitCode !== null || performance.now() - began > PATIENCE_MS)
      throw new Error(`${args.at(-1)} did not start`)
    await setTimeout(2)
  }
  const ready = performance.now() - began
  const stop = async () => void (child.kill() && (await ended))
  return { port, url, pid: child.pid as number, ready, [Symbol.asyncDispose]: stop }
}
export type Server = Awaited<ReturnType<typeof launch>>

/** Starts a program as `npm start` does, with a log line for each request, metrics, and a rate limit never reached. */
export function launchOurs(program: string, DATABASE: string, path = '/health/ready', more = {}) {
  const { options, variables } = nodeSettings['src/bin/serve.ts']
  const everythingOn = { RATE_LIMIT: '999999999', METRICS_PORT: '0', LOG_LEVEL: 'info' }
  return launch([...options, program], path, { ...variables, ...everythingOn, DATABASE, ...more })
}
