import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { buildDataset } from '../../src/store/build.ts'
import { makeRelease } from '../../src/store/release.ts'
import { temporaryFolder, testApp } from '../fixtures/app.ts'
import { edit } from '../fixtures/seed.ts'
import { problemsOf } from '../fixtures/seed-cases.ts'
import { releaseSeed } from '../fixtures/small-seed.ts'
import { actionFile as name, sha256, span, tellSeed } from '../fixtures/told.ts'

const id = 'told'
const field = 'regions/CN/jurisdiction'
const secondSpan = span('gone')

/** A released seed with an action that has two claims on its region. */
function releasedSeed(t: Test): string {
  const { seed } = tellSeed(t)
  const { start, end } = secondSpan
  const file = join(seed, name)
  const second = `  - { field: ${field}, document: told-report, start: ${start}, end: ${end}, sha256: "${sha256('gone')}" }\n`
  const lines = readFileSync(file, 'utf8').split(/(?<=\n)/)
  const first = lines.findIndex(line => line.includes(`field: ${field},`))
  writeFileSync(file, lines.toSpliced(first + 1, 0, second).join(''))
  releaseSeed(seed, '2026-11-22')
  return seed
}

/** The lines of the claims on the region. */
function linesOf(seed: string): [string, string] {
  const lines = readFileSync(join(seed, name), 'utf8').split('\n')
  const [first, second] = lines.filter(line => line.includes(`field: ${field},`))
  return [`${first}\n`, `${second}\n`]
}

const numbered = (line: string, number: number) =>
  line.replace(`field: ${field},`, `field: ${field}, number: ${number},`)

t.test('a claim that had another number before must say which', async t => {
  const seed = releasedSeed(t)
  const file = join(temporaryFolder(t), 'events.sqlite')
  const build = () => problemsOf(() => buildDataset(seed, file))
  const [first, second] = linesOf(seed)
  edit(seed, name, first, '')
  const [problem, ...others] = build()
  t.match(problem, new RegExp(`^seed/${name}:\\d+:5: claims\\.\\d+: was actions/${id}\\.`))
  t.match(problem, /\.2; give it number: 2$/)
  t.strictSame(others, [])
  edit(seed, name, second, numbered(second, 2))
  t.strictSame(build(), [])
  const { get } = await testApp(t, { built: file })
  const { data } = (await get(`/v1/claims?record=actions/${id}&field=${field}`)).json
  t.match(data, [{ id: `actions/${id}.${field}.2`, start: secondSpan.start }])
})

t.test('claims that change places keep their numbers', async t => {
  const seed = releasedSeed(t)
  const file = join(temporaryFolder(t), 'events.sqlite')
  const [first, second] = linesOf(seed)
  edit(seed, name, first + second, second + first)
  t.equal(problemsOf(() => buildDataset(seed, file)).length, 2)
  edit(seed, name, second + first, numbered(second, 2) + numbered(first, 1))
  t.strictSame(
    problemsOf(() => buildDataset(seed, file)),
    [],
  )
})

t.test('a claim that comes anew takes the next number, and none has one twice', async t => {
  const seed = releasedSeed(t)
  const file = join(temporaryFolder(t), 'events.sqlite')
  const [, second] = linesOf(seed)
  const another = numbered(second.replace(/start: \d+/, 'start: 1'), 1)
  writeFileSync(join(seed, name), readFileSync(join(seed, name), 'utf8') + another)
  t.match(
    problemsOf(() => buildDataset(seed, file)),
    [/: claims\.\d+: '.*\.1' is there twice$/],
  )
  edit(
    seed,
    name,
    another,
    another.replace('number: 1', 'number: 7') + another.replace(', number: 1', ''),
  )
  t.strictSame(
    problemsOf(() => buildDataset(seed, file)),
    [],
  )
  const { get } = await testApp(t, { built: file })
  const { data } = (await get(`/v1/claims?record=actions/${id}&field=${field}&fields=id`)).json
  t.same(
    data.map((claim: { id: string }) => claim.id.split('.').at(-1)),
    ['1', '2', '7', '8'],
  )
})

t.test('the number of a claim that was taken out is not given to other words', async t => {
  const seed = releasedSeed(t)
  const file = join(temporaryFolder(t), 'events.sqlite')
  const build = () => problemsOf(() => buildDataset(seed, file))
  const [, second] = linesOf(seed)
  edit(seed, name, second, '')
  const path = `/v1/claims/${encodeURIComponent(`actions/${id}.${field}.2`)}`
  const draft = await (await testApp(t, { seed })).get(path)
  t.match(draft.json, { status: 410, detail: /-unreleased \(not released yet\)$/ })
  const reasons = { fallback: 'coding-error', named: new Map() } as const
  t.ok(makeRelease(seed, new Date('2031-01-05'), reasons))
  const { get } = await testApp(t, { seed })
  const gone = await get(path)
  t.equal(gone.statusCode, 410)
  t.match(gone.json.detail, /was withdrawn in release 2031\.01\.0 \(coding-error\)$/)
  const [first] = linesOf(seed)
  const other = second.replace(/start: \d+/, 'start: 1')
  edit(seed, name, first, first + other)
  t.match(build(), [/\.2 stood for other words; give it a number that none had$/])
  edit(seed, name, other, numbered(other, 3))
  t.strictSame(build(), [])
  edit(seed, name, numbered(other, 3), second)
  t.strictSame(build(), [], 'but to its own words')
})
