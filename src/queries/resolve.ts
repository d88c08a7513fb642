import { filtersAmong, recordPath, type ViewName, view } from '../model/collections.ts'
import { daysOf } from '../model/dates.ts'
import { claimed } from '../model/fields.ts'
import { type Filter, isSingle, type Takes } from '../model/filter.ts'
import { isIsoCode } from '../model/iso-regions.ts'
import { type Candidate, fold, nearest, nearestOf, toCandidates } from '../model/nearest.ts'
import { BEGINNING } from '../model/release.ts'
import type { Dataset } from '../store/dataset.ts'
import type { Query, Values } from './query.ts'
import { BadParameters, type Fault, quoted } from './refusal.ts'
import { actorCandidates, actorsCalled } from './resolve-actor.ts'
import { idOf, retiredFault } from './retired.ts'
import { claimsAbout, subjectOf } from './subjects.ts'

type Resolved = { value: string } | { fault: Omit<Fault, 'parameter'> }
type Given = { filter: Filter<unknown>; parameter: string; items: string[] }

/** The filters that a request names but for flags, with their values. */
const givenFilters = (name: ViewName, values: Values): Given[] =>
  filtersAmong(name, Object.keys(values))
    .filter(({ filter }) => !('flag' in filter.takes))
    .map(({ filter, parameter }) => ({
      filter,
      parameter,
      items: [values[parameter]].flat() as string[],
    }))

/**
 * Resolves the values of every filter of a view to ids and codes, from memory: the ETag follows from them. Throws
 * BadParameters naming each that is unknown; what only the database knows is left to refuseUnknown.
 */
export function resolveFilters(dataset: Dataset, name: ViewName, values: Values): Values {
  const faults: Fault[] = []
  const resolved: Values = { ...values }
  for (const { filter, parameter, items } of givenFilters(name, values)) {
    const known = new Set<string>()
    const fault = firstFault(items, item => {
      const result = resolveValue(dataset, filter, item)
      if ('value' in result) known.add(result.value)
      return result
    })
    if (fault) faults.push({ parameter, ...fault })
    const values = [...known].sort()
    resolved[parameter] = isSingle(filter.takes) ? (values[0] as string) : values
  }
  if (faults.length > 0)
    throw new BadParameters([...faults, ...unknownValues(dataset, { view: name, values })])
  return resolved
}

function resolveValue(dataset: Dataset, { takes }: Filter<unknown>, value: string): Resolved {
  if ('actor' in takes) return resolveActor(dataset, takes, value)
  if ('region' in takes) return resolveRegion(dataset, value)
  if ('release' in takes) return resolveRelease(dataset, value)
  return { value }
}

/**
 * A release after which something changed; for a day, month or year the last release before it. What comes after a
 * release without being released stands for that release, so that nothing since is lost.
 */
function resolveRelease({ releases }: Dataset, value: string): Resolved {
  const [day] = daysOf(value) ?? []
  if (day !== undefined)
    return { value: releases.findLast(({ date }) => date < day)?.version ?? BEGINNING }
  const version = value.replace(/-unreleased$/, '')
  const known = [...releases.map(({ version }) => version), BEGINNING]
  return known.includes(version) ? { value: version } : unknown(value, toCandidates(known))
}

/** Throws BadParameters naming each value that no record has. Asks the database, so it comes after the ETag. */
export function refuseUnknown(dataset: Dataset, query: Query) {
  const faults = unknownValues(dataset, query)
  if (faults.length > 0) throw new BadParameters(faults)
}

const unknownValues = (dataset: Dataset, { view: name, values }: Query): Fault[] =>
  givenFilters(name, values).flatMap(({ filter, parameter, items }) => {
    const fault = firstFault(items, item => look(dataset, name, filter, item))
    return fault ? { parameter, ...fault } : []
  })

/** The first fault among items: finding what was meant takes time, so that others wait for the next request. */
function firstFault(items: string[], check: (item: string) => Resolved) {
  for (const item of items) {
    const result = check(item)
    if ('fault' in result) return result.fault
  }
}

function look(
  dataset: Dataset,
  name: ViewName,
  { name: filter, takes }: Filter<unknown>,
  value: string,
): Resolved {
  if ('id' in takes) return resolveId(dataset, takes, value)
  if ('record' in takes) return resolveRecord(dataset, value)
  const { of } = view(name)
  if (!('known' in takes) || dataset.rows(of, filter, value).size > 0) return { value }
  return unknown(value, toCandidates(dataset.similarValues(of, filter, value)))
}

const LISTED = 50

function unknown(value: string, candidates: Candidate[], where = ''): Resolved {
  const allowed = candidates.length <= LISTED ? { allowed: candidates.map(({ of }) => of) } : {}
  return {
    fault: {
      message: `${quoted(value)} is not known${where}`,
      ...allowed,
      did_you_mean: nearestOf(value, candidates),
    },
  }
}

function resolveActor(
  dataset: Dataset,
  { actor: kind }: Extract<Takes, { actor: unknown }>,
  value: string,
): Resolved {
  const ids = actorsCalled(dataset, kind, value)
  if (ids.length === 1) return { value: ids[0] as string }
  if (ids.length > 1)
    return {
      fault: {
        message: `${quoted(value)} is the name of several actors; give an id`,
        allowed: ids,
      },
    }
  const retired = dataset.fate(`actors/${fold(value)}`)
  if (retired) return { fault: retiredFault(value, retired) }
  return unknown(
    value,
    actorCandidates(dataset, kind),
    `; /v1/${kind === null ? 'actors' : plural[kind]} lists what is`,
  )
}

const plural: Record<string, string> = { agency: 'agencies', exchange: 'exchanges' }

function resolveRegion(dataset: Dataset, value: string): Resolved {
  const { regions } = dataset
  const retired = dataset.fate(`regions/${value}`)
  if (retired) return { fault: retiredFault(value, retired) }
  if (isIsoCode(value) || regions.some(({ code }) => code === value)) return { value }
  const wanted = fold(value)
  const named = regions.filter(({ name }) => fold(name) === wanted).map(({ code }) => code)
  const codes = regions.map(({ code }) => code)
  const near = named.length > 0 ? named : nearest(value, codes)
  return {
    fault: {
      message: `${quoted(value)} is not the code of a region`,
      allowed: codes,
      did_you_mean: near,
    },
  }
}

function resolveId(
  dataset: Dataset,
  { id: of }: Extract<Takes, { id: string }>,
  value: string,
): Resolved {
  const name = of as 'actions' | 'documents'
  if (dataset.row(name, value) !== undefined) return { value }
  const retired = dataset.fate(`${name}/${value}`)
  if (retired) return { fault: retiredFault(value, retired) }
  return unknown(
    value,
    toCandidates(dataset.similarIds(name, value)),
    `; /v1/${name} lists what is`,
  )
}

/** A record by the name of its collection and its id, whether claims are made about it or not. */
function resolveRecord(dataset: Dataset, value: string): Resolved {
  if (claimsAbout(dataset, value)) return { value }
  const retired = dataset.fate(value)
  if (retired) return { fault: retiredFault(value, retired, path => path) }
  return unknown(
    value,
    toCandidates(similarRecords(dataset, value)),
    '; it is a collection and an id',
  )
}

/** The paths of records with an id like that in a path, of its collection if claims are made about its like. */
function similarRecords(dataset: Dataset, path: string): string[] {
  const { name, id } = subjectOf(path) ?? { name: undefined, id: idOf(path) }
  return (name ? [name] : claimed).flatMap(one =>
    dataset.similarIds(one, id).map(other => recordPath(one, other)),
  )
}
