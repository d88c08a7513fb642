import type { Action, ActionSeed } from '../../model/action.ts'
import type { Derived } from '../derive/derive.ts'
import type { Entry } from '../seed/entry.ts'
import type { Seed } from '../seed/seed.ts'

/** An action with its place in the seed: `value` as it is written, `action` as it is served. */
export type LintedAction = Entry<ActionSeed> & { action: Action }

/** Everything that a lint may look at. */
export type LintInput = { seed: Seed; derived: Derived; actions: Map<string, LintedAction> }

export function toLintInput(seed: Seed, derived: Derived): LintInput {
  const served = new Map(derived.records.actions.map(action => [action.id, action]))
  const actions = seed.actions.map(({ value, at }) => {
    return [value.id, { value, at, action: served.get(value.id)! }] as const
  })
  return { seed, derived, actions: new Map(actions) }
}
