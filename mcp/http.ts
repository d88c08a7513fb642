import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  localhostHostValidation,
  localhostOriginValidation,
  toNodeHandler,
} from '@modelcontextprotocol/node'
import { createMcpHandler, type McpServerFactory } from '@modelcontextprotocol/server'

const HOST = '127.0.0.1'
const PATH = '/mcp'

/** Serves MCP over HTTP on loopback, each request by itself. Closing lets requests in progress finish. */
export async function serveHttp(factory: McpServerFactory, port: number) {
  // Nothing changes within a release, so there is nothing to subscribe to.
  const handler = createMcpHandler(factory, { maxSubscriptions: 0 })
  const answer = toNodeHandler(handler)
  // Pages of other sites could reach the server by a name that resolves to loopback.
  const hasValidHost = localhostHostValidation()
  const hasValidOrigin = localhostOriginValidation()
  const server = createServer((request, response) => {
    if (!hasValidHost(request, response) || !hasValidOrigin(request, response)) return
    if (request.url!.split('?')[0] === PATH) void answer(request, response)
    else response.writeHead(404).end()
  }).listen(port, HOST)
  await once(server, 'listening')
  const close = async () => {
    await server[Symbol.asyncDispose]()
    await handler.close()
  }
  return { url: `http://${HOST}:${(server.address() as AddressInfo).port}${PATH}`, close }
}
