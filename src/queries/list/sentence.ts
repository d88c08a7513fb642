import type { Condition, Query } from './query.ts'

const sorts: Record<string, string> = {
  '-date': 'newest first',
  date: 'oldest first',
  relevance: 'best match first',
  id: 'by id',
  '-id': 'by id, backwards',
}

/** A query as a sentence in plain English; `order` says whether it names the order. */
export function toSentence(query: Query, order = true): string {
  const { view, conditions, sort } = query
  const qualifiers = conditions.map(one => qualifiersOf(one, conditions))
  const parts = conditions.flatMap((one, at) =>
    qualifiers.flat().includes(one) ? [] : phraseOf(one, qualifiers[at]!),
  )
  const subject = view.name === 'vocabulary' ? 'terms' : view.name
  const text = [subject, ...parts, ...otherParts(query)].join(' ')
  return order ? `${text}, ${sorts[sort]}` : text
}

/** The conditions that are read behind one that they qualify. */
const qualifiersOf = ({ filter, isNot }: Condition, conditions: Condition[]): Condition[] =>
  conditions.filter(one => !isNot && !one.isNot && filter.qualifiers?.includes(one.filter.name))

function phraseOf({ filter, values, isNot }: Condition, qualifiers: Condition[]): string {
  const { takes, reads } = filter
  if ('flag' in takes)
    return values.includes('true') ? reads : reads.replace('that are', 'that are not')
  const phrase = `${isNot ? 'not ' : ''}${reads} ${either(values)}`
  const behind = qualifiers.map(({ filter, values }) => `${filter.readsBehind} ${either(values)}`)
  return [phrase, ...behind].join(' ')
}

const either = (values: string[]): string => values.join(' or ')

const certainty = { certain: 'certainly ', possible: 'possibly ' }

function otherParts({ canonical, date_match }: Query): string[] {
  const given = new Map(canonical)
  const part = (name: string, before: string, after = '') =>
    given.has(name) ? [`${before}${given.get(name)}${after}`] : []
  const range = [...part('from', 'from '), ...part('to', 'to ')]
  return [
    ...(given.has('region_exact') ? ['(exactly that region)'] : []),
    ...(range.length > 0 ? [`dated ${certainty[date_match]}${range.join(' ')}`] : []),
    ...part('in_force_on', `${certainty[date_match]}in force on `),
    ...part('q', 'matching ‘', '’'),
  ]
}
