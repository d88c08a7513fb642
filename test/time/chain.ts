import t from 'tap'
import type { Action } from '../../src/model/action.ts'
import { assertProblem, testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { readKnown } from '../fixtures/known.ts'
import { type Edge, edgesOf, type Lag, reactionsTo, stepsAlong } from '../fixtures/oracle-chain.ts'

type Node = { id: string; title: string; type: string; step: number }

const { get } = await testApp(t, { seed: inventedSeed(t) })
const { actions } = await readKnown(get)
const byId = new Map(actions.map(action => [action.id, action]))
const edges = edgesOf(actions)

const sorted = <T>(items: T[]): T[] =>
  items.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

const stated = ['stated-by-actor', 'stated-by-source']
const choices: [parameter: string, bases: string[]][] = [
  ['', stated],
  ['&basis=stated-by-actor', ['stated-by-actor']],
  ['&basis=stated-by-source', ['stated-by-source']],
  ['&basis=inferred', ['inferred']],
  ['&basis=inferred,stated-by-actor', ['inferred', 'stated-by-actor']],
  ['&basis=inferred&basis=stated-by-source,stated-by-actor', [...stated, 'inferred']],
]

const edgesAmong = (some: Edge[], steps: Map<string, number>): Edge[] =>
  some.filter(({ from, to }) => steps.has(from) && steps.has(to))

/** The chain of an action over links of some bases, as plain loops over all links give it. */
function chainOf(start: Action, depth: number, bases: string[]) {
  const wanted = edges.filter(({ basis }) => bases.includes(basis))
  const steps = stepsAlong(wanted, start.id, depth)
  const among = edgesAmong(wanted, steps)
  const whole = edgesAmong(edges, stepsAlong(edges, start.id, depth))
  return {
    steps: sorted([...steps]),
    edges: sorted(among),
    reactions: reactionsTo(
      start,
      actions.filter(({ id }) => (steps.get(id) ?? 0) > 0),
    ),
    left_out: whole.filter(edge => !among.includes(edge)).length,
  }
}

for (const [parameter, bases] of choices)
  t.test(`chains over links that are ${bases.join(' or ')} are those of plain loops`, async t => {
    for (const depth of [1, 2, 3, 10])
      for (const action of actions) {
        const url = `/v1/actions/${action.id}/chain?depth=${depth}${parameter}`
        const { nodes, edges, ...rest } = (await get(url)).json.data
        const steps = sorted(nodes.map(({ id, step }: Node) => [id, step]))
        const found = { steps, edges: sorted(edges), ...rest }
        t.strictSame(found, chainOf(action, depth, bases), url)
      }
  })

t.test('a chain shows its actions as they are, three steps each way unless told', async t => {
  const url = '/v1/actions/invented-interval/chain?basis=inferred'
  const { json } = await get(url)
  t.strictSame((await get(`${url}&depth=3`)).json.data, json.data)
  for (const { step: _, ...node } of json.data.nodes) t.match(byId.get(node.id), node)
  t.ok(json.data.nodes.some(({ planned }: Action) => planned))
  t.match(json.meta, { release: String })
})

t.test('it leads both ways, not over part-of and reports', async t => {
  const stepsOf = async (id: string, depth: number): Promise<Record<string, number>> => {
    const { json } = await get(`/v1/actions/${id}/chain?basis=inferred&depth=${depth}`)
    return Object.fromEntries(json.data.nodes.map((node: Node) => [node.id, node.step]))
  }
  t.strictSame(await stepsOf('invented-range', 1), {
    'invented-range': 0,
    'invented-month': -1,
    'invented-answer': 1,
  })
  // invented-month is part of invented-open and reports invented-decade; it comes to both by invented-interval.
  t.match(await stepsOf('invented-month', 1), { 'invented-interval': -1 })
  t.notOk('invented-open' in (await stepsOf('invented-month', 1)))
  t.match(await stepsOf('invented-month', 2), { 'invented-open': -2, 'invented-decade': -2 })
  t.match(await stepsOf('invented-decade', 3), { 'invented-month': 2, 'invented-range': 3 })
  t.notOk('invented-answer' in (await stepsOf('invented-decade', 3)))
  t.match(await stepsOf('invented-decade', 4), { 'invented-answer': 4 })
})

t.test('what is inferred is left out unless it is asked for, and counted', async t => {
  const { json } = await get('/v1/actions/invented-interval/chain')
  t.match(json.data, { nodes: [{ id: 'invented-interval' }], edges: [], left_out: 7 })
  t.strictSame(json.data.reactions, { total: 0, planned: 0, by_type: [], by_lag: [] })
})

t.test('a lag is a range, an open end of it null', async t => {
  const { json } = await get('/v1/actions/invented-interval/chain?depth=2&basis=inferred')
  const lagOf = (from: string, to: string): Lag =>
    json.data.edges.find((edge: Edge) => edge.from === from && edge.to === to).lag_days
  t.strictSame(lagOf('invented-range', 'invented-month'), [1, 35])
  t.strictSame(lagOf('invented-interval', 'invented-decade'), [1, 4107])
  t.strictSame(lagOf('invented-interval', 'invented-open'), [null, -31])
  t.strictSame(lagOf('invented-open', 'joint-notice-2021-09'), [-146, null])
})

t.test('a basis that is none is refused, and the others taken', async t => {
  const url = '/v1/actions/joint-notice-2021-09/chain?'
  const cases: [refused: string, parameter: string, taken: string][] = [
    ['basis=infered', 'basis', 'basis=inferred'],
    ['basis=', 'basis', 'basis=inferred,inferred'],
    ['basis=inferred,', 'basis', 'basis=stated-by-source%2Cinferred'],
    ['not_basis=inferred', 'not_basis', 'basis=stated-by-actor'],
    ['depth=11', 'depth', 'depth=10'],
  ]
  for (const [refused, parameter, taken] of cases) {
    const answer = await get(url + refused)
    assertProblem(t, answer, 400, 'bad-parameter')
    t.match(answer.json.errors, [{ parameter }], refused)
    t.equal((await get(url + taken)).statusCode, 200, taken)
  }
})

t.test('an action that is not there has no chain', async t => {
  const refused = await get('/v1/actions/joint-notice-2021-9/chain')
  assertProblem(t, refused, 404, 'unknown-record')
  t.equal(refused.json.errors[0].did_you_mean[0], 'joint-notice-2021-09')
  t.equal((await get('/v1/actions/joint-notice-2021-09/chain')).statusCode, 200)
})
