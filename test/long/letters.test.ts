import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { projectRoot } from '../../src/dataset/project.ts'
import { fingerprintOf, lettersOf } from '../../src/model/letters.ts'
import { temporaryFolder } from '../fixtures/app.ts'
import { codeOnPage } from '../fixtures/examples.ts'
import vectors from '../fixtures/letters.json' with { type: 'json' }
import { report, sentences } from '../fixtures/report.ts'

const page = readFileSync(join(projectRoot, 'docs/evidence.md'), 'utf8')

/** The letters that the program on the page finds in texts, how often it finds passages in the report, and the characters that its Unicode lacks. */
const questions = `
import json, sys
asked = json.load(sys.stdin)
unassigned = [one for one in map(chr, range(0x110000)) if unicodedata.category(one) == 'Cn']
json.dump({
    'letters': [letters(text) for text in asked['texts']],
    'counts': [count(asked['report'], passage) for passage in asked['passages']],
    'unassigned': ''.join(unassigned),
}, sys.stdout)
`

const characters = Array.from({ length: 0x110000 }, (_, point) => String.fromCodePoint(point))
const assigned = characters.filter(one => /[^\p{Cs}\p{Cn}]/u.test(one))
const texts = vectors.map(([text]) => text as string)
const passages = [...Object.values(sentences), 'nothing of the kind'].map(fingerprintOf)

t.test('Python finds the same letters and passages', async t => {
  const program = join(temporaryFolder(t), 'letters.py')
  writeFileSync(program, codeOnPage(page, 'python') + questions)
  const input = JSON.stringify({ texts: [...texts, ...assigned], passages, report })
  const options = { input, encoding: 'utf8', maxBuffer: 1e9 } as const
  const output = execFileSync('python3', ['-X', 'utf8', program], options)
  const { letters, counts, unassigned } = JSON.parse(output)
  t.strictSame(
    letters.slice(0, texts.length),
    vectors.map(([, expected]) => expected),
  )
  const newer = new Set<string>(unassigned)
  const known = letters
    .slice(texts.length)
    .map((found: string, at: number) => [assigned[at], found] as const)
    .filter(([one]: [string]) => !newer.has(one))
  t.ok(known.length > 250_000)
  t.strictSame(
    known.filter(([one, found]: [string, string]) => lettersOf(one).bytes.toString() !== found),
    [],
  )
  t.strictSame(counts, [1, 1, 0])
})
