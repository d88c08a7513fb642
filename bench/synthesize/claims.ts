import type { Claim } from '../../src/model/claim.ts'
import { pathOf } from '../../src/model/collections.ts'
import type { EventDate } from '../../src/model/dates.ts'
import { type ClaimedCollection, claimable } from '../../src/model/fields.ts'
import { daysAfter } from './calendar.ts'
import { documents } from './documents.ts'
import type { Random } from './random.ts'

/** The claims on a record in the order of their ids: one on each value, and some that disagree about the date. */
export function claimsOn(name: ClaimedCollection, record: unknown, random: Random): Claim[] {
  const path = pathOf(name, record)
  const claims = [...claimable(name, record)].flatMap(([field, { value }]) => {
    const accepted = claimOn(path, field, value, random)
    if (field !== 'date' || random.part() < 0.9) return [accepted]
    const rival = { ...accepted, id: `${path}.date.2`, value: daysAfter(value as EventDate, 3) }
    return [accepted, { ...rival, status: 'rival', rule: 'original-report', note: 'A repetition.' }]
  })
  return claims.sort((a, b) => (a.id < b.id ? -1 : 1))
}

function claimOn(record: string, field: string, value: unknown, random: Random): Claim {
  const id = `${record}.${field}.1`
  const { id: document, origin, passages } = random.pick(documents)
  const words = { document, origin, passage: random.pick(passages) }
  const claim = { id, record, field, value, ...words, status: 'accepted' }
  return field === 'effect'
    ? { ...claim, basis: 'inferred', rests_on: [`${record}.date.1`], note: 'No end is reported.' }
    : { ...claim, basis: 'stated', rests_on: [] }
}
