import { parseArgs } from 'node:util'
import { serveStdio } from '@modelcontextprotocol/server/stdio'

/** Resolves when the process has to stop: on a signal, which may come twice, or at the end of its input. */
const stopped = (hasInput: boolean) =>
  new Promise<void>(stop => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop())
    if (hasInput) process.stdin.on('end', stop).on('close', stop)
  })

try {
  const options = { http: { type: 'boolean', default: false }, port: { type: 'string' } } as const
  const { http, port } = parseArgs({ options }).values
  if (port !== undefined && !http) throw new Error("'--port' is the port of '--http'")
  // Imported here, so that an error in a file that they read is reported like any other.
  const { openApi } = await import('./api.ts')
  const { serverOver } = await import('./server.ts')
  const { serveHttp } = await import('./http.ts')
  const { app, close } = await openApi(process.env)
  const factory = () => serverOver(app)
  try {
    const served = http ? await serveHttp(factory, Number(port ?? 3001)) : serveStdio(factory)
    if ('url' in served) console.error(`Crypto Regulation Events for agents at ${served.url}`)
    await stopped(!http)
    await served.close()
  } finally {
    await close()
  }
} catch (error) {
  console.error(String(error))
  process.exitCode = 1
}
