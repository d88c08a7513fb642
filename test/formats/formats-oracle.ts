import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { everything, testApp } from '../fixtures/app.ts'
import { difference, readCsv } from '../fixtures/csv.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { readKnown } from '../fixtures/known.ts'
import { parametersOf } from '../fixtures/oracle.ts'
import { queriesFor } from '../fixtures/queries.ts'

type Some = Record<string, unknown>

const { get } = await testApp(t, { seed: inventedSeed(t) })

/** Compares CSV and NDJSON of a request with the JSON of all its pages. Returns the records. */
async function compare(url: string): Promise<Some[]> {
  const records = await everything<Some>(get, `${url}&limit=500`)
  const csv = await get(`${url}&format=csv`)
  const ndjson = await get(`${url}&format=ndjson`)
  for (const { headers } of [csv, ndjson])
    assert.equal(headers['x-total-count'], String(records.length), url)
  const lines = ndjson.body.split('\n').slice(0, -1)
  const parsed = lines.map(line => JSON.parse(line))
  assert.deepEqual(parsed, records, url)
  const rows = readCsv(csv.body)
  assert.equal(rows.length, records.length, url)
  for (const [i, record] of records.entries())
    assert.equal(difference(rows[i] ?? {}, record), undefined, url)
  return records
}

t.test('200 requests give equal records as JSON, CSV and NDJSON', async t => {
  const known = await readKnown(get)
  let answered = 0
  const property = fc.asyncProperty(
    queriesFor(known),
    fc.constantFrom('-date', 'date'),
    fc.constantFrom('', 'id,date', 'links', 'actors,amounts,due', 'activities,sources'),
    async (query, sort, fields) => {
      const url = `/v1/actions?${parametersOf(query)}&sort=${sort}`
      const records = await compare(fields ? `${url}&fields=${fields}` : url)
      if (records.length > 0) answered++
    },
  )
  await fc.assert(property, { numRuns: 200, seed: 2021_09_27, endOnFailure: true })
  t.ok(answered > 70, `${answered} of 200 have an answer`)
})

t.test('every list gives the same as JSON, CSV and NDJSON', async t => {
  const views = 'exchanges agencies actors regions documents claims vocabulary releases changes'
  const requests: [url: string, atLeast: number][] = [
    ...views.split(' ').map((name): [string, number] => [`${name}?`, 1]),
    ['licences?fields=id,holder,granted,activities,regions,websites', 1],
    ['actions?q=mining&sort=relevance', 8],
    ['actions?in_force_on=2021-10-01', 4],
    ['actors?kind=exchange&fields=name', 4],
    ['actions?fields=due', 4],
  ]
  for (const [url, atLeast] of requests) t.ok((await compare(`/v1/${url}`)).length >= atLeast, url)
})
