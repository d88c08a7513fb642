import { type Dataset, perDataset } from '../../dataset/dataset.ts'
import { mapInBatches } from '../../model/batches.ts'
import { type CollectionName, recordPath } from '../../model/collections.ts'
import type { Matter } from '../../model/matter.ts'
import { prepareName, similarity, wordsOf } from '../../model/names.ts'
import { terms } from '../../model/vocabulary.ts'

/** A name, and the path of the record that has it. */
export type RecordName = { path: string; name: string }

/** A record with a name that resembles a text; the score goes from 0 to 1. */
export type SimilarName = RecordName & { score: number }

/** Names as they are compared; each is prepared once. */
const known = new Map<string, ReturnType<typeof prepareName>>()

function prepared(name: string) {
  const found = known.get(name) ?? prepareName(name)
  known.set(name, found)
  return found
}

const LEAST = 0.6
const SHORTEST = 4
const NAMES_AT_ONCE = 250
const plain = /^(?:[\p{L}\p{N}\p{M}\s.'&]|(?<=\p{L})-(?=\p{L}))+$/u

/** The records with a name similar to a text, the most similar first; none for a text that asks for more than a name. */
export async function similarNames(
  names: Iterable<RecordName>,
  text: string,
  most: number,
  least = LEAST,
): Promise<SimilarName[]> {
  if (!plain.test(text) || text.length < SHORTEST) return []
  const wanted = prepareName(text)
  const scored = await mapInBatches(names, NAMES_AT_ONCE, ({ path, name }) => {
    return { path, name, score: similarity(wanted, prepared(name)) }
  })
  const similar = scored.filter(({ score }) => score >= least).sort((a, b) => b.score - a.score)
  const best = Map.groupBy(similar, ({ path }) => path).values()
  return [...best.map(([first]) => first!).take(most)]
}

/** Every name of the actors. */
export const actorNames = ({ names }: Dataset): RecordName[] =>
  names.map(({ id, name }) => ({ path: recordPath('actors', id), name }))

/** The names of everything that people call by a name: actors, rules, cases, places and codes. */
export async function allNames(dataset: Dataset): Promise<RecordName[]> {
  return [...actorNames(dataset), ...(await otherNames(dataset))]
}

const LONG_WORD = 5
const MOST_WORDS = 4
const LEAST_OF_WORD = 0.8
const MOST_OF_WORD = 2

/** The records with a name similar to a text, or else to one of its longer words. */
export async function similarRecords(
  dataset: Dataset,
  text: string,
  most: number,
): Promise<SimilarName[]> {
  const names = await allNames(dataset)
  const similar = await similarNames(names, text, most)
  if (similar.length > 0) return similar
  const words = wordsOf(text)
    .filter(({ length }) => length >= LONG_WORD)
    .slice(0, MOST_WORDS)
  const found = await Promise.all(
    words.map(word => similarNames(names, word, MOST_OF_WORD, LEAST_OF_WORD)),
  )
  return found.flat().slice(0, most)
}

const RECORDS_AT_ONCE = 50

const otherNames = perDataset(async (dataset): Promise<RecordName[]> => {
  const matters = await mapInBatches(mattersOf(dataset), RECORDS_AT_ONCE, namesOfMatter)
  const places = [...dataset.regions.values()].map(({ code, name }) => {
    return { path: recordPath('regions', code), name }
  })
  const codes = terms.map(({ id, label }) => ({ path: recordPath('terms', id), name: label }))
  return [...matters.flat(), ...places, ...codes]
})

type MatterRecord = { list: CollectionName; matter: Matter }

function* mattersOf(dataset: Dataset): Generator<MatterRecord> {
  for (const list of ['rules', 'cases'] as const)
    for (let row = 0; row < dataset.count(list); row++)
      yield { list, matter: JSON.parse(dataset.record(list, row).json) }
}

/** A short name in brackets, such as MiCA or CARF. Shorter ones are names of places, such as UK. */
const bracketed = /\(((?=[^()\s]*[A-Z][^()\s]*[A-Z])[^()\s]{4,})\)/g

/** The title of a rule or case, its official numbers, and the short names in its title. */
function namesOfMatter({ list, matter: { id, title, numbers } }: MatterRecord): RecordName[] {
  const short = [...title.matchAll(bracketed)].map(([, name]) => name!)
  const path = recordPath(list, id)
  return [title, ...short, ...numbers.map(({ value }) => value)].map(name => ({ path, name }))
}
