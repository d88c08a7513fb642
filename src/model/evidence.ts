import { z } from 'zod'
import type { Claim } from './claim.ts'
import { Size } from './text.ts'

type Told = Pick<Claim, 'status' | 'basis' | 'document' | 'origin' | 'rule'>

/** Whether a claim agrees with the value of its record. */
export const isSupporting = ({ status }: Pick<Claim, 'status'>): boolean =>
  status === 'accepted' || status === 'consistent'

export const isRival = ({ status }: Pick<Claim, 'status'>): boolean => status === 'rival'

export const Support = z.object({
  claims: Size.describe('Accepted and consistent claims'),
  documents: Size.describe('Documents with these claims'),
  origins: Size.describe('Independent reports behind them; repetitions of a report count once'),
})
export type Support = z.output<typeof Support>

/** How many claims, documents and independent reports agree with what is shown. */
export function supportOf(claims: Told[]): Support {
  const support = claims.filter(isSupporting)
  return {
    claims: support.length,
    documents: new Set(support.map(({ document }) => document)).size,
    origins: new Set(support.map(({ origin }) => origin)).size,
  }
}

export const Sources = Support.extend({
  official: Size.describe('Official documents among them'),
  single_source: z
    .boolean()
    .describe('True if neither an official document nor two origins state the date'),
  conflicts: z.array(z.string()).describe('Disputed fields'),
}).meta({ id: 'Sources', description: 'How well the sources support an action.' })
export type Sources = z.output<typeof Sources>

/** Whether a document is an official text or a copy of one, by its id. */
type IsOfficial = (document: string) => boolean

/** Whether an official document states the date of a record, and how many origins do, given all claims on it. */
export function dateSources(claims: Claim[], isOfficial: IsOfficial) {
  const dated = claims.filter(
    claim => claim.field === 'date' && claim.basis === 'stated' && isSupporting(claim),
  )
  return {
    isOfficial: dated.some(({ document }) => isOfficial(document)),
    origins: supportOf(dated).origins,
  }
}

/** How well the claims on an action support it. */
export function toSources(claims: Claim[], isOfficial: IsOfficial): Sources {
  const support = claims.filter(isSupporting).map(({ document }) => document)
  const date = dateSources(claims, isOfficial)
  return {
    ...supportOf(claims),
    official: new Set(support.filter(isOfficial)).size,
    single_source: !date.isOfficial && date.origins < 2,
    conflicts: [...new Set(claims.filter(isRival).map(({ field }) => field))],
  }
}

/** The rules by which the value of a field stands, given all claims on it: those by which its rivals lost, else one of accord. */
export function decidedBy(claims: Told[]): string[] {
  const lost = claims.flatMap(({ rule }) => rule ?? [])
  return lost.length > 0 ? [...new Set(lost)].sort() : [accordOf(claims.filter(isSupporting))]
}

function accordOf(support: Told[]): string {
  const accepted = support.filter(({ status }) => status === 'accepted')
  if (accepted.length === 0) return 'no-account'
  if (accepted.every(({ basis }) => basis === 'inferred')) return 'worked-out'
  if (support.length > accepted.length) return 'most-exact'
  return supportOf(support).origins === 1 ? 'only-account' : 'accounts-agree'
}
