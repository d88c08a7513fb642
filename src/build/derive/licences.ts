import type { Action } from '../../model/action.ts'
import type { EventDate } from '../../model/dates.ts'
import { type Licence, type LicenceSeed, validPlaces } from '../../model/licence.ts'
import { isReached } from '../../model/matter.ts'
import type { Place } from '../../model/region.ts'
import { compareTypes, toStep } from './matters.ts'
import { withNames } from './places.ts'

type Dated = Omit<Action, 'sources'>
type Step = Licence['steps'][number]

const ENDING = ['licence-end', 'licence-withdrawal']

/** A licence with all that follows from its steps, which are `actions`; `asOf` is the day of the dataset. */
export function toLicence(
  seed: LicenceSeed,
  actions: Dated[],
  regions: Map<string, Place>,
  asOf: string,
): Licence {
  const steps = actions.map(action => toStep(action, seed.id)).sort(compareTypes)
  const dateOf = (types: string[]) =>
    steps.findLast(({ type, planned }) => types.includes(type) && !planned)?.date ?? null
  const [granted, ended] = [dateOf(['licence-grant']), dateOf(ENDING)]
  const { id, kind, title, actor, holder, authority, rule, ended_by } = seed
  const { activities, clients, websites, numbers, register, url } = seed
  return {
    ...{ id, kind, title },
    status: statusOf(steps, seed.as_of ?? asOf, granted),
    ...{ actor, holder, authority, rule, granted, ended, ended_by, activities, clients, websites },
    numbers,
    regions: withNames(seed.regions, regions),
    in_force: seed.in_force ?? [timeOf(seed, steps, granted, ended)],
    next: steps.filter(step => !isReached(step, asOf)),
    steps,
    register,
    url,
  }
}

/** The status after the steps up to a day; a row of a register shows that a licence was granted, though not when. */
function statusOf(steps: Step[], day: string, granted: EventDate | null): Licence['status'] {
  const reached = steps.filter(step => !step.planned && isReached(step, day))
  const ended = reached.findLast(({ type }) => ENDING.includes(type))
  const suspended = reached.findLast(({ type }) => type === 'licence-suspension')
  const since = ended?.date ?? suspended?.date ?? granted
  return { stage: ended ? 'ended' : suspended ? 'suspended' : 'granted', since, as_of: day }
}

/** The one time of force of a licence that no register lists. */
function timeOf(
  { activities, regions }: LicenceSeed,
  steps: Step[],
  from: EventDate | null,
  until: EventDate | null,
): Licence['in_force'][number] {
  const actions = steps.flatMap(({ action, type }) => (type === 'licence-grant' ? action : []))
  const listed = { first_listed: null, last_listed: null }
  return { from, until, activities, regions: validPlaces(regions), actions, ...listed }
}
