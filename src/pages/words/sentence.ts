import type { Filter } from '../../model/filter.ts'
import type { Query } from '../../queries/list/query.ts'
import { toSentence } from '../../queries/list/sentence.ts'
import { regionName, type Site, wordOf } from '../site.ts'
import { placeInWords } from './places.ts'

/** How a value of a filter is written for people: codes in plain words, ids as the names of their records. */
export function sayFor({ dataset }: Pick<Site, 'dataset'>) {
  return ({ takes }: Filter, value: string): string => {
    if ('region' in takes) return placeInWords(regionName({ dataset }, value))
    if ('scheme' in takes) return wordOf(takes.scheme, value)
    const names = 'actor' in takes ? (['actors'] as const) : 'id' in takes ? takes.id : []
    const found = names.map(name => dataset.find(name, value)).find(record => record)
    return found ? `“${found.title}”` : value
  }
}

/** A query as a sentence with names in place of ids, beginning with a capital. */
export function querySentence(site: Pick<Site, 'dataset'>, query: Query, order = true): string {
  const text = toSentence(query, order, sayFor(site)).replace(/^actions/, 'events')
  return text[0]!.toUpperCase() + text.slice(1)
}
