import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { build, evidence, refreshDataset, type Say } from '../src/bin/seed-commands.ts'
import { checkEvidence } from '../src/store/evidence.ts'
import { temporaryFolder } from './fixtures/app.ts'
import { runCommand } from './fixtures/command.ts'
import { documentsFolder, findDocuments, withDocuments } from './fixtures/documents.ts'
import { skipWithout } from './fixtures/requirement.ts'
import { copySeed, edit } from './fixtures/seed.ts'
import { actionFile, report, sha256, tellSeed } from './fixtures/told.ts'

/** A console that keeps what it is told. */
function listen() {
  const out: string[] = []
  const err: string[] = []
  const say: Say = { log: line => out.push(line), error: line => err.push(line) }
  return { out, err, say }
}

t.test('the check ends with 1 where a claim is wrong or cannot be checked', async t => {
  const { seed, documents } = tellSeed(t)
  const { out, err, say } = listen()
  t.equal(evidence(seed, [documents], say), 1)
  t.match(out, [/^9 claims checked, 0 hashes filled in, \d\d\d+ without a document, 0 wrong$/])
  t.strictSame(err, [])
  edit(seed, actionFile, sha256('miners'), sha256('bakers'))
  t.equal(evidence(seed, [documents], say), 1)
  t.match(out[1], / 1 wrong$/)
  t.match(err, [/^seed\/actions\/2021\/told.yaml:\d+:\d+: claims\.\d+: the words of told-report/])
})

t.test('looking for words ends with 1 where there are none', async t => {
  const { seed, documents } = tellSeed(t)
  const { out, err, say } = listen()
  t.equal(evidence(seed, [documents, '--find', 'crowd of'], say), 0)
  t.equal(out.length, 2)
  t.equal(evidence(seed, [documents, '--find', 'bakers'], say), 1)
  t.equal(out.length, 2)
  t.strictSame(err, [])
})

t.test('what is asked in another way gets the usage', async t => {
  const { seed, documents } = tellSeed(t)
  for (const args of [[], [documents, '--find'], [documents, '--fnd', 'x'], [documents, 'x']]) {
    const { out, err, say } = listen()
    t.equal(evidence(seed, args, say), 2)
    t.match(err, [/^Usage: npm run evidence -- <documents folder> /])
    t.strictSame(out, [])
  }
  const { code, errors, output } = await runCommand(t, 'src/bin/check-evidence.ts')
  t.match({ code, errors, output }, { code: 2, errors: /^Usage: /, output: '' })
})

t.test('a seed that is not fit is told by every command', async t => {
  const { seed, documents } = tellSeed(t)
  const file = join(temporaryFolder(t), 'events.sqlite')
  const { out, err, say } = listen()
  t.equal(build(seed, file, say), 0)
  t.ok(out.splice(0).length > 0)
  edit(seed, actionFile, 'type: ban', 'type: bann')
  t.equal(evidence(seed, [documents], say), 1)
  t.equal(evidence(seed, [documents, '--find', 'crowd'], say), 1)
  t.equal(build(seed, file, say), 1)
  refreshDataset(seed, file, say)
  t.strictSame(out, [])
  t.equal(err.length, 4)
  for (const line of err) t.match(line, /seed\/actions\/2021\/told.yaml:\d+:7: type: 'bann' is not/)
  t.ok(err[3]?.startsWith(`The seed is not fit; ${file} stays as it was.\n`))
})

t.test('what is not the fault of the seed is thrown', async t => {
  const { seed } = tellSeed(t)
  const { out, err, say } = listen()
  const folder = temporaryFolder(t)
  t.throws(() => evidence(seed, [join(folder, 'none')], say), { code: 'ENOENT' })
  t.throws(() => refreshDataset(seed, folder, say), { code: /^E/ })
  t.strictSame([...out, ...err], [])
})

t.test('a dataset is built only where it is not the one of the seed', async t => {
  const seed = copySeed(t)
  const file = join(temporaryFolder(t), 'events.sqlite')
  const { out, err, say } = listen()
  refreshDataset(seed, file, say)
  t.match(out, [/^Built .*events.sqlite: \d+ actions, \d+ claims\.$/])
  refreshDataset(seed, file, say)
  t.equal(out.length, 1)
  edit(seed, 'dataset.yaml', 'title: ', 'title: New ')
  refreshDataset(seed, file, say)
  t.equal(out.length, 2)
  t.strictSame(err, [])
})

t.test('every claim of the dataset holds against its document', withDocuments, async (t: Test) => {
  const { checked, ...rest } = checkEvidence(copySeed(t), documentsFolder())
  t.ok(checked > 100, `${checked} claims`)
  t.strictSame(rest, { filled: 0, missing: 0, problems: [] })
  const { code, output } = await runCommand(t, 'src/bin/check-evidence.ts', [documentsFolder()])
  t.equal(code, 0)
  t.equal(output, `${checked} claims checked, 0 hashes filled in, 0 without a document, 0 wrong\n`)
})

t.test(
  'tests take the documents where they are, and are skipped unless they must not be',
  async t => {
    const folder = temporaryFolder(t)
    const beside = join(temporaryFolder(t), 'main')
    t.equal(findDocuments({}, beside), undefined)
    t.equal(findDocuments({ DOCUMENTS_DIR: join(folder, 'none') }, beside), undefined)
    t.equal(findDocuments({ DOCUMENTS_DIR: folder }, beside), folder)
    const { documents } = tellSeed(t)
    t.strictSame(readdirSync(documents), ['report.txt'])
    t.match(skipWithout(undefined, 'x', 'CI_X', {}), {
      skip: /^there is no x here; CI_X=required /,
    })
    t.strictSame(skipWithout(undefined, 'x', 'CI_X', { CI_X: 'required' }), { skip: false })
    t.strictSame(skipWithout(folder, 'x', 'CI_X', {}), { skip: false })
    t.ok(report)
  },
)
