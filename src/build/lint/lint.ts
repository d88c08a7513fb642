import type { Derived } from '../derive/derive.ts'
import type { Seed } from '../seed/seed.ts'
import { lintDuplicates } from './duplicates.ts'
import { lintEffect } from './effect.ts'
import { type LintInput, toLintInput } from './input.ts'
import { lintLandmarks } from './landmarks.ts'
import { lintIdYear, lintTitle } from './names.ts'
import { lintPersons } from './persons.ts'
import { lintPublication } from './publication.ts'
import { lintRepeals } from './repeals.ts'
import { lintStageOrder } from './stage-order.ts'
import { lintTwinGrants } from './twin-grants.ts'
import { lintWeekdays } from './weekdays.ts'

/** Finds problems, each with its position in the seed. */
type Lint = (input: LintInput) => string[]

/** Values of which one must be wrong. */
const mistakes: Lint[] = [
  lintWeekdays,
  lintEffect,
  lintPublication,
  lintIdYear,
  lintTitle,
  lintStageOrder,
  lintRepeals,
  lintPersons,
  lintTwinGrants,
]

/** Values that may be right. */
const warnings: Lint[] = [lintLandmarks, lintDuplicates]

const finding = (lints: Lint[]) => (seed: Seed, derived: Derived) => {
  const input = toLintInput(seed, derived)
  return lints.flatMap(lint => lint(input))
}

/** The mistakes that a build refuses. */
export const mistakesOf = finding(mistakes)

/** The problems that a build only shows. */
export const warningsOf = finding(warnings)
