import { z } from 'zod'
import { core } from '../model/core.ts'
import { nearest } from '../model/nearest.ts'
import { forbiddenIn } from '../model/text.ts'
import type { Values } from '../queries/query.ts'
import { BadParameters, type Fault, quoted } from '../queries/refusal.ts'

type Texts = Map<string, string[]>
type Read = { value: unknown } | { fault: Omit<Fault, 'parameter'> }

/**
 * Turns the text after `?` into values of the types that the parameters declare. Throws BadParameters naming
 * everything that is unknown, malformed or not allowed; nothing is guessed, cut or ignored.
 */
export function readQuery(schema: z.ZodObject, text: string): Values {
  if (text !== '') return readGiven(schema, text)
  const values = unasked.get(schema) ?? readGiven(schema, text)
  unasked.set(schema, values)
  return { ...values }
}

/** The values of a request without parameters, most of all requests for a single record. */
const unasked = new WeakMap<z.ZodObject, Values>()

function readGiven(schema: z.ZodObject, text: string): Values {
  const faults: Fault[] = []
  const values: Record<string, unknown> = {}
  const { shape } = schema
  for (const [name, texts] of split(text, faults)) {
    const result = Object.hasOwn(shape, name)
      ? readValue(shape[name] as z.ZodType, texts)
      : unknownName(name, Object.keys(shape))
    if ('fault' in result) faults.push({ parameter: name, ...result.fault })
    else values[name] = result.value
  }
  const parsed = schema.safeParse(values)
  if (!parsed.success)
    faults.push(...parsed.error.issues.map(issue => toFault(issue, values, shape)))
  if (faults.length > 0) throw new BadParameters(faults)
  return inOneOrder(parsed.data as Values)
}

const ORDERED = 'group_by'

/** Puts the items of each list into one order and each once, so that equal requests are equal; only groupings have an order. */
function inOneOrder(values: Values): Values {
  for (const [name, value] of Object.entries(values))
    if (Array.isArray(value) && name !== ORDERED) values[name] = [...new Set(value)].sort()
  return values
}

const MOST_PARAMETERS = 100

function split(text: string, faults: Fault[]): Texts {
  const texts: Texts = new Map()
  const pairs = text.split('&').filter(pair => pair !== '')
  if (pairs.length > MOST_PARAMETERS)
    throw new BadParameters([{ parameter: '*', message: `more than ${MOST_PARAMETERS} are given` }])
  for (const pair of pairs) {
    const at = pair.indexOf('=')
    const [name, value] = (at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]).map(
      decode,
    )
    const forbidden = forbiddenIn(`${name}${value}`)
    if (name === undefined || value === undefined)
      faults.push({ parameter: name ?? pair, message: 'has a broken percent-encoding' })
    else if (forbidden)
      faults.push({
        parameter: name.replaceAll(/\p{Cc}/gu, ''),
        message: `holds the character ${forbidden}`,
      })
    else texts.set(name, [...(texts.get(name) ?? []), value])
  }
  return texts
}

function decode(text: string): string | undefined {
  if (!/[+%]/.test(text)) return text
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}

function unknownName(name: string, known: string[]): Read {
  return {
    fault: {
      message: `there is no parameter ${quoted(name)} here`,
      allowed: known,
      did_you_mean: nearest(name, known),
    },
  }
}

function readValue(schema: z.ZodType, texts: string[]): Read {
  const type = core(schema)
  if (type instanceof z.ZodArray) return readList(texts)
  if (texts.length > 1) return { fault: { message: 'is given twice' } }
  const text = texts[0] as string
  if (type instanceof z.ZodBoolean) return readFlag(text)
  if (type instanceof z.ZodNumber) return readNumber(text)
  return { value: text }
}

const MOST_ITEMS = 100

function readList(texts: string[]): Read {
  const items = texts.flatMap(text => text.split(','))
  if (items.includes('')) return { fault: { message: 'has an empty item' } }
  if (items.length > MOST_ITEMS) return { fault: { message: `has more than ${MOST_ITEMS} items` } }
  return { value: items }
}

function readFlag(text: string): Read {
  if (text === 'true' || text === 'false') return { value: text === 'true' }
  return {
    fault: {
      message: `${quoted(text)} is neither true nor false`,
      allowed: ['true', 'false'],
      did_you_mean: nearest(text, ['true', 'false']),
    },
  }
}

function readNumber(text: string): Read {
  return /^(?:0|-?[1-9]\d{0,14})$/.test(text)
    ? { value: Number(text) }
    : { fault: { message: `${quoted(text)} is not a whole number` } }
}

function toFault(
  issue: z.core.$ZodIssue,
  values: Record<string, unknown>,
  shape: z.ZodObject['shape'],
): Fault {
  const [parameter, item] = issue.path as [string, number | undefined]
  const given = values[parameter]
  if (given === undefined) return missing(parameter, shape[parameter] as z.ZodType)
  const value = String(item === undefined ? given : (given as unknown[])[item])
  if (issue.code !== 'invalid_value')
    return { parameter, message: `${quoted(value)} ${explain(issue)}` }
  const allowed = issue.values.map(String)
  return {
    parameter,
    message: `${quoted(value)} is not allowed`,
    allowed,
    did_you_mean: nearest(value, allowed),
  }
}

function missing(parameter: string, schema: z.ZodType): Fault {
  const item = schema instanceof z.ZodArray ? schema.element : schema
  const allowed = item instanceof z.ZodEnum ? { allowed: item.options.map(String) } : {}
  return { parameter, message: 'is required', ...allowed }
}

function explain(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_small')
    return issue.origin === 'string' ? 'is empty' : `is less than ${issue.minimum}`
  if (issue.code === 'too_big')
    return issue.origin === 'number'
      ? `is more than ${issue.maximum}`
      : `is longer than ${issue.maximum}`
  return issue.message
}
