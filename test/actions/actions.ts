import t from 'tap'
import { keyOf, keysOf, testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { readKnown } from '../fixtures/known.ts'
import { inOrder } from '../fixtures/oracle.ts'

const { get } = await testApp(t, { seed: inventedSeed(t) })
const { actions } = await readKnown(get)

t.test('the list has the newest actions first, fifty on a page', async t => {
  const { data, meta } = (await get('/v1/actions')).json
  t.strictSame(data.map(keyOf), inOrder(actions).reverse().slice(0, 50).map(keyOf))
  t.match(meta, { total: actions.length, limit: 50, query: 'actions, newest first' })
  t.match(meta.release, /^\d{4}\.\d{2}\.\d+-unreleased$/)
})

const cases: [id: string, parameters: string, isFound: boolean][] = [
  ['decade', 'actor=huobi&role=speaker', true],
  ['decade', 'actor=huobi&role=subject', false],
  ['decade', 'exchange=okex&role=speaker,subject', true],
  ['decade', 'actor=huobi&exchange=okex&role=subject', false],
  ['decade', 'actor=huobi&not_role=subject', false],
  ['decade', 'region=CN&region_role=destination&region_exact=true', false],
  ['decade', 'region=CN&region_role=subject&region_exact=true', true],
  ['open', 'agency=inner-mongolia-authorities&role=issuer', true],
  ['open', 'region=CN&region_exact=true&region_role=jurisdiction', false],
  ['interval', 'region=HK&region_role=origin', false],
  ['interval', 'region=CN,HK&region_role=origin', true],
  ['month', 'linked_to=invented-open&link=part-of', true],
  ['month', 'linked_to=invented-interval&link=part-of', false],
  ['month', 'region=CN', false],
]

t.test('a role, a place and a link apply to the same entry as their filter', async t => {
  for (const [id, parameters, isFound] of cases) {
    const ids = await keysOf(get, `/v1/actions?limit=500&fields=id&${parameters}`)
    t.equal(ids.includes(`invented-${id}`), isFound, `${parameters}: ${id}`)
  }
})
