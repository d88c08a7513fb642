import type { Action } from '../../model/action.ts'
import { problemsIn } from '../check/problems.ts'
import type { LintInput } from './input.ts'

const stages = ['passed', 'signed', 'published', 'in-force']
const regimes = [
  ...['ban', 'legal-tender', 'licensing-regime', 'registration-regime'],
  ...['stablecoin-rule', 'repeal'],
]
const enforcement = ['penalty', 'settlement', 'sanction', 'sanction-removal']

/** An important act leaves official traces: its date should not rest on one report. */
export const lintLandmarks = ({ actions }: LintInput): string[] =>
  problemsIn([...actions.values()], ({ action }) =>
    action.sources.single_source && isLandmark(action)
      ? [[['date'], 'no official document and no second origin states its date']]
      : [],
  )

/** Whether an action is so important that it should leave traces in official documents. */
export function isLandmark({ kind, type, matters }: Action): boolean {
  if (kind !== 'regulation') return enforcement.includes(type)
  if (matters.length === 0) return regimes.includes(type)
  return matters.some(({ stage }) => stage !== undefined && stages.includes(stage))
}
