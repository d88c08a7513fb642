import type { Claim } from '../../src/model/claim.ts'
import { pathOf } from '../../src/model/collections.ts'
import type { Bounds } from '../../src/model/dates.ts'
import { type ClaimedCollection, claimable } from '../../src/model/fields.ts'
import { STANDARD } from './documents.ts'
import type { Random } from './random.ts'
import type { Recipe } from './recipe.ts'

const INFERRED = 'The words tell of it as in force; no end is told.'
const SPANS = 19_900

type Account = Pick<Claim, 'field' | 'value' | 'status' | 'rule' | 'note'>

/** The claims on a record, in the order of their ids: one on each field that it shows, and now and then others. */
export function claimsFor(
  recipe: Recipe,
  name: ClaimedCollection,
  record: unknown,
  random: Random,
): Claim[] {
  const path = pathOf(name, record)
  const accounts = [...claimable(name, record)].flatMap(([field, { value, required }]) =>
    accountsOf(recipe, random, field, value, required),
  )
  const told = new Map<string, number>()
  return accounts
    .map(account => {
      const number = (told.get(account.field) ?? 0) + 1
      told.set(account.field, number)
      return toClaim(recipe, random, path, account, number)
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** What is said of a field. */
function accountsOf(
  { calendar }: Recipe,
  random: Random,
  field: string,
  value: unknown,
  required: boolean,
): Account[] {
  if (!required) return field === 'code' ? [{ field, value, status: 'accepted' }] : []
  const accounts: Account[] = [{ field, value, status: 'accepted' }]
  if (random.chance(0.08)) accounts.push({ field, value, status: 'accepted' })
  if (field === 'date' && random.chance(0.2)) {
    const year = ((value as Bounds).earliest ?? (value as Bounds).latest ?? '').slice(0, 4)
    accounts.push({ field, value: calendar.date(year, 'stated'), status: 'consistent' })
  }
  if (field === 'date' && random.chance(0.06))
    accounts.push({ field, ...rival(calendar.after(value as Bounds, 3)) })
  else if (field.startsWith('amounts/') && random.chance(0.1))
    accounts.push({ field, ...rival({ ...(value as object), best: random.below(1_000) }) })
  return accounts
}

const rival = (value: unknown): Omit<Account, 'field'> => ({
  value,
  status: 'rival',
  rule: 'original-report',
  note: 'It retells what the other reports.',
})

function toClaim(
  { reports }: Recipe,
  random: Random,
  record: string,
  { field, value, status, rule, note }: Account,
  number: number,
): Claim {
  const id = `${record}.${field}.${number}`
  if (field === 'code')
    return { ...bare(id, record, field, value), document: STANDARD, origin: STANDARD }
  const document = random.early(reports)
  const start = random.below(SPANS)
  const isInferred = field === 'effect'
  return {
    ...bare(id, record, field, value),
    document: document.id,
    origin: document.origin,
    start,
    end: start + 4 + random.below(40),
    sha256: random.sha256(),
    status,
    basis: isInferred ? 'inferred' : 'stated',
    rests_on: isInferred ? [`${record}.date.1`] : [],
    rule,
    note: isInferred ? INFERRED : note,
  }
}

const bare = (id: string, record: string, field: string, value: unknown): Claim => ({
  id,
  record,
  field,
  value,
  document: '',
  origin: '',
  start: null,
  end: null,
  sha256: null,
  status: 'accepted',
  basis: 'stated',
  rests_on: [],
})
