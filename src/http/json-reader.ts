import { z } from 'zod'
import { core } from '../model/core.ts'
import { nearest } from '../model/nearest.ts'
import { BadParameters, type Fault, MOST_FAULTS, quoted } from '../queries/refusal.ts'

type Path = (string | number)[]

/** The value of a JSON text in a parameter. Throws BadParameters where it is not JSON. */
export function readJson(parameter: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new BadParameters([{ parameter, message: `${quoted(text)} is not JSON` }])
  }
}

/** The name of what is at fault inside a JSON text: the parameter and the keys that lead there. */
export const nameOf = (path: PropertyKey[]): string => path.map(String).join('.')

/** Reads a part of a JSON text by its schema; what is wrong with it is added to the faults. */
export function readPart<T>(
  schema: z.ZodType<T>,
  value: unknown,
  path: Path,
  faults: Fault[],
): T | undefined {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  // As many as a person would read: a body may have very many.
  const issues = parsed.error.issues.slice(0, MOST_FAULTS)
  faults.push(
    ...issues.flatMap(issue => toFaults(issue, schema, value, path)).slice(0, MOST_FAULTS),
  )
  return undefined
}

function toFaults(issue: z.core.$ZodIssue, schema: z.ZodType, value: unknown, path: Path): Fault[] {
  const at = [...path, ...issue.path]
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path)
    return issue.keys.map(key => ({
      parameter: nameOf([...at, key]),
      message: `there is no ${quoted(key)} here`,
      ...(known ? { allowed: known, did_you_mean: nearest(key, known) } : {}),
    }))
  }
  return [{ parameter: nameOf(at), ...explain(issue, valueAt(value, issue.path)) }]
}

const valueAt = (value: unknown, path: PropertyKey[]): unknown =>
  path.reduce((inner, key) => (inner as Record<PropertyKey, unknown>)[key], value)

/** The keys that an object may have; undefined where it may be something else than an object too. */
function keysAt(schema: z.ZodType, path: PropertyKey[]): string[] | undefined {
  let inner: unknown = core(schema)
  for (const key of path) {
    const next = inner instanceof z.ZodArray ? inner.element : shapeOf(inner)[key as string]
    inner = next && core(next as z.ZodType)
  }
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : undefined
}

const shapeOf = (schema: unknown): Record<string, unknown> =>
  schema instanceof z.ZodObject ? schema.shape : {}

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a whole number',
  int: 'a whole number',
  object: 'an object',
  array: 'a list',
}

const units: Record<string, string> = { string: ' characters', array: ' items' }

function explain(issue: z.core.$ZodIssue, given: unknown): Omit<Fault, 'parameter'> {
  if (given === undefined) return { message: 'is required' }
  const shown = show(given)
  if (issue.code === 'invalid_type') return { message: `${shown} is not ${kinds[issue.expected]}` }
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String)
    const did_you_mean = nearest(String(given), allowed)
    return { message: `${shown} is not allowed`, allowed, did_you_mean }
  }
  if (issue.code === 'too_small') return { message: `${shown} ${tooSmall(issue)}` }
  if (issue.code === 'too_big') return { message: `${shown} ${tooBig(issue)}` }
  return { message: `${shown} ${issue.message}` }
}

/** A value in a message; what is large is only named. */
function show(given: unknown): string {
  if (Array.isArray(given)) return 'a list'
  return typeof given === 'object' && given !== null ? 'an object' : quoted(String(given))
}

const tooSmall = ({ origin, minimum }: z.core.$ZodIssueTooSmall): string =>
  origin in units ? 'is empty' : `is less than ${minimum}`

const tooBig = ({ origin, maximum }: z.core.$ZodIssueTooBig): string =>
  origin in units ? `has more than ${maximum}${units[origin]}` : `is more than ${maximum}`
