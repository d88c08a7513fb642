import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import t from 'tap'
import { everything, testApp } from '../fixtures/app.ts'
import { askedFor } from '../fixtures/asked.ts'
import { difference, type Leaves, leavesOf, readCsv } from '../fixtures/csv.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { readKnown } from '../fixtures/known.ts'
import { parametersOf } from '../fixtures/oracle.ts'
import { actionsIn } from '../fixtures/parquet.ts'

type Some = Record<string, unknown>

const { get, file } = await testApp(t, { seed: inventedSeed(t), exported: true })
const [folder = ''] = globSync(join(dirname(file), 'exports', '*'))
const inParquet = await actionsIn(folder)

/** Holds CSV and NDJSON of a request to the JSON of all its pages. Returns how many records there are. */
async function compare(path: string, parameters: string): Promise<number> {
  const separator = parameters === '' ? '' : '&'
  const records: Some[] = await everything(get, `${path}?${parameters}${separator}limit=500`)
  const [csv, lines] = await Promise.all(
    ['csv', 'ndjson'].map(format => get(`${path}?${parameters}${separator}format=${format}`)),
  )
  const url = `${path}?${parameters}`
  const rows = readCsv(csv?.body ?? '')
  assert.equal(csv?.headers['x-total-count'], String(records.length), url)
  assert.equal(lines?.headers['x-total-count'], String(records.length), url)
  assert.deepEqual(
    lines?.body
      .split('\n')
      .slice(0, -1)
      .map(line => JSON.parse(line)),
    records,
    url,
  )
  assert.equal(rows.length, records.length, url)
  for (const [i, row] of rows.entries())
    assert.equal(difference(row, records[i] as Some), undefined, url)
  return records.length
}

/** Every value of a record by its column, without what is not there. */
const valuesOf = (leaves: Leaves, fields: string[]) =>
  Object.fromEntries(
    [...leaves]
      .filter(([name]) => fields.some(field => name === field || name.startsWith(`${field}_`)))
      .map(([name, values]) => [
        name,
        JSON.stringify(values.map(value => value ?? null)).replace(/(,null)+\]$/, ']'),
      ])
      .filter(([, values]) => !['[]', '[null]'].includes(values as string)),
  )

/** Holds the records of a request to those in the Parquet files. */
async function compareParquet(parameters: string) {
  const records: Some[] = await everything(get, `/v1/actions?${parameters}&limit=500`)
  for (const { in_force: _, ...record } of records) {
    const fields = Object.keys(record)
    const expected = valuesOf(leavesOf(record, ''), fields)
    assert.deepEqual(
      valuesOf(inParquet.get(String(record.id)) as Leaves, fields),
      expected,
      parameters,
    )
  }
}

t.test(
  '200 requests give the same records and values as JSON, CSV, NDJSON and Parquet',
  async t => {
    const known = await readKnown(get)
    let answered = 0
    const property = fc.asyncProperty(
      askedFor(known),
      fc.constantFrom('-date', 'date'),
      fc.option(fc.constantFrom('id,date', 'links', 'actors,amounts,due', 'activities,sources')),
      async (asked, sort, fields) => {
        const parameters = [parametersOf(asked), `sort=${sort}`, fields ? `fields=${fields}` : []]
        await compareParquet(parametersOf(asked))
        if ((await compare('/v1/actions', parameters.flat().filter(Boolean).join('&'))) > 0)
          answered++
      },
    )
    await fc.assert(property, { numRuns: 200, seed: 2021_09_27, endOnFailure: true })
    t.ok(answered > 70, `${answered} of 200 have an answer`)
  },
)

const views = 'exchanges agencies actors regions documents claims vocabulary releases changes'

t.test('every list gives the same as JSON, CSV and NDJSON', async t => {
  for (const name of views.split(' ')) t.ok((await compare(`/v1/${name}`, '')) > 0, name)
  t.ok((await compare('/v1/actions', 'q=mining&sort=relevance')) > 7)
  t.ok((await compare('/v1/actions', 'in_force_on=2021-10-01')) > 3)
  t.ok((await compare('/v1/actors', 'kind=exchange&fields=name')) > 3)
  t.ok((await compare('/v1/actions', 'fields=due')) > 3)
})
