import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { everything, testApp } from '../fixtures/app.ts'

const { get } = await testApp(t)
const collections = ['actions', 'actors', 'claims', 'documents', 'regions', 'vocabulary']
const recordsOf = async (parameters: string): Promise<string[]> =>
  (await everything(get, `/v1/search?${parameters}`)).map(({ record }) => record)

t.test('in limits the collections; without it all are searched', async t => {
  const all = await recordsOf('q=china&limit=500')
  const parts = await Promise.all(
    collections.map(name => recordsOf(`q=china&in=${name}&limit=500`)),
  )
  parts.forEach((records, at) => {
    t.ok(records.every(record => record.startsWith(`${collections[at]}/`)))
  })
  t.ok(parts.filter(records => records.length > 0).length > 3)
  t.same(new Set(all), new Set(parts.flat()))
  t.equal(all.length, parts.flat().length)
  const two = await recordsOf('q=china&in=regions,actors&limit=500')
  t.same(new Set(two), new Set([...(parts[1] ?? []), ...(parts[4] ?? [])]))
})

const syntax = [...'"-*(){}^+:,\';\\ é中']
const words = ['mining', 'China', 'AND', 'OR', 'NOT', 'NEAR', 'title', 'min', '2021', 'x']

// fast-check's own unit 'binary' takes a second to be made.
const character = fc
  .integer({ min: 0, max: 0x10_ff_ff })
  .map(point => String.fromCodePoint(point).toWellFormed())

t.test('any text is answered or refused', async t => {
  const text = fc.oneof(
    fc.string({ unit: character, maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.array(fc.constantFrom(...syntax, ...words), { maxLength: 20 }).map(all => all.join('')),
    fc.array(fc.constantFrom(...syntax, ...words), { maxLength: 12 }).map(all => all.join(' ')),
  )
  const met = { 200: 0, 400: 0 }
  const property = fc.asyncProperty(text, async q => {
    for (const path of ['/v1/search?', '/v1/actions?sort=relevance&']) {
      const url = `${path}limit=3&q=${encodeURIComponent(q)}`
      const { statusCode, body } = await get(url)
      assert.ok(statusCode === 200 || statusCode === 400, `${url}: ${body}`)
      met[statusCode]++
    }
  })
  await fc.assert(property, { numRuns: 300, seed: 2021_09_24 })
  t.ok(met[200] > 50 && met[400] > 50, JSON.stringify(met))
})

t.test('the longest searches are answered', async t => {
  const longest = ['a '.repeat(100).trim(), `b ${'-a '.repeat(66)}`.trim(), 'x'.repeat(200)]
  for (const q of [...longest, 'abc* '.repeat(40).trim(), `"${'a '.repeat(99)}"`]) {
    t.ok(q.length <= 200)
    t.equal((await get(`/v1/search?q=${encodeURIComponent(q)}`)).statusCode, 200, q)
  }
})
