import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t, { type Test } from 'tap'
import { projectRoot } from '../../src/dataset/project.ts'
import { buildFor, temporaryFolder, testApp } from '../../test/fixtures/app.ts'
import { tools } from '../tools.ts'
import { liveSeed } from './fixtures/clients.ts'

const inspector = join(import.meta.dirname, '../node_modules/.bin/mcp-inspector')
const DATABASE = buildFor(t, liveSeed)

/** Runs the command line of the MCP Inspector against the server. Returns the result that it prints. */
async function inspect(t: Test, method: string, ...options: string[]) {
  const server = ['-e', `DATABASE=${DATABASE}`, process.execPath, 'mcp/main.ts']
  const args = ['--cli', ...server, '--method', method, ...options]
  // The inspector keeps its files in the home folder.
  const env = { ...process.env, HOME: temporaryFolder(t) }
  const { stdout } = await promisify(execFile)(process.execPath, [inspector, ...args], {
    cwd: projectRoot,
    env,
  })
  return JSON.parse(stdout)
}

t.test('the inspector lists the tools', async t => {
  const result = await inspect(t, 'tools/list')
  t.strictSame(
    new Set(result.tools.map(({ name }: { name: string }) => name)),
    new Set(tools.keys()),
  )
})

t.test('the inspector calls a tool with arguments', async t => {
  const { get } = await testApp(t, { built: DATABASE })
  const given = ['region=CN', 'type=["ban","restriction"]', 'limit=2']
  const call = ['--tool-name', 'find_actions', '--tool-arg', ...given]
  const { structuredContent, isError } = await inspect(t, 'tools/call', ...call)
  const { json } = await get('/v1/actions?region=CN&type=ban,restriction&limit=2')
  t.strictSame([isError, structuredContent], [false, json])
})

t.test('the inspector lists the pages of the documentation', async t => {
  const { resources } = await inspect(t, 'resources/list')
  t.match(resources, [{ name: 'docs/agents.md', mimeType: 'text/markdown' }])
})
