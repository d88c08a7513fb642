import { type Problem, problemsIn } from '../check/problems.ts'
import type { LintedAction, LintInput } from './input.ts'

const dated = /-(20\d{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)$/

/** The year, month or day at the end of an id is that of its action. */
export const lintIdYear = ({ actions }: LintInput): string[] =>
  problemsIn([...actions.values()], checkIdYear)

function checkIdYear({ action: { id, planned, date, due } }: LintedAction): Problem[] {
  const end = dated.exec(id)?.[1]
  const dates = planned && due ? [date, due] : [date]
  const isFitting =
    end === undefined ||
    dates.some(({ earliest, latest }) => earliest?.startsWith(end) && latest?.startsWith(end))
  return isFitting ? [] : [[['id'], `ends in ${end}, but the date is ${dates.at(-1)?.edtf}`]]
}

const MAX_TITLE_CHARACTERS = 80
/** Beijing may begin the name of a court or a bureau of the city. */
const vagueStart = /^(?:A notice|Other|Beijing(?! \p{Lu}))\b/u

/** A title fits on a line and names the doer. */
export const lintTitle = ({ seed }: LintInput): string[] =>
  problemsIn(seed.actions, ({ value: { title } }) => checkTitle(title))

function* checkTitle(title: string): Generator<Problem> {
  if ([...title].length > MAX_TITLE_CHARACTERS)
    yield [['title'], `has more than ${MAX_TITLE_CHARACTERS} characters`]
  const [start] = vagueStart.exec(title) ?? []
  if (start !== undefined) yield [['title'], `begins with '${start}'; name the doer`]
}
