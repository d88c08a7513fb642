import type { Dataset } from '../../dataset/dataset.ts'
import type { Action } from '../../model/action.ts'
import { yieldToOthers } from '../../model/batches.ts'
import { type Lag, lagDays } from '../../model/dates.ts'
import { views } from '../../model/views.ts'
import { codesOf } from '../../model/vocabulary.ts'
import { expectAtMost } from '../refusal.ts'
import { findRecord } from './find.ts'

const MOST_ACTIONS = 2_000

const HINT = 'actions; ask for fewer steps, or for /v1/actions?linked_to=<id>'
const expectFew = (count: number) => expectAtMost(MOST_ACTIONS, count, 'depth', HINT)

/**
 * What an action answers and what answers it, over links that have a lag and one of some bases, up to `depth` steps
 * each way. Throws BadParameters if there are too many actions for one answer.
 */
export async function chainOf(dataset: Dataset, id: string, depth: number, bases: string[]) {
  findRecord(dataset, views.actions, id)
  const graph = graphOf(dataset)
  const { nodes, edges } = await reach(graph, id, depth, bases)
  const all = await reach(graph, id, depth, codesOf('link-basis'))
  const left_out = all.edges.length - edges.length
  return { nodes, edges, reactions: summarize(nodes), left_out }
}

type Graph = ReturnType<typeof graphOf>

/** Reads actions, each once, and the links from and to an action. */
function graphOf(dataset: Dataset) {
  const actions = new Map<string, Action>()
  const read = (...jsons: string[]): Action[] => {
    const found: Action[] = jsons.map(json => JSON.parse(json))
    for (const action of found) actions.set(action.id, action)
    expectFew(actions.size)
    return found
  }
  const action = (id: string) => actions.get(id) ?? read(dataset.find('actions', id)!.json)[0]!
  const edgesFrom = (id: string) => edgesOf(action(id))
  const edgesTo = (id: string) => {
    const rows = dataset.list('actions', 'linked_to', id)
    // They and the action itself are all part of the graph.
    expectFew(rows.length + 1)
    const linked = read(...dataset.jsons('actions', rows))
    return linked.flatMap(edgesOf).filter(({ to }) => to === id)
  }
  return { action, edgesFrom, edgesTo }
}

async function reach(graph: Graph, id: string, depth: number, bases: readonly string[]) {
  const steps = new Map([[id, 0]])
  const wanted = (edges: Edge[]) => edges.filter(({ basis }) => bases.includes(basis))
  await walk(steps, id, depth, -1, id => wanted(graph.edgesFrom(id)).map(({ to }) => to))
  await walk(steps, id, depth, 1, id => wanted(graph.edgesTo(id)).map(({ from }) => from))
  const nodes = [...steps].map(([other, step]) => {
    const { id, title, type, date, planned } = graph.action(other)
    return { id, title, type, date, planned, step }
  })
  const edges = nodes.flatMap(({ id }) => wanted(graph.edgesFrom(id)))
  return { nodes, edges: edges.filter(({ to }) => steps.has(to)) }
}

/** Breadth first: each action gets the smallest number of steps at which it is reached. */
async function walk(
  steps: Map<string, number>,
  from: string,
  depth: number,
  direction: 1 | -1,
  next: (id: string) => string[],
) {
  let front = [from]
  for (let step = 1; step <= depth && front.length > 0; step++) {
    const reached = new Set<string>()
    for (const id of front) {
      for (const other of next(id)) if (!steps.has(other)) reached.add(other)
      expectFew(steps.size + reached.size)
      await yieldToOthers()
    }
    front = [...reached]
    for (const id of front) steps.set(id, step * direction)
  }
}

type Edge = ReturnType<typeof edgesOf>[number]

/** The links of an action that have a lag: `from` answers `to`; `disputed` if a document disagrees. */
const edgesOf = ({ id, links, sources: { conflicts } }: Action) =>
  links.flatMap(({ type, action: to, basis, lag_days }) => {
    const disputed = conflicts.includes(`links/${type}/${to}`)
    return lag_days ? [{ from: id, to, type, basis, lag_days, disputed }] : []
  })

/** An action, and how many steps it comes after the one asked for. */
type Step = Pick<Action, 'type' | 'date' | 'planned'> & { step: number }

// From the same day over a week, a month, a quarter and a year; null is open.
const CLASSES: Lag[] = [
  { min: null, max: -1 },
  { min: 0, max: 0 },
  { min: 1, max: 7 },
  { min: 8, max: 31 },
  { min: 32, max: 92 },
  { min: 93, max: 366 },
  { min: 367, max: null },
]

/** Sums up the actions that come after the one with step 0; lags are counted from that one. */
function summarize(nodes: Step[]) {
  const reactions = nodes.filter(({ step }) => step > 0)
  const start = nodes.find(({ step }) => step === 0)!
  const lags = reactions.map(({ date }) => endsOf(lagDays(date, start.date)))
  return {
    total: reactions.length,
    planned: reactions.filter(({ planned }) => planned).length,
    by_type: [...Map.groupBy(reactions, ({ type }) => type)]
      .map(([type, { length }]) => ({ type, actions: length }))
      .sort((a, b) => b.actions - a.actions || (a.type < b.type ? -1 : 1)),
    by_lag: CLASSES.map(days => countLag(days, lags)).filter(({ possible }) => possible > 0),
  }
}

const endsOf = ({ min, max }: Lag): [number, number] => [min ?? -Infinity, max ?? Infinity]

/** How many reactions certainly, and because of vague dates possibly, fall within some days of what they answer. */
function countLag(days: Lag, lags: [number, number][]) {
  const [first, last] = endsOf(days)
  return {
    days,
    certain: lags.filter(([least, most]) => first <= least && most <= last).length,
    possible: lags.filter(([least, most]) => least <= last && first <= most).length,
  }
}

export type Chain = Awaited<ReturnType<typeof chainOf>>
