import t from 'tap'
import { readTexts } from '../../src/dataset/documents.ts'
import type { Claim } from '../../src/model/claim.ts'
import { sha256 } from '../../src/model/hash.ts'
import { Quotes } from '../../src/queries/record/claims.ts'
import { testApp } from '../fixtures/app.ts'
import { report, seedWithReport, words } from '../fixtures/report.ts'
import { copySeed } from '../fixtures/seed.ts'

/** Every claim anywhere in an answer. */
function claimsIn(value: unknown): Claim[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'sha256' in value && 'rests_on' in value ? [value as unknown as Claim] : []
  return [...own, ...Object.values(value).flatMap(claimsIn)]
}

const urls = [
  '/v1/actions/reported/claims',
  '/v1/actions/reported?include=claims',
  '/v1/actions?id=reported&include=claims',
  '/v1/claims?record=actions/reported',
  '/v1/claims/actions%2Freported.date.1',
]

t.test('claims carry the words if the server has the document', async t => {
  const { seed, documents } = seedWithReport(t, copySeed(t))
  const without = await testApp(t, { seed })
  const { get } = await testApp(t, { seed, quotes: new Quotes(readTexts(documents)) })
  for (const url of urls) {
    const [bare, answer] = [await without.get(url), await get(url)]
    const claims = claimsIn(answer.json)
    t.ok(claims.length > 0)
    for (const { field, quote } of claims) t.equal(quote, words[field] ?? 'miners', field)
    const stripped = claims.map(({ quote: _, ...claim }) => claim)
    t.strictSame(claimsIn(bare.json), stripped)
    t.not(answer.headers.etag, bare.headers.etag, 'another answer, another tag')
  }
  const others = claimsIn((await get('/v1/claims?not_record=actions/reported')).json)
  t.ok(others.length > 0 && others.every(claim => claim.quote === undefined), 'no document')
})

t.test('words that do not have their hash are not shown', async t => {
  const { seed } = seedWithReport(t)
  const quotes = new Quotes(new Map([[sha256(report), report.replace('miners', 'bakers')]]))
  const { get } = await testApp(t, { seed, quotes })
  for (const { field, quote } of claimsIn((await get('/v1/actions/reported/claims')).json))
    t.equal(quote, field === 'date' || field.startsWith('actors/crowd') ? words[field] : undefined)
})
