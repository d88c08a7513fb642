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
import { lintWeekdays } from './weekdays.ts'

type Lint = {
  name: string
  severity: 'mistake' | 'warning'
  /** Finds problems, each with its position in the seed. */
  check: (input: LintInput) => string[]
}

/** A build refuses mistakes, and shows warnings. */
const lints: Lint[] = [
  { name: 'weekday', severity: 'mistake', check: lintWeekdays },
  { name: 'effect', severity: 'mistake', check: lintEffect },
  { name: 'publication', severity: 'mistake', check: lintPublication },
  { name: 'landmark', severity: 'warning', check: lintLandmarks },
  { name: 'duplicate', severity: 'warning', check: lintDuplicates },
  { name: 'id-year', severity: 'mistake', check: lintIdYear },
  { name: 'title', severity: 'mistake', check: lintTitle },
  { name: 'stage-order', severity: 'mistake', check: lintStageOrder },
  { name: 'repeal', severity: 'mistake', check: lintRepeals },
  { name: 'person', severity: 'mistake', check: lintPersons },
]

/** The lints whose mistakes a build does not refuse yet, because the seed still has some. */
const notYet = ['id-year', 'title', 'stage-order']

const mistakes = lints.filter(({ severity }) => severity === 'mistake')
const warnings = lints.filter(({ severity }) => severity === 'warning')
const refused = mistakes.filter(({ name }) => !notYet.includes(name))

/** The problems that some lints find in a seed, with their positions. */
const finding = (chosen: Lint[]) => (seed: Seed, derived: Derived) => {
  const input = toLintInput(seed, derived)
  return chosen.flatMap(({ check }) => check(input))
}

/** The mistakes that a build refuses. */
export const mistakesOf = finding(refused)

/** The problems that a build only shows. */
export const warningsOf = finding(warnings)

/** All problems that the lints find. */
export const lintSeed = (seed: Seed, derived: Derived) => ({
  mistakes: finding(mistakes)(seed, derived),
  warnings: warningsOf(seed, derived),
})
