import { filtersOf, type ViewName, view } from '../model/collections.ts'
import type { Filter, Takes } from '../model/filter.ts'
import { isIsoCode } from '../model/iso-regions.ts'
import { fold, nearest } from '../model/nearest.ts'
import type { Dataset } from '../store/dataset.ts'
import type { Values } from './query.ts'
import { BadParameters, type Fault, UnknownRecord } from './refusal.ts'

type Resolved = { value: string } | { fault: Omit<Fault, 'parameter'> }

/** Resolves the values of every filter of a view to ids and codes. Throws BadParameters naming each that is unknown. */
export function resolveFilters(dataset: Dataset, name: ViewName, values: Values): Values {
  const faults: Fault[] = []
  const resolved: Values = { ...values }
  for (const filter of filtersOf(name))
    for (const parameter of [filter.name, `not_${filter.name}`]) {
      const given = values[parameter]
      if (!Array.isArray(given)) continue
      const results = given.map(value => resolveValue(dataset, name, filter, value))
      for (const result of results)
        if ('fault' in result) faults.push({ parameter, ...result.fault })
      resolved[parameter] = [
        ...new Set(results.flatMap(result => ('value' in result ? result.value : []))),
      ].sort()
    }
  if (faults.length > 0) throw new BadParameters(faults)
  return resolved
}

function resolveValue(
  dataset: Dataset,
  name: ViewName,
  filter: Filter<unknown>,
  value: string,
): Resolved {
  const { takes } = filter
  if ('scheme' in takes) return { value }
  if ('actor' in takes) return resolveActor(dataset, takes, value)
  if ('region' in takes) return resolveRegion(dataset, value)
  if ('id' in takes) return resolveId(dataset, takes, value)
  const { of } = view(name)
  if (dataset.rows(of, filter.name, value).size > 0) return { value }
  return unknown(value, dataset.values(of, filter.name))
}

const LISTED = 50

function unknown(value: string, candidates: string[], where = ''): Resolved {
  const known = [...new Set(candidates)]
  const allowed = known.length <= LISTED ? { allowed: known } : {}
  return {
    fault: {
      message: `'${value}' is not known${where}`,
      ...allowed,
      did_you_mean: nearest(value, known),
    },
  }
}

function resolveActor(
  dataset: Dataset,
  { actor: kind }: Extract<Takes, { actor: unknown }>,
  value: string,
): Resolved {
  const names = dataset.names.filter(name => kind === null || name.kind === kind)
  const folded = fold(value)
  const byId = names.find(({ id }) => id === folded)
  const ids = byId
    ? [byId.id]
    : [...new Set(names.filter(name => name.folded === folded).map(({ id }) => id))]
  if (ids.length === 1) return { value: ids[0] as string }
  if (ids.length > 1)
    return {
      fault: { message: `'${value}' is the name of several actors; give an id`, allowed: ids },
    }
  const candidates = names.flatMap(({ id, name }) => [id, name])
  return unknown(
    value,
    candidates,
    `; /v1/${kind === null ? 'actors' : plural[kind]} lists what is`,
  )
}

const plural: Record<string, string> = { agency: 'agencies', exchange: 'exchanges' }

function resolveRegion(dataset: Dataset, value: string): Resolved {
  if (dataset.row('regions', value) !== undefined || isIsoCode(value)) return { value }
  const regions = dataset.regions
  const named = regions.filter(({ name }) => fold(name) === fold(value)).map(({ code }) => code)
  const codes = regions.map(({ code }) => code)
  const near = named.length > 0 ? named : nearest(value, codes)
  return {
    fault: {
      message: `'${value}' is not the code of a region`,
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
  return unknown(value, dataset.similarIds(name, value), `; /v1/${name} lists what is`)
}

/** The row of a record of a view; throws UnknownRecord with the nearest ids where it is not there. */
export function findRow(dataset: Dataset, name: ViewName, id: string): number {
  const { of, where } = view(name)
  const row = dataset.row(of, id)
  if (row !== undefined && (!where || dataset.rows(of, where.filter, where.value).has(row)))
    return row
  throw unknownRecord(dataset, name, id)
}

function unknownRecord(dataset: Dataset, name: ViewName, id: string): UnknownRecord {
  const { of, where } = view(name)
  const isHere = (other: string) =>
    !where || dataset.rows(of, where.filter, where.value).has(dataset.row(of, other) as number)
  const candidates = dataset.similarIds(of, id).filter(isHere)
  return new UnknownRecord(`there is no '${id}' among the ${name}`, nearest(id, candidates))
}
