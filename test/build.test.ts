import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import t from 'tap'
import { collectionNames } from '../src/model/collections.ts'
import { buildDataset } from '../src/store/build.ts'
import { Dataset } from '../src/store/dataset.ts'
import { isFresh } from '../src/store/freshness.ts'
import { seedFolder, temporaryFolder, testApp } from './fixtures/app.ts'
import { runCommand } from './fixtures/command.ts'
import { everyAnswer } from './fixtures/every-answer.ts'
import { openapi } from './fixtures/openapi.ts'
import { copySeed, edit } from './fixtures/seed.ts'

t.test('two builds of one seed give the same answers, byte for byte', async t => {
  const built = join(temporaryFolder(t), 'elsewhere.sqlite')
  const elsewhere = { DATABASE: built, TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' }
  const { code, output, errors } = await runCommand(t, 'src/bin/build-dataset.ts', [], elsewhere)
  t.equal(code, 0, errors)
  for (const name of collectionNames) t.match(output, new RegExp(`^${name} +\\d+$`, 'm'))
  const [one, other] = [await testApp(t, { exported: true }), await testApp(t, { built })]
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
  t.throws(() => buildDataset(seedFolder, folder), { code: 'EISDIR' })
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
  const pristine = join(temporaryFolder(t), 'events.sqlite')
  buildDataset(seedFolder, pristine)
  for (const [what, spoil, says] of damages) {
    const file = join(temporaryFolder(t), 'events.sqlite')
    writeFileSync(file, readFileSync(pristine))
    t.doesNotThrow(() => new Dataset(file), `whole: ${what}`)
    spoil(file)
    t.throws(() => new Dataset(file), says, what)
  }
  t.throws(() => new Dataset(`${pristine}.none`), /unable to open|does not exist/)
})

t.test(
  'a dataset is fresh if it is the one of this seed, whatever the times of the files',
  async t => {
    const seed = copySeed(t)
    const file = join(temporaryFolder(t), 'events.sqlite')
    t.notOk(isFresh(file, seed), 'no file')
    writeFileSync(file, 'no database, but long enough to be one')
    t.notOk(isFresh(file, seed), 'no dataset')
    buildDataset(seed, file)
    t.ok(isFresh(file, seed))
    utimesSync(file, 0, 0)
    utimesSync(join(seed, 'people.yaml'), new Date(), new Date())
    t.ok(isFresh(file, seed), 'only the times are others')
    edit(seed, 'dataset.yaml', 'title: ', 'title: New ')
    t.notOk(isFresh(file, seed), 'another seed')
    buildDataset(seed, file)
    t.ok(isFresh(file, seed))
    renameSync(join(seed, 'regions.yaml'), join(seed, 'places.yaml'))
    t.notOk(isFresh(file, seed), 'another name')
  },
)
