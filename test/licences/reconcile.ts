import t from 'tap'
import { testApp } from '../fixtures/app.ts'
import { licensedDataset } from '../fixtures/licensed.ts'

const { get } = await testApp(t, { built: licensedDataset(t) })

const ask = async (parameter: string, value: object) =>
  (await get(`/v1/reconcile?${parameter}=${encodeURIComponent(JSON.stringify(value))}`)).json

t.test('an LEI finds the firm that has it, or that holds a licence by it', async t => {
  for (const [query, id] of [
    ['5299000J2N45DDNE4Y28', 'actors/beta'],
    ['529900t8bm49aursdo55', 'actors/gamma'],
  ])
    t.match((await ask('queries', { q: { query } })).q.result, [{ id, score: 100, match: true }])
})

t.test('a column can be extended by the licences of firms and the places of these', async t => {
  const properties = [{ id: 'licences' }, { id: 'licensed-in' }]
  const ids = ['alpha', 'beta', 'epsilon', 'zeta', 'iota'].map(id => `actors/${id}`)
  const { rows, meta } = await ask('extend', { ids, properties })
  t.match(meta, [{ id: 'licences' }, { id: 'licensed-in', type: { id: 'region' } }])
  const places = ids.map(id => rows[id]['licensed-in'].map(({ name }: { name: string }) => name))
  t.strictSame(places, [['Hong Kong'], ['Germany', 'France', 'Ireland'], [], [], []])
  t.strictSame(rows['actors/zeta'].licences, [{ str: 'zeta is licensed by hk-sfc' }])
})

t.test('licensed-in holds for the place itself, not for those above it', async t => {
  const find = async (v: string) => {
    const query = { type: 'company', properties: [{ pid: 'licensed-in', v }] }
    const { q } = await ask('queries', { q: query })
    return q.result.map(({ id }: { id: string }) => id)
  }
  t.strictSame(await find('DE'), ['actors/beta'])
  t.strictSame(await find('EU'), ['actors/gamma'])
})
