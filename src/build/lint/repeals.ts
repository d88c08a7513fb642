import type { Action } from '../../model/action.ts'
import { isReached, type Matter } from '../../model/matter.ts'
import type { LintInput } from './input.ts'

const inForce = ['in-force', 'applies', 'amended', 'published']
const adopted = ['in-force', 'applies', 'published', 'passed']

/** A rule of which an act says that it repeals it is no longer in force. */
export function lintRepeals({ seed, derived }: LintInput): string[] {
  const { records, asOf } = derived
  const stepped = rulesByStep(records.rules)
  const entries = new Map(seed.rules.map(entry => [entry.value.id, entry]))
  const problems = records.actions
    .filter(action => isDone(action, asOf))
    .flatMap(action =>
      repealedBy(action)
        .flatMap(step => stepped.get(step) ?? [])
        .filter(({ rule }) => !isEndedBy(rule, action))
        .map(({ rule, stage }) => entries.get(rule)!.at(['id'], reasonOf(rule, stage, action.id))),
    )
  // An act may repeal several steps of a rule.
  return [...new Set(problems)]
}

const repealedBy = ({ links }: Action): string[] =>
  links.filter(({ type }) => type === 'repeals').map(({ action }) => action)

const isEndedBy = (rule: string, { matters }: Action): boolean =>
  matters.some(({ id, stage }) => id === rule && stage === 'repealed')

const reasonOf = (rule: string, stage: string, action: string) =>
  `'${rule}' is still ${stage}, though '${action}' repeals it: make that a step with stage repealed, or its link amends if it ends only a part`

/** The rules in force, by the steps that adopted them. */
function rulesByStep(rules: Matter[]) {
  const pairs = rules.flatMap(({ id: rule, status, steps }) => {
    const stage = status?.stage ?? ''
    if (!inForce.includes(stage)) return []
    const own = steps.filter(step => adopted.includes(step.stage ?? ''))
    return own.map(({ action }) => ({ action, rule, stage }))
  })
  return Map.groupBy(pairs, ({ action }) => action)
}

/** Whether an action has been done, and has force if it says from when. */
const isDone = ({ planned, date, effect }: Action, asOf: string): boolean =>
  !planned && [date, effect?.from ?? date].every(date => isReached({ date }, asOf))
