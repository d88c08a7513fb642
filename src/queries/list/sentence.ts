import type { Filter } from '../../model/filter.ts'
import { asksForFirms } from './licensed.ts'
import type { Condition, Query } from './query.ts'

const sorts: Record<string, string> = {
  '-date': 'newest first',
  '-added': 'added last first',
  date: 'oldest first',
  relevance: 'best match first',
  id: 'by id',
  '-id': 'by id, backwards',
}

/** How a value of a filter is written; by itself, as it is asked for. */
export type Say = (filter: Filter, value: string) => string

const asAsked: Say = (_, value) => value

/** A query as a sentence in plain English; `order` says whether it names the order. */
export function toSentence(query: Query, order = true, say = asAsked): string {
  const { view, conditions, sort } = query
  const qualifiers = conditions.map(one => qualifiersOf(one, conditions))
  const parts = conditions.flatMap((one, at) =>
    qualifiers.flat().includes(one)
      ? []
      : sureness(query, one) + phraseOf(one, qualifiers[at]!, say),
  )
  const subject = view.name === 'vocabulary' ? 'terms' : view.name
  const text = [subject, ...parts, ...otherParts(query)].join(' ')
  return order ? `${text}, ${sorts[sort]}` : text
}

/** How sure a query is to be that firms are licensed, before the place. */
const sureness = ({ date_match }: Query, { parameter }: Condition): string =>
  parameter === 'licensed_in' ? certainty[date_match] : ''

/** The conditions that are read behind one that they qualify. */
const qualifiersOf = ({ filter, isNot }: Condition, conditions: Condition[]): Condition[] =>
  conditions.filter(one => !isNot && !one.isNot && filter.qualifiers?.includes(one.filter.name))

function phraseOf({ filter, values, isNot }: Condition, qualifiers: Condition[], say: Say): string {
  const { takes, reads } = filter
  if ('flag' in takes)
    return values.includes('true') ? reads : reads.replace('that are', 'that are not')
  const said = (filter: Filter, values: string[]) => either(values.map(one => say(filter, one)))
  const phrase = `${isNot ? 'not ' : ''}${reads} ${said(filter, values)}`
  const behind = qualifiers.map(
    ({ filter, values }) => `${filter.readsBehind} ${said(filter, values)}`,
  )
  return [phrase, ...behind].join(' ')
}

const either = (values: string[]): string => values.join(' or ')

const certainty = { certain: 'certainly ', presumed: 'presumably ', possible: 'possibly ' }

const dated: Record<string, string> = {
  date: 'dated',
  granted: 'granted',
  due: 'due',
  effect_from: 'with effect',
  effect_until: 'with effect until a day',
}

function otherParts(query: Query): string[] {
  const { canonical, date_match, date_field, view, in_force_on: day } = query
  const given = new Map(canonical)
  const part = (name: string, before: string, after = '') =>
    given.has(name) ? [`${before}${given.get(name)}${after}`] : []
  const match = date_match === 'certain' ? 'certain' : 'possible'
  const range = [...part('from', 'from '), ...part('to', 'to ')]
  return [
    ...(given.has('region_exact') ? ['(exactly that region)'] : []),
    ...part('amount_min', 'of at least '),
    ...datedPart(view.of === 'licences' ? 'granted' : date_field, certainty[match], range),
    ...(day === undefined ? [] : [onDay(query, day)]),
    ...part('q', 'matching ‘', '’'),
  ]
}

/** The day of a query; of one for firms, that of their licences. */
const onDay = (query: Query, day: string): string =>
  asksForFirms(query) ? `on ${day}` : `${certainty[query.date_match]}in force on ${day}`

/** The days that the query's date may have; of a date other than the usual one, also that there is one. */
function datedPart(field: string, certainty: string, range: string[]): string[] {
  if (range.length > 0) return [`${dated[field]} ${certainty}${range.join(' ')}`]
  return field === 'date' || field === 'granted' ? [] : [`by ${field}`]
}
