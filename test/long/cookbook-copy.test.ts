import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t, { type Test } from 'tap'
import { type Snippet, snippetsOf } from '../../cookbook/pages.ts'
import { release } from '../../src/bin/seed-commands.ts'
import { buildDataset } from '../../src/store/build.ts'
import { writeExports } from '../../src/store/exports/write.ts'
import { projectRoot } from '../../src/store/fingerprint.ts'
import { buildFor, temporaryFolder, testApp } from '../fixtures/app.ts'
import { listen } from '../fixtures/command.ts'
import { seedWithRetired } from '../fixtures/retired.ts'
import { edit } from '../fixtures/seed.ts'

const page = readFileSync(join(projectRoot, 'docs/cookbook/python.md'), 'utf8')
const pull = snippetsOf(page).at(-1) as Snippet

/** A server whose dataset can be replaced, and a folder into which the recipe copies it. */
async function copying(t: Test) {
  const { run } = await import('../../cookbook/run.ts')
  const served = await testApp(t, { built: buildFor(t), exported: true })
  const address = await served.app.listen({ port: 0 })
  const folder = temporaryFolder(t)
  const serve = async (seed: string) => {
    buildDataset(seed, served.file)
    await writeExports(served.file)
    await served.datasets.look()
  }
  const exported = () =>
    join(dirname(served.file), 'exports', served.datasets.dataset.release.version)
  const latest = () => readFileSync(join(folder, 'copy/latest'), 'utf8')
  const copied = () => join(folder, 'copy', latest())
  return { serve, pull: () => run(pull, folder, address), exported, latest, copied }
}

/** The files of a folder with what is in them. */
const read = (folder: string) =>
  new Map(
    readdirSync(folder)
      .filter(name => name.endsWith('.ndjson'))
      .map(name => [name, readFileSync(join(folder, name), 'utf8')]),
  )

function newRelease(t: Test): string {
  const seed = seedWithRetired(t)
  edit(seed, 'actions/2021/joint-notice-2021-09.yaml', 'title: ', 'title: Once more ')
  const { say, err } = listen()
  t.equal(release(seed, new Date('2031-01-05'), ['vocabulary'], say), 0, err.join())
  return seed
}

t.test('the copy made in Python stays in step', async t => {
  const { serve, pull, exported, latest, copied } = await copying(t)
  t.match(await pull(), /^2026\.11\.1 actions /)
  const first = latest()
  t.strictSame(read(copied()), read(exported()))
  await pull()
  t.equal(latest(), first, 'nothing new')

  await serve(newRelease(t))
  const expected = read(exported())
  // The changes are enough for every file but the list of the releases.
  for (const name of expected.keys()) if (name !== 'releases.ndjson') rmSync(join(exported(), name))
  t.match(await pull(), /^2031\.01\.0 /)
  t.strictSame(read(copied()), expected)
  t.ok(readdirSync(dirname(copied())).includes(first))
})

t.test('a copy that does not fit is fetched as a whole', async t => {
  const { serve, pull, exported, copied } = await copying(t)
  await pull()
  for (const name of ['claims.ndjson', 'actors.ndjson'])
    writeFileSync(join(copied(), name), '{"id":"foreign"}\n')
  await serve(newRelease(t))
  await pull()
  t.strictSame(read(copied()), read(exported()))
})

t.test('a pull that fails leaves the copy as it was', async t => {
  const { serve, pull, exported, latest, copied } = await copying(t)
  await pull()
  const [first, held] = [latest(), read(copied())]
  await serve(newRelease(t))
  const lost = join(exported(), 'releases.ndjson')
  const bytes = readFileSync(lost)
  rmSync(lost)
  await t.rejects(pull(), /HTTP Error 500/)
  t.equal(latest(), first)
  t.strictSame(read(copied()), held)
  writeFileSync(lost, bytes)
  await pull()
  t.strictSame(read(copied()), read(exported()))
})
