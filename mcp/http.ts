import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  localhostHostValidation,
  localhostOriginValidation,
  toNodeHandler,
} from '@modelcontextprotocol/node'
import { createMcpHandler, type McpServerFactory } from '@modelcontextprotocol/server'

const HOST = '127.0.0.1'
const PATH = '/mcp'

export type Running = { url: string; close: () => Promise<void> }

/** Serves MCP over HTTP on loopback, each request by itself; closing lets what is in flight finish. */
export async function serveHttp(factory: McpServerFactory, port: number): Promise<Running> {
  // Nothing here changes within a release, so there is nothing to be told of.
  const handler = createMcpHandler(factory, { maxSubscriptions: 0 })
  const server = guarded(toNodeHandler(handler))
  server.listen(port, HOST)
  await once(server, 'listening')
  const close = async () => {
    const closed = once(server, 'close')
    server.close()
    await closed
    await handler.close()
  }
  return { url: `http://${HOST}:${(server.address() as AddressInfo).port}${PATH}`, close }
}

/** A page of another site must not reach the server by a name that leads to loopback. */
function guarded(answer: ReturnType<typeof toNodeHandler>): Server {
  const isHostFit = localhostHostValidation()
  const isOriginFit = localhostOriginValidation()
  return createServer((request, response) => {
    if (!isHostFit(request, response) || !isOriginFit(request, response)) return
    if (request.url?.split('?')[0] === PATH) void answer(request, response)
    else response.writeHead(404).end()
  })
}
