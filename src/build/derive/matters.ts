import type { Action } from '../../model/action.ts'
import { bounds, compareDated, dayNumber } from '../../model/dates.ts'
import type { Entry, Matter, MatterName, MatterSeed } from '../../model/matter.ts'
import type { Region } from '../../model/region.ts'
import { codesOf } from '../../model/vocabulary.ts'

type Step = Matter['steps'][number]
type Dated = Omit<Action, 'sources'>

/** A rule or case with all that follows from its steps; `asOf` is the day of the dataset. */
export function toMatter(
  name: MatterName,
  { claims: _, ...seed }: MatterSeed,
  actions: Dated[],
  regions: Map<string, Region>,
  asOf: string,
): Matter {
  const own = actions.filter(({ matters }) => matters.some(({ id }) => id === seed.id))
  const steps = own.map(action => toStep(action, seed.id)).sort(compareSteps)
  const { id, kind, title, numbers, url } = seed
  return {
    ...{ id, kind, title },
    status: statusOf(steps, asOf, name === 'rules'),
    numbers,
    regions: seed.regions.map(({ code, role, ...rest }) => {
      return { code, name: regions.get(code)!.name, role, ...rest }
    }),
    activities: sorted(own.flatMap(({ activities }) => activities)),
    in_force: entriesOf(own, steps, name === 'rules'),
    next: steps.filter(step => !isReached(step, asOf)),
    steps,
    ...(url === undefined ? {} : { url }),
  }
}

const sorted = (codes: string[]): string[] => [...new Set(codes)].sort()

/** A step; one that is only planned has the date for which it is planned, if there is one. */
function toStep(
  { id, title, type, matters, planned, due, ...action }: Dated,
  matter: string,
): Step {
  const { stage } = matters.find(one => one.id === matter)!
  const date = (planned && due) || action.date
  return { action: id, title, type, ...(stage === undefined ? {} : { stage }), date, planned }
}

const order = codesOf('stage')
const orderOf = ({ stage }: Step): number => (stage === undefined ? -1 : order.indexOf(stage))

/** By date; on one day the later stage in the order of the vocabulary comes later. Others stay in the order of their ids. */
const compareSteps = (a: Step, b: Step): number =>
  compareDated({ ...a.date, id: '' }, { ...b.date, id: '' }) || orderOf(a) - orderOf(b)

const IN_FORCE = ['in-force', 'applies']
/** A rule in force stays so while a change of it is discussed or made. */
const PASSING = ['consulted', 'amended']
const ENDING = ['suspended', 'repealed', 'expired', 'withdrawn', 'rejected']

/** Whether the day of a step has surely come; of one with an open end, whether it may have. */
function isReached({ date }: Pick<Step, 'date'>, asOf: string): boolean {
  const [first, last] = bounds(date)
  return (last === Infinity ? first : last) <= dayNumber(asOf)
}

/** The stage of the latest step that had happened by a day; of a case the type of that step. */
function statusOf(steps: Step[], asOf: string, isRule: boolean): Matter['status'] {
  let status: Matter['status'] = null
  for (const { stage, type, date, planned } of steps) {
    const reached = isRule ? stage : type
    if (planned || reached === undefined || !isReached({ date }, asOf)) continue
    if (PASSING.includes(reached) && status && IN_FORCE.includes(status.stage)) continue
    status = { stage: reached, since: date, as_of: asOf }
  }
  return status
}

/** The times of force that steps state: of a rule those by which its obligations begin, of a case all. */
function entriesOf(actions: Dated[], steps: Step[], isRule: boolean): Entry[] {
  const entries = steps.flatMap(({ action: id, stage = '' }): Entry[] => {
    const { effect, activities, regions } = actions.find(action => action.id === id)!
    if (!effect || (isRule && !IN_FORCE.includes(stage))) return []
    const places = regions.filter(({ role }) => role === 'jurisdiction').map(({ code }) => code)
    const until = effect.until ?? endAfter(effect.from, steps)
    const { from } = effect
    return [{ from, until, activities: sorted(activities), regions: sorted(places), action: id }]
  })
  return joinTimes(entries)
}

/** The date of the first step that ended a rule after it began. */
function endAfter(from: Entry['from'], steps: Step[]): Entry['until'] {
  const ending = steps.find(({ stage = '', date, planned }) => {
    return ENDING.includes(stage) && !planned && bounds(date)[0] >= bounds(from)[0]
  })
  return ending?.date ?? null
}

/** Joins times that follow each other without a day between, for the same activities and places. */
function joinTimes(entries: Entry[]): Entry[] {
  const joined: Entry[] = []
  for (const entry of entries) {
    const before = joined.findLast(other => isAlike(other, entry))
    if (before && bounds(entry.from)[0] <= bounds(before.until)[1] + 1)
      before.until = later(before.until, entry.until)
    else joined.push(entry)
  }
  return joined
}

/** The later of two ends; null is an open one. */
const later = (a: Entry['until'], b: Entry['until']): Entry['until'] =>
  bounds(a)[1] >= bounds(b)[1] ? a : b

const isAlike = (a: Entry, b: Entry): boolean =>
  `${a.activities} ${a.regions}` === `${b.activities} ${b.regions}`
