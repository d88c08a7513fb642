import t from 'tap'
import { everything, keysOf, testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { assertRefusals, type Refusal } from '../fixtures/refusals.ts'

type Named = { id: string; kind: string; names: { name: string }[] }

const { get } = await testApp(t, { seed: inventedSeed(t) })
const findIds = (parameters: string) => keysOf(get, `/v1/actions?limit=500&fields=id&${parameters}`)

t.test('every name of an actor finds it, in actor and in the filter of its kind', async t => {
  const actors = await everything<Named>(get, '/v1/actors?limit=500')
  const namesOf = ({ id, names }: Named) =>
    new Set([id, ...names.map(({ name }) => name)].map(text => text.toLowerCase()))
  const uses = actors.flatMap(actor => [...namesOf(actor)])
  for (const actor of actors) {
    const { id, kind } = actor
    const expected = await findIds(`actor=${id}`)
    for (const name of namesOf(actor)) {
      if (uses.indexOf(name) !== uses.lastIndexOf(name)) continue
      const text = encodeURIComponent(name.toUpperCase().replaceAll(' ', '  '))
      const filters = kind === 'agency' || kind === 'exchange' ? ['actor', kind] : ['actor']
      for (const filter of filters)
        t.strictSame(await findIds(`${filter}=${text}`), expected, `${filter}=${name}`)
    }
  }
})

t.test('a name stands for the id, by which the next page is requested', async t => {
  const { meta } = (await get('/v1/actions?actor=OKEx,%20okEX&limit=1')).json
  t.match(meta.next_url, /actor=okex&/)
  t.strictSame(await findIds('not_actor=OKEx'), await findIds('not_actor=okex'))
})

t.test('an identifier stands for the actor that has it', async t => {
  for (const given of ['529900T8BM49AURSDO55', '5299000j2n45ddne4y28']) {
    const { data, meta } = (await get(`/v1/actions?actor=${given}`)).json
    t.match(data, [{ id: 'invented-bounded-fine' }])
    t.strictSame(meta.resolved, [{ parameter: 'actor', name: given, id: 'listed-company' }])
  }
})

t.test('an unknown or ambiguous name is refused with the ids that it may stand for', async t => {
  const several = { message: /several/, allowed: ['twin-one', 'twin-two'] }
  const okex = { did_you_mean: ['OKex', 'okex'] }
  const huobi = { did_you_mean: ['Huobi', 'huobi'] }
  const authorities = 'cn-nm-authorities'
  const refusals: Refusal[] = [
    ['actor=twin%20mine', 'actor', 'actor=twin-one,twin-two', several],
    ['actor=Okexx', 'actor', 'actor=okex', okex],
    ['actor=Houbi', 'actor', 'actor=huobi', huobi],
    ['not_actor=okexx', 'not_actor', 'not_actor=okex', okex],
    ['exchange=hubi', 'exchange', 'exchange=huobi', huobi],
    ['agency=cn-nm-autorities', 'agency', `agency=${authorities}`],
    ['agency=huobi', 'agency', 'actor=huobi'],
    [`exchange=${authorities}`, 'exchange', `actor=${authorities}`],
    ['region=hong%20kong', 'region', 'region=HK', { did_you_mean: ['HK'] }],
  ]
  await assertRefusals(t, get, '/v1/actions?', refusals)
})

const cases: [id: string, parameters: string, isFound: boolean][] = [
  ['decade', 'actor=huobi&role=speaker', true],
  ['decade', 'actor=huobi&role=subject', false],
  ['decade', 'exchange=okex&role=speaker,subject', true],
  ['decade', 'actor=huobi&exchange=okex&role=subject', false],
  ['decade', 'actor=huobi&not_role=subject', false],
  ['decade', 'region=CN&region_role=destination&region_exact=true', false],
  ['decade', 'region=CN&region_role=subject&region_exact=true', true],
  ['open', 'agency=cn-nm-authorities&role=issuer', true],
  ['open', 'region=CN&region_exact=true&region_role=jurisdiction', false],
  ['interval', 'region=HK&region_role=origin', false],
  ['interval', 'region=CN,HK&region_role=origin', true],
  ['month', 'linked_to=invented-open&link=part-of', true],
  ['month', 'linked_to=invented-interval&link=part-of', false],
  ['month', 'region=CN', false],
]

t.test('a role, a place and a link apply to the same entry as their filter', async t => {
  for (const [id, parameters, isFound] of cases) {
    const ids = await findIds(parameters)
    t.equal(ids.includes(`invented-${id}`), isFound, `${parameters}: ${id}`)
  }
})
