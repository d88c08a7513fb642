import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { readKnown } from '../fixtures/known.ts'
import { answerTo, forceCounts, parametersOf } from '../fixtures/oracle.ts'
import { queriesFor } from '../fixtures/queries.ts'

const numRuns = Number(process.env.ORACLE_RUNS ?? 600)

t.test('any filters, dates, force, sort and page size give what plain loops give', async t => {
  const { get } = await testApp(t, { seed: inventedSeed(t) })
  const known = await readKnown(get)

  /** The ids of all pages together, each page checked for the total, the limit and the force. */
  async function idsOf(url: string, total: number, limit: number, force: unknown) {
    const ids: string[] = []
    for (let next = url; next; ) {
      const { json } = await get(next)
      assert.equal(json.meta.total, total, next)
      assert.deepEqual(json.meta.in_force, force, next)
      assert.equal(json.data.length, Math.min(limit, total - ids.length), next)
      ids.push(...json.data.map(({ id }: { id: string }) => id))
      next = json.meta.next_url
    }
    return ids
  }

  let answered = 0
  const limits = fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(1, 2, 7) },
    { weight: 4, arbitrary: fc.integer({ min: 8, max: 500 }) },
  )
  const property = fc.asyncProperty(
    queriesFor(known),
    fc.constantFrom('-date', 'date'),
    limits,
    async (query, sort, limit) => {
      const expected = answerTo(query, sort, known)
      const url = `/v1/actions?${parametersOf(query)}&sort=${sort}&limit=${limit}&fields=id`
      const ids = await idsOf(url, expected.length, limit, forceCounts(query, known))
      assert.deepEqual(ids, expected, url)
      if (expected.length > 0) answered++
    },
  )
  await fc.assert(property, { numRuns, seed: 2021_09_24, endOnFailure: true })
  t.comment(`${answered} of ${numRuns} requests had an answer`)
  t.ok(answered > numRuns / 3, 'a good part of the answers is not empty')
})
