import fs from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import t from 'tap'
import { buildDataset } from '../../src/build/build.ts'
import { checkSeed } from '../../src/build/check/check.ts'
import { seal, writeDatabase } from '../../src/build/file/write-database.ts'
import { isUpToDate } from '../../src/build/inputs.ts'
import { readSeed } from '../../src/build/seed/seed.ts'
import { UNSEALED, verifyChecksum } from '../../src/dataset/checksum.ts'
import { CurrentDataset } from '../../src/dataset/current.ts'
import { Dataset } from '../../src/dataset/dataset.ts'
import { sha256 } from '../../src/model/hash.ts'
import { buildFor, seedFolder, temporaryFolder, testApp } from '../fixtures/app.ts'
import { claim, dated, writeDraft } from '../fixtures/drafts.ts'
import { everyAnswer } from '../fixtures/every-answer.ts'
import { openapi, pathOf } from '../fixtures/openapi.ts'
import { addRecord, edit } from '../fixtures/seed.ts'
import { releasedSeed, smallSeed } from '../fixtures/small-seed.ts'

/** Adds a rule and a case to a seed, each with a step, and a licence. */
function addMatters(seed: string) {
  for (const [folder, id, kind] of [
    ['rules', 'a-rule', 'law'],
    ['cases', 'a-case', 'case'],
  ] as const) {
    const regions = [{ code: 'JP', role: 'jurisdiction' }]
    const claims = [claim('regions/JP/jurisdiction')]
    addRecord(seed, folder, { id, kind, title: id, regions, claims })
    const step = { id: `${id}-step`, year: '2021', title: 'A step', type: 'rule' }
    writeDraft(seed, { ...step, date: dated('2021'), parts: [`matters/${id}`] })
  }
  addRecord(seed, 'licences', {
    ...{ id: 'a-licence', kind: 'licence', title: 'A licence', actor: 'huobi', authority: 'mint' },
    ...{ holder: { name: 'Huobi' }, activities: null },
    regions: ['jurisdiction', 'valid'].map(role => ({ code: 'JP', role })),
    claims: ['holder', 'places'].map(claim),
  })
}

t.test('two builds of one seed give the same answers, byte for byte', async t => {
  const seed = releasedSeed(t)
  addMatters(seed)
  const one = await testApp(t, { seed, exported: true })
  const other = await testApp(t, { seed, exported: true })
  t.ok(fs.readFileSync(one.file).equals(fs.readFileSync(other.file)))
  const [answers, others] = [await everyAnswer(one.app), await everyAnswer(other.app)]
  t.strictSame([...others.keys()], [...answers.keys()])
  const requested = new Set(answers.keys().map(pathOf))
  for (const path of Object.keys(openapi.paths).filter(path => path.startsWith('/v1')))
    t.ok(requested.has(path), `${path} was requested`)
  const different = [...answers].filter(([url, answer]) => others.get(url) !== answer)
  t.strictSame(different, [])
})

/** Flips one bit of a file, in place. */
function damage(file: string, at: number) {
  const bytes = fs.readFileSync(file)
  bytes[at] = (bytes[at] as number) ^ 1
  fs.writeFileSync(file, bytes, { flag: 'r+' })
}

const overwrite = (file: string) => fs.writeFileSync(file, 'no database, but long enough to be one')
const change = (sql: string) => (file: string) => {
  const db = new Sqlite(file)
  db.exec(sql)
  db.close()
}

/** Changes of a dataset file, and how a server that opens it refuses it. */
const changes: [part: string, change: (file: string) => void, error: RegExp][] = [
  ['a record', file => damage(file, fs.readFileSync(file).indexOf('joint-notice')), /is damaged/],
  ['a name', change("UPDATE actor_names SET name = 'x' WHERE name = 'Huobi'"), /is damaged/],
  ['a set', change("DELETE FROM sets WHERE value = 'huobi'"), /is damaged/],
  ['the search', change('DELETE FROM search WHERE rowid = 0'), /is damaged/],
  ['the page', change("UPDATE meta SET value = '{}' WHERE key = 'page'"), /is damaged/],
  ['its format', change("UPDATE meta SET value = '1' WHERE key = 'format'"), /another version/],
  ['its head', overwrite, /not a database/],
]

t.test('a changed file is not served', async t => {
  const pristine = buildFor(t)
  await t.resolves(CurrentDataset.open(pristine))
  for (const [part, change, error] of changes) {
    const file = join(temporaryFolder(t), 'events.sqlite')
    fs.copyFileSync(pristine, file)
    change(file)
    await t.rejects(CurrentDataset.open(file), error, part)
  }
  await t.rejects(CurrentDataset.open(`${pristine}.none`), /unable to open|does not exist/)
})

const MIB = 2 ** 20

t.test('a flipped bit is noticed anywhere', async t => {
  const file = buildFor(t)
  const { size } = fs.statSync(file)
  const { content } = new Dataset(file).meta
  const own = fs.readFileSync(file).indexOf(content)
  const edges = [0, own - 1, own, own + 63, own + 64, MIB - 1, MIB, size - 1]
  for (const at of [...edges, ...fc.sample(fc.nat(size - 1), { numRuns: 30, seed: 1 })]) {
    damage(file, at)
    await t.rejects(CurrentDataset.open(file), `byte ${at}`)
    damage(file, at)
  }
  await t.resolves(CurrentDataset.open(file), 'as it was')
})

t.test('the checksum is found anywhere in the file', async t => {
  const file = join(temporaryFolder(t), 'file')
  const zeros = `content"${UNSEALED}"`
  const edges = [-74, -73, -30, -1, 0].map(offset => MIB + offset)
  for (const at of [0, 100, ...edges, 2 * MIB + 7]) {
    const text = `${'x'.repeat(at)}${zeros}${'y'.repeat(3 * MIB - at)}`
    fs.writeFileSync(file, text)
    seal(file)
    const sealed = sha256(text)
    t.equal(fs.readFileSync(file, 'utf8').indexOf(sealed), at + 8, `at ${at}`)
    await t.resolves(verifyChecksum(file, sealed))
  }
})

const seed = readSeed(seedFolder)
const derived = checkSeed(seed)

t.test('records that refer to a missing one make no file', async t => {
  const { records, ...others } = derived
  const folder = temporaryFolder(t)
  const file = join(folder, 'events.sqlite')
  const regions = [...records.regions].slice(1)
  t.throws(() => writeDatabase(file, seed, { ...others, records: { ...records, regions } }, ''), {
    message: /^table \w+ names a missing row of regions$/,
  })
  t.strictSame(fs.readdirSync(folder), [], 'nothing is left')
})

t.test('a dataset is up to date if it was built from this seed, at any time', async t => {
  const seed = smallSeed(t)
  const file = join(temporaryFolder(t), 'events.sqlite')
  t.notOk(isUpToDate(file, seed), 'no file')
  overwrite(file)
  t.notOk(isUpToDate(file, seed), 'no dataset')
  fs.rmSync(file)
  buildDataset(seed, file)
  fs.utimesSync(file, 0, 0)
  fs.utimesSync(join(seed, 'actors/huobi.yaml'), new Date(), new Date())
  t.ok(isUpToDate(file, seed), 'only the times differ')
  edit(seed, 'dataset.yaml', 'title: ', 'title: New ')
  t.notOk(isUpToDate(file, seed), 'another content')
  buildDataset(seed, file)
  t.ok(isUpToDate(file, seed))
  fs.renameSync(join(seed, 'regions.yaml'), join(seed, 'places.yaml'))
  t.notOk(isUpToDate(file, seed), 'another name')
})
