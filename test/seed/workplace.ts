import fs from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import t from 'tap'
import { refreshDataset } from '../../src/bin/refresh.ts'
import { buildDataset, publishDataset } from '../../src/build/build.ts'
import { writeExports, writeReleaseRecords } from '../../src/build/exports/write.ts'
import { metaOf } from '../../src/dataset/meta.ts'
import { temporaryFolder } from '../fixtures/app.ts'
import { callCommand, importCommand, nothing } from '../fixtures/command.ts'
import { edit } from '../fixtures/seed.ts'
import { smallSeed } from '../fixtures/small-seed.ts'

/** A device in a folder where nobody can create or rename a file: a broken check must not do harm. */
const DEVICE = '/dev/pts/ptmx'

/** What may be where the dataset is to be written, and is somebody else's. */
const foreign: [what: string, make: (path: string) => void, reason: RegExp][] = [
  ['a text', path => fs.writeFileSync(path, 'a novel'), /no dataset of this program/],
  ['a database', makeDatabase, /no dataset of this program/],
  [
    'the magic of SQLite alone',
    path => fs.writeFileSync(path, 'SQLite format 3\0'.padEnd(5_000, 'x')),
    /no dataset of this program/,
  ],
  ['a folder', path => fs.mkdirSync(path), /is no file/],
  ['a device', path => fs.symlinkSync(DEVICE, path), /is no file/],
  ['a link to itself', path => fs.symlinkSync(path, path), /ELOOP/],
]

function makeDatabase(path: string) {
  const db = new Sqlite(path)
  db.exec("CREATE TABLE meta (key TEXT, value TEXT); INSERT INTO meta VALUES ('content', '1')")
  db.close()
}

t.test('only a dataset of this program is replaced', async t => {
  const seed = smallSeed(t)
  for (const [what, make, reason] of foreign) {
    const folder = temporaryFolder(t)
    const path = join(folder, 'events.sqlite')
    make(path)
    const before = fs.lstatSync(path)
    t.throws(() => buildDataset(seed, path), reason, what)
    await t.rejects(publishDataset(seed, path), reason, what)
    await t.rejects(
      callCommand(say => refreshDataset(seed, path, say)),
      reason,
      what,
    )
    const { ino, mtimeMs, size } = fs.lstatSync(path)
    t.strictSame([ino, mtimeMs, size], [before.ino, before.mtimeMs, before.size], what)
    t.strictSame(fs.readdirSync(folder), ['events.sqlite'], what)
  }
})

t.test('the build command says in one line what it would not replace', async t => {
  const DATABASE = temporaryFolder(t)
  const ended = await importCommand(t, 'src/bin/build-dataset.ts', [], { DATABASE })
  t.match(ended, { code: 1, output: '', errors: /^[^\n]+is no file[^\n]*\n$/ })
})

t.test('nothing, an empty file and any dataset are replaced', async t => {
  const seed = smallSeed(t)
  const ours: [what: string, make: (path: string) => void][] = [
    ['nothing', () => {}],
    ['an empty file', path => fs.writeFileSync(path, '')],
    ['a dataset', path => buildDataset(seed, path)],
    [
      'a dataset of the time before they were marked',
      path => {
        buildDataset(seed, path)
        const db = new Sqlite(path)
        db.pragma('application_id = 0')
        db.close()
      },
    ],
    [
      'a damaged dataset',
      path => {
        buildDataset(seed, path)
        fs.writeFileSync(
          path,
          Buffer.concat([fs.readFileSync(path).subarray(0, 100), Buffer.alloc(9_000)]),
        )
      },
    ],
  ]
  for (const [what, make] of ours) {
    const path = join(temporaryFolder(t), 'events.sqlite')
    make(path)
    buildDataset(seed, path)
    t.match(metaOf(path), { content: /^[0-9a-f]{64}$/ }, what)
  }
})

t.test('a link stays a link, and what it leads to is replaced', async t => {
  const seed = smallSeed(t)
  const [folder, other] = [temporaryFolder(t), temporaryFolder(t)]
  const [link, middle, target] = [
    join(folder, 'events.sqlite'),
    join(other, 'link'),
    join(other, 'target.sqlite'),
  ]
  fs.symlinkSync(middle, link)
  fs.symlinkSync('target.sqlite', middle)
  for (const what of ['without a file', 'with a file']) {
    await publishDataset(seed, link)
    t.ok(fs.lstatSync(link).isSymbolicLink(), what)
    t.ok(fs.lstatSync(middle).isSymbolicLink(), what)
    t.ok(fs.lstatSync(target).isFile(), what)
  }
  t.match(metaOf(link), { release: { version: 'unreleased' } })
  // A relative link begins in the folder where it is, whatever links lead there.
  fs.mkdirSync(join(other, 'a/b'), { recursive: true })
  fs.symlinkSync(join(other, 'a/b'), join(folder, 'linked'))
  fs.symlinkSync('../found.sqlite', join(other, 'a/b/events.sqlite'))
  buildDataset(seed, join(folder, 'linked/events.sqlite'))
  t.ok(fs.existsSync(join(other, 'a/found.sqlite')))
  fs.rmSync(join(folder, 'linked'))
  t.strictSame(fs.readdirSync(folder).sort(), ['build.lock', 'events.sqlite', 'exports'])
})

t.test('the next build removes what killed ones have left', async t => {
  const seed = smallSeed(t)
  const folder = temporaryFolder(t)
  const path = join(folder, 'events.sqlite')
  await publishDataset(seed, path)
  const files = () => fs.readdirSync(folder, { recursive: true }).sort()
  const before = files()
  for (const end of ['draft', 'draft.loose', 'draft-journal', 'draft.loose-journal'])
    fs.writeFileSync(`${path}.123.${end}`, '')
  fs.mkdirSync(join(folder, 'exports/2026.11.0.123.draft'))
  fs.writeFileSync(join(folder, 'exports/2026.11.0.123.draft/actions.csv'), '')
  const others = [
    'other.123.draft',
    'events.sqlite.my.draft',
    'events.sqlite.1.drafts',
    'exports/lost+found',
    'exports/a.1.draft',
  ]
  for (const name of others) fs.writeFileSync(join(folder, name), '')
  await publishDataset(seed, path)
  t.strictSame(files(), [...before, ...others].sort(), 'nothing else')
})

t.test('a damaged dataset is built again at the start', async t => {
  const seed = smallSeed(t)
  const path = join(temporaryFolder(t), 'events.sqlite')
  buildDataset(seed, path)
  const bytes = fs.readFileSync(path)
  const damaged = Buffer.from(bytes)
  damaged.write('X', bytes.indexOf('joint-notice'))
  fs.writeFileSync(path, damaged)
  t.match(await callCommand(say => refreshDataset(seed, path, say)), {
    err: [/is damaged: .*`npm run build`/],
    out: [/^Built /],
  })
  t.ok(fs.readFileSync(path).equals(bytes))
  t.match(await callCommand(say => refreshDataset(seed, path, say)), { err: nothing, out: nothing })

  fs.writeFileSync(path, damaged)
  await t.rejects(writeExports(path), /is damaged/)
  t.strictSame(
    fs.readdirSync(join(path, '../exports')).length,
    1,
    'only those of the whole dataset',
  )
  edit(seed, 'dataset.yaml', 'title: ', 'titel: ')
  const refused = callCommand(say => refreshDataset(seed, path, say))
  await t.rejects(refused, /^there is no older dataset .* is damaged: .*`npm run build`/)
  const db = new Sqlite(path)
  db.exec("UPDATE meta SET value = '\"1\"' WHERE key = 'format'")
  db.close()
  const foreign = callCommand(say => refreshDataset(seed, path, say))
  await t.rejects(foreign, /^there is no older dataset .* the format of another version/)
})

t.test('the place is locked while something is written there', async t => {
  const seed = smallSeed(t)
  const path = join(temporaryFolder(t), 'events.sqlite')
  const lock = () => {
    const db = new Sqlite(join(path, '../build.lock'), { timeout: 0 })
    try {
      db.exec('BEGIN EXCLUSIVE')
    } finally {
      db.close()
    }
  }
  for (const write of [
    () => publishDataset(seed, path),
    () => writeExports(path),
    () => writeReleaseRecords(seed, path),
  ]) {
    const written = write()
    t.throws(lock, { code: 'SQLITE_BUSY' })
    await written
    t.doesNotThrow(lock)
  }
})

t.test('a build that cannot lock its place says so', async t => {
  const path = join(temporaryFolder(t), 'events.sqlite')
  fs.mkdirSync(join(path, '../build.lock'))
  t.throws(() => buildDataset(smallSeed(t), path), /build\.lock cannot be locked: unable to/)
})

t.test('a build without its exports is none', async t => {
  const seed = smallSeed(t)
  const folder = temporaryFolder(t)
  const path = join(folder, 'events.sqlite')
  fs.writeFileSync(join(folder, 'exports'), '')
  await t.rejects(publishDataset(seed, path), { code: 'ENOTDIR' })
  t.strictSame(fs.readdirSync(folder).sort(), ['build.lock', 'exports'])
})
