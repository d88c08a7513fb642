import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import t from 'tap'
import { collectionNames } from '../../src/model/collections.ts'
import { sha256 } from '../../src/model/hash.ts'
import { buildDataset, writeDatabase } from '../../src/store/build.ts'
import { checkSeed } from '../../src/store/check.ts'
import { contentHash, sealContent } from '../../src/store/content.ts'
import { CurrentDataset } from '../../src/store/current.ts'
import { createDatabase } from '../../src/store/database.ts'
import { Dataset } from '../../src/store/dataset.ts'
import { writeExports } from '../../src/store/exports/write.ts'
import { projectRoot } from '../../src/store/fingerprint.ts'
import { isFresh } from '../../src/store/freshness.ts'
import { readSeed } from '../../src/store/seed.ts'
import { worldOf } from '../../src/store/world.ts'
import { setWriter } from '../../src/store/write-sets.ts'
import { buildFor, seedFolder, temporaryFolder, testApp } from '../fixtures/app.ts'
import { runCommand } from '../fixtures/command.ts'
import { damage } from '../fixtures/damage.ts'
import { everyAnswer } from '../fixtures/every-answer.ts'
import { openapi } from '../fixtures/openapi.ts'
import { edit } from '../fixtures/seed.ts'
import { releaseSeed, smallSeed } from '../fixtures/small-seed.ts'

t.test('a build elsewhere in the world gives the same file, byte for byte', async t => {
  const built = join(temporaryFolder(t), 'elsewhere.sqlite')
  const elsewhere = { DATABASE: built, TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' }
  const { code, output, errors } = await runCommand(t, 'src/bin/build-dataset.ts', [], elsewhere)
  t.equal(code, 0, errors)
  for (const name of collectionNames) t.match(output, new RegExp(`^${name} +\\d+$`, 'm'))
  const here = join(temporaryFolder(t), 'here.sqlite')
  buildDataset(join(projectRoot, 'seed'), here)
  t.ok(readFileSync(built).equals(readFileSync(here)))
  t.strictSame(await writeExports(built), await writeExports(here), 'with the same files')
})

t.test('two builds of one seed give the same answers, byte for byte', async t => {
  const seed = smallSeed(t)
  releaseSeed(seed, '2026-11-22')
  const [one, other] = [
    await testApp(t, { seed, exported: true }),
    await testApp(t, { seed, exported: true }),
  ]
  t.ok(readFileSync(one.file).equals(readFileSync(other.file)))
  const [answers, others] = [await everyAnswer(one.app), await everyAnswer(other.app)]
  t.strictSame([...others.keys()], [...answers.keys()])
  for (const path of Object.keys(openapi.paths).filter(path => path.startsWith('/v1')))
    t.ok(
      [...answers.keys()].some(url => fits(url, path)),
      `${path} was asked`,
    )
  const differing = [...answers].filter(([url, answer]) => others.get(url) !== answer)
  t.strictSame(differing, [])
})

const fits = (url: string, path: string) =>
  new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}(?:\\?.*)?$`).test(url)

t.test('a build that cannot be put in place leaves what was there, and no draft', async t => {
  const folder = join(temporaryFolder(t), 'taken.sqlite')
  mkdirSync(folder)
  writeFileSync(join(folder, 'kept'), 'kept')
  t.throws(() => buildDataset(smallSeed(t), folder), { code: 'EISDIR' })
  t.strictSame(readdirSync(dirname(folder)), ['taken.sqlite'])
  t.equal(readFileSync(join(folder, 'kept'), 'utf8'), 'kept')
})

const change = (sql: string) => (file: string) => {
  const db = new Sqlite(file)
  db.exec(sql)
  db.close()
}

function flip(file: string, text: string) {
  const bytes = readFileSync(file)
  const at = bytes.indexOf(text)
  if (at < 0) throw new Error(`no ${text}`)
  bytes[at + text.length - 1] = (bytes[at + text.length - 1] as number) ^ 1
  writeFileSync(file, bytes)
}

/** Changes of a file that a server must not serve from, each by what it then says. */
const damages: [what: string, spoil: (file: string) => void, says: RegExp][] = [
  ['a record', file => flip(file, '"id":"joint-notice-2021-09'), /is damaged/],
  ['a name', change("UPDATE actor_names SET name = 'x' WHERE name = 'Huobi'"), /is damaged/],
  ['a set', change("DELETE FROM sets WHERE value = 'huobi'"), /is damaged/],
  ['the search', change('DELETE FROM search WHERE rowid = 0'), /is damaged/],
  ['the page', change("UPDATE meta SET value = '{}' WHERE key = 'page'"), /is damaged/],
  [
    'its program',
    change("UPDATE meta SET value = '\"x\"' WHERE key = 'program'"),
    /another version/,
  ],
  [
    'its head',
    file => writeFileSync(file, 'no database, but long enough to be one'),
    /not a database/,
  ],
]

t.test('a file that is not as it was built is not served from', async t => {
  const pristine = buildFor(t)
  t.doesNotThrow(() => new CurrentDataset(pristine))
  for (const [what, spoil, says] of damages) {
    const file = join(temporaryFolder(t), 'events.sqlite')
    writeFileSync(file, readFileSync(pristine))
    spoil(file)
    t.throws(() => new CurrentDataset(file), says, what)
  }
  t.throws(() => new CurrentDataset(`${pristine}.none`), /unable to open|does not exist/)
})

t.test('one changed bit anywhere is noticed', async t => {
  const file = buildFor(t)
  const { size } = statSync(file)
  const content = new Dataset(file).content
  t.equal(contentHash(file, content), content)
  const own = readFileSync(file).indexOf(content)
  const places = fc.sample(fc.nat(size - 1), { numRuns: 30, seed: 1 })
  for (const at of [
    0,
    own - 1,
    own,
    own + 63,
    own + 64,
    2 ** 20 - 1,
    2 ** 20,
    size - 1,
    ...places,
  ]) {
    damage(file, at)
    t.throws(() => new CurrentDataset(file), `byte ${at}`)
    damage(file, at)
  }
  t.doesNotThrow(() => new CurrentDataset(file), 'as it was')
})

t.test('the hash is found wherever it stands', async t => {
  const file = join(temporaryFolder(t), 'file')
  const zeros = `content"${'0'.repeat(64)}"`
  for (const at of [
    0,
    100,
    2 ** 20 - 74,
    2 ** 20 - 73,
    2 ** 20 - 30,
    2 ** 20 - 1,
    2 ** 20,
    2 ** 21 + 7,
  ]) {
    const text = `${'x'.repeat(at)}${zeros}${'y'.repeat(3_000_000 - at)}`
    writeFileSync(file, text)
    sealContent(file)
    const sealed = sha256(text)
    t.equal(readFileSync(file, 'utf8').indexOf(sealed), at + 8, `at ${at}`)
    t.equal(contentHash(file, sealed), sealed)
  }
})

const seed = readSeed(seedFolder)
const derived = checkSeed(seed)

t.test('sets that are put aside in parts are the same', async t => {
  const world = worldOf(seed.retired, derived)
  const setsOf = (mostHeld?: number) => {
    const db = createDatabase(join(temporaryFolder(t), 'sets.sqlite'))
    const writer = setWriter(db, 'actions', world, mostHeld)
    for (const [row, action] of derived.records.actions.entries()) writer.add(action, row)
    writer.end?.()
    const sets = db.prepare('SELECT * FROM sets').all()
    db.close()
    return sets
  }
  t.ok(setsOf().length > 100)
  t.strictSame(setsOf(50), setsOf())
})

t.test('records that name what is not there make no file', async t => {
  const { records, ...others } = derived
  const folder = temporaryFolder(t)
  const file = join(folder, 'events.sqlite')
  const regions = [...records.regions].slice(1)
  t.throws(() => writeDatabase(file, seed, { ...others, records: { ...records, regions } }, ''), {
    message: /^table \w+ names what is not in regions$/,
  })
  t.strictSame(readdirSync(folder), [])
})

t.test(
  'a dataset is fresh if it is the one of this seed, whatever the times of the files',
  async t => {
    const seed = smallSeed(t)
    const file = join(temporaryFolder(t), 'events.sqlite')
    t.notOk(isFresh(file, seed), 'no file')
    writeFileSync(file, 'no database, but long enough to be one')
    t.notOk(isFresh(file, seed), 'no dataset')
    buildDataset(seed, file)
    t.ok(isFresh(file, seed))
    utimesSync(file, 0, 0)
    utimesSync(join(seed, 'actors/huobi.yaml'), new Date(), new Date())
    t.ok(isFresh(file, seed), 'only the times are others')
    edit(seed, 'dataset.yaml', 'title: ', 'title: New ')
    t.notOk(isFresh(file, seed), 'another seed')
    buildDataset(seed, file)
    t.ok(isFresh(file, seed))
    renameSync(join(seed, 'regions.yaml'), join(seed, 'places.yaml'))
    t.notOk(isFresh(file, seed), 'another name')
  },
)
