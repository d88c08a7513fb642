import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { buildDataset } from '../../src/store/build.ts'
import { checkEvidence, findWords } from '../../src/store/evidence.ts'
import { temporaryFolder } from '../fixtures/app.ts'
import { copySeed, edit } from '../fixtures/seed.ts'
import { actionFile, documentFile, report, sha256, span, tellSeed } from '../fixtures/told.ts'

const hash = sha256('24 September')
const { start, end } = span('24 September')
const placed = `start: ${start}, end: ${end}`
const date = `{ field: date, document: told-report, ${placed}, sha256: "${hash}" }`

const read = (seed: string, name: string) => readFileSync(join(seed, name), 'utf8')

t.test('claims are held against the documents that are there', async t => {
  const { seed, documents } = tellSeed(t, copySeed(t))
  const before = read(seed, actionFile)
  const { missing, ...rest } = checkEvidence(seed, documents)
  t.strictSame(rest, { checked: 9, filled: 0, problems: [] })
  t.ok(missing > 100, 'the other documents are not there')
  t.equal(read(seed, actionFile), before, 'no file is touched')
  edit(seed, documentFile, `length: ${[...report].length}`, 'length: 60')
  const problems = [`length: the document has ${[...report].length} code points`]
  t.match(checkEvidence(seed, documents), { problems: [new RegExp(`\\d+:9: ${problems[0]}$`)] })
})

t.test('words with another hash are told with their place', async t => {
  const { seed, documents } = tellSeed(t)
  edit(seed, actionFile, date, date.replace(hash, sha256('25 September')))
  const line = read(seed, actionFile)
    .split('\n')
    .findIndex(text => text.includes('field: date'))
  t.match(checkEvidence(seed, documents), {
    checked: 9,
    problems: [
      new RegExp(
        `^seed/${actionFile}:${line + 1}:\\d+: claims.0: the words of told-report at ${start}–${end} `,
      ),
    ],
  })
  edit(seed, actionFile, `end: ${end}`, `end: ${end + 1}`)
  t.equal(checkEvidence(seed, documents).problems.length, 1)
})

/** The ways in which a curator may write a claim, as it is and as it is with its hash. */
const styles: [name: string, bare: string, filled: string][] = [
  ['flow', date.replace(/, sha256.*"/, ''), date],
  [
    'flow, with more behind',
    `{ field: date, document: told-report, ${placed}, note: "a, { note }" }`,
    `{ field: date, document: told-report, ${placed}, sha256: "${hash}", note: "a, { note }" }`,
  ],
  [
    'block',
    `field: date\n    document: told-report\n    start: ${start}\n    end: ${end} # the day\n    note: x`,
    `field: date\n    document: told-report\n    start: ${start}\n    end: ${end}\n    sha256: "${hash}" # the day\n    note: x`,
  ],
  [
    'block, with nothing behind',
    `document: told-report\n    field: date\n    start: ${start}\n    end: ${end}`,
    `document: told-report\n    field: date\n    start: ${start}\n    end: ${end}\n    sha256: "${hash}"`,
  ],
]

t.test('a missing hash is filled in, and nothing else is changed', async t => {
  for (const [style, bare, filled] of styles) {
    const { seed, documents } = tellSeed(t)
    const whole = read(seed, actionFile)
    edit(seed, actionFile, date, bare)
    t.throws(() => buildDataset(seed, join(temporaryFolder(t), 'x.sqlite')), /sha256 is missing/)
    t.match(checkEvidence(seed, documents), { checked: 9, filled: 1, problems: [] }, style)
    t.equal(read(seed, actionFile), whole.replace(date, filled), style)
    t.match(checkEvidence(seed, documents), { checked: 9, filled: 0, problems: [] }, style)
    t.doesNotThrow(() => buildDataset(seed, join(temporaryFolder(t), 'x.sqlite')), style)
  }
})

/** What is looked for, and what of the report is found. */
const searches: [wanted: string, found: string[]][] = [
  ['24 September', ['24 September']],
  ['  miners   left ', ['miners\n left']],
  ['crowd of', ['crowd of', 'crowd\tof']],
  ['(3)', ['(3)']],
  ['[sic]', ['[sic]']],
  ['🙂 a', ['🙂 a']],
  ['.', ['.']],
  ['bakers', []],
  ['Miners', []],
]

t.test('words are found whatever white space is between them', async t => {
  const { seed, documents } = tellSeed(t)
  for (const [wanted, found] of searches) {
    const lines = found.map(words => {
      const { start, end } = span(words)
      return `document: told-report, start: ${start}, end: ${end}, sha256: "${sha256(words)}"`
    })
    t.strictSame(findWords(seed, documents, wanted), lines, wanted)
  }
})
