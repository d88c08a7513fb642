import t from 'tap'
import { testApp } from '../fixtures/app.ts'
import type { Edge } from '../fixtures/oracle-chain.ts'

const { get } = await testApp(t)
const notice = '/v1/actions/joint-notice-2021-09/chain'

t.test('ten reactions to the notice of September 2021 are stated', async t => {
  const { reactions, left_out, edges } = (await get(notice)).json.data
  t.strictSame([reactions.total, reactions.planned, left_out], [10, 4, 13])
  t.strictSame(reactions.by_type.slice(0, 3), [
    { type: 'compliance-step', actions: 2 },
    { type: 'registration-halt', actions: 2 },
    { type: 'service-termination', actions: 2 },
  ])
  t.strictSame(reactions.by_lag, [
    { days: [0, 0], certain: 1, possible: 9 },
    { days: [1, 7], certain: 1, possible: 9 },
    { days: [8, 31], certain: 0, possible: 1 },
  ])
  t.notOk(edges.some(({ basis }: Edge) => basis === 'inferred'))
})

t.test('an answer that a document denies is marked as disputed', async t => {
  const { edges } = (await get(notice)).json.data
  const disputed = edges.filter((edge: Edge) => edge.disputed)
  t.match(disputed, [{ from: 'huobi-registration-halt-2021-09', lag_days: [0, 0] }])
  t.equal(disputed.length, 1)
  const from = 'actions/huobi-registration-halt-2021-09'
  const denials = await get(`/v1/claims?status=rival&record=${from}`)
  t.match(denials.json.data, [{ field: 'links/responds-to/joint-notice-2021-09', value: false }])
})

t.test(
  'with what is inferred there are more reactions, some perhaps before the notice',
  async t => {
    const { reactions, left_out } = (await get(`${notice}?basis=inferred`)).json.data
    t.strictSame([reactions.total, reactions.planned, left_out], [13, 6, 10])
    t.strictSame(reactions.by_lag[0], { days: [null, -1], certain: 0, possible: 2 })
    const both = `${notice}?basis=inferred,stated-by-source,stated-by-actor`
    t.match((await get(both)).json.data, { reactions: { total: 23 }, left_out: 0 })
  },
)
