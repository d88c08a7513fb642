import { z } from 'zod'
import { core } from '../../model/columns.ts'
import { explainIssue, quoted, type Reason } from '../../model/issues.ts'
import { nearest } from '../../model/names.ts'
import { forbiddenIn } from '../../model/text.ts'
import type { ValuesOf } from '../../queries/list/options.ts'
import type { Canonical } from '../../queries/list/query.ts'
import { BadParameters, type Fault } from '../../queries/refusal.ts'

export type Shape = Record<string, z.ZodType | undefined>

type Parameter = { schema: z.ZodType; type: z.core.$ZodType; default: unknown; isRequired: boolean }

/** Prepares parameters, given by their schemas. */
export function toReadable<S extends Shape>(shape: S) {
  const parameters = new Map<string, Parameter>()
  const defaults: Record<string, unknown> = {}
  for (const [name, given] of Object.entries(shape)) {
    const schema = given!
    const { success, data } = schema.safeParse(undefined)
    parameters.set(name, { schema, type: core(schema), default: data, isRequired: !success })
    if (data !== undefined) defaults[name] = data
  }
  return { parameters, defaults, shape }
}

/**
 * Reads the text behind `?`, or a form: the values of the parameters, defaults included, the names that are given, and
 * the names and texts of those that are not the default. Throws BadParameters naming everything that is unknown,
 * malformed or not allowed; nothing is guessed, cut or ignored.
 */
export function readParameters<S extends Shape>(
  { parameters, defaults }: ReturnType<typeof toReadable<S>>,
  text: string,
) {
  const faults: Fault[] = []
  const values: Record<string, unknown> = { ...defaults }
  const chosen: Canonical = []
  const given = splitText(text, faults)
  for (const [name, texts] of given) {
    const parameter = parameters.get(name)
    const read = parameter
      ? readValue(name, parameter, texts)
      : { reason: unknownName(name, [...parameters.keys()]) }
    if ('reason' in read) faults.push({ parameter: name, ...read.reason })
    else {
      values[name] = read.value
      const canonical = String(read.value)
      if (canonical !== String(parameter?.default)) chosen.push([name, canonical])
    }
  }
  for (const [name, { schema, isRequired }] of parameters)
    if (isRequired && !given.has(name)) faults.push(missing(name, schema))
  if (faults.length > 0) throw new BadParameters(faults)
  // Each name of the shape has the output of its schema, which the loop cannot express.
  return { values: values as ValuesOf<S>, names: new Set(given.keys()), chosen }
}

const MOST_PARAMETERS = 100

/** The decoded texts of each parameter, in the order in which they are given. */
function splitText(text: string, faults: Fault[]): Map<string, string[]> {
  const texts = new Map<string, string[]>()
  const pairs = text.split('&').filter(pair => pair !== '')
  if (pairs.length > MOST_PARAMETERS)
    throw new BadParameters([{ parameter: '*', message: `more than ${MOST_PARAMETERS} are given` }])
  for (const pair of pairs) {
    const [given, value] = decode(pair, faults)
    if (given === undefined || value === undefined) continue
    // Some clients mark a list by brackets.
    const name = given.replace(/\[\]$/, '')
    texts.set(name, [...(texts.get(name) ?? []), value])
  }
  return texts
}

/** Text without anything to decode or to refuse. */
const isPlain = /^[!$'()*,./:;=?@\w~-]*$/

/** The name and value of a pair; nothing if they are refused. */
function decode(pair: string, faults: Fault[]): string[] {
  const [name = '', ...values] = pair.replaceAll('+', ' ').split('=')
  if (isPlain.test(pair)) return [name, values.join('=')]
  try {
    const decoded = [name, values.join('=')].map(decodeURIComponent)
    const forbidden = forbiddenIn(decoded.join())
    if (forbidden === undefined) return decoded
    const parameter = String(decoded[0]).replaceAll(/\p{Cc}/gu, '')
    faults.push({ parameter, message: `holds the character ${forbidden}` })
  } catch {
    faults.push({ parameter: name, message: 'has a broken percent-encoding' })
  }
  return []
}

type Read = { value: unknown } | { reason: Reason }

/** The value of a parameter by its schema. */
function readValue(name: string, parameter: Parameter, texts: string[]): Read {
  const typed = toTyped(parameter.type, texts)
  if ('reason' in typed) return typed
  const { success, data, error } = parameter.schema.safeParse(typed.value, { reportInput: true })
  if (!success) return { reason: explainIssue(error.issues[0]!) }
  return { value: inOneOrder(name, parameter, data) }
}

const unknownName = (name: string, known: string[]): Reason => ({
  message: `there is no parameter ${quoted(name)} here`,
  allowed: known,
  did_you_mean: nearest(name, known),
})

const ORDERED = 'group_by'

/**
 * A list of codes, sorted and each once, so that equal requests are equal; only groupings have an order. Other lists
 * stay as they are until their values are resolved: neighbours may be parts of one name that holds a comma.
 */
const inOneOrder = (name: string, { type }: Parameter, value: unknown): unknown =>
  Array.isArray(value) && isOfCodes(type) && name !== ORDERED ? [...new Set(value)].sort() : value

const isOfCodes = (type: z.core.$ZodType): boolean =>
  type instanceof z.ZodArray && type.element instanceof z.ZodEnum

/** The value that texts stand for, of the type that the schema expects. */
function toTyped(type: z.core.$ZodType, texts: string[]): Read {
  if (type instanceof z.ZodArray) return toList(texts)
  const [text = ''] = texts
  if (texts.length > 1) return { reason: { message: 'is given twice' } }
  if (type instanceof z.ZodBoolean) return toFlag(text)
  if (type instanceof z.ZodNumber) return toNumber(text)
  return { value: text }
}

const MOST_ITEMS = 100

function toList(texts: string[]): Read {
  const items = texts.flatMap(text => text.split(','))
  if (items.includes('')) return { reason: { message: 'has an empty item' } }
  if (items.length > MOST_ITEMS) return { reason: { message: `has more than ${MOST_ITEMS} items` } }
  return { value: items }
}

const FLAGS = ['true', 'false']

function toFlag(text: string): Read {
  if (FLAGS.includes(text)) return { value: text === 'true' }
  const message = `${quoted(text)} is neither true nor false`
  return { reason: { message, allowed: FLAGS, did_you_mean: nearest(text, FLAGS) } }
}

function toNumber(text: string): Read {
  if (/^(?:0|-?[1-9]\d{0,14})$/.test(text)) return { value: Number(text) }
  return { reason: { message: `${quoted(text)} is not a whole number` } }
}

function missing(parameter: string, schema: z.ZodType): Fault {
  const item = schema instanceof z.ZodArray ? schema.element : schema
  const allowed = item instanceof z.ZodEnum ? { allowed: item.options.map(String) } : {}
  return { parameter, message: 'is required', ...allowed }
}
