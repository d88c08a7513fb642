import { z } from 'zod'
import {
  collection,
  filtersOf,
  searchedCollections,
  type ViewName,
  view,
} from '../model/collections.ts'
import { daysOf } from '../model/dates.ts'
import { isClaimed } from '../model/fields.ts'
import { type Filter, isSingle, type Takes } from '../model/filter.ts'
import { codesOf } from '../model/vocabulary.ts'
import { groupings } from '../queries/counts.ts'
import { includesOf } from '../queries/expand.ts'
import type { Values } from '../queries/query.ts'
import { formatAmong, formatsOfList, shape, shown } from './format-parameters.ts'
import { type Format, listFormats } from './formats.ts'
import { LIMIT_WITH_INCLUDE } from './parameter-rules.ts'

const LONGEST = 200
const Name = z.string().min(1).max(LONGEST)
const list = (item: z.ZodType) => z.array(item).min(1)

const itemOf = (takes: Takes): z.ZodType =>
  'scheme' in takes ? z.enum(codesOf(takes.scheme)) : Name

function filterParameters(filter: Filter<unknown>): [string, z.ZodType][] {
  const { name, takes, describe, example } = filter
  if ('flag' in takes) return [[name, shown(z.boolean().optional(), describe, example === 'true')]]
  if (isSingle(takes)) return [[name, shown(Name.optional(), describe, example)]]
  return [
    [name, shown(list(itemOf(takes)).optional(), `${describe}; any of these`, [example])],
    [`not_${name}`, shown(list(itemOf(takes)).optional(), `${describe}; none of these`, [example])],
  ]
}

const Period = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, {
    abort: true,
    error: 'is not a year, month or day such as 2021, 2021-05 or 2021-05-21',
  })
  .refine(text => daysOf(text) !== undefined, 'does not exist')

const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { abort: true, error: 'is not a day such as 2021-10-01' })
  .refine(text => daysOf(text) !== undefined, 'does not exist')

const dateParameters: Record<string, z.ZodType> = {
  from: shown(Period.optional(), 'On or after the first day of this year, month or day', '2021-05'),
  to: shown(
    Period.optional(),
    'On or before the last day of this year, month or day',
    '2021-10-21',
  ),
  date_match: shown(
    z.enum(['possible', 'certain']).default('possible'),
    'Whether what is vague may hold, or must: a date between from and to, force on in_force_on',
    'certain',
  ),
}

const Text = z.string().min(1).max(LONGEST)
const q = (what: string) =>
  shown(
    Text,
    `${what}: words that all occur, "a phrase", a prefix* of three letters or more, -not this`,
    '"mining devices"',
  )

const actionParameters: Record<string, z.ZodType> = {
  in_force_on: shown(
    Day.optional(),
    'Day on which it may have had force, or with date_match=certain must have had',
    '2021-10-01',
  ),
  region_exact: shown(
    z.boolean().default(false),
    'True: region means itself, not what lies below it',
    true,
  ),
}

const format = formatAmong(['json'])

const sortsOf = (name: ViewName): [string, ...string[]] => {
  if (name === 'actions') return ['-date', 'date', 'relevance']
  return collection(view(name).of).date ? ['-date', 'date'] : ['id', '-id']
}

const LIMIT = 500
const DEFAULT_LIMIT = 50

/** The values of a request for a page, its size filled in: no other format takes one, so it is no default of the parameter. */
export const withLimit = (values: Values): Values => ({ limit: DEFAULT_LIMIT, ...values })

const fieldsOf = (name: ViewName) => z.enum(Object.keys(collection(view(name).of).schema.shape))

const shapeParameters = (name: ViewName): Record<string, z.ZodType> => ({
  fields: shown(list(fieldsOf(name)).optional(), 'Only these fields of each record', [
    Object.keys(collection(view(name).of).schema.shape)[0],
  ]),
  ...(includesOf(name).length > 0
    ? {
        include: shown(
          list(z.enum(includesOf(name))).optional(),
          `More with each record; limit is at most ${LIMIT_WITH_INCLUDE} then`,
          ['claims'],
        ),
      }
    : {}),
})

const pageParameters: Record<string, z.ZodType> = {
  limit: shown(z.int().min(1).max(LIMIT).optional(), 'Records on a page', 10).meta({
    default: DEFAULT_LIMIT,
  }),
  cursor: shown(
    Text.max(1_000).optional(),
    'Place of the next page, from meta.next of the page before',
    'WyI2ZjYxIiwiYWJjIiw1MF0',
  ),
}

/** The parameters that choose records of a view. */
function choosing(name: ViewName): Record<string, z.ZodType> {
  const { of } = view(name)
  return {
    ...Object.fromEntries(filtersOf(name).flatMap(filterParameters)),
    ...(of === 'actions' ? actionParameters : {}),
    ...(collection(of).date ? dateParameters : {}),
    ...(collection(of).searchable ? { q: q('Text search').optional() } : {}),
  }
}

const example = (name: ViewName) => sortsOf(name)[1] as string

/** The parameters of the list of a view. */
export const listParameters = (name: ViewName) =>
  z.strictObject({
    ...choosing(name),
    sort: shown(
      z.enum(sortsOf(name)).default(sortsOf(name)[0]),
      'Order of the records',
      example(name),
    ),
    ...pageParameters,
    ...shapeParameters(name),
    ...(isClaimed(view(name).of) ? { shape } : {}),
    format: formatAmong(formatsOfList(name)),
  })

/** The parameters of a single record of a view. */
export const recordParameters = (name: ViewName) =>
  z.strictObject({ ...shapeParameters(name), format })

export const formatOnly = z.strictObject({ format })

export const datasetFormats = ['json', 'jsonld'] as const satisfies Format[]

export const datasetParameters = z.strictObject({ format: formatAmong(datasetFormats) })

export const noParameters = z.strictObject({})

const { date_match: _, ...countable } = choosing('actions')

export const countParameters = z.strictObject({
  group_by: shown(list(z.enum(groupings)).max(2), 'One or two things to count by', [
    'month',
    'type',
  ]),
  ...countable,
  format: formatAmong(listFormats),
})

export const searchParameters = z.strictObject({
  q: q('What to look for'),
  in: shown(
    list(z.enum(Object.keys(searchedCollections))).default(Object.keys(searchedCollections)),
    'Collections to look in',
    ['actors'],
  ),
  ...pageParameters,
  format,
})

const DEPTH = 10

const bases = codesOf('link-basis')

export const chainParameters = z.strictObject({
  basis: shown(
    list(z.enum(bases)).default(bases.filter(basis => basis !== 'inferred')),
    'Links of any of these; what the coder inferred only if it is asked for',
    ['stated-by-source'],
  ),
  depth: shown(z.int().min(1).max(DEPTH).default(3), 'Steps each way', 1),
  format,
})
