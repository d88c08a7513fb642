import { z } from 'zod'
import { core } from '../model/columns.ts'
import { explainIssue, quoted } from '../model/issues.ts'
import { nearest } from '../model/names.ts'
import { BadParameters, type Fault, MOST_FAULTS } from '../queries/refusal.ts'

/** A JSON text by its schema. Throws BadParameters. */
export function readJson<T>(parameter: string, text: string, schema: z.ZodType<T>): T {
  const faults: Fault[] = []
  const data = readPart(schema, parse(parameter, text), parameter, faults)
  if (data === undefined) throw new BadParameters(faults)
  return data
}

function parse(parameter: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new BadParameters([{ parameter, message: `${quoted(text)} is not JSON` }])
  }
}

/** A value by its schema; undefined if it is refused, and then its faults are added. */
export function readPart<T>(
  schema: z.ZodType<T>,
  value: unknown,
  path: string,
  faults: Fault[],
): T | undefined {
  const { data, error } = schema.safeParse(value, { reportInput: true })
  // As many as a person would read: a body may have very many.
  for (const issue of error?.issues.slice(0, MOST_FAULTS) ?? [])
    faults.push(...toFaults(issue, schema, path))
  return data
}

function toFaults(issue: z.core.$ZodIssue, schema: z.ZodType, path: string): Fault[] {
  const parameter = [path, ...issue.path].join('.')
  if (issue.code !== 'unrecognized_keys') return [{ parameter, ...explainIssue(issue) }]
  const allowed = keysAt(schema, issue.path)
  return issue.keys.slice(0, MOST_FAULTS).map(key => ({
    parameter: `${parameter}.${key}`,
    message: `there is no ${quoted(key)} here`,
    ...(allowed && { allowed, did_you_mean: nearest(key, allowed) }),
  }))
}

/** The keys that an object may have; undefined if its schema allows other values too. */
function keysAt(schema: z.core.$ZodType, [key, ...rest]: PropertyKey[]): string[] | undefined {
  const inner = core(schema)
  if (inner instanceof z.ZodArray) return keysAt(inner.element, rest)
  if (!(inner instanceof z.ZodObject)) return undefined
  return key === undefined ? Object.keys(inner.shape) : keysAt(inner.shape[String(key)], rest)
}
