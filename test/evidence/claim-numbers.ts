import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { testApp } from '../fixtures/app.ts'
import { actionFile, seedWithReport } from '../fixtures/report.ts'
import { edit } from '../fixtures/seed.ts'
import { buildProblems } from '../fixtures/seed-cases.ts'
import { releaseSeed } from '../fixtures/small-seed.ts'

const id = 'actions/reported'
const field = 'regions/CN/jurisdiction'

/** A released seed whose action has two claims on its region, and the lines of these claims. */
function seedWithClaims(t: Test) {
  const { seed } = seedWithReport(t)
  const file = join(seed, actionFile)
  const read = () => readFileSync(file, 'utf8')
  const [first = ''] = new RegExp(`^.*field: ${field},.*\n`, 'm').exec(read()) ?? []
  const second = first.replace('p02', 'p01')
  writeFileSync(file, read().replace(first, first + second))
  releaseSeed(seed, '2026-11-22')
  const replace = (from: string, to: string) => edit(seed, actionFile, from, to)
  return { seed, first, second, replace, problems: () => buildProblems(t, seed) }
}

const numbered = (line: string, number: number) =>
  line.replace(`field: ${field},`, `field: ${field}, number: ${number},`)
const inferred = (line: string) =>
  line.replace(/passage: p\d+/, 'basis: inferred, rests_on: [.date.1], note: x')

async function claimsOf(t: Test, seed: string) {
  const { get } = await testApp(t, { seed })
  return (await get(`/v1/claims?record=${id}&field=${field}`)).json.data
}

t.test('a claim whose number would change must state it', async t => {
  const { seed, first, second, replace, problems } = seedWithClaims(t)
  replace(first, '')
  const where = `^seed/${actionFile}:\\d+:5: claims\\.\\d+: was ${id}\\.`
  t.match(problems(), [new RegExp(`${where}${field}\\.2; give it number: 2$`)])
  t.equal(problems().length, 1)
  replace(second, numbered(second, 2))
  const [claim, ...others] = await claimsOf(t, seed)
  t.match(claim, { id: `${id}.${field}.2`, passage: { key: 'p01' } })
  t.strictSame(others, [])
})

t.test('claims that change places keep their numbers', async t => {
  const { first, second, replace, problems } = seedWithClaims(t)
  replace(first + second, second + first)
  t.equal(problems().length, 2)
  replace(second + first, numbered(second, 2) + numbered(first, 1))
  t.strictSame(problems(), [])
})

t.test('a new claim takes the next number, and no number is used twice', async t => {
  const { seed, second, replace, problems } = seedWithClaims(t)
  const added = inferred(second)
  replace(second, second + numbered(added, 1))
  t.match(problems(), [/: claims\.\d+: '.*\.1' is repeated$/])
  replace(numbered(added, 1), numbered(added, 7) + added)
  const numbers = (await claimsOf(t, seed)).map(({ id }: { id: string }) => id.split('.').at(-1))
  t.strictSame(numbers, ['1', '2', '7', '8'])
})

t.test('the number of a removed claim is not given to another claim', async t => {
  const { seed, first, second, replace, problems } = seedWithClaims(t)
  const goneFrom = async (release: RegExp) => {
    const { get } = await testApp(t, { seed })
    const gone = await get(`/v1/claims/${encodeURIComponent(`${id}.${field}.2`)}`)
    t.match(gone.json, { status: 410, detail: release })
  }
  replace(second, '')
  await goneFrom(/-unreleased \(not released yet\)$/)
  releaseSeed(seed, '2031-01-05')
  await goneFrom(/was withdrawn in release 2031\.01\.0 \(new-evidence\)$/)
  const other = inferred(second)
  replace(first, first + other)
  t.match(problems(), [/\.2 was the id of another claim; give it a number that was never used$/])
  replace(other, numbered(other, 3))
  t.strictSame(problems(), [])
  replace(numbered(other, 3), second)
  t.strictSame(problems(), [], 'the same claim gets it back')
})
