import type { Action } from '../model/action.ts'
import type { Dataset } from '../store/dataset.ts'
import { findRow } from './resolve.ts'

/** An action in a chain: how many steps it stands from the one asked for; negative for what that one answers. */
export type ChainNode = {
  id: string
  title: string
  type: string
  date: Action['date']
  step: number
}
export type ChainEdge = {
  from: string
  to: string
  type: string
  basis: string
  lag_days: [number | null, number | null]
}
export type Chain = { nodes: ChainNode[]; edges: ChainEdge[] }

/** What an action answers and what answers it, over links that have a lag, up to `depth` steps each way. */
export function chainOf(dataset: Dataset, id: string, depth: number): Chain {
  const start = readAction(dataset, findRow(dataset, 'actions', id))
  const steps = new Map([[id, 0]])
  walk(steps, id, depth, -1, other => causesOf(dataset, other))
  walk(steps, id, depth, 1, other => answersOf(dataset, other))
  const actions = [...steps.keys()].map(other => (other === id ? start : readById(dataset, other)))
  return {
    nodes: actions.map(action => toNode(action, steps.get(action.id) as number)),
    edges: edgesAmong(actions, steps),
  }
}

const readAction = (dataset: Dataset, row: number): Action => JSON.parse(dataset.record(row).json)
const readById = (dataset: Dataset, id: string) =>
  readAction(dataset, dataset.row('actions', id) as number)

const causal = ({ lag_days }: Action['links'][number]) => lag_days !== null

const causesOf = (dataset: Dataset, id: string): string[] =>
  readById(dataset, id)
    .links.filter(causal)
    .map(({ action }) => action)

const answersOf = (dataset: Dataset, id: string): string[] =>
  dataset
    .rows('actions', 'linked_to', id)
    .toArray()
    .map(row => readAction(dataset, row))
    .filter(({ links }) => links.some(link => link.action === id && causal(link)))
    .map(action => action.id)

/** Breadth first: each action gets the smallest number of steps at which it is reached. */
function walk(
  steps: Map<string, number>,
  from: string,
  depth: number,
  way: 1 | -1,
  next: (id: string) => string[],
) {
  let front = [from]
  for (let step = 1; step <= depth && front.length > 0; step++) {
    front = [...new Set(front.flatMap(next))].filter(id => !steps.has(id))
    for (const id of front) steps.set(id, step * way)
  }
}

const toNode = ({ id, title, type, date }: Action, step: number): ChainNode => ({
  id,
  title,
  type,
  date,
  step,
})

const edgesAmong = (actions: Action[], steps: Map<string, number>): ChainEdge[] =>
  actions.flatMap(({ id, links }) =>
    links
      .filter(link => causal(link) && steps.has(link.action))
      .map(({ type, action, basis, lag_days }) => ({
        from: id,
        to: action,
        type,
        basis,
        lag_days: lag_days as ChainEdge['lag_days'],
      })),
  )
