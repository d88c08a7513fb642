import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import t from 'tap'
import { z } from 'zod'
import { readSeed } from '../../src/build/seed/seed.ts'
import { YamlFile } from '../../src/build/seed/yaml-file.ts'
import { describeApi } from '../../src/http/openapi/examples.ts'
import { codesOf } from '../../src/model/vocabulary.ts'
import { assertProblem, seedFolder, temporaryFolder, testApp } from '../fixtures/app.ts'
import { problemsOf } from '../fixtures/seed-cases.ts'
import { smallSeed } from '../fixtures/small-seed.ts'

t.test('a fault of the program is not reported as a mistake in the seed', async t => {
  t.throws(() => codesOf('colour'), /no scheme 'colour'/)
  t.throws(() => readSeed(pathToFileURL(seedFolder) as never), TypeError)
})

t.test('a YAML file reports unknown keys, in each form that a value may have', async t => {
  const path = join(temporaryFolder(t), 'x.yaml')
  writeFileSync(path, '- { b: 1, c: 2 }\n- 3\n')
  const file = new YamlFile('x.yaml', path)
  const Items = z.array(z.union([z.strictObject({ b: z.int() }), z.int()]))
  t.strictSame(
    problemsOf(() => file.read(Items)),
    ["x.yaml:1:11: 0: unknown key 'c'"],
  )
})

t.test('an example of the description without an answer is named', async t => {
  const { app } = await testApp(t, { seed: smallSeed(t) })
  await t.rejects(describeApi(app), /the example of [a-z]+-[a-z-]+ failed/)
})

t.test('a server whose dataset cannot be read any more is alive but not ready', async t => {
  const { get, file } = await testApp(t)
  const before = await get('/health/ready')
  t.match(before, { statusCode: 200, headers: { 'cache-control': 'no-store' } })
  truncateSync(file, 0)
  const answer = await get('/health/ready')
  assertProblem(t, answer, 503, 'overloaded')
  t.equal(answer.headers['retry-after'], '1')
  t.equal((await get('/health/live')).statusCode, 200)
})

t.test('an unknown code of a problem is a 404', async t => {
  const { get } = await testApp(t)
  const nearestTo = { 'bad-parametre': 'bad-parameter', constructor: '' }
  for (const [code, nearest] of Object.entries(nearestTo)) {
    const answer = await get(`/problems/${code}`)
    assertProblem(t, answer, 404, 'unknown-record')
    t.match(answer.json.detail, `there is no problem '${code}'`)
    if (nearest) t.match(answer.json.errors[0].did_you_mean, [nearest])
  }
})
