import { foldName, isDamaged } from '../../build/registers/read/names.ts'
import type { Touch } from '../rules.ts'
import { checkText } from './text.ts'

const mixed = /\p{sc=Latin}[\p{sc=Cyrillic}\p{sc=Greek}]|[\p{sc=Cyrillic}\p{sc=Greek}]\p{sc=Latin}/u

/** The name of a firm, as it is written. */
export function readName(text: string, touch: Touch): string {
  if (isDamaged(text)) touch('unreadable-letters')
  if (mixed.test(text)) touch('two-alphabets')
  return checkText(text)
}

/** The name by which people call a firm, if it differs from its own. */
export function readBrand(name: string, text: string, touch: Touch): string {
  const differs = (one: string) => one !== '' && foldName(one) !== foldName(name)
  if (!differs(text)) return ''
  const parts = text.split(/\s*[|,;]\s*|\s+\/\s+/)
  if (parts.length > 1) touch('several-brands')
  return readName(parts.find(differs) ?? '', touch)
}
