import type { Action } from './action.ts'
import { dateInWords } from './date-words.ts'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** When an action was done or announced and, if it is only planned, for when, as the beginning of a sentence. */
export function whenInWords({ date, planned, due }: Pick<Action, 'date' | 'planned' | 'due'>) {
  const announced = capital(dateInWords(date))
  if (!planned) return announced
  if (!due) return `${announced}, planned`
  const words = dateInWords(due)
  const isLimit = words.startsWith('by ')
  return `${announced}, planned ${isLimit ? 'to be done' : 'for'} ${words}`
}
