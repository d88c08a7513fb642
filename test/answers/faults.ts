import { rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import t from 'tap'
import { z } from 'zod'
import { describeApi } from '../../src/http/examples.ts'
import { codesOf } from '../../src/model/vocabulary.ts'
import { YamlFile } from '../../src/model/yaml-file.ts'
import { createDatabase } from '../../src/store/database.ts'
import { readSeed } from '../../src/store/seed.ts'
import { TableWriter } from '../../src/store/tables.ts'
import { assertProblem, seedFolder, temporaryFolder, testApp } from '../fixtures/app.ts'
import { copySeed } from '../fixtures/seed.ts'
import { problemsOf } from '../fixtures/seed-cases.ts'

t.test('a scheme that the vocabulary does not have is a fault of the program', async t => {
  t.throws(() => codesOf('colour'), /no scheme 'colour'/)
  t.ok(codesOf('rule').includes('own-act'))
})

t.test('a field without a column is not lost in silence', async t => {
  const db = createDatabase(join(temporaryFolder(t), 'new.sqlite'))
  t.teardown(() => db.close())
  const tables = new TableWriter(db)
  const term = { id: 'a/b', scheme: 'a', code: 'b', label: 'B', definition: 'A letter.' }
  const strange: object = { ...term, colour: 'red' }
  t.throws(() => tables.write('terms', strange), /no column 'colour'/)
  t.doesNotThrow(() => tables.write('terms', term))
})

t.test('nothing is put behind a key that is not there', async t => {
  const path = join(temporaryFolder(t), 'x.yaml')
  writeFileSync(path, '- { a: 1 }\n- 2\n')
  const file = new YamlFile('x.yaml', path)
  for (const [place, after] of [
    [[0], 'b'],
    [[1], 'a'],
    [[2], 'a'],
  ] as const)
    t.throws(() => file.insert([...place], after, 'c', 'd'), /x\.yaml has no /)
  t.doesNotThrow(() => file.insert([0], 'a', 'c', 'd'))
})

t.test('a key that is not known is told where it stands, and where it is repeated', async t => {
  const path = join(temporaryFolder(t), 'x.yaml')
  writeFileSync(path, '- &a { b: 1, c: 2 }\n- *a\n')
  const read = () => new YamlFile('x.yaml', path).read(z.array(z.strictObject({ b: z.int() })))
  t.strictSame(problemsOf(read), [
    "x.yaml:1:14: 0: unknown key 'c'",
    "x.yaml:2:3: 1: unknown key 'c'",
  ])
})

t.test('an error that is not of the seed is not taken for one', async t => {
  t.throws(() => readSeed(pathToFileURL(seedFolder) as never), TypeError)
})

t.test('an example that is not there any more is told', async t => {
  const seed = copySeed(t)
  rmSync(join(seed, 'releases'), { recursive: true })
  const { app } = await testApp(t, { seed })
  await t.rejects(describeApi(app), /the example of get-releases 200 gave 404/)
})

t.test('a search that fails is no busy one', async t => {
  const { datasets, get } = await testApp(t)
  const { search } = datasets.dataset
  const ask = search.ask.bind(search)
  search.ask = request => ask({ ...request, match: '"' })
  assertProblem(t, await get('/v1/search?q=mining'), 500, 'internal-error')
})

t.test('a dataset that can no longer be read is not ready', async t => {
  const { get, file } = await testApp(t)
  t.equal((await get('/health/ready')).statusCode, 200)
  truncateSync(file, 0)
  const answer = await get('/health/ready')
  assertProblem(t, answer, 503, 'overloaded')
  t.equal(answer.headers['retry-after'], '1')
  t.equal((await get('/health/live')).statusCode, 200)
})

t.test('a problem that there is none of has no page', async t => {
  const { get } = await testApp(t)
  for (const code of ['bad-parametre', 'constructor']) {
    const answer = await get(`/problems/${code}`)
    assertProblem(t, answer, 404, 'unknown-record')
    t.match(answer.json.detail, `there is no problem '${code}'`)
  }
  t.match((await get('/problems/bad-parametre')).json.errors[0].did_you_mean, ['bad-parameter'])
  t.equal((await get('/problems/bad-parameter')).statusCode, 200)
})
