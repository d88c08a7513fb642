import { filtersAmong, filtersOf } from '../model/collections.ts'
import { type Filter, isSingle } from '../model/filter.ts'
import { listOf, type Query, textOf, type Values } from './query.ts'

const either = (values: string[]): string => values.join(' or ')

const sorts: Record<string, string> = {
  '-date': 'newest first',
  date: 'oldest first',
  relevance: 'best match first',
  id: 'by id',
  '-id': 'by id, backwards',
}

/** What a query asks for, as a sentence in plain English. */
export function toSentence(query: Query): string {
  const { values } = query
  const given = new Set(filtersAmong(query.view, Object.keys(values)).map(({ filter }) => filter))
  const filters = filtersOf(query.view).filter(filter => given.has(filter))
  const parts = filters.flatMap(filter => [
    ...(isQualifying(filter, filters, values) ? [] : wanted(filter, filters, values)),
    ...phrase(`not ${filter.reads}`, listOf(values, `not_${filter.name}`)),
  ])
  const sort = textOf(values, 'sort')
  const order = sort === undefined ? '' : `, ${sorts[sort]}`
  const subject = query.view === 'vocabulary' ? 'terms' : query.view
  return [subject, ...parts, ...others(values)].join(' ') + order
}

type AnyFilter = Filter<unknown>

/** Whether a filter is read behind another that it holds with. */
const isQualifying = ({ name }: AnyFilter, filters: AnyFilter[], values: Values): boolean =>
  filters.some(
    filter => filter.qualifiers?.includes(name) && listOf(values, filter.name).length > 0,
  )

function wanted(filter: AnyFilter, filters: AnyFilter[], values: Values): string[] {
  if (isSingle(filter.takes)) return single(filter, values)
  const given = listOf(values, filter.name)
  if (given.length === 0) return []
  return [...phrase(filter.reads, given), ...qualifiersOf(filter, filters, values)]
}

const qualifiersOf = (
  { qualifiers = [] }: AnyFilter,
  filters: AnyFilter[],
  values: Values,
): string[] =>
  filters
    .filter(({ name }) => qualifiers.includes(name))
    .flatMap(({ name, readsBehind }) => phrase(readsBehind as string, listOf(values, name)))

/** A flag reads as it is, or with its verb denied; a release stands behind its filter. */
function single({ name, takes, reads }: AnyFilter, values: Values): string[] {
  const value = values[name]
  if ('release' in takes) return [`${reads} ${value}`]
  return [value ? reads : reads.replace(/^that are /, 'that are not ')]
}

const phrase = (reads: string, values: string[]): string[] =>
  values.length > 0 ? [`${reads} ${either(values)}`] : []

function others(values: Values): string[] {
  const { region_exact, q } = values
  return [
    ...(region_exact === true ? ['(exactly that region)'] : []),
    ...dates(values),
    ...force(values),
    ...(q === undefined ? [] : [`matching ‘${q}’`]),
  ]
}

const surely: Record<string, string> = { certain: 'certainly ', possible: 'possibly ' }

function dates(values: Values): string[] {
  const { from, to, date_match } = values
  if (from === undefined && to === undefined) return []
  const range = [from === undefined ? [] : [`from ${from}`], to === undefined ? [] : [`to ${to}`]]
    .flat()
    .join(' ')
  return [`dated ${surely[date_match as string] ?? ''}${range}`]
}

const force = ({ in_force_on, date_match }: Values): string[] => {
  if (in_force_on === undefined) return []
  return [`${surely[date_match as string] ?? ''}in force on ${in_force_on}`]
}
