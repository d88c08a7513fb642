import t from 'tap'
import { assertProblem, everything, testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { readKnown, upwards } from '../fixtures/known.ts'
import { daysIn, isDated } from '../fixtures/oracle-dates.ts'

// biome-ignore lint/suspicious/noExplicitAny: records of every kind
type Some = any
type Values = (record: Some) => (string | null | undefined)[]

const { get } = await testApp(t, { seed: inventedSeed(t) })
const known = await readKnown(get)
const ofActor: Record<string, Values> = {
  region: ({ region }) => (region ? upwards(region, known) : []),
  sector: ({ sector }) => [sector],
}

/** Every list beside the actions, with its filters: the values that a record has for each. */
const lists: Record<string, Record<string, Values>> = {
  actors: { kind: ({ kind }) => [kind], ...ofActor },
  exchanges: ofActor,
  agencies: ofActor,
  regions: { kind: ({ kind }) => [kind], parent: ({ parent }) => [parent] },
  documents: { origin: ({ origin }) => [origin], language: ({ language }) => [language] },
  claims: {
    record: ({ record }) => [record],
    field: ({ field }) => [field],
    document: ({ document }) => [document],
    status: ({ status }) => [status],
    basis: ({ basis }) => [basis],
  },
  vocabulary: { scheme: ({ scheme }) => [scheme] },
}
// A filter of hundreds of values is tried with some of them.
const TRIED = 25

const keyOf = ({ id, code }: Some): string => id ?? code
const allOf = async (path: string, parameters = ''): Promise<Some[]> =>
  everything(get, `/v1/${path}?limit=500&${parameters}`)
const keysOf = async (path: string, parameters: string) =>
  (await allOf(path, parameters)).map(keyOf)

for (const [path, filters] of Object.entries(lists))
  for (const [name, values] of Object.entries(filters))
    t.test(`/v1/${path}: ${name} finds what has it, not_${name} all else`, async t => {
      const records = await allOf(path)
      const every = new Set(records.flatMap(values).filter(value => value != null))
      t.ok(every.size > 0)
      for (const value of [...every].slice(0, TRIED) as string[]) {
        const has = (record: Some) => values(record).includes(value)
        const text = encodeURIComponent(value)
        const found = records.filter(has).map(keyOf)
        const others = records.filter(record => !has(record)).map(keyOf)
        t.strictSame(await keysOf(path, `${name}=${text}`), found, value)
        t.strictSame(await keysOf(path, `not_${name}=${text}`), others, value)
      }
    })

for (const path of Object.keys(lists))
  t.test(`/v1/${path}: each record is served by itself as in the list`, async t => {
    for (const record of (await allOf(path)).slice(0, 100)) {
      const { json, statusCode } = await get(`/v1/${path}/${encodeURIComponent(keyOf(record))}`)
      t.equal(statusCode, 200)
      t.strictSame(json.data, record)
      t.match(json.meta, { release: String })
    }
  })

t.test('exchanges and agencies are the actors of that kind', async t => {
  const actors = await allOf('actors')
  for (const [path, kind] of [
    ['exchanges', 'exchange'],
    ['agencies', 'agency'],
  ] as const)
    t.strictSame(
      await allOf(path),
      actors.filter(actor => actor.kind === kind),
    )
})

t.test('what is not there is a 404 with the nearest ids', async t => {
  const cases: [path: string, id: string, nearest: string | undefined][] = [
    ['actions', 'joint-notice-2021-9', 'joint-notice-2021-09'],
    ['actors', 'houbi', 'huobi'],
    ['actors', 'OKEX', 'okex'],
    ['exchanges', 'okexx', 'okex'],
    ['exchanges', 'inner-mongolia-authorities', undefined],
    ['agencies', 'huobi', undefined],
    ['agencies', 'inner-mongolia-autorities', 'inner-mongolia-authorities'],
    ['regions', 'CN-NN', 'CN-NM'],
    ['regions', 'FR', undefined],
    ['documents', 'exit-from-china-2021', 'exit-from-china-2021-10'],
    ['vocabulary', 'action-type/bann', 'action-type/ban'],
    ['claims', 'actions/joint-notice-2021-09.date.0', 'actions/joint-notice-2021-09.date.1'],
  ]
  for (const [path, id, nearest] of cases) {
    const refused = await get(`/v1/${path}/${encodeURIComponent(id)}`)
    assertProblem(t, refused, 404, 'unknown-record')
    const [{ parameter, did_you_mean }] = refused.json.errors
    t.equal(parameter, 'id')
    if (nearest) t.equal(did_you_mean[0], nearest, id)
    const here = await keysOf(path, '')
    for (const other of did_you_mean) t.ok(here.includes(other), `${path} has ${other}`)
  }
  assertProblem(t, await get('/v1/actions/a%00b'), 400, 'bad-parameter')
})

t.test('documents lie from a day to a day, those without a date nowhere', async t => {
  const documents = await allOf('documents')
  for (const match of ['possible', 'certain'])
    for (const period of ['2018', '2021-06', '2021-09-27', '2021-10-21', '2030']) {
      const [first, last] = daysIn(period)
      const expected = documents
        .filter(({ published }) => published && isDated(published, first, last, match))
        .map(keyOf)
      const parameters = `from=${period}&to=${period}&date_match=${match}`
      t.strictSame(await keysOf('documents', parameters), expected, parameters)
    }
})

t.test('actors are found by a text search too', async t => {
  t.ok((await keysOf('actors', 'q=huobi')).includes('huobi'))
  t.notOk((await keysOf('actors', 'q=huobi&kind=company')).includes('huobi'))
  t.strictSame(await keysOf('actors', 'q=twin&sort=-id'), ['twin-two', 'twin-one'])
  t.strictSame(await keysOf('exchanges', 'q=twin'), [])
})

t.test('fields and include shape the records of every list', async t => {
  for (const path of Object.keys(lists)) {
    const key = path === 'regions' ? 'code' : 'id'
    const [first] = await allOf(path, `fields=${key}`)
    t.strictSame(Object.keys(first), [key], path)
  }
  for (const path of ['actors', 'exchanges', 'agencies', 'regions', 'documents']) {
    const collection = ['exchanges', 'agencies'].includes(path) ? 'actors' : path
    const { json } = await get(`/v1/${path}?include=claims&limit=100`)
    for (const record of json.data) {
      const claims = await allOf('claims', `record=${collection}/${keyOf(record)}`).catch(() => [])
      t.same(new Set(record.claims), new Set(claims), keyOf(record))
    }
  }
})
