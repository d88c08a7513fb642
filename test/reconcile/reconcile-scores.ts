import assert from 'node:assert/strict'
import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import t from 'tap'
import { codesOf, parentOf } from '../../src/model/vocabulary.ts'
import { everything } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { scoreByHand } from '../fixtures/oracle-names.ts'
import { type Candidate, featuresOf, idsOf, reconcileApp } from '../fixtures/reconciliation.ts'

const { ask, askBatch, get } = await reconcileApp(t, { seed: inventedSeed(t) })

const typesOf = (found: Candidate[]) => [...new Set(found.flatMap(({ type }) => idsOf(type)))]

t.test('the types are those of the vocabulary, each once', async t => {
  const ofRules = (kind: string) => parentOf('matter-kind', kind) === 'rule'
  const [rules, cases] = [codesOf('matter-kind').filter(ofRules), ['sanction']]
  const types = [
    ...['actor', ...codesOf('actor-kind'), 'rule', ...rules, 'case', ...cases],
    ...['region', ...codesOf('region-kind')],
  ]
  t.strictSame(idsOf((await get('/v1/reconcile')).json.defaultTypes), types)
})

t.test('a candidate has the kind of its name as a feature', async t => {
  for (const type of codesOf('name-type')) {
    const [first] = await ask({ query: `quagga ${type}` })
    t.match(first, { id: 'actors/quagga', match: true }, type)
    t.equal(first && featuresOf(first)[`name_${type}`], true)
  }
})

t.test('a type leaves out all others, or only lowers them', async t => {
  const query = { query: 'China', limit: 100 }
  const agencies = ['agency', 'actor']
  const cases: [more: object, types: string[]][] = [
    [{ type: 'agency' }, agencies],
    [{ type: ['country'] }, ['country', 'region']],
    [{ type: ['actor', 'agency'], type_strict: 'all' }, agencies],
    [{ type: ['agency', 'region'], type_strict: 'all' }, []],
  ]
  for (const [more, types] of cases) t.strictSame(typesOf(await ask({ ...query, ...more })), types)

  const both = { ...query, type: ['agency', 'region'] }
  const any = await ask(both)
  for (const type of ['agency', 'country']) t.ok(typesOf(any).includes(type), type)
  t.ok(any.every(one => featuresOf(one).type === true))
  t.strictSame(await ask({ ...both, type_strict: 'any' }), any)

  const all = await ask(query)
  t.strictSame(await ask({ ...query, type: [] }), all)
  t.match(all[0], { id: 'regions/CN', score: 100, match: true })
  const should = await ask({ ...query, type: 'agency', type_strict: 'should' })
  for (const one of should) t.equal(featuresOf(one).type, typesOf([one]).includes('agency'), one.id)
  const lowered = should.find(({ id }) => id === 'regions/CN')
  t.match(lowered, { score: 80, match: false })
  t.ok(typesOf(should).includes('agency'))
})

t.test('a property that holds raises the score, one that does not lowers it', async t => {
  const holds = { pid: 'region', v: 'Hong Kong' }
  const fails = { pid: 'kind', v: 'exchange' }
  const scores: [properties: object[], score: number, features: object][] = [
    [[], 60, {}],
    // Seven tenths of 60, and all of the other three.
    [[holds], 72, { property_region: true }],
    [[holds, fails], 57, { property_region: true, property_kind: false }],
    [[fails], 42, { property_kind: false }],
  ]
  for (const [properties, score, features] of scores) {
    const found = await ask({ query: 'Babel', properties, limit: 100 })
    const babel = found.find(({ id }) => id === 'actors/babel-finance')
    t.equal(babel?.score, score)
    t.match(babel && featuresOf(babel), features)
  }
})

t.test('a property has the values of the record, and of the regions above', async t => {
  const babel = 'actors/babel-finance'
  const hongKong = ['HK', 'hong kong', 'regions/HK', { id: 'regions/HK' }]
  const held: [pid: string, id: string, values: unknown[]][] = [
    ['kind', 'actors/huobi', ['exchange', 'EXCHANGE', ['agency', 'exchange']]],
    ['kind', 'regions/CN', ['country']],
    ['sector', 'actors/huobi', ['exchange']],
    ['names', 'actors/huobi', ['htx', 'Huobi']],
    ['former-names', 'actors/okg-technology', ['前进控股集团']],
    ['region', babel, [...hongKong, { id: 'regions/142', name: 'Asia' }, 'World', 'Asia']],
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
    t.notOk(idsOf(found).includes(babel), JSON.stringify(v))
  }
})

t.test('without a name the share of the properties is the score', async t => {
  const region = { pid: 'region', v: 'CN' }
  const kind = { pid: 'kind', v: 'exchange' }
  const found = await ask({ properties: [region, kind], limit: 100 })
  for (const one of found) {
    const { property_region, property_kind } = featuresOf(one)
    t.equal(one.score, property_region && property_kind ? 100 : 50, one.id)
    t.notOk(one.description.includes('‘'))
  }
  t.same(new Set(found.map(({ score }) => score)), new Set([100, 50]))
})

type Named = { path: string; names: { name: string; type: string }[] }

/** Every actor and region as candidates. */
async function readNamed(): Promise<Named[]> {
  const actors = await everything(get, '/v1/actors?limit=500')
  const regions = await everything(get, '/v1/regions?limit=500')
  const mattersOf = async (list: string) => {
    const all = await everything(get, `/v1/${list}?limit=500`)
    return all.map(({ id, title, numbers }): Named => {
      const others = numbers.map(({ value }: { value: string }) => ({ name: value, type: 'alias' }))
      return { path: `${list}/${id}`, names: [{ name: title, type: 'official' }, ...others] }
    })
  }
  return [
    ...(await mattersOf('rules')),
    ...(await mattersOf('cases')),
    ...actors.map(({ id, names }) => ({ path: `actors/${id}`, names })),
    ...regions.map(({ code, name }) => {
      return { path: `regions/${code}`, names: [{ name, type: 'official' }] }
    }),
  ]
}

/** Names, names with a changed letter, words of names, and any text. */
function queriesLike(names: string[]): fc.Arbitrary<string> {
  const name = fc.constantFrom(...names)
  const words = names.flatMap(name => name.split(' '))
  const misspelt = fc
    .tuple(name, fc.nat(), fc.constantFrom('', 'x', 'ü', ' '))
    .map(([name, at, put]) => [...name].with(at % [...name].length, put).join(''))
    .filter(text => text !== '')
  const some = fc.shuffledSubarray(words, { minLength: 1, maxLength: 3 })
  const text = fc.string({ minLength: 1, maxLength: 40 })
  const phrase = some.map(words => words.join(' '))
  return fc.oneof(name, misspelt, phrase, text)
}

t.test('scores, order and limit are those of the rule, computed by hand', async () => {
  const named = await readNamed()
  const limits = fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined })
  const query = queriesLike(named.flatMap(({ names }) => names.map(({ name }) => name)))
  const property = fc.asyncProperty(query, limits, async (query, limit) => {
    const wanted = named
      .map(({ path, names }) => ({ id: path, ...scoreByHand(query, path, names) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => {
        return b.full - a.full || Number(b.isExact) - Number(a.isExact) || (a.id < b.id ? -1 : 1)
      })
    const isUnique = wanted.filter(({ isExact }) => isExact).length === 1
    const expected = wanted
      .slice(0, limit ?? 10)
      .map(({ id, score, isExact }) => ({ id, score, match: isExact && isUnique }))
    const found = await ask({ query, limit })
    const answers = found.map(({ id, score, match }) => ({ id, score, match }))
    assert.deepEqual(answers, expected)
  })
  await fc.assert(property, { numRuns: 300 })
})

t.test('a batch yields to other requests after each query', async t => {
  const batch = Object.fromEntries(Array(50).fill({ query: 'x' }).entries())
  const answer = askBatch(batch)
  let turns = 0
  while ((await Promise.race([answer, setImmediate()])) === undefined) turns++
  t.equal(Object.keys((await answer).json).length, 50)
  t.ok(turns >= 50, `${turns} turns`)
})
