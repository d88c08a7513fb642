export type Fields = Record<string, unknown>

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Applies a function to each item of a list; anything else stays as it is, for the schema to refuse. */
const each = (expand: (item: unknown) => unknown) => (value: unknown) =>
  Array.isArray(value) ? value.map(expand) : value

/** `2023-03-13` for a stated date; a year alone is a number in YAML. */
const toDate = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number'
    ? { edtf: String(value), basis: 'stated' }
    : value

/** `one as other`, or `one` alone. */
const toPair = (one: string, other: string) => (value: unknown) => {
  if (typeof value !== 'string') return value
  const [, first = value, second] = /^(.*\S) as (\S+)$/.exec(value) ?? []
  return second === undefined ? { [one]: first } : { [one]: first, [other]: second }
}

const toLink = (value: unknown) => {
  if (typeof value !== 'string') return value
  const [, type, action, basis] = /^(\S+) (\S+) (\S+)$/.exec(value) ?? []
  return type === undefined ? value : { type, action, basis }
}

const toEffect = (value: unknown) =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value).map(([name, date]) =>
          name === 'until_by' ? [name, date] : [name, toDate(date)],
        ),
      )
    : value

const toDetails = (value: unknown) =>
  isObject(value) ? Object.entries(value).map(([aspect, text]) => ({ aspect, text })) : value

const bounds = { low: null, best: null, high: null }
const toAmount = (value: unknown) =>
  isObject(value) ? { ...bounds, approximate: false, ...value } : value

const toActor = (value: unknown) => {
  const actor = toPair('id', 'role')(value)
  const { count } = Object(actor)
  return isObject(count) ? { ...Object(actor), count: { ...bounds, ...count } } : actor
}

/** How the short form of each field is written out; a field with another form stays as it is. */
const shortForms: Record<string, (value: unknown) => unknown> = {
  date: toDate,
  due: toDate,
  published: toDate,
  effect: toEffect,
  matters: each(toPair('id', 'stage')),
  actors: each(toActor),
  regions: each(toPair('code', 'role')),
  names: each(toPair('name', 'type')),
  numbers: each(toPair('value', 'type')),
  links: each(toLink),
  details: toDetails,
  amounts: each(toAmount),
}

/** Writes out the short forms in the fields of a record. */
export const writeOut = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, shortForms[name]?.(value) ?? value]),
  )
