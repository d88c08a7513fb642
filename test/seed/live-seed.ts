import { cpSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t from 'tap'
import { checkEvidence } from '../../src/store/evidence.ts'
import { projectRoot } from '../../src/store/fingerprint.ts'
import { everything, temporaryFolder, testApp } from '../fixtures/app.ts'
import { documentsFolder, withDocuments } from '../fixtures/documents.ts'
import { examplesIn, partOf, replacePart } from '../fixtures/examples.ts'
import { assertDescribed } from '../fixtures/openapi.ts'
import { sha256 } from '../fixtures/told.ts'

// What holds for any data: everything else is tested with the frozen dataset.
const liveSeed = join(projectRoot, 'seed')
const { get } = await testApp(t, { seed: liveSeed, exported: true, released: true })

t.test('the dataset is built and served', async t => {
  const { json } = await get('/v1')
  t.match(json.data.release.version, /^\d{4}\.\d{2}\.\d+(?:-unreleased)?$/)
  for (const list of ['actions', 'actors', 'documents', 'regions', 'claims'])
    t.ok((await get(`/v1/${list}?limit=500`)).json.meta.total > 0, list)
})

t.test('every claim is found in its document', withDocuments, async t => {
  const seed = join(temporaryFolder(t), 'seed')
  cpSync(liveSeed, seed, { recursive: true })
  const { checked, filled, problems } = checkEvidence(seed, documentsFolder())
  t.strictSame({ filled, problems }, { filled: 0, problems: [] })
  t.ok(checked > 0)
})

t.test('every release is offered, and its records give its hash', async t => {
  const releases = await everything(get, '/v1/releases?limit=500')
  t.ok(releases.length >= 2)
  for (const { version, hash } of releases) {
    const { statusCode, body } = await get(`/v1/exports/${version}/records.ndjson`)
    t.equal(statusCode, 200, version)
    const lines = body.split('\n').slice(0, -1)
    const states = lines.map(line => {
      const { record, data } = JSON.parse(line)
      return `${record}\t${sha256(JSON.stringify(data))}\n`
    })
    t.equal(sha256(states.join('')), hash, version)
  }
})

t.test('every seed file names its schema for editors', async t => {
  const files = globSync('seed/**/*.yaml', { cwd: projectRoot }).sort()
  const schemas = globSync('seed/schemas/*', { cwd: projectRoot })
  t.strictSame(
    files.filter(name => {
      const text = readFileSync(join(projectRoot, name), 'utf8')
      const [, schema = ''] = /^# yaml-language-server: \$schema=(\S+)$/m.exec(text) ?? []
      return !schemas.includes(join(dirname(name), schema))
    }),
    [],
  )
})

t.test('the README asks three questions, and its answers have the form of real ones', async t => {
  const [, section = ''] = readFileSync(join(projectRoot, 'README.md'), 'utf8').split(
    '## Three first questions',
  )
  const examples = examplesIn(section)
  t.equal(examples.length, 3)
  for (const { url, part, output } of examples) {
    const path = url.replace(new URL(url).origin, '')
    const answer = await get(path)
    t.equal(answer.statusCode, 200, url)
    t.not(partOf(answer.json, part), undefined, `${url} ${part}`)
    const shown = JSON.stringify(replacePart(answer.json, part, output))
    t.doesNotThrow(() => assertDescribed(path, Object.assign(answer, { body: shown })), url)
  }
})
