import type { RetiredSeed } from '../../model/release.ts'
import type { Entry } from '../seed/entry.ts'
import { actionKeys, licenceIds } from './compare/keys.ts'
import type { Grants } from './grants.ts'
import { grantFor } from './naming.ts'
import type { RegisterFolder } from './read/folder.ts'

/** A retired id; one that is derived from a register need not have been released. */
export type RetiredEntry = Entry<RetiredSeed> & { isDerived?: true }

const GONE = 'No reading of the register supports it any more.'
const MERGED = 'Readings of the register show that it is the same.'

/**
 * The ids of a register that no record has any more, each with the record that took its place or without one. `known`
 * are the ids of all actors and actions, `firmOf` gives the firm of a licence.
 */
export function retiredIn(
  { ids, tracks, ends }: RegisterFolder,
  grants: Grants,
  known: ReadonlySet<string>,
  firmOf: (licence: string) => string | undefined,
): RetiredEntry[] {
  const all = tracks.map(track => ({ track, own: licenceIds(track, ids) }))
  /** The id under which each licence of the file is served now. */
  const current = new Map(all.flatMap(({ own }) => own.map(id => [id, own[0]!] as const)))
  const keys = new Set(
    all.flatMap(({ track, own: [id] }) =>
      id === undefined ? [] : actionKeys(id, track, ends.get(track)),
    ),
  )
  const actionOf = (key: string) => {
    const [licence = '', ...rest] = key.split(' ')
    const now = [current.get(licence) ?? licence, ...rest].join(' ')
    return keys.has(now) ? (grantFor(now, grants) ?? ids.get('action', now)) : undefined
  }
  const entries = ids.lines.flatMap(({ type, key, id }) => {
    const entryOf = (list: string, now: string | undefined) =>
      now === id ? [] : [toEntry(`${list}/${id}`, now && `${list}/${now}`, ids.at)]
    if (type === 'licence') return entryOf('licences', current.get(id))
    if (type === 'action') return entryOf('actions', actionOf(key))
    if (type === 'reading' || known.has(id)) return []
    return entryOf('actors', firmOf(current.get(key) ?? ''))
  })
  // A firm has a line for each of its licences.
  return [...new Map(entries.map(entry => [entry.value.record, entry])).values()]
}

const toEntry = (
  record: string,
  into: string | undefined,
  at: (id: string, reason: string) => string,
): RetiredEntry => ({
  isDerived: true,
  value:
    into === undefined
      ? { record, reason: 'new-evidence', note: GONE }
      : { record, into, reason: 'merge', note: MERGED },
  at: (_, reason) => at(record.slice(record.indexOf('/') + 1), reason),
})
