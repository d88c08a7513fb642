import { SEPARATOR } from '../../model/register.ts'
import type { Rule, Touch } from '../rules.ts'

type Mark = [pattern: RegExp, rule: Rule]

const letterI: Mark = [/\sI\s/g, 'i-as-separator']
const comma: Mark = [/[,;]/g, 'comma-as-separator']

/** What separates items, beside `|`. */
export const serviceMarks = [letterI, comma]
export const placeMarks: Mark[] = [
  letterI,
  comma,
  [/\//g, 'slash-as-separator'],
  // Those around other separators are gone before.
  [/\s/g, 'space-as-separator'],
]

/** The items of a list, without the empty ones. */
export function splitItems(list: string, marks: Mark[], touch: Touch): string[] {
  let text = list
  for (const [mark, rule] of marks) {
    text = text.replaceAll(/\s*\|\s*/g, '|').trim()
    if (text.search(mark) >= 0) touch(rule)
    text = text.replaceAll(mark, '|')
  }
  const items = text.split('|').map(item => item.trim())
  const filled = items.filter(item => item !== '')
  if (items.length > 1 && filled.length < items.length) touch('empty-item')
  return filled
}

/** A list in one cell: its items in order, each once. */
export const joinItems = (items: string[]): string => [...new Set(items)].sort().join(SEPARATOR)
