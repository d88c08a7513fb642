import { quoted } from '../../model/issues.ts'
import type { RegisterSeed } from '../../model/register.ts'
import { Unclear } from '../rules.ts'
import { joinItems } from './items.ts'

/** Words that turn a permission round. */
const restriction = /\b(?:except|exclud\w+|not|other than|unless)\b/i

/** Whom a firm may serve, by a text about it. */
export function readClients(words: RegisterSeed['clients'], text: string): string {
  if (text === '') return ''
  if (restriction.test(text)) throw new Unclear(`${quoted(text)} restricts what it says`)
  const named = Object.entries(words).filter(([, some]) => some?.some(one => text.includes(one)))
  if (named.length === 0) throw new Unclear(`${quoted(text)} names none that register.yaml knows`)
  return joinItems(named.map(([client]) => client))
}
