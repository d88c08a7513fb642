import { bounds } from '../../model/dates.ts'
import { type Problem, problemsIn } from '../check/problems.ts'
import type { LintedAction, LintInput } from './input.ts'

/** An effect begins neither before its action, unless a note shows why, nor after its own end. */
export const lintEffect = ({ actions }: LintInput): string[] =>
  problemsIn([...actions.values()], checkEffect)

function* checkEffect({ action: { date, effect } }: LintedAction): Generator<Problem> {
  if (!effect) return
  const { from, until } = effect
  const [[first, last], [, end]] = [bounds(from), bounds(until)]
  if (from && !from.note && last < bounds(date)[0])
    yield [
      ['effect', 'from'],
      `is before ${date.edtf}, the date of the action; if it reaches back, a note says why`,
    ]
  if (until && !from && end < bounds(date)[0])
    yield [['effect', 'until'], `is before ${date.edtf}, the date of the action`]
  if (end < first) yield [['effect', 'until'], `is before ${from?.edtf}, from which it has force`]
}
