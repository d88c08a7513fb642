import { bounds } from '../../model/dates.ts'
import type { Matter } from '../../model/matter.ts'
import { jurisdictionsOf } from '../../model/region.ts'
import type { LintedAction, LintInput } from './input.ts'

const order = ['consulted', 'proposed', 'passed', 'signed', 'published', 'in-force', 'applies']
/** A consultation after any of these is one on a change of the rule. */
const begun = ['published', 'in-force', 'applies']

type Step = { place: number; stage: string; of: LintedAction; first: number; last: number }

/**
 * In a place a rule goes through its stages in their order: the first step of a stage is not after the first one of a
 * later stage. Later rounds, by which a rule is changed or comes into force in parts, may be in any order. A note on the
 * claim that states a step excuses it: a rule may reach back.
 */
export function lintStageOrder({ derived, actions }: LintInput): string[] {
  const problems = derived.records.rules.flatMap(rule =>
    stepsByPlace(rule, actions).flatMap(checkOrder),
  )
  // A rule may hold in several places.
  return [...new Set(problems)]
}

/** The steps of a rule in each of its jurisdictions. */
function stepsByPlace({ id, steps }: Matter, actions: LintInput['actions']): Step[][] {
  const placed = steps.flatMap(({ action, stage = '', date, planned }) => {
    const of = actions.get(action)!
    if (planned || !order.includes(stage) || isExcused(of, id)) return []
    const [first, last] = bounds(date)
    const place = of.value.matters.findIndex(matter => matter.id === id)
    const step: Step = { place, stage, of, first, last }
    return jurisdictionsOf(of.action.regions).map(code => ({ code, step }))
  })
  const groups = Map.groupBy(placed, ({ code }) => code).values()
  return [...groups.map(group => group.map(({ step }) => step))]
}

const isExcused = ({ value: { claims } }: LintedAction, rule: string): boolean =>
  claims.some(
    ({ field, status, note }) =>
      field === `matters/${rule}` && status === 'accepted' && note !== undefined,
  )

/** The problems of a rule in one place. */
function checkOrder(steps: Step[]): string[] {
  const beginning = steps.filter(({ stage }) => begun.includes(stage))
  const start = least('last', beginning)?.last ?? Infinity
  const judged = steps.filter(({ stage, first }) => stage !== 'consulted' || first <= start)
  const stages = order.map(stage => judged.filter(step => step.stage === stage))
  return stages.flatMap((own, i) => {
    const step = least('first', own)
    const passed = least('last', stages.slice(i + 1).flat())
    if (!step || !passed || step.first <= passed.last) return []
    return step.of.at(['matters', step.place, 'stage'], reasonOf(step, passed))
  })
}

const reasonOf = ({ stage }: Step, { stage: later, of }: Step): string =>
  `'${stage}' comes after '${later}' ('${of.value.id}'); if both are right, a note on the claim for one of the stages says why`

/** The step with the least first or last day. */
const least = (end: 'first' | 'last', steps: Step[]): Step | undefined =>
  steps.toSorted((a, b) => Number(a[end] > b[end]) - Number(a[end] < b[end]))[0]
