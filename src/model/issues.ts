import type { z } from 'zod'
import { nearest } from './names.ts'

const LONGEST_QUOTED = 80

/** A value as a message quotes it: in quotation marks, cut if it is long. */
export const quoted = (value: string): string =>
  value.length > LONGEST_QUOTED ? `'${value.slice(0, LONGEST_QUOTED)}…'` : `'${value}'`

/** Why a value is refused, with the allowed values and the nearest of them. */
export type Reason = { message: string; allowed?: string[]; did_you_mean?: string[] }

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  int: 'a whole number',
  object: 'an object',
  record: 'an object',
  array: 'a list',
}

const units: Record<string, string> = { string: 'characters', array: 'items' }

/** Explains an issue that zod found with a value. zod has to report the value (`reportInput`). */
export function explainIssue(issue: z.core.$ZodIssue): Reason {
  const given = issue.input
  if (given === undefined) return { message: 'is required' }
  const shown = show(given)
  if (issue.code === 'invalid_type') return { message: `${shown} is not ${kinds[issue.expected]}` }
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String)
    const message = `${shown} is not allowed`
    return { message, allowed, did_you_mean: nearest(String(given), allowed) }
  }
  const more = issue.code === 'custom' ? issue.params : {}
  return { message: `${shown} ${complaint(issue)}`, ...more }
}

function complaint(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_small')
    return issue.origin in units ? 'is empty' : `is less than ${issue.minimum}`
  if (issue.code !== 'too_big') return issue.message
  const unit = units[issue.origin]
  return unit ? `has more than ${issue.maximum} ${unit}` : `is more than ${issue.maximum}`
}

/** A value in a message; a list or an object is only named. */
export function show(given: unknown): string {
  if (Array.isArray(given)) return 'a list'
  return typeof given === 'object' && given !== null ? 'an object' : quoted(String(given))
}
