import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/client'
import {
  StdioClientTransport,
  type StdioServerParameters,
} from '@modelcontextprotocol/client/stdio'
import t, { type Test } from 'tap'
import { projectRoot } from '../../src/dataset/project.ts'
import { buildFor, temporaryFolder } from '../../test/fixtures/app.ts'
import { liveSeed, startServer } from './fixtures/clients.ts'

const line = (id: number, method: string, params: object) =>
  `${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`

/** The lines of standard output as messages. Throws if a line is none. */
const messages = (output: string) =>
  output
    .trimEnd()
    .split('\n')
    .map(text => JSON.parse(text))

/** Starts the server and initializes it. */
async function startTalking(t: Test, env: Record<string, string>) {
  const server = startServer(t, [], env)
  const client = { capabilities: {}, clientInfo: { name: 't', version: '0' } }
  server.child.stdin.write(line(1, 'initialize', { protocolVersion: '2025-11-25', ...client }))
  return { ...server, greeting: await server.said('instructions') }
}

t.test('standard output has only messages, and the end of input stops the server', async t => {
  const { child, said, ended } = await startTalking(t, { DATABASE: buildFor(t, liveSeed) })
  const call = { name: 'search_records', arguments: { q: 'mining', limit: 1 } }
  child.stdin.write(`nonsense\n${line(2, 'tools/call', call)}`)
  const [first, second] = messages(await said('"id":2'))
  t.match(first, { id: 1, result: { serverInfo: { name: 'crypto-regulation-events' } } })
  t.match(second, { id: 2, result: { structuredContent: { data: [{ record: /\// }] } } })
  child.stdin.end()
  t.match(await ended, { code: 0, errors: '' })
})

t.test('it stops on a signal, which may come twice', async t => {
  const { child, ended } = await startTalking(t, { DATABASE: buildFor(t, liveSeed) })
  child.kill('SIGTERM')
  child.kill('SIGTERM')
  t.match(await ended, { code: 0, errors: '' })
})

t.test('a missing dataset is built, which is reported on standard error', async t => {
  const DATABASE = join(temporaryFolder(t), 'events.sqlite')
  const { child, greeting, ended } = await startTalking(t, { DATABASE, LOG_LEVEL: 'trace' })
  t.match(messages(greeting), [{ id: 1 }])
  child.stdin.end()
  t.match(await ended, {
    code: 0,
    errors: /^Built .*events\.sqlite: \d+ actions, \d+ claims, \d+ files\.\n$/,
  })
})

t.test('settings with which it cannot start are reported on standard error', async t => {
  const cases: [args: string[], env: Record<string, string>, errors: RegExp][] = [
    [['--htp'], {}, /Unknown option '--htp'/],
    [['--port', '3001'], {}, /'--port' is the port of '--http'/],
    [['--http', '--port', 'http'], {}, /port should be/],
    [[], { DATABASE: '', RATE_LIMIT: '1', PORT: 'http' }, /^BadSettings: PORT='http'/],
    [[], { DATABASE: temporaryFolder(t) }, /^NotOurs: .* is no file\n$/],
  ]
  const DATABASE = buildFor(t)
  for (const [args, env, errors] of cases) {
    const { child, ended } = startServer(t, args, { DATABASE, ...env })
    child.stdin.end()
    t.match(await ended, { code: 1, output: '', errors }, args.join(' '))
  }
})

t.test('a client starts it as docs/agents.md shows, from any folder', async t => {
  const page = readFileSync(join(projectRoot, 'docs/agents.md'), 'utf8')
  const [, config = ''] = /```json\n(\{\s*"mcpServers"[^`]*)```/.exec(page) ?? []
  const placed = config.replace('/path/to/crypto-regulation-events', projectRoot)
  const [shown] = Object.values(JSON.parse(placed).mcpServers) as [StdioServerParameters]
  const env = { ...(process.env as Record<string, string>), DATABASE: buildFor(t) }
  const client = new Client({ name: 'tests', version: '0.0.0' })
  await client.connect(new StdioClientTransport({ ...shown, env, cwd: temporaryFolder(t) }))
  t.teardown(() => client.close())
  t.match(await client.callTool({ name: 'describe_dataset' }), { isError: false })
})
