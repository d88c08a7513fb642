import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { evidence } from '../../src/bin/evidence-command.ts'
import { refreshDataset } from '../../src/bin/refresh.ts'
import { build, release, type Say } from '../../src/bin/seed-commands.ts'
import { sha256 } from '../../src/model/hash.ts'
import { temporaryFolder } from '../fixtures/app.ts'
import { callCommand, importCommand, nothing } from '../fixtures/command.ts'
import {
  actionFile,
  documentFile,
  listed,
  report,
  seedWithReport,
  sentences,
} from '../fixtures/report.ts'
import { copySeed, edit } from '../fixtures/seed.ts'

const read = (seed: string) => readFileSync(join(seed, documentFile), 'utf8')
const check = (seed: string, ...args: string[]) => callCommand(say => evidence(seed, args, say))

const summary = (once: number, often: number, missing: number, absent: number) =>
  `${once} found once, ${often} found often, ${missing} not found, ${absent} in documents not at hand`
const summaries = (counts: Parameters<typeof summary>, transcribed = summary(0, 0, 0, 0)) => [
  `passages: ${summary(...counts)}`,
  `transcribed passages: ${transcribed}`,
]

t.test('passages of documents that are not at hand are counted', async t => {
  const { seed, documents } = seedWithReport(t, copySeed(t))
  const { code, out, err } = await check(seed, documents)
  t.match(
    { code, out },
    { code: 0, out: [/^passages: 2 found once, 0 found often, 0 not found, \d\d/] },
  )
  t.match(err, [/ has no copy of the documents of \d+ passages$/])
  rmSync(join(documents, 'test-report.txt'))
  t.match(await check(seed, documents), { code: 1, out: [/^passages: 0 found once/] })
})

t.test('passages that were transcribed are counted apart', async t => {
  const { seed, documents } = seedWithReport(t)
  edit(seed, documentFile, 'as: file', 'as: transcribed')
  const out = summaries([0, 0, 0, 1], summary(2, 0, 0, 0))
  t.match(await check(seed, documents), { code: 0, out })
  rmSync(join(documents, 'test-report.txt'))
  t.match(await check(seed, documents), { out: summaries([0, 0, 0, 1], summary(0, 0, 0, 2)) })
})

t.test('the check reports each passage that is not found once, with its position', async t => {
  const { seed, documents } = seedWithReport(t)
  const before = read(seed)
  t.match(await check(seed, documents), { code: 0, out: summaries([2, 0, 0, 1]) })
  t.equal(read(seed), before)
  const row = before.split('\n').findIndex(line => line.includes('key: p01')) + 1
  const problem = (message: string) =>
    `seed/${documentFile}:${row}:5: passages.0: 'p01' is ${message} of test-report`
  const copies: [text: string, counts: Parameters<typeof summary>, problem: string][] = [
    [report.replace('machines', 'engines'), [1, 0, 1, 1], problem('not in the copy')],
    [`${report} ${sentences.p01}`, [1, 1, 0, 1], problem('more than once in the copy')],
  ]
  for (const [text, counts, message] of copies) {
    writeFileSync(join(documents, 'test-report.txt'), text)
    const { code, out, err } = await check(seed, documents)
    t.strictSame({ code, out, err: err[0] }, { code: 1, out: summaries(counts), err: message })
  }
})

t.test('a file with the hash of a document is its copy, whatever its name is', async t => {
  const { seed, documents } = seedWithReport(t)
  const length = `length: ${[...report].length}`
  edit(seed, documentFile, length, `sha256: "${sha256(report)}"\n${length}`)
  renameSync(join(documents, 'test-report.txt'), join(documents, 'saved'))
  t.match(await check(seed, documents), { code: 0, out: summaries([2, 0, 0, 1]) })
  edit(seed, documentFile, length, 'length: 60')
  const wrong = `length: the document has ${[...report].length} code points`
  const { code, err } = await check(seed, documents)
  t.match({ code, err: err[0] }, { code: 1, err: new RegExp(`:\\d+:9: ${wrong}$`) })
})

t.test('words become a passage if a document has them once', async t => {
  const { seed, documents } = seedWithReport(t)
  const find = (words: string) => check(seed, documents, '--find', words)
  const shouted = sentences.p02.toUpperCase().replaceAll(' ', '\n')
  for (const words of [sentences.p02, shouted])
    t.strictSame(await find(words), { code: 0, out: [`test-report: ${listed('p02')}`], err: [] })
  const more = `${sentences.p02}. Nobody has seen`
  t.match(await find(more), {
    code: 0,
    out: [/^test-report: \{ key: p03, letters: 6\d, sha256: "/],
  })
  edit(seed, documentFile, 'key: p01', 'key: opening')
  edit(seed, documentFile, 'passage: p01', 'passage: opening')
  t.match(await find(more), { out: [/^test-report: \{ key: p03,/] })
  const short = [/^10 letters are too few for test-report: at least 40$/]
  t.match(await find('September 2'), { code: 1, out: [/key: p03/], err: short })
  const often = ['test-report has these words 6 times', /^3 letters are too few/]
  t.match(await find('the'), { code: 1, out: nothing, err: often })
  const none = [/^'bakers' is in none of the copies in /]
  t.match(await find('bakers'), { code: 1, out: nothing, err: none })
})

t.test('wrong arguments get the usage, and a missing folder is named', async t => {
  const { seed, documents } = seedWithReport(t)
  const usage = /^Usage: npm run evidence -- <documents folder> /
  const refusals: [args: string[], error: RegExp][] = [
    [[], usage],
    [[documents, '--find'], usage],
    [[documents, '--fnd', 'x'], usage],
    [[documents, 'x'], usage],
    [[join(documents, 'none')], /^there is no folder .*none$/],
  ]
  for (const [args, error] of refusals)
    t.match(await check(seed, ...args), { code: 2, out: nothing, err: [error] })
  await t.rejects(check(seed, join(documents, 'test-report.txt')), { code: 'ENOTDIR' })
  const ended = await importCommand(t, 'src/bin/check-evidence.ts')
  t.match(ended, { code: 2, errors: /^Usage: /, output: '' })
})

t.test('every command reports an unfit seed', async t => {
  const { seed, documents } = seedWithReport(t)
  const file = join(temporaryFolder(t), 'events.sqlite')
  edit(seed, actionFile, 'type: ban', 'type: bann')
  const err = [/^seed\/actions\/2021\/reported.yaml:\d+:7: type: 'bann' is not allowed; allowed: /]
  const commands: ((say: Say) => number | Promise<number>)[] = [
    say => evidence(seed, [documents], say),
    say => evidence(seed, [documents, '--find', 'crowd'], say),
    say => build(seed, file, say),
    say => release(seed, new Date('2031-01-05'), ['merge'], say),
  ]
  for (const command of commands)
    t.match(await callCommand(command), { code: 1, out: nothing, err })
})

t.test('the server builds a dataset only if needed, and keeps the old one on failure', async t => {
  const { seed } = seedWithReport(t)
  const file = join(temporaryFolder(t), 'events.sqlite')
  const refresh = () => callCommand(say => refreshDataset(seed, file, say))
  edit(seed, actionFile, 'type: ban', 'type: bann')
  await t.rejects(refresh(), /no older dataset/)
  edit(seed, actionFile, 'type: bann', 'type: ban')
  const built = [/^Built .*events.sqlite: \d+ actions, \d+ claims, \d+ files\.$/]
  t.match(await refresh(), { out: built, err: nothing })
  t.match(await refresh(), { out: nothing, err: nothing })
  const before = readFileSync(file)
  edit(seed, actionFile, 'type: ban', 'type: bann')
  const problem = /^No dataset was built: seed\/actions\/2021\/reported.yaml:\d+:7: type: 'bann' is/
  const kept = `${file} stays as it was and is served.`
  t.match(await refresh(), { out: nothing, err: [problem, kept] })
  t.ok(readFileSync(file).equals(before))
})
