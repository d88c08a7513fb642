import {
  type ActorName,
  type Dataset,
  perDataset,
  type StoredRecord,
} from '../../dataset/dataset.ts'
import { type CollectionName, locate, recordPath } from '../../model/collections.ts'
import { daysOf } from '../../model/dates.ts'
import { claimed } from '../../model/fields.ts'
import type { Filter } from '../../model/filter.ts'
import { isoCodes, suggestRegions } from '../../model/iso-regions.ts'
import { quoted, type Reason } from '../../model/issues.ts'
import { fold, nearest } from '../../model/names.ts'
import { decodePath, encodePath } from '../../model/paths.ts'
import { BEGINNING, DATASET } from '../../model/release.ts'
import { retiredReason } from '../record/find.ts'

/**
 * The id or code that a filter's value stands for, or why it is refused, as far as that is known without reading the
 * file: the ETag of an answer follows from it. explainMissing checks the rest.
 */
export function resolveValue(dataset: Dataset, { takes }: Filter, value: string): string | Reason {
  if ('actor' in takes) return resolveActor(dataset, takes.actor, value)
  if ('region' in takes) return resolveRegion(dataset, value)
  if ('record' in takes) return decodePath(value)
  return 'release' in takes ? resolveRelease(dataset, value) : value
}

/** Whether a text that holds a comma is one value of a filter: codes and ids hold none. */
export function isKnown(
  dataset: Dataset,
  of: CollectionName,
  { name, takes }: Filter,
  text: string,
): boolean {
  if ('actor' in takes) return namesByText(dataset).has(fold(text))
  if ('record' in takes) return findByPath(dataset, decodePath(text)) !== undefined
  return 'known' in takes && dataset.has(of, name, text)
}

function findByPath(dataset: Dataset, path: string): StoredRecord | undefined {
  const at = locate(path)
  return at && dataset.find(at.name, at.id)
}

const LISTED = 50

function unknown(value: string, candidates: string[], hint = ''): Reason {
  const message = `${quoted(value)} is not known${hint}`
  const allowed = candidates.length <= LISTED ? { allowed: [...new Set(candidates)] } : {}
  return { message, ...allowed, did_you_mean: nearest(value, candidates) }
}

/**
 * A release after which something changed; for a day, month or year the last release before it. An unreleased state
 * stands for the release that it follows, so that no later change is missed.
 */
function resolveRelease({ meta: { releases } }: Dataset, value: string): string | Reason {
  const days = daysOf(value)
  if (days) return releases.findLast(({ date }) => date < days[0])?.version ?? BEGINNING
  const version = value.replace(/-unreleased$/, '')
  const known = [...releases.map(({ version }) => version), BEGINNING]
  return known.includes(version) ? version : unknown(value, known)
}

const lists: Record<string, string> = { agency: 'agencies', exchange: 'exchanges' }

/** The names and identifiers of the actors by their folded text, and the names by the id of their actor. */
const namesByText = perDataset(({ names, identifiers }) => {
  const byText = Map.groupBy([...names, ...identifiers], ({ folded }) => folded)
  for (const [id, own] of Map.groupBy(names, ({ id }) => id))
    byText.set(id, [...own, ...(byText.get(id) ?? [])])
  return byText
})

/** The actor of a kind, or of any if it is null, that has an id or else a name. */
function resolveActor(dataset: Dataset, kind: string | null, value: string): string | Reason {
  const wanted = fold(value)
  const isOfKind = (name: ActorName) => kind === null || name.kind === kind
  const named = namesByText(dataset).get(wanted)?.filter(isOfKind)
  const allowed = [...new Set(named?.map(({ id }) => id))]
  if (allowed.includes(wanted)) return wanted
  if (allowed.length === 1) return allowed[0]!
  if (allowed.length > 1)
    return { message: `${quoted(value)} is the name of several actors; give an id`, allowed }
  const hint = `; /v1/${kind === null ? 'actors' : lists[kind]} lists them all`
  const texts = dataset.names.filter(isOfKind).flatMap(({ id, name }) => [id, name])
  return retiredReason(dataset, `actors/${wanted}`, value) ?? unknown(value, texts, hint)
}

function resolveRegion(dataset: Dataset, value: string): string | Reason {
  const { regions } = dataset
  if (regions.has(value)) return value
  const retired = retiredReason(dataset, `regions/${value}`, value)
  if (retired) return retired
  if (isoCodes.has(value)) return value
  const message = `${quoted(value)} is not the code of a region in ISO 3166 or UN M49; /v1/regions lists the others`
  return { message, did_you_mean: suggestRegions(regions, value) }
}

/** Why a value that no record of a collection has is refused; undefined if it is right and there is just none. */
export function explainMissing(
  dataset: Dataset,
  of: CollectionName,
  { name, takes }: Filter,
  value: string,
): Reason | undefined {
  if ('id' in takes) return explainId(dataset, takes.id, value)
  if ('record' in takes) return explainRecord(dataset, value)
  return 'known' in takes ? unknown(value, dataset.similarValues(of, name, value)) : undefined
}

/** Why no record of a collection has an id; undefined if one has. */
function explainId(
  dataset: Dataset,
  names: readonly CollectionName[],
  id: string,
): Reason | undefined {
  if (names.some(name => dataset.find(name, id))) return undefined
  const hint = `; ${names.map(name => `/v1/${name}`).join(' and ')} ${names.length > 1 ? 'list' : 'lists'} them all`
  const retired = names.map(name => retiredReason(dataset, recordPath(name, id), id))
  return (
    retired.find(reason => reason !== undefined) ??
    unknown(
      id,
      names.flatMap(name => dataset.similarIds(name, id)),
      hint,
    )
  )
}

/** Why there is no record at a path; undefined if there is one. */
function explainRecord(dataset: Dataset, path: string): Reason | undefined {
  if (path === DATASET || findByPath(dataset, path)) return undefined
  const at = locate(path)
  const [names, id] = at ? [[at.name], at.id] : [claimed, path]
  const similar = names.flatMap(name =>
    dataset.similarIds(name, id).map(other => encodePath(recordPath(name, other))),
  )
  const hint = '; it is a collection and an id'
  return retiredReason(dataset, path, path, encodePath) ?? unknown(path, similar, hint)
}
