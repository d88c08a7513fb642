import t from 'tap'
import type { Action } from '../../src/model/action.ts'
import { type Answer, assertProblem, everything, keyOf, keysOf, testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { readKnown, upwards } from '../fixtures/known.ts'
import { valuesOf } from '../fixtures/oracle.ts'
import { daysIn, isDated } from '../fixtures/oracle-dates.ts'

type Some = Answer['json']
type Values = (record: Some) => (string | null | undefined)[]

const { get } = await testApp(t, { seed: inventedSeed(t) })
const known = await readKnown(get)
const allOf = (path: string) => everything<Some>(get, `/v1/${path}?limit=500`)
const field =
  (name: string): Values =>
  record => [record[name]]
const fields = (...names: string[]) => Object.fromEntries(names.map(name => [name, field(name)]))
const claims = Map.groupBy(await allOf('claims'), ({ record }) => record)
const isDisputed = (path: string) => claims.get(path)?.some(({ status }) => status === 'rival')
const features: Values = ({ id, affiliations }) => [
  isDisputed(`actors/${id}`) ? 'conflicts' : null,
  affiliations.length > 0 ? 'affiliations' : null,
]
const ofActor: Record<string, Values> = {
  region: ({ region }) => (region ? upwards(region, known) : []),
  sector: field('sector'),
}

/** Every list with its filters: the values that a record has for each. */
const lists: Record<string, Record<string, Values>> = {
  actions: Object.fromEntries(
    Object.entries(valuesOf).map(([name, values]) => {
      return [name, (action: Action) => values(action, known)]
    }),
  ),
  actors: { ...fields('kind'), has: features, ...ofActor },
  exchanges: ofActor,
  agencies: ofActor,
  regions: { ...fields('kind'), parent: ({ parents }) => parents.map(({ code }: Some) => code) },
  documents: fields('origin', 'language'),
  claims: fields('record', 'field', 'document', 'status', 'basis'),
  vocabulary: fields('scheme'),
}
// A filter of hundreds of values is tried with some of them.
const TRIED = 30

const find = (path: string, parameters: string) =>
  keysOf(get, `/v1/${path}?limit=500&${parameters}`)
const isActor = (path: string) => path === 'exchanges' || path === 'agencies'

for (const [path, filters] of Object.entries(lists))
  t.test(`/v1/${path}: filters by value and by not_, and each record by itself`, async t => {
    const records = await allOf(path)
    const key = path === 'regions' ? 'code' : 'id'
    for (const [name, values] of Object.entries(filters)) {
      const every = new Set(records.flatMap(values).filter(value => value != null))
      t.ok(every.size > 0, name)
      for (const value of [...every].slice(0, TRIED)) {
        const has = (record: Some) => values(record).includes(value)
        const parameter = `${name}=${encodeURIComponent(value)}&fields=${key}`
        t.strictSame(await find(path, parameter), records.filter(has).map(keyOf), parameter)
        const others = records.filter(record => !has(record)).map(keyOf)
        t.strictSame(await find(path, `not_${parameter}`), others, `not_${parameter}`)
      }
    }
    for (const record of records.slice(0, 100)) {
      const { json } = await get(`/v1/${path}/${encodeURIComponent(keyOf(record))}`)
      // A region says more by itself than in a list.
      const own = Object.entries(json.data).filter(([name]) => name in record)
      t.strictSame(Object.fromEntries(own), record)
      t.match(json.meta, { release: String })
    }
  })

t.test('exchanges and agencies are the actors of that kind', async t => {
  const actors = await allOf('actors')
  const ofKind = (kind: string) => actors.filter(actor => actor.kind === kind)
  t.strictSame(await allOf('exchanges'), ofKind('exchange'))
  t.strictSame(await allOf('agencies'), ofKind('agency'))
})

t.test('an unknown id is a 404 with the nearest ids', async t => {
  const notice = 'joint-notice-2021-09'
  const cases: [path: string, id: string, nearest?: string, below?: string][] = [
    ['actions', 'joint-notice-2021-9', notice],
    ['actions', 'joint-notice-2021-9', notice, '/claims'],
    ['actions', 'joint-notice-2021-9', notice, '/chain'],
    ['actions', 'joint-notice-2021-9', notice, '/history'],
    ['actors', 'houbi', 'huobi'],
    ['actors', 'OKEX', 'okex'],
    ['exchanges', 'okexx', 'okex'],
    ['exchanges', 'cn-nm-authorities'],
    ['agencies', 'huobi'],
    ['agencies', 'cn-nm-autorities', 'cn-nm-authorities'],
    ['regions', 'CN-NMG', 'CN-NM'],
    ['regions', 'FR-XX'],
    ['documents', 'exit-from-china-2021', 'exit-from-china-2021-10'],
    ['vocabulary', 'action-type/bann', 'action-type/ban'],
    ['claims', `actions/${notice}.date.0`, `actions/${notice}.date.1`],
  ]
  for (const [path, id, nearest, below = ''] of cases) {
    const refused = await get(`/v1/${path}/${encodeURIComponent(id)}${below}`)
    assertProblem(t, refused, 404, 'unknown-record')
    const [{ parameter, did_you_mean }] = refused.json.errors
    t.equal(parameter, 'id')
    if (nearest) t.equal(did_you_mean[0], nearest, id)
    const ids = await find(path, '')
    const unknown = did_you_mean.filter((near: string) => !ids.includes(near))
    t.strictSame(unknown, [], path)
  }
  assertProblem(t, await get('/v1/actions/a%00b'), 400, 'bad-parameter')
  const bavaria = (await get('/v1/regions/DE-BY')).json
  t.match(bavaria.detail, /^'DE-BY' is a code of ISO 3166-2 that no record names yet/)
})

t.test('documents are found by day; those without a date never', async t => {
  const documents = await allOf('documents')
  for (const match of ['possible', 'certain'])
    for (const period of ['2018', '2021-06', '2021-09-27', '2021-10-21', '2030']) {
      const expected = documents
        .filter(({ published }) => published && isDated(published, ...daysIn(period), match))
        .map(keyOf)
      const parameters = `from=${period}&to=${period}&date_match=${match}`
      t.strictSame(await find('documents', parameters), expected, parameters)
    }
})

t.test('actors are found by words too', async t => {
  const cases: [path: string, parameters: string, ids: string[]][] = [
    ['actors', 'q=huobi&kind=exchange', ['huobi']],
    ['actors', 'q=huobi&kind=company', ['huobi-group', 'huobi-tech']],
    ['actors', 'q=twin&sort=-id', ['twin-two', 'twin-one']],
    ['exchanges', 'q=twin', []],
  ]
  for (const [path, parameters, ids] of cases)
    t.strictSame(await find(path, parameters), ids, parameters)
})

t.test('fields selects fields, in the order of the record', async t => {
  for (const path of Object.keys(lists)) {
    const key = path === 'regions' ? 'code' : 'id'
    const { json } = await get(`/v1/${path}?fields=${key}`)
    for (const record of json.data) t.strictSame(Object.keys(record), [key], path)
  }
  for (const path of ['/v1/actions', '/v1/actions/joint-notice-2021-09']) {
    const { json } = await get(`${path}?fields=title,id,due`)
    for (const action of [json.data].flat())
      t.strictSame(Object.keys(action), ['id', 'title', 'due'])
  }
})

t.test('include=claims adds the claims on a record, beside any fields', async t => {
  for (const path of ['actions', 'actors', 'exchanges', 'agencies', 'regions', 'documents'])
    for (const record of (await get(`/v1/${path}?include=claims&limit=100`)).json.data) {
      const name = `${isActor(path) ? 'actors' : path}/${keyOf(record)}`
      t.same(new Set(record.claims), new Set(claims.get(name)), name)
    }
  const { json } = await get('/v1/actors?fields=sector&include=claims&limit=100')
  const keys = new Set(json.data.map((record: object) => Object.keys(record).join()))
  t.same(keys, new Set(['claims', 'sector,claims']))
})

t.test('include=documents adds the documents that a record is based on', async t => {
  const { json } = await get('/v1/actions?include=documents&limit=100')
  for (const { id, documents } of json.data)
    t.same(new Set(documents.map(keyOf)), new Set(known.documents.get(id)), id)
})

t.test('include=linked adds the actions at both ends of the links of an action', async t => {
  const { json } = await get('/v1/actions?include=linked&limit=100')
  for (const { id, links, linked } of json.data) {
    const from = known.actions.filter(other => other.links.some(({ action }) => action === id))
    const to = links.map(({ action }: { action: string }) => action)
    t.same(new Set(linked.map(keyOf)), new Set([...to, ...from.map(keyOf)]), id)
  }
})
