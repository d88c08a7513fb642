import t from 'tap'
import { assertProblem, testApp } from './fixtures/app.ts'
import { inventedSeed } from './fixtures/invented.ts'
import { readKnown } from './fixtures/oracle.ts'

type Lag = [number | null, number | null]
type Node = { id: string; title: string; type: string; step: number }
type Edge = { from: string; to: string; type: string; basis: string; lag_days: Lag }
type Ends = { earliest: string | null; latest: string | null }

const { get } = await testApp(t, { seed: inventedSeed(t) })
const { actions } = await readKnown(get)
const byId = new Map(actions.map(action => [action.id, action]))

/** Every link that has a lag, with the lag worked out anew. */
const edges: Edge[] = actions.flatMap(({ id, date, links }) =>
  links
    .filter(({ type }) => type !== 'part-of' && type !== 'reports')
    .map(({ type, action, basis }) => ({
      from: id,
      to: action,
      type,
      basis,
      lag_days: lagBetween(date, byId.get(action)?.date as Ends),
    })),
)

function lagBetween(date: Ends, linked: Ends): Lag {
  const days = (from: string | null, to: string | null) =>
    from && to ? (Date.parse(to) - Date.parse(from)) / 86_400_000 : null
  return [days(linked.latest, date.earliest), days(linked.earliest, date.latest)]
}

/** Actions by the least number of links that lead to them, one way. */
function stepsFrom(start: string, depth: number, next: (id: string) => string[]) {
  const steps = new Map<string, number>()
  let front = [start]
  for (let step = 1; step <= depth; step++) {
    front = front.flatMap(next).filter(id => id !== start && !steps.has(id))
    for (const id of front) steps.set(id, step)
  }
  return steps
}

const causes = (id: string) => edges.filter(edge => edge.from === id).map(edge => edge.to)
const answers = (id: string) => edges.filter(edge => edge.to === id).map(edge => edge.from)

const sorted = <T>(items: T[]): T[] =>
  items.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

for (const depth of [1, 2, 3, 10])
  t.test(`the chain of every action, ${depth} steps each way, is that of plain loops`, async t => {
    for (const { id } of actions) {
      const { json } = await get(`/v1/actions/${id}/chain?depth=${depth}`)
      const steps = new Map([
        [id, 0],
        ...[...stepsFrom(id, depth, causes)].map(([to, step]): [string, number] => [to, -step]),
        ...stepsFrom(id, depth, answers),
      ])
      const found = json.data.nodes.map((node: Node) => [node.id, node.step])
      t.strictSame(sorted(found), sorted([...steps]), id)
      const among = edges.filter(({ from, to }) => steps.has(from) && steps.has(to))
      t.strictSame(sorted(json.data.edges), sorted(among), id)
    }
  })

t.test('a chain shows its actions as they are, three steps each way unless told', async t => {
  const { json } = await get('/v1/actions/invented-interval/chain')
  const { body } = await get('/v1/actions/invented-interval/chain?depth=3')
  t.strictSame(JSON.parse(body).data, json.data)
  for (const { step: _, ...node } of json.data.nodes) t.match(byId.get(node.id), node)
  t.match(json.meta, { release: String })
})

t.test('it leads both ways, not over part-of and reports', async t => {
  const stepsOf = async (id: string, depth: number): Promise<Record<string, number>> => {
    const { json } = await get(`/v1/actions/${id}/chain?depth=${depth}`)
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

t.test('a lag is a range, an open end of it null', async t => {
  const { json } = await get('/v1/actions/invented-interval/chain?depth=2')
  const lagOf = (from: string, to: string): Lag =>
    json.data.edges.find((edge: Edge) => edge.from === from && edge.to === to).lag_days
  t.strictSame(lagOf('invented-range', 'invented-month'), [1, 35])
  t.strictSame(lagOf('invented-interval', 'invented-decade'), [1, 4107])
  t.strictSame(lagOf('invented-interval', 'invented-open'), [null, -31])
  t.strictSame(lagOf('invented-open', 'joint-notice-2021-09'), [-146, null])
})

t.test('an action that is not there has no chain', async t => {
  const refused = await get('/v1/actions/joint-notice-2021-9/chain')
  assertProblem(t, refused, 404, 'unknown-record')
  t.equal(refused.json.errors[0].did_you_mean[0], 'joint-notice-2021-09')
  t.equal((await get('/v1/actions/joint-notice-2021-09/chain')).statusCode, 200)
})
