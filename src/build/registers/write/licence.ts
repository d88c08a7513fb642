import type { ActionSeed } from '../../../model/action.ts'
import type { ClaimSeed } from '../../../model/claim.ts'
import type { DateSeed } from '../../../model/dates.ts'
import type { LicenceSeed } from '../../../model/licence.ts'
import { APPROVAL } from '../../../model/register.ts'
import type { End } from '../compare/ends.ts'
import { changeKey, changesOf, grantKey } from '../compare/keys.ts'
import { numbersOf, shown, type Track } from '../compare/track.ts'
import { changeAction } from './change.ts'
import { endAction, endDate } from './ending.ts'
import { grantAction, grantDate } from './grant.ts'
import { reportedNumbers, reportedValues } from './reported.ts'
import type { Report } from './runs.ts'
import { type Named, runsOn, type Subject, subjectOf } from './subject.ts'
import { lastListing, type Turn, timesOf } from './times.ts'
import { fitTitle } from './wording.ts'

/** A licence from a register and its steps, as a curator would write them. */
export function fromRegister(
  track: Track,
  end: End | undefined,
  named: Named,
): { licence: LicenceSeed; actions: ActionSeed[] } {
  const subject = subjectOf(track, end, named)
  const [granted, ended] = [grantDate(subject), endDate(subject)]
  const actions = [
    ...(granted ? [grantAction(subject, granted)] : []),
    ...changesOf(track).map(change => changeAction(subject, change)),
    ...(ended ? [endAction(subject, ended)] : []),
  ]
  return { licence: licenceSeed(subject, granted, ended), actions }
}

function licenceSeed(
  subject: Subject,
  granted: DateSeed | null,
  ended: DateSeed | null,
): LicenceSeed {
  const { id, track, end, firm, holder, authority, home } = subject
  const { register, observations, domains } = track
  const [rule, clients] = [ruleOf(track), shown(track.clients)]
  return {
    ...{ id, kind: shown(track.kinds)!, title: titleOf(subject), actor: firm, holder },
    authority: authority.id,
    ...(rule === undefined ? {} : { rule }),
    ...(end?.by === undefined ? {} : { ended_by: end.by }),
    activities: shown(track.activities) ?? null,
    ...(clients === undefined ? {} : { clients }),
    websites: shown(domains) ?? [],
    numbers: numbersOf(track).map(value => ({ type: 'licence-number', value })),
    regions: [
      { code: home, role: 'jurisdiction' },
      ...shown(track.places)!.map(code => ({ code, role: 'valid' })),
    ],
    in_force: timesOf(track, granted, ended, turn => stepsAt(subject, turn, granted)),
    register: {
      ...{ id: register.id, row: observations.at(-1)!.row },
      last_listed: lastListing(track),
    },
    as_of: end?.how === 'not-listed' ? end.reading.on : lastListing(track),
    claims: claimsOf(subject),
  }
}

function titleOf({ track, holder, home, placeName }: Subject): string {
  const approved = shown(track.kinds) === APPROVAL ? ', approved in principle' : ''
  const as = `as ${track.register.holder_is} in ${placeName(home)}${approved}`
  return fitTitle(holder.name, name => `${name} ${as}`)
}

/** The rule under which a licence was granted: that of its row, if its register says so row by row. */
const ruleOf = ({ register, observations }: Track): string | undefined => {
  const { rule } = observations.at(-1)!
  return rule === undefined ? register.rule : rule || undefined
}

function stepsAt({ id, track, actionId }: Subject, turn: Turn, granted: DateSeed | null): string[] {
  if (turn === null) return granted ? [actionId(grantKey(id))] : []
  const change = changesOf(track).find(({ on }) => on === turn.on)
  return change ? [actionId(changeKey(id, change))] : []
}

function claimsOf(subject: Subject): ClaimSeed[] {
  const { track, runs } = subject
  const { places, clients, domains } = track
  const others: [field: string, reports: Report[]][] = [
    ['places', reportedValues(places)],
    ['clients', reportedValues(clients)],
    ['websites', reportedValues(domains)],
    ...Array.from(reportedNumbers(track), ([number, reports]): [string, Report[]] => [
      `numbers/${number}`,
      reports,
    ]),
  ]
  return [
    ...runs.holder.claims,
    ...runs.activities.claims,
    ...others.flatMap(([field, reports]) => runsOn(subject, field, reports).claims),
  ]
}
