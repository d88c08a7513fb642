import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t from 'tap'
import { checkEvidence } from '../../src/build/seed/evidence.ts'
import { projectRoot } from '../../src/dataset/project.ts'
import { sha256 } from '../../src/model/hash.ts'
import { everything, testApp } from '../fixtures/app.ts'
import { importCommand } from '../fixtures/command.ts'
import { documentsFolder, withDocuments } from '../fixtures/documents.ts'
import { examplesIn, partOf, replacePart } from '../fixtures/examples.ts'
import { assertDescribed } from '../fixtures/openapi.ts'

// Checks that hold for any data: all others use the frozen dataset.
const liveSeed = join(projectRoot, 'seed')
const { get } = await testApp(t, { seed: liveSeed, exported: true, released: true })

t.test('every claim is found in its document', withDocuments, async t => {
  const { checked, ...rest } = checkEvidence(liveSeed, documentsFolder())
  t.ok(checked > 100)
  t.strictSame(rest, { missing: 0, problems: [] })
  const output = `${checked} claims checked, 0 without a document, 0 wrong\n`
  const ended = await importCommand(t, 'src/bin/check-evidence.ts', [documentsFolder()])
  t.strictSame(ended, { code: 0, output, errors: '' })
})

t.test('every release is offered, and its records give its hash', async t => {
  const releases = await everything(get, '/v1/releases?limit=500')
  t.ok(releases.length >= 2)
  for (const { version, hash } of releases) {
    const { statusCode, body } = await get(`/v1/exports/${version}/records.ndjson`)
    t.equal(statusCode, 200, version)
    const lines = body.split('\n').slice(0, -1)
    const records = lines.map(line => JSON.parse(line))
    const hashed = records.map(({ record, data }) => `${record}\t${sha256(JSON.stringify(data))}\n`)
    t.equal(sha256(hashed.join('')), hash, version)
  }
})

t.test('every seed file names its schema for editors', async t => {
  const schemas = globSync('seed/schemas/*', { cwd: projectRoot })
  for (const name of globSync('seed/**/*.yaml', { cwd: projectRoot })) {
    const text = readFileSync(join(projectRoot, name), 'utf8')
    const [, schema = ''] = /^# yaml-language-server: \$schema=(\S+)$/m.exec(text) ?? []
    t.ok(schemas.includes(join(dirname(name), schema)), name)
  }
})

t.test('the README asks three questions, and its answers have the form of real ones', async t => {
  const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8')
  const examples = examplesIn(readme.split('## Three questions to start with')[1] ?? '')
  t.equal(examples.length, 3)
  for (const { url, part, output } of examples) {
    const path = url.replace(new URL(url).origin, '')
    const answer = await get(path)
    t.equal(answer.statusCode, 200, url)
    t.not(partOf(answer.json, part), undefined, `${url} ${part}`)
    const body = JSON.stringify(replacePart(answer.json, part, output))
    t.doesNotThrow(() => assertDescribed(path, Object.assign(answer, { body })), url)
  }
})
