import { isDeepStrictEqual } from 'node:util'
import { codeClaims } from './claims.ts'
import type { DraftRecord } from './draft.ts'
import type { Passages } from './passages.ts'
import { type Coded, checkFields, fieldsOf, inDraft, type Value } from './records.ts'
import { type Fields, isObject, writeOut } from './short-forms.ts'

/** What comes to a field: the raw value, as a file has it, the value that the schema reads, and its place in the draft. */
type Addition = { name: string; raw: unknown; read: unknown; place: PropertyKey[] }

/** Adds to a record what a draft says and it does not have yet: items of lists, missing values, claims. Undefined where there are mistakes. */
export function addTo(
  base: Coded,
  draft: DraftRecord,
  passages: Passages,
  problems: string[],
): Coded | undefined {
  const { list } = base
  const before = problems.length
  const { claims: _, ...known } = base.value
  const { record: _record, ...fields } = draft.fields
  const given = Object.entries(writeOut(fields))
  for (const [name, value] of given)
    if (!isAddable(known[name], value))
      problems.push(
        draft.file.locate([...draft.path, name], `'${name}' has a value: change it in its file`),
      )
  const merged = given.map(([name, value]) => [name, merge(known[name], value)])
  const data = checkFields(list, draft, { ...known, ...Object.fromEntries(merged) }, problems)
  const own = data && {
    ...emptied(known),
    ...Object.fromEntries(given.map(one => ownPart(one, data))),
  }
  const all = [fieldsOf(list, own), fieldsOf(list, data)]
  const coded = codeClaims(draft, all, passages, problems)
  if (!data || problems.length > before) return undefined
  const claims = coded.map(({ raw, read }, i) => {
    return { name: 'claims', raw, read, place: inDraft(['claims', i], coded) }
  })
  return apply(base, draft, [...given.flatMap(one => additionsIn(one, data)), ...claims])
}

/** Whether a value can be added to a known one: to a list, where there is none, or to an object that lacks each of its keys. */
function isAddable(known: unknown, given: unknown): boolean {
  if (Array.isArray(known)) return Array.isArray(given)
  if (isObject(known) && isObject(given))
    return Object.entries(given).every(([key, value]) => isAddable(known[key], value))
  return known === undefined || known === null || isDeepStrictEqual(known, given)
}

function merge(known: unknown, given: unknown): unknown {
  if (Array.isArray(known) && Array.isArray(given)) return [...known, ...given]
  if (!isObject(known) || !isObject(given)) return given
  const merged = Object.entries(given).map(([key, value]) => [key, merge(known[key], value)])
  return { ...known, ...Object.fromEntries(merged) }
}

/** A record without values. */
const emptied = (record: Fields): Fields =>
  Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, Array.isArray(value) ? [] : undefined]),
  )

/** What a draft gives of a field, as the schema reads it: of a list the items at its end. */
function ownPart([name, given]: [string, unknown], data: Fields): [name: string, read: unknown] {
  const read = data[name]
  const isList = Array.isArray(given) && Array.isArray(read)
  return [name, isList ? read.slice(read.length - given.length) : read]
}

/** What comes to a field: to a list item by item. */
function additionsIn([name, given]: [string, unknown], data: Fields): Addition[] {
  const [, read] = ownPart([name, given], data)
  if (!Array.isArray(given)) return [{ name, raw: given, read, place: [name] }]
  return given.map((raw, i) => ({ name, raw, read: (read as unknown[])[i], place: [name, i] }))
}

function apply(base: Coded, { file, path }: DraftRecord, additions: Addition[]): Coded {
  const value: Fields = { ...base.value }
  const [whole, appended] = [base.whole && { ...base.whole }, { ...base.appended }]
  const target = whole ?? appended
  /** The places in the draft of what is new, by those in the record. */
  const places: [inRecord: PropertyKey[], inDraft: PropertyKey[]][] = []
  for (const { name, raw, read, place } of additions) {
    const known = value[name]
    if (Array.isArray(known)) {
      if (known.some(one => isDeepStrictEqual(one, read))) continue
      places.push([[name, known.length], place])
      value[name] = [...known, read]
      target[name] = merge(target[name] ?? [], [raw])
    } else if (!isDeepStrictEqual(known, read)) {
      places.push([[name], place])
      value[name] = read
      target[name] = merge(target[name], raw)
    }
  }
  return {
    ...base,
    value: value as Value,
    whole,
    appended,
    at: (place, reason) => {
      const own = places.find(([inRecord]) => inRecord.every((key, i) => key === place[i]))
      if (!own) return base.at(place, reason)
      const below = place.slice(own[0].length)
      return file.locate([...path, ...own[1], ...below], `${place.join('.')}: ${reason}`)
    },
  }
}
