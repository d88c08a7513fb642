import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { refreshDataset } from '../../src/bin/refresh.ts'
import { build, evidence, release, type Say } from '../../src/bin/seed-commands.ts'
import { sha256 } from '../../src/model/hash.ts'
import { temporaryFolder } from '../fixtures/app.ts'
import { callCommand, importCommand, nothing } from '../fixtures/command.ts'
import { actionFile, cite, documentFile, report, seedWithReport, span } from '../fixtures/report.ts'
import { copySeed, edit } from '../fixtures/seed.ts'
import { buildProblems } from '../fixtures/seed-cases.ts'

const { start, end, hash } = span('24 September')
const { length } = [...report]
const date = `{ field: date, ${cite('24 September')} }`

const read = (seed: string) => readFileSync(join(seed, actionFile), 'utf8')
const check = (seed: string, ...args: string[]) => callCommand(say => evidence(seed, args, say))
const summary = (wrong: number) => `9 claims checked, 0 without a document, ${wrong} wrong`

t.test('the check of claims on missing documents ends with 1', async t => {
  const { seed, documents } = seedWithReport(t, copySeed(t))
  const out = [/^9 claims checked, \d{3,} without a document, 0 wrong$/]
  const err = [/^\d+ claims are on documents that are not in /]
  t.match(await check(seed, documents), { code: 1, out, err })
})

t.test('the check reports what differs from a document, with its position', async t => {
  const { seed, documents } = seedWithReport(t)
  const before = read(seed)
  t.strictSame(await check(seed, documents), { code: 0, out: [summary(0)], err: [] })
  t.equal(read(seed), before)
  const row = before.split('\n').findIndex(line => line.includes('field: date')) + 1
  const column = 5 + date.indexOf('"')
  const where = `seed/${actionFile}:${row}:${column}: claims.0.sha256: the words of test-report at`
  const mistakes: [file: string, from: string, to: string, problem: string][] = [
    [documentFile, `length: ${length}`, 'length: 60', `the document has ${length} code points`],
    [actionFile, hash, sha256('25 September'), `${where} ${start}–${end} have another hash`],
    [actionFile, `end: ${end},`, `end: ${end - 1},`, `${where} ${start}–${end - 1} have another`],
  ]
  for (const [file, from, to, problem] of mistakes) {
    edit(seed, file, from, to)
    const { code, out, err } = await check(seed, documents)
    t.match({ code, out, err }, { code: 1, out: [summary(1)], err: [problem] }, problem)
    t.equal(err.length, 1)
    edit(seed, file, to, from)
  }
})

t.test('a missing hash is named', async t => {
  const { seed, documents } = seedWithReport(t)
  const sha = `, sha256: "${hash}"`
  edit(seed, actionFile, date, date.replace(sha, ''))
  t.match(buildProblems(t, seed), [/sha256 is missing/])
  const { code, out, err } = await check(seed, documents)
  t.match({ code, out }, { code: 1, out: [summary(1)] })
  t.equal(err.length, 1)
  const named = /^seed\/.*:\d+:5: claims\.0\.sha256: is missing; add (sha256: "[0-9a-f]{64}")$/
  t.equal(`, ${named.exec(err[0] ?? '')?.[1]}`, sha)
})

t.test('words are found in the documents, whatever white space is between them', async t => {
  const { seed, documents } = seedWithReport(t)
  const searches: [wanted: string, found: string[]][] = [
    ['24 September', ['24 September']],
    ['  miners   left ', ['miners\n left']],
    ['crowd of', ['crowd of', 'crowd\tof']],
    ['(3)', ['(3)']],
    ['[sic]', ['[sic]']],
    ['🙂 a', ['🙂 a']],
    ['.', ['.']],
  ]
  for (const [wanted, found] of searches) {
    const result = await check(seed, documents, '--find', wanted)
    t.strictSame(result, { code: 0, out: found.map(cite), err: [] }, wanted)
  }
  for (const wanted of ['bakers', 'Miners']) {
    const none = new RegExp(`^'${wanted}', with this case, is in none of .* by their sha256$`)
    t.match(await check(seed, documents, '--find', wanted), { code: 1, out: nothing, err: [none] })
  }
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
  await t.rejects(check(seed, join(documents, 'report.txt')), { code: 'ENOTDIR' })
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
