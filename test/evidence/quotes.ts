import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { copiesIn } from '../../src/dataset/copies.ts'
import type { Claim } from '../../src/model/claim.ts'
import { Quotes } from '../../src/queries/record/claims.ts'
import { testApp } from '../fixtures/app.ts'
import { passageOf, report, seedWithReport, sentences } from '../fixtures/report.ts'
import { copySeed } from '../fixtures/seed.ts'

/** Every claim anywhere in an answer. */
function claimsIn(value: unknown): Claim[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'passage' in value && 'rests_on' in value ? [value as unknown as Claim] : []
  return [...own, ...Object.values(value).flatMap(claimsIn)]
}

const urls = [
  '/v1/actions/reported/claims',
  '/v1/actions/reported?include=claims',
  '/v1/actions?id=reported&include=claims',
  '/v1/claims?record=actions/reported',
  '/v1/claims/actions%2Freported.date.1',
]

const quotesFrom = (folder: string) => new Quotes(copiesIn(folder))

t.test('claims carry the words if the server has a copy of the document', async t => {
  const { seed, documents } = seedWithReport(t, copySeed(t))
  const without = await testApp(t, { seed })
  const { get } = await testApp(t, { seed, quotes: quotesFrom(documents) })
  for (const url of urls) {
    const [bare, answer] = [await without.get(url), await get(url)]
    const claims = claimsIn(answer.json)
    t.ok(claims.length > 0)
    for (const { field, passage } of claims)
      t.equal(passage?.quote, sentences[passageOf(field)], field)
    t.strictSame(claimsIn(bare.json), claims.map(withoutQuote))
    t.not(answer.headers.etag, bare.headers.etag, 'another answer, another tag')
  }
  const others = claimsIn((await get('/v1/claims?not_record=actions/reported')).json)
  t.ok(others.length > 0 && others.every(({ passage }) => !passage?.quote), 'no document')
})

function withoutQuote({ passage, ...claim }: Claim) {
  const { quote: _, ...bare } = passage!
  return { ...claim, passage: bare }
}

t.test('a copy that differs by one word does not show that passage', async t => {
  const { seed, documents } = seedWithReport(t)
  writeFileSync(join(documents, 'test-report.txt'), report.replace('machines', 'engines'))
  const { get } = await testApp(t, { seed, quotes: quotesFrom(documents) })
  for (const { field, passage } of claimsIn((await get('/v1/actions/reported/claims')).json))
    t.equal(passage?.quote, passageOf(field) === 'p01' ? undefined : sentences.p02)
})

t.test('a copy may be a page, whose visible text counts', async t => {
  const { seed, documents } = seedWithReport(t)
  const [first, second] = [sentences.p01, sentences.p02].map(text => text.split(' the '))
  const pages = {
    html: `<title>x</title><p>${first!.join('<script>x()</script> <b>the</b> ')}.<p><style>p {}</style>
      ${second!.join(' <!-- x -->the<img alt="x"> ')}<noscript>x</noscript> <template>x</template>`,
    md: `---\n\n${first!.join(' [the](https://example.com/the) ')}\n\n> ${second!.join(' **the** ')}`,
  }
  rmSync(join(documents, 'test-report.txt'))
  for (const [ending, page] of Object.entries(pages)) {
    writeFileSync(join(documents, `test-report.${ending}`), page)
    const { get } = await testApp(t, { seed, quotes: quotesFrom(documents) })
    const claims = claimsIn((await get('/v1/actions/reported/claims')).json)
    t.ok(
      claims.every(({ passage }) => passage?.quote),
      ending,
    )
    rmSync(join(documents, `test-report.${ending}`))
  }
})

t.test('a copy that is removed later, or has another name, gives no words', async t => {
  const { seed, documents } = seedWithReport(t)
  const quotes = quotesFrom(documents)
  renameSync(join(documents, 'test-report.txt'), join(documents, 'a-report.txt'))
  for (const each of [quotes, quotesFrom(documents)]) {
    const { get } = await testApp(t, { seed, quotes: each })
    const claims = claimsIn((await get('/v1/actions/reported/claims')).json)
    t.ok(claims.length > 0 && claims.every(({ passage }) => !passage?.quote))
  }
})
