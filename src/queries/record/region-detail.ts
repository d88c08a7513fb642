import { TypedFastBitSet } from 'typedfastbitset'
import type { Dataset, RowsName } from '../../dataset/dataset.ts'
import type { Rows } from '../../dataset/rows.ts'
import { timesOf } from '../../dataset/times.ts'
import type { Action } from '../../model/action.ts'
import { compareDated, dayNumber } from '../../model/dates.ts'
import { qualifiedKey } from '../../model/filter.ts'
import { isReached, type Matter, stepOf } from '../../model/matter.ts'
import type { Region } from '../../model/region.ts'
import type { RegionDetail, RegionTopic } from '../../model/region-detail.ts'
import { type Topic, topics, withWider } from '../../model/vocabulary.ts'
import { licencesAt } from '../list/licensed.ts'
import { placesBelow, placesFor } from '../list/places.ts'
import { forceAt, keepOnDay, recordsOf } from '../list/times.ts'

/** The steps of licences, which `licences` counts: there are so many that they would hide everything else. */
const OF_LICENCES = ['licence-grant', 'licence-change', 'licence-end']

/** The stages of a rule that is on its way to force, or needs none. */
const PENDING = ['consulted', 'proposed', 'passed', 'signed', 'published', 'postponed']

type Added = Omit<RegionDetail, keyof Region>

/** What a region has beside its record: counts, its last action, and how each topic is governed there. */
export function regionDetail(dataset: Dataset, { code, kind }: Region): Added {
  const count = (name: 'actions' | 'rules' | 'cases' | 'actors') =>
    dataset.rows(name, 'region', code).size()
  const isArea = kind === 'area' || kind === 'world'
  const here = isArea ? undefined : placeOf(dataset, code)
  return {
    counts: {
      ...{ actions: count('actions'), rules: count('rules') },
      ...{ cases: count('cases'), actors: count('actors') },
    },
    last_action: lastOf(dataset, dataset.rows('actions', 'region', code)),
    topics: here ? topics.map(topic => topicIn(dataset, here, topic)) : [],
  }
}

/** The rows that have one of some values of a filter. */
function rowsWith(dataset: Dataset, name: RowsName, filter: string, values: string[]): Rows {
  const union = new TypedFastBitSet()
  for (const value of values) union.union(dataset.rows(name, filter, value))
  return union
}

/** The rules, actions and times of force that bind in a place. */
type Place = ReturnType<typeof placeOf>

function placeOf(dataset: Dataset, code: string) {
  const places = placesFor(dataset, code)
  const rules = rowsWith(dataset, 'rules', 'applies_in', places).array()
  const read = (row: number, json: string) => ({ row, rule: JSON.parse(json) as Matter })
  return {
    code,
    rules: dataset
      .jsons('rules', rules)
      .map((json, at) => read(rules[at]!, json))
      .filter(({ rule }) => rule.status !== null)
      .sort((a, b) => compareDated(sinceOf(b), sinceOf(a))),
    actions: rowsWith(dataset, 'actions', 'applies_in', places),
    ruleTimes: rowsWith(dataset, timesOf('rules'), 'region', places),
    licenceTimes: rowsWith(dataset, timesOf('licences'), 'region', places),
    granted: grantedIn(dataset, code),
  }
}

const sinceOf = ({ rule: { id, status } }: { rule: Matter }) => ({ ...status!.since, id })

/** The licences that were granted in a place itself. */
function grantedIn(dataset: Dataset, code: string): Rows {
  const keys = placesBelow(dataset, code).map(one =>
    qualifiedKey(one, 'region_role', 'jurisdiction'),
  )
  const [own, ...below] = keys.map(key => dataset.rows('licences', 'region', key))
  for (const rows of below) own!.difference(rows)
  return own!
}

/** The rows of a topic, by its activities and types. */
function rowsOf(dataset: Dataset, name: RowsName, { activities, types }: Topic): Rows {
  const rows = rowsWith(dataset, name, 'activity', activities)
  rows.union(rowsWith(dataset, name, 'type', types))
  return rows
}

function topicIn(dataset: Dataset, place: Place, topic: Topic): RegionTopic {
  const day = dataset.meta.as_of
  const times = rowsOf(dataset, timesOf('rules'), topic).new_intersection(place.ruleTimes)
  const forceOf = forceAt(dataset, 'rules', times, day)
  keepOnDay(dataset, 'rules', times, day, 'possible')
  const inForce = recordsOf(dataset, 'rules', times)
  const rules: RegionTopic['rules'] = []
  const confirmed: string[] = []
  for (const { row, rule } of place.rules) {
    const force = inForce.has(row) ? forceOf(row) : undefined
    const { id, title, status, regions } = rule
    const { stage } = status!
    if (!force && !(PENDING.includes(stage) && isOf(topic, rule))) continue
    const own = regions.some(({ code, role }) => code === place.code && role === 'jurisdiction')
    rules.push({ id, title, stage, certainty: force?.certainty ?? null, own })
    if (force?.confirmed_on) confirmed.push(force.confirmed_on)
  }
  const actions = rowsOf(dataset, 'actions', topic).new_intersection(place.actions)
  return {
    topic: topic.code,
    rules,
    licences: licencesIn(dataset, place, topic),
    next: nextOf(dataset, actions),
    last_action: lastOf(dataset, actions),
    confirmed_on: confirmed.sort().at(-1) ?? null,
  }
}

const isOf = ({ activities, types }: Topic, rule: Matter): boolean =>
  rule.steps.some(({ type }) => types.includes(type)) ||
  rule.activities.flatMap(withWider).some(one => activities.includes(one))

/** The licences for the activities of a topic that may hold in a place, and those among them that were granted there. */
function licencesIn(dataset: Dataset, place: Place, { activities }: Topic) {
  const { as_of } = dataset.meta
  const of = () => rowsWith(dataset, timesOf('licences'), 'activity', activities)
  const held = licencesAt(dataset, of(), as_of, 'possible')
  const valid = licencesAt(dataset, of().new_intersection(place.licenceTimes), as_of, 'possible')
  return { granted_here: held.intersection_size(place.granted), valid_here: valid.size() }
}

/** The first step of some actions whose day is still to come. */
function nextOf(dataset: Dataset, actions: Rows) {
  const { as_of } = dataset.meta
  const on = dayNumber(as_of)
  const ends = ['date', 'due'].map(span => dataset.days('actions', span).latest)
  const later = actions.array().filter(row => ends.some(latest => latest[row]! > on))
  const steps = readActions(dataset, later)
    .map(stepOf)
    .filter(step => !isReached(step, as_of))
  return steps.sort((a, b) => compareDated(keyOf(a), keyOf(b)))[0] ?? null
}

const keyOf = ({ action, date }: ReturnType<typeof stepOf>) => ({ ...date, id: action })

/** The last of some actions that has surely been done. */
function lastOf(dataset: Dataset, actions: Rows) {
  const done = actions.clone()
  done.difference(dataset.rows('actions', 'planned', 'true'))
  done.difference(rowsWith(dataset, 'actions', 'type', OF_LICENCES))
  const { latest } = dataset.days('actions')
  const on = dayNumber(dataset.meta.as_of)
  const last = done.array().findLast(row => latest[row]! <= on)
  return last === undefined ? null : stepOf(readActions(dataset, [last])[0]!)
}

const readActions = (dataset: Dataset, rows: number[]): Action[] =>
  dataset.jsons('actions', rows).map(json => JSON.parse(json))
