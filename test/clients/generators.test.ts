import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import type { Calls, Given } from './calls/answers.ts'
import { runTool } from './run-tool.ts'
import { type Body, startServer } from './start-server.ts'

/** The command of each generator. The program of the same name in `calls` uses the client that it writes. */
const generators: Record<string, string> = {
  'swagger-typescript-api': 'swagger-typescript-api generate --path openapi.json --name client.ts',
  'openapi-typescript': 'openapi-typescript openapi.json --enum --output client.ts',
  orval: 'orval --config orval.config.js',
  'hey-api': 'openapi-ts --input openapi.json --output client --client @hey-api/client-fetch',
}

const { address, ask, describe } = await startServer(t)
const [action, claim] = await Promise.all(
  ['actions', 'claims'].map(async name => (await ask(`/v1/${name}?limit=1`)).data[0].id),
)
const given: Given = { address, action, claim }

/** For each call an equal request, and the values that the call should give. */
const expected: { [Name in keyof Calls]: [path: string, values: (body: Body) => unknown[]] } = {
  list: [
    '/v1/actions?region=CN&type=ban,restriction',
    ({ meta, data }) => [meta.total, data.map(({ id }: Body) => id)],
  ],
  action: [`/v1/actions/${action}`, ({ data }) => [data.title]],
  claim: [`/v1/claims/${encodeURIComponent(claim)}`, ({ data }) => [data.record, data.field]],
  counts: [
    '/v1/counts?group_by=year,type',
    ({ data }) => [data.map((it: Body) => it.possible), data.map((it: Body) => it.group)],
  ],
  search: [
    '/v1/search?q=mining',
    ({ meta, data }) => [meta.total, data.map(({ record }: Body) => record)],
  ],
}

/** Files that the program of every generator has beside it. */
const shared = ['answers.ts', 'orval.config.js', 'tsconfig.json']

/** Generates a client, compiles the program that uses it, and loads that. */
async function callsOf(t: Test, name: string, command: string): Promise<Calls> {
  const folder = t.testdir()
  describe(folder)
  const copy = (from: string, to = from) =>
    copyFileSync(join(import.meta.dirname, 'calls', from), join(folder, to))
  copy(`${name}.ts`, 'calls.ts')
  for (const file of shared) copy(file)
  t.notMatch(await runTool(folder, command), /warn|error/i, 'no complaint about the description')
  await runTool(folder, 'tsc --project .')
  const { calls } = await import(join(folder, 'calls.js'))
  return calls(given)
}

t.match(claim, '/', 'ids of claims have slashes')
for (const [name, command] of Object.entries(generators))
  t.test(`the client of ${name} compiles and calls the API`, async t => {
    const calls = await callsOf(t, name, command)
    for (const [question, [path, values]] of Object.entries(expected))
      await t.test(question, async t => {
        const answer = await calls[question as keyof Calls]()
        t.strictSame(answer, [200, ...values(await ask(path))])
      })
  })
