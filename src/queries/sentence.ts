import { filtersOf } from '../model/collections.ts'
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
  const filters = filtersOf(query.view).flatMap(({ name, reads }) => [
    ...phrase(reads, listOf(values, name)),
    ...phrase(`not ${reads}`, listOf(values, `not_${name}`)),
  ])
  const parts = [...filters, ...others(values)]
  const sort = textOf(values, 'sort')
  const order = sort === undefined ? '' : `, ${sorts[sort]}`
  return [query.view === 'vocabulary' ? 'terms' : query.view, ...parts].join(' ') + order
}

const phrase = (reads: string, values: string[]): string[] =>
  values.length > 0 ? [`${reads} ${either(values)}`] : []

function others(values: Values): string[] {
  const { planned, region_exact, q } = values
  return [
    ...(region_exact === true ? ['(exactly that region)'] : []),
    ...(planned === undefined ? [] : [planned ? 'that are planned' : 'that are not planned']),
    ...dates(values),
    ...(q === undefined ? [] : [`matching ‘${q}’`]),
  ]
}

function dates(values: Values): string[] {
  const { from, to, date_match } = values
  if (from === undefined && to === undefined) return []
  const range = [from === undefined ? [] : [`from ${from}`], to === undefined ? [] : [`to ${to}`]]
    .flat()
    .join(' ')
  const surely: Record<string, string> = { certain: 'certainly ', possible: 'possibly ' }
  return [`dated ${surely[date_match as string] ?? ''}${range}`]
}
