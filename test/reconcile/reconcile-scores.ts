import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import t from 'tap'
import { terms } from '../../src/model/vocabulary.ts'
import { reconcile } from '../../src/queries/reconcile.ts'
import { nameTypes } from '../../src/queries/reconcile-meet.ts'
import { entityTypes, typeIds } from '../../src/queries/reconcile-types.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { scoreByHand } from '../fixtures/oracle-names.ts'
import { type Candidate, reconcileApp } from '../fixtures/reconciliation.ts'

const { ask, get, datasets } = await reconcileApp(t, { seed: inventedSeed(t) })

const codesOf = (scheme: string) =>
  terms.filter(term => term.scheme === scheme).map(({ code }) => code)

t.test(
  'the types are those of the vocabulary, each once; each kind of name has its weight',
  async t => {
    t.strictSame(typeIds, ['actor', ...codesOf('actor-kind'), 'region', ...codesOf('region-kind')])
    t.equal(new Set(entityTypes.map(({ id }) => id)).size, entityTypes.length)
    t.strictSame(Object.keys(nameTypes), codesOf('name-type'))
    const { json } = await get('/v1/reconcile')
    t.strictSame(
      json.defaultTypes.map(({ id }: { id: string }) => id),
      typeIds,
    )
  },
)

const idsOf = (candidates: Candidate[]) => candidates.map(({ id }) => id)
const typesOf = (candidates: Candidate[]) => [
  ...new Set(candidates.flatMap(({ type }) => type.map(({ id }) => id))),
]
const feature = ({ features }: Candidate, name: string) =>
  features.find(({ id }) => id === name)?.value

t.test('a type leaves out what is of another, or only lowers it', async t => {
  const query = 'China'
  t.ok(typesOf(await ask({ query, limit: 100 })).includes('region'))
  t.strictSame(typesOf(await ask({ query, type: 'agency', limit: 100 })), ['agency', 'actor'])
  t.strictSame(typesOf(await ask({ query, type: ['country'] })), ['country', 'region'])
  const both = { query, limit: 100, type: ['agency', 'region'] }
  const any = await ask(both)
  t.ok(typesOf(any).includes('agency') && typesOf(any).includes('country'))
  t.strictSame(await ask({ ...both, type_strict: 'any' }), any)
  t.strictSame(await ask({ ...both, type_strict: 'all' }), [])
  t.ok(any.every(one => feature(one, 'type') === true))
  const all = await ask({ query, type: ['actor', 'agency'], type_strict: 'all', limit: 100 })
  t.strictSame(typesOf(all), ['agency', 'actor'])
  t.strictSame(await ask({ query, type: [] }), await ask({ query }))

  const [free] = await ask({ query })
  const should = await ask({ query, type: 'agency', type_strict: 'should', limit: 100 })
  const region = should.find(({ id }) => id === 'regions/CN') as Candidate
  t.match(free, { id: 'regions/CN', score: 100, match: true })
  t.match(region, { score: 80, match: false })
  t.equal(feature(region, 'type'), false)
  t.equal(feature(should.find(({ type }) => type[0]?.id === 'agency') as Candidate, 'type'), true)
})

t.test('a property that holds raises, one that does not lowers', async t => {
  const query = 'Babel'
  const of = async (...properties: object[]) => {
    const found = await ask({ query, properties, limit: 100 })
    return found.find(({ id }) => id === 'actors/babel-finance') as Candidate
  }
  const { score } = await of()
  t.equal(score, 60)
  const holds = { pid: 'region', v: 'Hong Kong' }
  const fails = { pid: 'kind', v: 'exchange' }
  t.equal((await of(holds)).score, 72, 'seven tenths of 60, and all of the other three')
  t.equal((await of(holds, fails)).score, 57)
  t.equal((await of(fails)).score, 42)
  t.strictSame((await of(holds, fails)).features.slice(-2), [
    { id: 'property_region', value: true },
    { id: 'property_kind', value: false },
  ])
})

t.test('a property has the values of the record, and of the regions above', async t => {
  const held: [pid: string, id: string, values: unknown[]][] = [
    ['kind', 'actors/huobi', ['exchange', 'EXCHANGE', ['agency', 'exchange']]],
    ['kind', 'regions/CN', ['country']],
    ['sector', 'actors/huobi', ['exchange']],
    ['names', 'actors/huobi', ['htx', 'Huobi']],
    ['former-names', 'actors/okg-technology', ['前进控股集团']],
    ['region', 'actors/babel-finance', ['HK', 'hong kong', 'regions/HK', { id: 'regions/HK' }]],
    ['region', 'actors/babel-finance', [{ id: 'regions/142', name: 'Asia' }, 'World', 'Asia']],
    ['code', 'regions/CN-NM', ['CN-NM']],
    ['parent', 'regions/CN-NM', ['CN', 'China', 'Asia', { id: 'regions/CN' }]],
    ['affiliations', 'actors/li-lin', ['huobi', 'HUOBI', { id: 'actors/huobi' }]],
  ]
  for (const [pid, id, values] of held)
    for (const v of values) {
      const found = await ask({ properties: [{ pid, v }], limit: 100 })
      t.ok(idsOf(found).includes(id), `${pid} ${JSON.stringify(v)}: ${id}`)
      t.ok(found.every(({ score, match }) => score === 100 && !match))
    }
  for (const v of ['CN', 7, true, { id: 'https://example.org/HK' }]) {
    const found = await ask({ properties: [{ pid: 'region', v }], limit: 100 })
    t.notOk(idsOf(found).includes('actors/babel-finance'), JSON.stringify(v))
  }
})

t.test('without a name the share of the properties is the score', async t => {
  const region = { pid: 'region', v: 'CN' }
  const kind = { pid: 'kind', v: 'exchange' }
  const found = await ask({ properties: [region, kind], limit: 100 })
  for (const one of found) {
    const both = feature(one, 'property_region') === true && feature(one, 'property_kind') === true
    t.equal(one.score, both ? 100 : 50, one.id)
    t.notOk(one.description.includes('‘'))
  }
  t.ok(found.some(({ score }) => score === 100) && found.some(({ score }) => score === 50))
})

t.test('ten candidates come unless more or fewer are asked for', async t => {
  const properties = [{ pid: 'kind', v: ['company', 'exchange'] }]
  const all = await ask({ properties, limit: 100 })
  t.ok(all.length > 11)
  t.strictSame(await ask({ properties }), all.slice(0, 10))
  for (const limit of [1, 2, 11])
    t.strictSame(await ask({ properties, limit }), all.slice(0, limit))
})

type Named = { id?: string; code?: string; name: string; names?: { name: string; type: string }[] }

t.test('scores, order and limit are those of the rule, worked out by hand', async () => {
  const records = async (path: string): Promise<Named[]> =>
    (await get(`/v1/${path}?limit=500`)).json.data
  const entities = [
    ...(await records('actors')).map(record => ({ ...record, path: `actors/${record.id}` })),
    ...(await records('regions')).map(record => ({
      ...record,
      path: `regions/${record.code}`,
      names: [{ name: record.name, type: 'official' }],
    })),
  ]
  const names = entities.flatMap(({ names = [] }) => names.map(({ name }) => name))
  const words = fc.shuffledSubarray(
    names.flatMap(name => name.split(' ')),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  const slip = fc
    .tuple(fc.constantFrom(...names), fc.nat(), fc.constantFrom('', 'x', 'ü', ' '))
    .map(([name, at, put]) => {
      const letters = [...name]
      letters.splice(at % letters.length, 1, put)
      return letters.join('')
    })
    .filter(text => text !== '')
  const query = fc.oneof(
    fc.constantFrom(...names),
    slip,
    words.map(some => some.join(' ')),
    fc.string({ minLength: 1, maxLength: 40 }),
  )
  const asked = fc.record({ query, limit: fc.integer({ min: 1, max: 30 }) })
  await fc.assert(
    fc.asyncProperty(asked, async ({ query, limit }) => {
      const wanted = entities
        .map(({ path, names = [] }) => ({ id: path, ...scoreByHand(query, path, names) }))
        .filter(({ score }) => score > 0)
        .sort(
          (a, b) =>
            b.full - a.full || Number(b.isExact) - Number(a.isExact) || (a.id < b.id ? -1 : 1),
        )
      const exact = wanted.filter(({ isExact }) => isExact)
      const found = await ask({ query, limit })
      const expected = wanted.slice(0, limit).map(({ id, score, isExact }) => {
        return [id, score, isExact && exact.length === 1]
      })
      const got = found.map(({ id, score, match }) => [id, score, match])
      if (JSON.stringify(got) !== JSON.stringify(expected))
        throw new Error(`${JSON.stringify(got)} instead of ${JSON.stringify(expected)}`)
    }),
    { numRuns: 300 },
  )
})

t.test('other requests get their turn between the queries of a batch', async t => {
  const query = { text: 'x', types: [], strict: 'any' as const, limit: 1, properties: [] }
  const batch = new Map(Array.from({ length: 50 }, (_, at) => [String(at), query]))
  let turns = 0
  let isDone = false
  const all = reconcile(datasets.dataset, batch).then(results => {
    isDone = true
    return results
  })
  while (!isDone) {
    await setImmediate()
    turns++
  }
  t.equal((await all).size, 50)
  t.ok(turns >= 50, `${turns} turns`)
})
