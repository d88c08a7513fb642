import { TypedFastBitSet } from 'typedfastbitset'
import { type Dataset, perDataset } from '../../dataset/dataset.ts'
import { keepRows, type Rows } from '../../dataset/rows.ts'
import { timesOf } from '../../dataset/times.ts'
import type { Action } from '../../model/action.ts'
import { mapInBatches } from '../../model/batches.ts'
import { bounds, compareDated, dayNumber } from '../../model/dates.ts'
import { qualifiedKey } from '../../model/filter.ts'
import { ENDING, type Entry, isReached, type Matter, stepOf } from '../../model/matter.ts'
import { jurisdictionsOf, type Region } from '../../model/region.ts'
import type { RegionDetail, RegionTopic } from '../../model/region-detail.ts'
import { isOfTopic, type Topic, topics } from '../../model/vocabulary.ts'
import { licencesAt } from '../list/licensed.ts'
import { placesBelow, placesFor } from '../list/places.ts'
import { type Force, forceAt, timesOfRecord } from '../list/times.ts'

/** The steps of licences, which `licences` counts: there are so many that they would hide everything else. */
const OF_LICENCES = ['licence-grant', 'licence-change', 'licence-end']

const ACTIONS_AT_ONCE = 100

type Added = Omit<RegionDetail, keyof Region>

/** What a region has beside its record: counts, its last action, and how each topic is governed there. */
export async function regionDetail(dataset: Dataset, { code, kind }: Region): Promise<Added> {
  const count = (name: 'actions' | 'rules' | 'cases' | 'actors') =>
    dataset.rows(name, 'region', code).size()
  const place = makesLaw({ kind }) ? await placeOf(dataset, code) : undefined
  return {
    counts: {
      actions: count('actions'),
      rules: count('rules'),
      cases: count('cases'),
      actors: count('actors'),
    },
    last_action: lastOf(dataset, dataset.rows('actions', 'region', code)),
    topics: place ? topics.map(topic => governanceOf(dataset, place, topic)) : [],
  }
}

/** Whether a region makes and applies law. */
export const makesLaw = ({ kind }: Pick<Region, 'kind'>): boolean =>
  kind !== 'area' && kind !== 'world'

/** The rules of a topic in a region that have not ended, the newest first. */
export function rulesOnTopic(dataset: Dataset, region: Region, code: string) {
  if (!makesLaw(region)) return []
  const law = lawOf(dataset, region.code)
  const topic = topics.find(topic => topic.code === code)!
  return rulesOf(dataset, law, topic, concernedBy(law, topic))
}

/** The rules that bind in a place, and the places whose rules they are. */
type Law = ReturnType<typeof lawOf>

function lawOf(dataset: Dataset, code: string) {
  const places = placesFor(dataset, code)
  const rows = dataset.rowsOfAny('rules', 'applies_in', places).array()
  return {
    code,
    places,
    rules: dataset
      .jsons('rules', rows)
      .map((json, at) => ({ row: rows[at]!, rule: JSON.parse(json) as Matter }))
      .filter(({ rule }) => rule.status !== null)
      .sort((a, b) => compareDated(sinceOf(b), sinceOf(a))),
  }
}

/** The rules, actions and licences that bind in a place. */
type Place = Awaited<ReturnType<typeof placeOf>>

async function placeOf(dataset: Dataset, code: string) {
  const law = lawOf(dataset, code)
  const actions = dataset.rowsOfAny('actions', 'applies_in', law.places).array()
  const read = (row: number) => ({ row, action: readAction(dataset, row) })
  const licenceTimes = dataset.rowsOfAny(timesOf('licences'), 'region', law.places)
  return {
    ...law,
    actions: await mapInBatches(actions, ACTIONS_AT_ONCE, read),
    licenceTimes,
    granted: grantedIn(dataset, code),
  }
}

const sinceOf = ({ rule: { id, status } }: { rule: Matter }) => ({ ...status!.since, id })

/** The licences that were granted in a place itself. */
export function grantedIn(dataset: Dataset, code: string): Rows {
  const keys = placesBelow(dataset, code).map(one =>
    qualifiedKey(one, 'region_role', 'jurisdiction'),
  )
  const [own, ...below] = keys.map(key => dataset.rows('licences', 'region', key))
  for (const rows of below) own!.difference(rows)
  return own!
}

function governanceOf(dataset: Dataset, place: Place, topic: Topic): RegionTopic {
  const concerned = concernedBy(place, topic)
  const rules = rulesOf(dataset, place, topic, concerned)
  const confirmed = rules.flatMap(({ confirmed_on }) => confirmed_on ?? [])
  const actions = actionsOf(place, topic, new Set(concerned.map(({ rule }) => rule.id)))
  return {
    topic: topic.code,
    rules,
    licences: topic.activities.length > 0 ? licencesIn(dataset, place, topic) : null,
    next: nextOf(dataset, actions),
    last_action: lastOf(dataset, new TypedFastBitSet(actions.map(({ row }) => row))),
    confirmed_on: confirmed.sort().at(-1) ?? null,
  }
}

const concernedBy = ({ rules }: Law, topic: Topic): FoundRule[] =>
  rules.filter(({ rule }) => concerns(rule, topic))

/** Those of some rules that have not ended, with how sure their force is. */
function rulesOf(
  dataset: Dataset,
  law: Law,
  topic: Topic,
  concerned: FoundRule[],
): RegionTopic['rules'] {
  return concerned.flatMap(({ row, rule }) => {
    const force = forceOn(dataset, law, topic, { row, rule })
    if (force === undefined) return []
    const { id, title, status, regions } = rule
    const own = jurisdictionsOf(regions).includes(law.code)
    const { certainty = null, confirmed_on = null } = force ?? {}
    return { id, title, stage: status!.stage, certainty, confirmed_on, own }
  })
}

/** Whether a rule as a whole belongs to a topic. */
const concerns = ({ activities, steps }: Matter, topic: Topic): boolean =>
  isOfTopic(
    topic,
    activities,
    steps.map(({ type }) => type),
  )

type FoundRule = { row: number; rule: Matter }

/**
 * The force of a rule on the day of the dataset, in a place and for a topic; null if it is on its way, or if no document
 * says when it begins; undefined if it has ended, or has force for other topics only. A time that names no activity is
 * for the topics of its rule, unless the rule has a time for the topic by name.
 */
function forceOn(
  dataset: Dataset,
  { places }: Law,
  topic: Topic,
  { row, rule }: FoundRule,
): Force | null | undefined {
  const { in_force, status, steps } = rule
  const here = in_force
    .map((entry, at) => ({ entry, at }))
    .filter(({ entry }) => entry.regions.some(code => places.includes(code)))
  const typesOf = ({ actions }: Entry) =>
    steps.filter(({ action }) => actions.includes(action)).map(({ type }) => type)
  const named = here.filter(({ entry }) => isOfTopic(topic, entry.activities, typesOf(entry)))
  const bare = here.filter(({ entry }) => entry.activities.length === 0)
  const times = named.length > 0 ? named : bare
  const on = dayNumber(dataset.meta.as_of)
  const current = times.filter(
    ({ entry: { from, until } }) => bounds(from)[0] <= on && on <= bounds(until)[1],
  )
  if (current.length > 0) {
    const rows = timesOfRecord(dataset, 'rules', row)
    const wanted = new TypedFastBitSet(current.map(({ at }) => rows[at]!))
    return forceAt(dataset, 'rules', wanted, dataset.meta.as_of)(row)
  }
  if (ENDING.includes(status!.stage)) return undefined
  const isToCome = times.some(({ entry }) => bounds(entry.from)[0] > on)
  return isToCome || here.length === 0 ? null : undefined
}

type FoundAction = Place['actions'][number]

/**
 * The actions of a topic in a place: by their own activities and types, and the steps of its rules that end or change
 * them or name no activity.
 */
const actionsOf = ({ actions }: Place, topic: Topic, rules: Set<string>): FoundAction[] =>
  actions.filter(({ action: { activities, type, matters } }) => {
    if (isOfTopic(topic, activities, [type])) return true
    const stages = matters.filter(({ id }) => rules.has(id)).map(({ stage = '' }) => stage)
    return stages.length > 0 && (activities.length === 0 || stages.some(isChange))
  })

const isChange = (stage: string): boolean =>
  ENDING.includes(stage) || stage === 'amended' || stage === 'postponed'

/** The licences that may hold in a place: those for the activities of a topic, and the others that state none. */
function licencesIn(dataset: Dataset, { licenceTimes, granted }: Place, { activities }: Topic) {
  const { as_of } = dataset.meta
  const held = (times: Rows) => licencesAt(dataset, times, as_of, 'possible')
  const stated = () => dataset.rowsOfAny(timesOf('licences'), 'activity', activities)
  const unstated = dataset.rows(timesOf('licences'), 'unstated', 'true')
  const valid = held(stated().new_intersection(licenceTimes))
  return {
    granted_here: held(stated()).intersection_size(granted),
    valid_here: valid.size(),
    activity_not_stated: held(unstated.new_intersection(licenceTimes)).difference_size(valid),
  }
}

/** The first of some actions whose day is still to come, as a step. */
function nextOf(dataset: Dataset, actions: FoundAction[]) {
  const { as_of } = dataset.meta
  const steps = actions.map(({ action }) => stepOf(action)).filter(step => !isReached(step, as_of))
  return steps.sort((a, b) => compareDated(keyOf(a), keyOf(b)))[0] ?? null
}

const keyOf = ({ action, date }: ReturnType<typeof stepOf>) => ({ ...date, id: action })

/** The actions that have surely been done, without the steps of licences. */
const doneIn = perDataset(dataset => {
  const done = dataset.all('actions')
  done.difference(dataset.rows('actions', 'planned', 'true'))
  done.difference(dataset.rowsOfAny('actions', 'type', OF_LICENCES))
  const { latest } = dataset.days('actions')
  const on = dayNumber(dataset.meta.as_of)
  keepRows(done, row => latest[row]! <= on)
  return done
})

/** The last of some actions that has surely been done, as a step. */
function lastOf(dataset: Dataset, actions: Rows) {
  const last = actions.new_intersection(doneIn(dataset)).array().at(-1)
  return last === undefined ? null : stepOf(readAction(dataset, last))
}

const readAction = (dataset: Dataset, row: number): Action =>
  JSON.parse(dataset.record('actions', row).json)
