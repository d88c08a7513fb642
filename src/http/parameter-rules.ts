import { daysOf } from '../model/dates.ts'
import type { Values } from '../queries/query.ts'
import type { Fault } from '../queries/refusal.ts'
import { type Format, traitsOf } from './formats.ts'

/** The most records on a page whose records bring others with them. */
export const LIMIT_WITH_INCLUDE = 100

type Rule = [fails: (values: Values) => boolean, parameter: string, message: string]

const rules: Rule[] = [
  [
    ({ region_exact, region, not_region }) => region_exact === true && !region && !not_region,
    'region_exact',
    'needs region',
  ],
  [
    ({ sort, q: text }) => sort === 'relevance' && text === undefined,
    'sort',
    "'relevance' needs q",
  ],
  [
    ({ include, limit }) => include !== undefined && Number(limit) > LIMIT_WITH_INCLUDE,
    'limit',
    `is at most ${LIMIT_WITH_INCLUDE} with include`,
  ],
  [
    ({ from, to }) =>
      from !== undefined && to !== undefined && startsAfter(String(from), String(to)),
    'from',
    'is after to',
  ],
  [
    ({ shape, fields }) => shape === 'long' && fields !== undefined,
    'fields',
    'does not go with shape=long, whose rows are claims',
  ],
  [
    ({ group_by }) => Array.isArray(group_by) && new Set(group_by).size < group_by.length,
    'group_by',
    'names the same thing twice',
  ],
]

const startsAfter = (from: string, to: string): boolean =>
  (daysOf(from) as [string, string])[0] > (daysOf(to) as [string, string])[1]

/** What is wrong with parameters that are right by themselves. */
export const faultsTogether = (values: Values): Fault[] => [
  ...rules
    .filter(([fails]) => fails(values))
    .map(([, parameter, message]) => ({ parameter, message })),
  ...unfitting(values),
]

/** Parameters that the format of the answer has no use for: they would be ignored. */
const unfitting = (values: Values): Fault[] =>
  traitsOf(values.format as Format)
    .without.filter(parameter => values[parameter] !== undefined)
    .map(parameter => ({ parameter, message: `does not go with the format ${values.format}` }))
