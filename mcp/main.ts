import { parseArgs } from 'node:util'
import { serveStdio } from '@modelcontextprotocol/server/stdio'

const PORT = 3001

/** Resolves when the process is told to stop: by a signal, which may come twice, or by whoever has spoken to it. */
const stopped = (isSpokenTo: boolean) =>
  new Promise<void>(stop => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop())
    if (isSpokenTo) process.stdin.on('end', stop).on('close', stop)
  })

try {
  const options = { http: { type: 'boolean', default: false }, port: { type: 'string' } } as const
  const { http, port } = parseArgs({ options }).values
  if (port !== undefined && !http) throw new Error("'--port' is the port of '--http'")
  // Not before here: the vocabulary is read as the program is loaded, and a mistake in it is told like any other.
  const { openApi } = await import('./api.ts')
  const { serverOver } = await import('./server.ts')
  const { serveHttp } = await import('./http.ts')
  const { app, close } = await openApi(process.env)
  const factory = () => serverOver(app)
  try {
    const served = http ? await serveHttp(factory, Number(port ?? PORT)) : serveStdio(factory)
    if ('url' in served) console.error(`Crypto Regulation Events for agents at ${served.url}`)
    await stopped(!http)
    await served.close()
  } finally {
    await close()
  }
} catch (error) {
  const { name, message } = error as Error
  console.error(`${name}: ${message}`)
  process.exitCode = 1
}
