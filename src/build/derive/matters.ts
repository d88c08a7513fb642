import type { Action } from '../../model/action.ts'
import { bounds, compareDated } from '../../model/dates.ts'
import {
  ENDING,
  type Entry,
  isReached,
  type Matter,
  type MatterName,
  type MatterSeed,
  stepOf,
} from '../../model/matter.ts'
import { jurisdictionsOf, type Place } from '../../model/region.ts'
import { codesOf } from '../../model/vocabulary.ts'
import { withNames } from './places.ts'

type Step = Matter['steps'][number]
type Dated = Omit<Action, 'sources'>

/** The actions that are steps of each rule and case. */
export function stepsByMatter(actions: Dated[]): Map<string, Dated[]> {
  const pairs = actions.flatMap(action => action.matters.map(({ id }) => ({ id, action })))
  const groups = Map.groupBy(pairs, ({ id }) => id)
  return new Map(groups.entries().map(([id, own]) => [id, own.map(({ action }) => action)]))
}

/** A rule or case with all that follows from its steps, which are `actions`; `asOf` is the day of the dataset. */
export function toMatter(
  name: MatterName,
  { claims: _, ...seed }: MatterSeed,
  actions: Dated[],
  regions: Map<string, Place>,
  asOf: string,
): Matter {
  const isRule = name === 'rules'
  const compareSteps = isRule ? compareStages : compareTypes
  const steps = actions.map(action => toStep(action, seed.id)).sort(compareSteps)
  const { id, kind, title, numbers, url } = seed
  return {
    ...{ id, kind, title },
    status: statusOf(steps, asOf, isRule),
    numbers,
    regions: withNames(seed.regions, regions),
    activities: sorted(actions.flatMap(({ activities }) => activities)),
    in_force: entriesOf(actions, steps, isRule),
    next: steps.filter(step => !isReached(step, asOf)),
    steps,
    ...(url === undefined ? {} : { url }),
  }
}

const sorted = (codes: string[]): string[] => [...new Set(codes)].sort()

/** The step of a rule, case or licence that an action is. */
export function toStep(action: Dated, matter: string): Step {
  const { stage } = action.matters.find(one => one.id === matter)!
  const { action: id, title, type, ...dated } = stepOf(action)
  return { action: id, title, type, ...(stage === undefined ? {} : { stage }), ...dated }
}

/** Compares steps by date; on one day the later code in the order of the vocabulary comes later. */
const comparing =
  (codes: string[], codeOf: (step: Step) => string) =>
  (a: Step, b: Step): number =>
    compareDated({ ...a.date, id: '' }, { ...b.date, id: '' }) ||
    codes.indexOf(codeOf(a)) - codes.indexOf(codeOf(b))

const compareStages = comparing(codesOf('stage'), ({ stage = '' }) => stage)
export const compareTypes = comparing(codesOf('action-type'), ({ type }) => type)

const IN_FORCE = ['in-force', 'applies']
/** A rule in force stays so while a change of it is discussed or made. */
const PASSING = ['consulted', 'amended']

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
    const until = effect.until ?? endAfter(effect.from, steps)
    const { from } = effect
    const whose = { activities: sorted(activities), regions: sorted(jurisdictionsOf(regions)) }
    return [{ from, until, ...whose, actions: [id] }]
  })
  const planned = new Set(steps.flatMap(({ action, planned }) => (planned ? action : [])))
  const likenessOf = ({ actions, activities, regions }: Entry) =>
    `${actions.some(id => planned.has(id))} ${activities} ${regions}`
  return joinTimes(entries.sort(compareStarts), likenessOf)
}

/** The date of the first step that ended a rule after it began. */
function endAfter(from: Entry['from'], steps: Step[]): Entry['until'] {
  const ending = steps.find(({ stage = '', date, planned }) => {
    return ENDING.includes(stage) && !planned && bounds(date)[0] >= bounds(from)[0]
  })
  return ending?.date ?? null
}

function compareStarts({ from: a }: Entry, { from: b }: Entry): number {
  const [[one], [other]] = [bounds(a), bounds(b)]
  return Number(one > other) - Number(one < other)
}

/** Joins times, in the order of their starts, that follow each other without a day between and are alike. */
function joinTimes(entries: Entry[], likenessOf: (entry: Entry) => string): Entry[] {
  const joined: Entry[] = []
  for (const entry of entries) {
    const likeness = likenessOf(entry)
    const before = joined.findLast(other => likenessOf(other) === likeness)
    if (before && bounds(entry.from)[0] <= bounds(before.until)[1] + 1) {
      before.until = later(before.until, entry.until)
      before.actions.push(...entry.actions)
    } else joined.push(entry)
  }
  return joined
}

/** The later of two ends; null is an open one. */
const later = (a: Entry['until'], b: Entry['until']): Entry['until'] =>
  bounds(a)[1] >= bounds(b)[1] ? a : b
