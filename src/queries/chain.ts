import type { Action } from '../model/action.ts'
import type { Dataset } from '../store/dataset.ts'
import { expectFew, type Read, readerOf } from './chain-reader.ts'
import { findRow } from './find.ts'
import { type Reactions, summarize } from './reactions.ts'

type Link = Action['links'][number]

/** An action in a chain: how many steps it stands from the one asked for; negative for what that one answers. */
export type ChainNode = Pick<Action, 'id' | 'title' | 'type' | 'date' | 'planned'> & {
  step: number
}

/** A link of a chain: `from` answers `to`; `disputed` where a document disagrees. */
export type ChainEdge = {
  from: string
  to: string
  type: string
  basis: string
  lag_days: [number | null, number | null]
  disputed: boolean
}

export type Chain = {
  nodes: ChainNode[]
  edges: ChainEdge[]
  reactions: Reactions
  /** Links that the chain would have over all bases and has not over these. */
  left_out: number
}

type Reached = { nodes: ChainNode[]; edges: ChainEdge[] }

/**
 * What an action answers and what answers it, over links that have a lag and one of some bases, up to `depth` steps
 * each way. Throws BadParameters where that leads to more actions than go into an answer.
 */
export async function chainOf(
  dataset: Dataset,
  id: string,
  depth: number,
  bases: string[],
): Promise<Chain> {
  findRow(dataset, 'actions', id)
  const read = readerOf(dataset)
  const { nodes, edges } = await reach(dataset, read, id, depth, ({ basis }) =>
    bases.includes(basis),
  )
  const all = await reach(dataset, read, id, depth, () => true)
  return { nodes, edges, reactions: summarize(nodes), left_out: all.edges.length - edges.length }
}

async function reach(
  dataset: Dataset,
  read: Read,
  id: string,
  depth: number,
  hasBasis: IsWanted,
): Promise<Reached> {
  const isWanted = (link: Link) => isCausal(link) && hasBasis(link)
  const steps = new Map([[id, 0]])
  const readId = (other: string) => read(dataset.row('actions', other) as number)
  await walk(steps, id, depth, -1, async other => causesOf(await readId(other), isWanted))
  await walk(steps, id, depth, 1, other => answersTo(dataset, read, other, isWanted))
  const actions: Action[] = []
  for (const other of steps.keys()) actions.push(await readId(other))
  return {
    nodes: actions.map(action => toNode(action, steps.get(action.id) as number)),
    edges: edgesAmong(actions, steps, isWanted),
  }
}

type IsWanted = (link: Link) => boolean
const isCausal = ({ lag_days }: Link) => lag_days !== null

const causesOf = ({ links }: Action, isWanted: IsWanted): string[] =>
  links.filter(isWanted).map(({ action }) => action)

async function answersTo(
  dataset: Dataset,
  read: Read,
  id: string,
  isWanted: IsWanted,
): Promise<string[]> {
  const rows = dataset.rows('actions', 'linked_to', id)
  // Before any of them is read.
  expectFew(rows.size)
  const answers: Action[] = []
  for (const row of rows.toArray()) answers.push(await read(row))
  return answers
    .filter(({ links }) => links.some(link => link.action === id && isWanted(link)))
    .map(action => action.id)
}

/** Breadth first: each action gets the smallest number of steps at which it is reached. */
async function walk(
  steps: Map<string, number>,
  from: string,
  depth: number,
  way: 1 | -1,
  next: (id: string) => Promise<string[]>,
) {
  let front = [from]
  for (let step = 1; step <= depth && front.length > 0; step++) {
    const reached = new Set<string>()
    for (const id of front) for (const other of await next(id)) reached.add(other)
    front = [...reached].filter(id => !steps.has(id))
    for (const id of front) steps.set(id, step * way)
  }
}

const toNode = ({ id, title, type, date, planned }: Action, step: number): ChainNode => ({
  id,
  title,
  type,
  date,
  planned,
  step,
})

const edgesAmong = (
  actions: Action[],
  steps: Map<string, number>,
  isWanted: IsWanted,
): ChainEdge[] =>
  actions.flatMap(({ id, links, sources }) =>
    links
      .filter(link => isWanted(link) && steps.has(link.action))
      .map(({ type, action, basis, lag_days }) => ({
        from: id,
        to: action,
        type,
        basis,
        lag_days: lag_days as ChainEdge['lag_days'],
        disputed: sources.conflicts.includes(`links/${type}/${action}`),
      })),
  )
