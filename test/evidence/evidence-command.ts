import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { refreshDataset } from '../../src/bin/refresh.ts'
import { build, evidence, release, type Say } from '../../src/bin/seed-commands.ts'
import { checkEvidence } from '../../src/store/evidence.ts'
import { temporaryFolder } from '../fixtures/app.ts'
import { importCommand, listen, runCommand } from '../fixtures/command.ts'
import { documentsFolder, findDocuments, withDocuments } from '../fixtures/documents.ts'
import { skipWithout } from '../fixtures/requirement.ts'
import { copySeed, edit, emptySeed } from '../fixtures/seed.ts'
import { smallSeed } from '../fixtures/small-seed.ts'
import { actionFile, sha256, tellSeed } from '../fixtures/told.ts'

t.test('the check ends with 1 where a claim is wrong or cannot be checked', async t => {
  const { seed, documents } = tellSeed(t, copySeed(t))
  const { out, err, say } = listen()
  t.equal(evidence(seed, [documents], say), 1)
  t.match(out, [/^9 claims checked, 0 hashes filled in, \d\d\d+ without a document, 0 wrong$/])
  t.match(err, [/^\d+ claims are on documents that are not in /])
  err.length = 0
  edit(seed, actionFile, sha256('miners'), sha256('bakers'))
  t.equal(evidence(seed, [documents], say), 1)
  t.match(out[1], / 1 wrong$/)
  t.match(err, [/^seed\/actions\/2021\/told.yaml:\d+:\d+: claims\.\d+: the words of told-report/])
})

t.test('the check ends with 0 where nothing is wrong and nothing is missing', async t => {
  const { out, err, say } = listen()
  t.equal(evidence(emptySeed(t), [tellSeed(t).documents], say), 0)
  t.strictSame(out, ['0 claims checked, 0 hashes filled in, 0 without a document, 0 wrong'])
  t.strictSame(err, [])
})

t.test('looking for words ends with 1 where there are none', async t => {
  const { seed, documents } = tellSeed(t)
  const { out, err, say } = listen()
  t.equal(evidence(seed, [documents, '--find', 'crowd of'], say), 0)
  t.equal(out.length, 2)
  t.equal(evidence(seed, [documents, '--find', 'bakers'], say), 1)
  t.equal(out.length, 2)
  t.match(err, [/^'bakers', with this case, is in none of the documents in .* by their sha256$/])
})

t.test('what is asked in another way gets the usage', async t => {
  const { seed, documents } = tellSeed(t)
  for (const args of [[], [documents, '--find'], [documents, '--fnd', 'x'], [documents, 'x']]) {
    const { out, err, say } = listen()
    t.equal(evidence(seed, args, say), 2)
    t.match(err, [/^Usage: npm run evidence -- <documents folder> /])
    t.strictSame(out, [])
  }
  const ended = await importCommand(t, 'src/bin/check-evidence.ts')
  t.match(ended, { code: 2, errors: /^Usage: /, output: '' })
})

t.test('every command reports a seed that is not fit', async t => {
  const { seed, documents } = tellSeed(t)
  const file = join(temporaryFolder(t), 'events.sqlite')
  edit(seed, actionFile, 'type: ban', 'type: bann')
  const commands: ((say: Say) => number)[] = [
    say => evidence(seed, [documents], say),
    say => evidence(seed, [documents, '--find', 'crowd'], say),
    say => build(seed, file, say),
    say => release(seed, new Date('2031-01-05'), ['merge'], say),
  ]
  for (const command of commands) {
    const { out, err, say } = listen()
    t.equal(command(say), 1)
    t.match(err, [/^seed\/actions\/2021\/told.yaml:\d+:7: type: 'bann' is not one of /])
    t.strictSame(out, [])
  }
})

t.test('a folder that is not there is no fault of the seed', async t => {
  const { seed, documents } = tellSeed(t)
  const { out, err, say } = listen()
  t.equal(evidence(seed, [join(documents, 'none')], say), 2)
  t.match(err, [/^there is no folder .*none$/])
  t.strictSame(out, [])
  t.throws(() => evidence(seed, [join(documents, 'report.txt')], say), { code: 'ENOTDIR' })
})

t.test('where no dataset can be built the old one stays, if there is one', async t => {
  const { seed } = tellSeed(t)
  const file = join(temporaryFolder(t), 'events.sqlite')
  const { out, err, say } = listen()
  const told = /^No dataset was built: seed\/actions\/2021\/told.yaml:\d+:7: type: 'bann' is not/
  edit(seed, actionFile, 'type: ban', 'type: bann')
  await t.rejects(refreshDataset(seed, file, say), /no older dataset/)
  t.match(err.splice(0), [told])
  edit(seed, actionFile, 'type: bann', 'type: ban')
  t.equal(build(seed, file, say), 0)
  t.ok(out.splice(0).length > 0)
  const before = readFileSync(file)
  edit(seed, actionFile, 'type: ban', 'type: bann')
  await refreshDataset(seed, file, say)
  t.match(err, [told, `${file} stays as it was and is served.`])
  t.ok(readFileSync(file).equals(before))
  t.strictSame(out, [])
})

t.test('a dataset is built only where it is not the one of the seed', async t => {
  const seed = smallSeed(t)
  const file = join(temporaryFolder(t), 'events.sqlite')
  const { out, err, say } = listen()
  await refreshDataset(seed, file, say)
  t.match(out, [/^Built .*events.sqlite: \d+ actions, \d+ claims\.$/])
  await refreshDataset(seed, file, say)
  t.equal(out.length, 1)
  edit(seed, 'dataset.yaml', 'title: ', 'title: New ')
  await refreshDataset(seed, file, say)
  t.equal(out.length, 2)
  t.strictSame(err, [])
})

t.test('every claim of the dataset holds against its document', withDocuments, async (t: Test) => {
  const { checked, ...rest } = checkEvidence(copySeed(t), documentsFolder())
  t.ok(checked > 100, `${checked} claims`)
  // The command below would write missing hashes into the seed itself.
  if (!t.strictSame(rest, { filled: 0, missing: 0, problems: [] })) return
  const { code, output } = await runCommand(t, 'src/bin/check-evidence.ts', [documentsFolder()])
  t.equal(code, 0)
  t.equal(output, `${checked} claims checked, 0 hashes filled in, 0 without a document, 0 wrong\n`)
})

t.test('tests take the documents where they are, else are skipped or fail', async t => {
  const folder = temporaryFolder(t)
  const beside = join(temporaryFolder(t), 'main')
  t.equal(findDocuments({}, beside), undefined)
  t.equal(findDocuments({ DOCUMENTS_DIR: join(folder, 'none') }, beside), undefined)
  t.equal(findDocuments({ DOCUMENTS_DIR: folder }, beside), folder)
  t.match(skipWithout(undefined, 'x', 'CI_X', {}), { skip: /^there is no x here; CI_X=req/ })
  t.strictSame(skipWithout(undefined, 'x', 'CI_X', { CI_X: 'required' }), { skip: false })
  t.strictSame(skipWithout(folder, 'x', 'CI_X', {}), { skip: false })
})
