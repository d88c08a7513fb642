import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import t from 'tap'
import { projectRoot } from '../../src/dataset/project.ts'
import { findWords, fingerprintOf, lettersOf } from '../../src/model/letters.ts'
import { temporaryFolder } from '../fixtures/app.ts'
import { codeOnPage } from '../fixtures/examples.ts'
import vectors from '../fixtures/letters.json' with { type: 'json' }

const lettersIn = (text: string) => lettersOf(text).bytes.toString()

/** The program on the page about evidence: written for readers, without a thought of speed. */
const program = join(temporaryFolder(t), 'letters.mjs')
const page = readFileSync(join(projectRoot, 'docs/evidence.md'), 'utf8')
writeFileSync(program, codeOnPage(page, 'js'))
const { letters, count } = await import(pathToFileURL(program).href)

t.test('texts in many scripts have these letters', async t => {
  for (const [text, expected] of vectors as [string, string][]) {
    t.equal(lettersIn(text), expected)
    t.equal(letters(text), expected)
  }
})

t.test(
  'every character and every text has the letters that the program on the page gives',
  async t => {
    const different: string[] = []
    for (let point = 0; point <= 0x10ffff; point++) {
      const text = String.fromCodePoint(point)
      if (!/\p{Cs}/u.test(text) && lettersIn(text) !== letters(text)) different.push(text)
    }
    t.strictSame(different, [])
    const text = fc.string({ unit: 'binary' })
    fc.assert(fc.property(text, text => lettersIn(text) === letters(text)))
  },
)

const text = fc.string({
  unit: fc.constantFrom('a', 'b', 'é', 'ﬁ', '火', '🙂', ' ', '\n'),
  maxLength: 40,
})

t.test('words are found in a text as often as the program on the page counts', async t => {
  const searched = fc.asyncProperty(text, text, fc.nat(), async (text, other, at) => {
    const words = fc.sample(fc.constantFrom(text.slice(at % (text.length + 1)), other), 1)[0]!
    const fingerprint = fingerprintOf(words)
    if (fingerprint.letters === 0) return
    const found = (await findWords(text, [fingerprint])).get(fingerprint.sha256)!
    t.equal(found.length, count(text, fingerprint))
    for (const quote of found) t.equal(lettersIn(quote), lettersIn(words))
  })
  await fc.assert(searched)
})

t.test('found words begin and end with a letter and its marks', async t => {
  const found = async (text: string, words: string) =>
    (await findWords(text, [fingerprintOf(words)])).values().next().value
  t.strictSame(await found('(so: a cafe\u0301), so', 'a café'), ['a cafe\u0301'])
  t.strictSame(await found('1. (火币, “Huobi”)', '火币 huobi'), ['火币, “Huobi'])
  t.strictSame(await found('a b, A-B; a\nb', 'ab'), ['a b', 'A-B', 'a\nb'])
  t.strictSame(await found('of ﬁrms', 'irms'), ['ﬁrms'])
})
