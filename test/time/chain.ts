import t from 'tap'
import { testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { readKnown } from '../fixtures/known.ts'
import { type Edge, edgesOf, reactionsTo, stepsAlong } from '../fixtures/oracle-chain.ts'

type Node = { id: string; title: string; type: string; step: number; planned: boolean }

const { get } = await testApp(t, { seed: inventedSeed(t) })
const { actions } = await readKnown(get)
const edges = edgesOf(actions)

const chain = async (id: string, parameters = '') =>
  (await get(`/v1/actions/${id}/chain?${parameters}`)).json.data

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

const stepOf = ({ id, step }: Node) => [id, step]

const edgesAmong = (some: Edge[], steps: Map<string, number>): Edge[] =>
  some.filter(({ from, to }) => steps.has(from) && steps.has(to))

for (const [parameter, bases] of choices)
  t.test(`chains over links that are ${bases.join(' or ')} are those of plain loops`, async t => {
    const wanted = edges.filter(({ basis }) => bases.includes(basis))
    for (const depth of [1, 2, 3, 10])
      for (const action of actions) {
        const { nodes, ...found } = await chain(action.id, `depth=${depth}${parameter}`)
        const steps = stepsAlong(wanted, action.id, depth)
        const among = edgesAmong(wanted, steps)
        const all = edgesAmong(edges, stepsAlong(edges, action.id, depth))
        const isReaction = ({ id }: { id: string }) => (steps.get(id) ?? 0) > 0
        t.strictSame(
          { ...found, edges: sorted(found.edges), steps: sorted(nodes.map(stepOf)) },
          {
            steps: sorted([...steps]),
            edges: sorted(among),
            reactions: reactionsTo(action, actions.filter(isReaction)),
            left_out: all.length - among.length,
          },
          `${action.id} ${depth}`,
        )
      }
  })

t.test('a chain shows its actions as they are', async t => {
  const data = await chain('invented-interval', 'basis=inferred')
  const byId = new Map(actions.map(action => [action.id, action]))
  for (const { step: _, ...node } of data.nodes) t.match(byId.get(node.id), node)
  t.ok(data.nodes.some(({ planned }: Node) => planned))
})

const notice = 'joint-notice-2021-09'

t.test('the notice of September 2021 has six stated reactions, twelve inferred', async t => {
  const real = await testApp(t)
  const chainOf = async (query: string) =>
    (await real.get(`/v1/actions/${notice}/chain?${query}`)).json.data
  const cases: [basis: string, total: number, planned: number, left_out: number][] = [
    ['', 6, 3, 12],
    ['basis=inferred', 12, 7, 6],
    ['basis=inferred,stated-by-source,stated-by-actor', 18, 10, 0],
  ]
  for (const [basis, total, planned, left_out] of cases)
    t.match(await chainOf(basis), { reactions: { total, planned }, left_out }, basis)
  // A document denies that what the exchange did was a reaction.
  const disputed = (await chainOf('basis=inferred')).edges.filter((edge: Edge) => edge.disputed)
  t.strictSame(disputed.map(({ from }: Edge) => from).sort(), [
    'huobi-account-closure-2021-12',
    'huobi-registration-halt-2021-09',
  ])
})
