import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { runTool } from './run-tool.ts'
import { startServer } from './start-server.ts'

type Execution = {
  /** The request of the collection, with an answer saved for each documented status. */
  item: { name: string; response: { code: number }[] }
  request: { method: string; url: { path: string[] } }
  /** Missing if the server gave none. */
  response?: { code: number }
}

/** How the converter fills the requests, and whether the answers have to be successes. */
const collections: [what: string, options: string, succeeds: boolean][] = [
  [
    'the examples of the required parameters',
    'parametersResolution=Example,enableOptionalParameters=false',
    true,
  ],
  // Some optional parameters exclude each other, so most requests with all of them are refused.
  ['the examples of all parameters', 'parametersResolution=Example', false],
  ['made-up values of all parameters', 'parametersResolution=Schema', false],
]

/** The form needs one of two fields. Neither is required by itself, so the converter sends none. */
const incomplete = 'POST v1/reconcile'

const { describe } = await startServer(t)

/** Converts the description to a collection, runs it, and returns its requests with their answers. */
async function runCollection(t: Test, options: string): Promise<Execution[]> {
  const folder = t.testdir()
  describe(folder)
  await runTool(folder, `openapi2postmanv2 --spec openapi.json --output api.json -O ${options}`)
  const reporter = '--reporters json --reporter-json-export run.json'
  await runTool(folder, `newman run api.json --ignore-redirects ${reporter}`)
  const { run } = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'))
  t.strictSame(run.failures, [])
  return run.executions
}

for (const [what, options, succeeds] of collections)
  t.test(`newman runs the collection with ${what}`, async t => {
    const executions = await runCollection(t, options)
    t.ok(executions.length > 20, `${executions.length} requests`)
    for (const { item, request, response } of executions) {
      const name = `${request.method} ${request.url.path.join('/')}`
      const code = response?.code ?? 0
      const isDocumented = item.response.some(saved => saved.code === code)
      t.ok(isDocumented && code < 500, `${name}: ${code} is a documented answer`)
      if (succeeds) t.equal(code >= 400, name === incomplete, `${name}: ${code} is a success`)
    }
  })
