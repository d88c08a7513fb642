import type { Action } from '../model/action.ts'
import { turn } from '../model/turns.ts'
import type { Dataset } from '../store/dataset.ts'
import { tooMany } from './refusal.ts'

const MOST_ACTIONS = 2_000

export type Read = (row: number) => Promise<Action>

/** Reads actions by their rows, each once, others being let in between. */
export function readerOf(dataset: Dataset): Read {
  const known = new Map<number, Action>()
  return async row => {
    const action = known.get(row) ?? (JSON.parse(dataset.record(row).json) as Action)
    known.set(row, action)
    expectFew(known.size)
    await turn()
    return action
  }
}

/** Throws BadParameters where a chain has more actions than go into an answer. */
export function expectFew(count: number) {
  if (count > MOST_ACTIONS)
    throw tooMany(
      'depth',
      MOST_ACTIONS,
      'actions; ask for fewer steps, or for /v1/actions?linked_to=<id>',
    )
}
