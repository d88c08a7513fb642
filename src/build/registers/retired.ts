import type { RetiredSeed } from '../../model/release.ts'
import type { Entry } from '../seed/seed.ts'
import type { Ids } from './ids.ts'

/** The ids of the records that are derived now, with what they were given to. */
export type Used = {
  /** The id that each licence in the file of ids is served under; undefined for one without rows. */
  licenceOf: (id: string) => string | undefined
  /** The action that stands for a key of the file of ids; undefined if there is none any more. */
  actionOf: (key: string) => string | undefined
  /** The firm of a licence. */
  firmOf: (licence: string) => string | undefined
  isActor: (id: string) => boolean
}

const GONE = 'No reading of the register supports it any more.'
const MERGED = 'Readings of the register show that it is the same.'

/** The ids that no record has any more, each with the record that took its place or without one. */
export function retiredIn(ids: Ids, used: Used): Entry<RetiredSeed>[] {
  const retired = (record: string, into: string | undefined): Entry<RetiredSeed> => ({
    value: {
      record,
      ...(into === undefined ? {} : { into }),
      reason: into === undefined ? 'new-evidence' : 'merge',
      note: into === undefined ? GONE : MERGED,
    },
    at: (_, reason) => ids.at(record, reason),
  })
  return ids.lines.flatMap(({ type, key, id }) => {
    if (type === 'licence') return change('licences', id, used.licenceOf(id), retired)
    if (type === 'action') return change('actions', id, used.actionOf(key), retired)
    if (type === 'reading' || used.isActor(id)) return []
    const licence = used.licenceOf(key)
    return change('actors', id, licence && used.firmOf(licence), retired)
  })
}

const change = (
  list: string,
  id: string,
  now: string | undefined,
  retired: (record: string, into: string | undefined) => Entry<RetiredSeed>,
) => (now === id ? [] : [retired(`${list}/${id}`, now && `${list}/${now}`)])
