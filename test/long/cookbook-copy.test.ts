import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t, { type Test } from 'tap'
import { snippetsOf } from '../../cookbook/pages.ts'
import { release } from '../../src/bin/seed-commands.ts'
import { buildDataset } from '../../src/build/build.ts'
import { writeExports } from '../../src/build/exports/write.ts'
import { projectRoot } from '../../src/dataset/project.ts'
import { buildFor, temporaryFolder, testApp } from '../fixtures/app.ts'
import { callCommand } from '../fixtures/command.ts'
import { seedWithRetired } from '../fixtures/retired.ts'
import { edit } from '../fixtures/seed.ts'

const page = readFileSync(join(projectRoot, 'docs/cookbook/python.md'), 'utf8')
const recipe = snippetsOf(page.slice(page.indexOf('## Keep a copy in step')))[0]!

/** The text of each file with records in a folder, by name. */
const read = (folder: string) =>
  new Map(
    readdirSync(folder)
      .filter(name => name.endsWith('.ndjson'))
      .map(name => [name, readFileSync(join(folder, name), 'utf8')]),
  )

/** A copy made by the recipe, its server, and a function that publishes a new release there. */
async function firstCopy(t: Test) {
  const { run } = await import('../../cookbook/run.ts')
  const { app, file, datasets } = await testApp(t, { built: buildFor(t), exported: true })
  const address = await app.listen({ port: 0 })
  const folder = temporaryFolder(t)
  const publish = async () => {
    const seed = seedWithRetired(t)
    edit(seed, 'actions/2021/joint-notice-2021-09.yaml', 'title: ', 'title: Once more ')
    const now = new Date('2031-01-05')
    const { code, err } = await callCommand(say => release(seed, now, ['vocabulary'], say))
    t.equal(code, 0, err.join())
    buildDataset(seed, file)
    await writeExports(file)
    await datasets.look()
  }
  const pull = () => run(recipe, folder, address)
  const exported = () => join(dirname(file), 'exports', datasets.dataset.meta.release.version)
  const latest = () => readFileSync(join(folder, 'copy/latest'), 'utf8')
  const copied = () => join(folder, 'copy', latest())
  t.match(await pull(), /^2026\.11\.1 actions /)
  return { publish, pull, exported, latest, copied }
}

t.test('the copy made in Python stays up to date', async t => {
  const { publish, pull, exported, latest, copied } = await firstCopy(t)
  const first = latest()
  t.strictSame(read(copied()), read(exported()))
  await pull()
  t.equal(latest(), first, 'nothing is new')

  await publish()
  const expected = read(exported())
  // The changes are enough, except for the list of releases, and for rules and cases, which name the day of the release.
  const fetched = ['releases.ndjson', 'rules.ndjson', 'cases.ndjson']
  for (const name of expected.keys()) if (!fetched.includes(name)) rmSync(join(exported(), name))
  t.match(await pull(), /^2031\.01\.0 /)
  t.strictSame(read(copied()), expected)
  t.ok(readdirSync(dirname(copied())).includes(first))
})

t.test('a pull that fails leaves the copy as it was, and the next one repairs it', async t => {
  const { publish, pull, exported, latest, copied } = await firstCopy(t)
  for (const name of ['claims.ndjson', 'actors.ndjson'])
    writeFileSync(join(copied(), name), '{"id":"foreign"}\n')
  const [first, held] = [latest(), read(copied())]
  await publish()
  const lost = join(exported(), 'releases.ndjson')
  const bytes = readFileSync(lost)
  rmSync(lost)
  await t.rejects(pull(), /HTTP Error 503/)
  t.equal(latest(), first)
  t.strictSame(read(copied()), held)
  writeFileSync(lost, bytes)
  await pull()
  t.strictSame(read(copied()), read(exported()))
})
