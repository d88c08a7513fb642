import { labelOf } from '../../../model/vocabulary.ts'
import type { Ids } from '../read/ids.ts'
import type { End } from './ends.ts'
import { shown, type Track } from './track.ts'
import type { History, Since } from './versions.ts'

/** The id of a licence, and others that its rows once had. */
export function licenceIds({ keys }: Track, ids: Ids): string[] {
  const own = new Set(keys)
  return ids.lines.flatMap(({ type, key, id }) => (type === 'licence' && own.has(key) ? id : []))
}

/** A change of name, kind or activities between two readings. */
export type Change = Since & {
  /** Its key in the file of ids. */
  text: string
  /** The same for readers. */
  words: string
}

/** The changes of a licence, and when they happened: one of places alone does not count. */
export function changesOf({ names, kinds, activities }: Track): Change[] {
  const all = [
    ...stepsIn(
      'name',
      names,
      value => [value],
      name => `'${name}'`,
    ),
    ...stepsIn('kind', kinds, value => [value], inWords('matter-kind')),
    ...stepsIn('activities', activities, value => value, inWords('activity')),
  ]
  const byReading = Map.groupBy(all, ({ since }) => since.on)
  return [...byReading]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => ({
      ...own[0]!.since,
      text: own.map(it => it.text).join('; '),
      words: own.map(it => it.words).join('; '),
    }))
}

const inWords = (scheme: string) => (code: string) => labelOf(scheme, code).toLowerCase()

const stepsIn = <V>(
  field: string,
  { versions }: History<V>,
  toParts: (value: V) => string[],
  toWords: (part: string) => string,
) =>
  versions.slice(1).map(({ since, value }, i) => {
    const [old, now] = [versions[i]!.value, value].map(toParts) as [string[], string[]]
    return {
      since: since!,
      text: `${field} ${old.join('+')} > ${now.join('+')}`,
      words: `${field} before: ${listed(old, toWords)}; now: ${listed(now, toWords)}`,
    }
  })

const listed = (parts: string[], toWords: (part: string) => string) => parts.map(toWords).join(', ')

/** The keys of the steps of a licence in the file of ids. */
export const grantKey = (licence: string) => `${licence} granted`
export const endKey = (licence: string) => `${licence} ended`
export const changeKey = (licence: string, { text }: Change) => `${licence} ${text}`

/** The keys of the actions that a licence has. */
export const actionKeys = (licence: string, track: Track, end: End | undefined): string[] => [
  ...(shown(track.granted) === undefined ? [] : [grantKey(licence)]),
  ...changesOf(track).map(change => changeKey(licence, change)),
  ...(end ? [endKey(licence)] : []),
]
