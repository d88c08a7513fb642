import { quoted } from '../../model/issues.ts'
import { SEPARATOR } from '../../model/register.ts'
import { forbiddenIn } from '../../model/text.ts'
import { type Touch, Unclear } from '../rules.ts'

const MOST_CHARACTERS = 300
const lineBreak = /[\r\n]/
const lineBreaks = /\s*[\r\n]\s*/g
const strayingSpaces = /^\s|\s$|\s\s|[\t\u00A0]/

/** A cell without straying spaces and line breaks, which separate the items of a list. */
export function cleanCell(written: string, isList: boolean, touch: Touch): string {
  let text = written
  if (lineBreak.test(text)) {
    touch('line-breaks')
    text = text.trim().replaceAll(lineBreaks, isList ? SEPARATOR : ' ')
  }
  if (!strayingSpaces.test(text)) return text
  touch('spaces')
  return text.trim().replaceAll(/\s+/g, ' ')
}

/** A text that is kept as it is written. */
export function checkText(text: string): string {
  const forbidden = forbiddenIn(text)
  if (forbidden !== undefined) throw new Unclear(`${quoted(text)} holds ${forbidden}`)
  if (text.length > MOST_CHARACTERS)
    throw new Unclear(`${quoted(text)} has more than ${MOST_CHARACTERS} characters`)
  return text
}
