import { z } from 'zod'
import type { CollectionName } from '../../model/collections.ts'
import { dayText } from '../../model/dates.ts'
import { type Filter, isSingle } from '../../model/filter.ts'
import type { View } from '../../model/views.ts'
import { codesOf, parentOf } from '../../model/vocabulary.ts'

/** A parameter with the description and the example that the API description shows. */
export const shown = <S extends z.ZodType>(schema: S, description: string, example: unknown): S =>
  schema.meta({ description, examples: [example] })

export const list = <S extends z.ZodType>(item: S) => z.array(item).min(1)

const Name = z.string().min(1).max(200)

const Day = dayText(/^\d{4}-\d{2}-\d{2}$/, 'is not a day such as 2021-10-01', 'does not exist')
const Period = dayText(
  /^\d{4}(-\d{2}(-\d{2})?)?$/,
  'is not a year, month or day such as 2021, 2021-05 or 2021-05-21',
  'does not exist',
).optional()

/** The parameter for full-text search. */
export const searchText = (description: string) =>
  shown(
    Name,
    `${description}: words that all occur, "a phrase", a prefix* of three letters or more, -not this`,
    '"mining devices"',
  )

const codesBelow = ({ scheme, parent }: { scheme: string; parent?: string }) => {
  const codes = codesOf(scheme)
  return parent === undefined ? codes : codes.filter(code => parentOf(scheme, code) === parent)
}

function filterOptions({ name, takes, describe, example, about }: Filter): [string, z.ZodType][] {
  if ('flag' in takes) return [[name, shown(z.boolean().optional(), describe, example === 'true')]]
  if (isSingle(takes)) return [[name, shown(Name.optional(), describe, example)]]
  const values = list('scheme' in takes ? z.enum(codesBelow(takes)) : Name).optional()
  const wanted: [string, z.ZodType] = [name, shown(values, `${describe}; any of these`, [example])]
  if (about) return [wanted]
  return [wanted, [`not_${name}`, shown(values, `Like ${name}, but none of these`, [example])]]
}

/** The most records on a page if `include` adds to each of them. */
export const LIMIT_WITH_INCLUDE = 100

const sortsOf = ({ of, collection }: View): [string, ...string[]] => {
  if (of === 'actions') return ['-date', 'date', '-added', 'relevance']
  return collection.date ? ['-date', 'date'] : ['id', '-id']
}

const Limit = z.int().min(1).max(500).default(50)
const Cursor = z.string().min(1).max(1_000).optional()

/** The parameters that select a page. */
export const pageOptions = {
  limit: shown(Limit, 'Records on a page', 10),
  cursor: shown(Cursor, 'meta.next of the previous page', 'WyI2ZjYxIiwiYWJjIiw1MF0'),
}

const offered: Partial<Record<CollectionName, string[]>> = {
  actions: ['claims', 'documents', 'linked', 'citation'],
  rules: ['claims', 'documents', 'citation'],
  cases: ['claims', 'documents', 'citation'],
  licences: ['claims', 'documents', 'citation'],
  actors: ['claims', 'documents', 'licences', 'citation'],
  regions: ['claims', 'documents', 'citation'],
  documents: ['claims', 'citation'],
}

/** What `include` may name for a view. */
export const includesOf = (of: CollectionName): string[] => offered[of] ?? ['citation']

const more = `More with each record; limit is at most ${LIMIT_WITH_INCLUDE} then`

/** Whether the records of a view have force on a day: actors by their licences. */
export const hasForce = ({ of, collection }: Pick<View, 'of' | 'collection'>): boolean =>
  of === 'actions' || of === 'actors' || collection.times !== undefined

/** The parameters that say how much of each record is wanted; `added`: what an answer has beside the fields of its records. */
export function shapeOptions(view: View, added: string[] = []) {
  const all = [...Object.keys(view.collection.schema.shape), ...added]
  const fields = list(z.enum(all)).default([])
  const include = list(z.enum(includesOf(view.of))).default([])
  return {
    fields: shown(fields, 'Only these fields of each record', all.slice(0, 1)),
    include: shown(include, more, ['citation']),
  }
}

const dateOptions = {
  from: shown(Period, 'On or after the first day of this year, month or day', '2021-05'),
  to: shown(Period, 'On or before the last day of this year, month or day', '2021-10-21'),
  date_match: shown(
    z.enum(['possible', 'certain']).default('possible'),
    'Whether vague dates may (possible) or must (certain) match from and to',
    'certain',
  ),
}

const forceOptions = {
  in_force_on: shown(
    Day.optional(),
    'In force on this day; date_match says how sure that must be',
    '2021-10-01',
  ),
  date_match: shown(
    z.enum(['possible', 'presumed', 'certain']).default('possible'),
    'How sure in_force_on must be, and whether vague dates may (possible) or must (certain) match from and to',
    'certain',
  ),
}

const licensedOptions = {
  in_force_on: shown(
    Day.optional(),
    'With licensed_in: licensed on this day, by default on that of the dataset',
    '2026-01-01',
  ),
  date_match: shown(
    z.enum(['possible', 'presumed', 'certain']).default('possible'),
    'With licensed_in: how sure it must be that a licence holds on the day',
    'certain',
  ),
}

const actionOptions = {
  date_field: shown(
    z.enum(codesOf('date-field')).default('date'),
    'The date that from, to and the order refer to; actions without it are left out',
    'effect_from',
  ),
  amount_min: shown(
    z.int().min(0).optional(),
    'At least this amount, by its figure or else by its lower bound; needs amount_unit',
    1_000_000,
  ),
  region_exact: shown(z.boolean().default(false), 'True: without the regions below region', true),
}

/** The parameters that choose records of a view: its filters and what its dates and texts allow. */
export const choiceOptions = (view: View) => ({
  ...Object.fromEntries(view.filters.flatMap(filterOptions)),
  ...(view.collection.date ? dateOptions : {}),
  ...(hasForce(view) ? forceOptions : {}),
  ...(view.of === 'actors' ? licensedOptions : {}),
  ...(view.of === 'actions' ? actionOptions : {}),
  ...(view.collection.searchable ? { q: searchText('Text search').optional() } : {}),
})

/** The parameters of the list of a view. */
export function listOptions(view: View) {
  const sorts = sortsOf(view)
  return {
    ...choiceOptions(view),
    sort: shown(z.enum(sorts).default(sorts[0]), 'Order of the records', sorts[1]),
    ...pageOptions,
    ...shapeOptions(view, hasForce(view) ? ['force'] : []),
  }
}

/** The values that parameters of some schemas give. */
export type ValuesOf<Shape> = {
  [name in keyof Shape]: NonNullable<Shape[name]> extends z.ZodType
    ? z.output<NonNullable<Shape[name]>>
    : never
}

export type ListValues = ValuesOf<ReturnType<typeof listOptions>>
