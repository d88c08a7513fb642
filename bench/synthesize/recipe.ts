import type { Actor } from '../../src/model/actor.ts'
import type { SourceDocument } from '../../src/model/document.ts'
import { makeActors } from './actors.ts'
import { Calendar } from './calendar.ts'
import { makeDocuments } from './documents.ts'
import { Ids } from './ids.ts'
import { makeWords } from './words.ts'

/** What each action is made with: what is the same for all of them. */
export type Recipe = {
  seed: number
  count: number
  words: string[]
  calendar: Calendar
  ids: Ids
  actors: Actor[]
  /** The actors of each kind, those that are named most often first. */
  actorsOf: Map<string, Actor[]>
  documents: SourceDocument[]
  /** The reports, those that tell most first. */
  reports: SourceDocument[]
}

export function makeRecipe(seed: number, count: number): Recipe {
  const words = makeWords(seed)
  const calendar = new Calendar(seed, count)
  const actors = makeActors(seed, words, Math.round(50 * Math.cbrt(count)))
  const documents = makeDocuments(seed, words, calendar)
  return {
    seed,
    count,
    words,
    calendar,
    ids: new Ids(seed, calendar, words, count),
    actors: [...actors].sort(byId),
    actorsOf: Map.groupBy(actors, ({ kind }) => kind),
    documents,
    reports: documents.filter(({ kind }) => kind === 'report').sort(byId),
  }
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
