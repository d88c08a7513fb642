import { globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, parse } from 'node:path'
import t from 'tap'
import { isLandmark } from '../../src/build/lint/landmarks.ts'
import { checkEvidence } from '../../src/build/seed/evidence.ts'
import { copiesIn } from '../../src/dataset/copies.ts'
import { projectRoot } from '../../src/dataset/project.ts'
import type { Action } from '../../src/model/action.ts'
import { sha256 } from '../../src/model/hash.ts'
import { findWords } from '../../src/model/letters.ts'
import type { Matter } from '../../src/model/matter.ts'
import { everything, seedFolder, temporaryFolder, testApp } from '../fixtures/app.ts'
import { importCommand, runCommand, startCommand } from '../fixtures/command.ts'
import { documentsFolder, withDocuments } from '../fixtures/documents.ts'
import { examplesIn, partOf, replacePart } from '../fixtures/examples.ts'
import { assertDescribed } from '../fixtures/openapi.ts'

// Checks that hold for any data: all others use the frozen dataset.
const settings = {
  DATABASE: join(temporaryFolder(t), 'events.sqlite'),
  PORT: '0',
  PUBLIC_URL: 'https://example.org/crypto',
  LOG_LEVEL: 'error',
}
const served = startCommand(t, 'src/bin/serve.ts', [], settings)
const output = await served.said('/v1')
const { get } = await testApp(t, { built: settings.DATABASE })

t.test('the command builds the dataset, prints the address and stops on SIGTERM', async t => {
  const [, url = ''] = /Events at (http:\S+)/.exec(output) ?? []
  t.match(output.split('\n'), [
    /^Built .*events\.sqlite: [1-9]\d* actions, [1-9]\d* claims, [1-9]\d* files\.$/,
    /^Crypto Regulation Events at http/,
    /^ {2}https:\/\/example.org\/crypto\/ /,
    /^ {2}https:\/\/example.org\/crypto\/docs /,
  ])
  t.match(await (await fetch(`${url}/health/live`)).json(), { status: 'ok' })
  const { port: PORT } = new URL(url)
  t.match(await runCommand(t, 'src/bin/serve.ts', [], { ...settings, PORT }), {
    code: 1,
    errors: /EADDRINUSE.*; set PORT to another port\n$/,
  })
  served.child.kill('SIGTERM')
  served.child.kill('SIGTERM')
  t.match(await served.ended, { code: 0, errors: /^$/ })
})

t.test('every passage of the five documents is found once', withDocuments, async t => {
  const ended = await importCommand(t, 'src/bin/check-evidence.ts', [documentsFolder()])
  t.match(ended, { code: 0, output: /^passages: \d+ found once, 0 found often, 0 not/m })
  t.ok(Number(/(\d+) found once/.exec(ended.output)?.[1]) > 70)
})

t.test('a document that is altered by one word is found out', withDocuments, async t => {
  const folder = temporaryFolder(t)
  const copies = copiesIn(documentsFolder())
  const documents = await everything(get, '/v1/documents?limit=500')
  for (const document of documents.filter(document => copies(document))) {
    const { text } = copies(document)!
    // A word near the middle of the text, which some passage has.
    const words = await findWords(text, document.passages)
    const quotes = [...words.values()].map(([quote]) => quote!)
    const quote = quotes[Math.floor(quotes.length / 2)]!
    const [word] = /\p{L}{5,}/u.exec(quote)!
    const altered = text.replace(quote, quote.replace(word, 'otherwise'))
    writeFileSync(join(folder, `${document.id}.txt`), altered)
  }
  const { problems } = await checkEvidence(seedFolder, copiesIn(folder))
  for (const name of readdirSync(folder)) {
    const id = parse(name).name
    t.ok(
      problems.some(problem => problem.endsWith(` is not in the copy of ${id}`)),
      id,
    )
  }
})

const moving = ['as_of', 'last_listed', 'last_document']

/** The hash of a release leaves out what another reading of an unchanged register moves. */
const withoutDay = (name: string, value: unknown) =>
  moving.includes(name) || (name === 'licences' && !Array.isArray(value)) ? undefined : value

t.test('every release is offered, and its records give its hash', async t => {
  const releases = await everything(get, '/v1/releases?limit=500')
  t.ok(releases.length >= 2)
  for (const { version, hash } of releases) {
    const { statusCode, body } = await get(`/v1/exports/${version}/records.ndjson`)
    t.equal(statusCode, 200, version)
    const lines = body.split('\n').slice(0, -1)
    const records = lines.map(line => JSON.parse(line))
    const hashed = records.map(({ record, data, removed }) => {
      const hash = removed?.sha256 ?? sha256(JSON.stringify(data, withoutDay))
      return `${record}\t${hash}\n`
    })
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

t.test('most steps of rules have an official document, most landmarks two origins', async t => {
  const all = <T>(url: string) => everything<T>(get, `${url}limit=500`)
  const share = (records: Action[], has: (record: Action) => boolean) =>
    records.filter(has).length / records.length
  const actions = await all<Action>('/v1/actions?not_kind=licensing&')
  const rules = new Set((await all<Matter>('/v1/rules?fields=id&')).map(({ id }) => id))
  const steps = actions.filter(({ matters }) => matters.some(({ id }) => rules.has(id)))
  t.ok(share(steps, ({ sources }) => sources.official > 0) >= 0.5)
  const found = await all<Action>('/v1/actions?has=two-origins&fields=id&')
  const confirmed = new Set(found.map(({ id }) => id))
  t.ok(share(actions.filter(isLandmark), ({ id }) => confirmed.has(id)) >= 0.6)
})
