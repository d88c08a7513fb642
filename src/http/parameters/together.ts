import { daysOf } from '../../model/dates.ts'
import { LIMIT_WITH_INCLUDE } from '../../queries/list/options.ts'
import { BadParameters, type Fault } from '../../queries/refusal.ts'
import { type Format, formats } from '../answers/formats.ts'

type Values = Record<string, unknown>
type Rule = [fails: (values: Values) => boolean, parameter: string, message: string]

const countOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0)
const daysIn = (period: unknown) => daysOf(String(period))!

const namesForce = (fields: unknown) => Array.isArray(fields) && fields.includes('force')

const rules: Rule[] = [
  [
    ({ region_exact, region, not_region }) => region_exact === true && !region && !not_region,
    'region_exact',
    'needs region',
  ],
  [({ sort, q }) => sort === 'relevance' && q === undefined, 'sort', "'relevance' needs q"],
  [
    ({ include, limit }) => countOf(include) > 0 && Number(limit) > LIMIT_WITH_INCLUDE,
    'limit',
    `is at most ${LIMIT_WITH_INCLUDE} with include`,
  ],
  [
    ({ amount_min, amount_unit }) => amount_min !== undefined && !amount_unit,
    'amount_min',
    'needs amount_unit',
  ],
  [
    ({ sum, amount_unit }) => sum !== undefined && countOf(amount_unit) !== 1,
    'sum',
    'needs one amount_unit, such as USD',
  ],
  [
    ({ date_match, in_force_on, licensed_in }) =>
      date_match === 'presumed' && in_force_on === undefined && !licensed_in,
    'date_match',
    "'presumed' needs in_force_on",
  ],
  [
    ({ fields, in_force_on, licensed_in }) =>
      namesForce(fields) && in_force_on === undefined && !licensed_in,
    'fields',
    "'force' needs in_force_on",
  ],
  [({ from, to }) => Boolean(from && to) && daysIn(from)[0] > daysIn(to)[1], 'from', 'is after to'],
  [
    ({ shape, fields }) => shape === 'long' && countOf(fields) > 0,
    'fields',
    'cannot be combined with shape=long, whose rows are claims',
  ],
  [
    ({ group_by }) => Array.isArray(group_by) && new Set(group_by).size < group_by.length,
    'group_by',
    'names the same thing twice',
  ],
]

/** The parameters of lists of actors that ask about licences. */
const ABOUT_LICENCES = ['activity', 'in_force_on', 'date_match']

/** The values of a request, the names of the parameters that it gives, and all that its route takes. */
type Asked = {
  values: Values
  names: ReadonlySet<string>
  known: Pick<ReadonlySet<string>, 'has'>
}

/** What lists of actors refuse without a place in which they are to be licensed. */
function withoutLicence({ values, names, known }: Asked): Fault[] {
  if (!known.has('licensed_in') || values.licensed_in) return []
  const faults = ABOUT_LICENCES.filter(name => names.has(name)).map(parameter => {
    return { parameter, message: 'needs licensed_in' }
  })
  const isForce = namesForce(values.fields)
  return isForce
    ? [...faults, { parameter: 'fields', message: "'force' needs licensed_in" }]
    : faults
}

/** Refuses parameters that are right by themselves but not together, or that the format would ignore. */
export function refuseTogether(asked: Asked, format: Format) {
  const faults = [
    ...withoutLicence(asked),
    ...rules
      .filter(([fails]) => fails(asked.values))
      .map(([, parameter, message]) => ({ parameter, message })),
  ]
  for (const parameter of formats[format].without)
    if (asked.names.has(parameter))
      faults.push({ parameter, message: `cannot be combined with the format ${format}` })
  if (faults.length > 0) throw new BadParameters(faults)
}
