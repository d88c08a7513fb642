import { type CollectionName, collection, pathOf } from '../../model/collections.ts'
import { type CommonFilter, commonFilters, type World } from '../../model/filter.ts'
import { allSubjects } from '../../model/filters.ts'
import type { Region } from '../../model/region.ts'
import type { BuildInput } from './derive.ts'

export type CommonValues = Partial<Record<CommonFilter, string[]>>

const names = [
  ...(['actions', 'rules', 'cases', 'licences'] as const),
  ...(['actors', 'regions', 'documents'] as const),
]

/** The values that each record which changed has in the filters that changes share with it, by its path. */
export function commonValues({ records, history }: BuildInput, world: World) {
  const wanted = new Set(history.changes.flatMap(({ record }) => allSubjects(record, world)))
  const values = new Map<string, CommonValues>()
  for (const name of names)
    for (const record of records[name]) {
      const path = pathOf(name, record)
      if (wanted.has(path)) values.set(path, valuesOf(name, record, world))
    }
  return values
}

function valuesOf(name: CollectionName, record: unknown, world: World): CommonValues {
  const filters = collection(name).filters.filter(filter => isCommon(filter.name))
  const entries = filters.map(({ name, keys }) => [name, plain(keys?.(record, world) ?? [])])
  const own = name === 'regions' ? { region: world.upwards((record as Region).code) } : {}
  return { ...Object.fromEntries(entries), ...own }
}

const isCommon = (name: string): boolean => commonFilters.some(common => common === name)

/** Values without those that have qualifiers. */
const plain = (keys: string[]): string[] => [...new Set(keys.filter(key => !key.includes(' ')))]
