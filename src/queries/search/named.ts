import { type Dataset, perDataset } from '../../dataset/dataset.ts'
import { idOf, locate, recordPath } from '../../model/collections.ts'
import { suggestRegions } from '../../model/iso-regions.ts'
import { wordsOf } from '../../model/names.ts'
import { searchedViews } from '../../model/views.ts'
import { terms } from '../../model/vocabulary.ts'
import { allNames, type RecordName } from './similar.ts'
import { isSmall } from './text.ts'

/** A record that a part of a text names, and the other words that say something. */
export type NamedPart = { path: string; rest: string }

/** The names of everything, by their words. */
const namesByWords = perDataset(async (dataset): Promise<ReadonlyMap<string, string[]>> => {
  const ids = dataset.identifiers.map(({ id, name }) => ({ path: recordPath('actors', id), name }))
  const codes = [...dataset.regions.keys()].map(code => ({
    path: recordPath('regions', code),
    name: code,
  }))
  const others = terms.map(({ id, code }) => ({ path: recordPath('terms', id), name: code }))
  const byWords = new Map<string, Set<string>>()
  for (const { path, name } of [...(await allNames(dataset)), ...ids, ...codes, ...others]) {
    const key = wordsOf(name).join(' ')
    byWords.set(key, (byWords.get(key) ?? new Set()).add(path))
  }
  return new Map([...byWords].map(([key, paths]) => [key, [...paths]]))
})

const MOST_EXACT = 6

/** The paths of the records of which a text is the name, an id or a code; the one with most events first. */
export async function namedExactly(dataset: Dataset, text: string): Promise<string[]> {
  const names = await namesByWords(dataset)
  const words = wordsOf(text)
  const named = names.get(words.join(' ')) ?? (await begunBy(dataset, words))
  const all = new Set([...identified(dataset, text.trim()), ...named])
  return byEvents(dataset, [...all]).slice(0, MOST_EXACT)
}

/** The records with this id, or at this path. */
function identified(dataset: Dataset, text: string): string[] {
  const at = locate(text)
  const isSearched = searchedViews.some(({ of }) => of === at?.name)
  if (at && isSearched && dataset.find(at.name, at.id)) return [text]
  return searchedViews
    .filter(({ of }) => dataset.find(of, text))
    .map(({ of }) => recordPath(of, text))
}

const LONG_ENOUGH = 2

/** The rules and cases with a title that begins with these words, if they are enough to mean a title. */
async function begunBy(dataset: Dataset, words: string[]): Promise<string[]> {
  if (words.length < LONG_ENOUGH) return []
  const begins = ({ path, name }: RecordName) =>
    /^(?:rules|cases)\//.test(path) && `${wordsOf(name).join(' ')} `.startsWith(beginning)
  const beginning = `${words.join(' ')} `
  return (await allNames(dataset)).filter(begins).map(({ path }) => path)
}

const filterOf: Record<string, string> = {
  actors: 'actor',
  regions: 'region',
  rules: 'matter',
  cases: 'matter',
}

/** How many events name a record; 0 for other records than actors, places, rules and cases. */
export function countEvents(dataset: Dataset, path: string): number {
  const [list = ''] = path.split('/')
  const filter = filterOf[list]
  return filter === undefined ? 0 : dataset.list('actions', filter, idOf(path)).length
}

const byEvents = (dataset: Dataset, paths: string[]): string[] =>
  paths
    .map(path => ({ path, events: countEvents(dataset, path) }))
    .sort((a, b) => b.events - a.events)
    .map(({ path }) => path)

/** Codes of so few letters are also words. */
const SHORT_CODE = 2
const MOST_PARTS = 6

/**
 * The actors, rules, cases and places that parts of a text name, the longest parts first: of a question such as
 * `SEC v. Binance` or `France exchange`. A short code counts only in capitals.
 */
export async function namedWithin(dataset: Dataset, text: string): Promise<NamedPart[]> {
  const names = await namesByWords(dataset)
  const words = wordsOf(text)
  const found: NamedPart[] = []
  const isTaken = new Set<number>()
  for (const [from, to] of runsOf(words.length)) {
    const key = words.slice(from, to).join(' ')
    const paths = names.get(key)?.filter(path => !path.startsWith('vocabulary/')) ?? []
    const isWord = key.length <= SHORT_CODE && !text.includes(key.toUpperCase())
    const places = Array.from({ length: to - from }, (_, at) => from + at)
    if (paths.length === 0 || isWord || places.some(place => isTaken.has(place))) continue
    for (const place of places) isTaken.add(place)
    const rest = words
      .toSpliced(from, to - from)
      .filter(word => !isSmall(word))
      .join(' ')
    found.push({ path: byEvents(dataset, paths)[0]!, rest })
  }
  return found.slice(0, MOST_PARTS)
}

const MOST_WORDS = 12

/** The runs of some of a number of words, the longest first; without that of all. */
function* runsOf(count: number): Generator<[from: number, to: number]> {
  const words = Math.min(count, MOST_WORDS)
  for (let length = words - 1; length > 0; length--)
    for (let from = 0; from + length <= words; from++) yield [from, from + length]
}

/** The places that a text may mean that is the name or code of none, such as UK. */
export const placesLike = ({ regions }: Dataset, text: string): string[] =>
  suggestRegions(regions, text)
    .filter(code => regions.has(code))
    .map(code => recordPath('regions', code))
