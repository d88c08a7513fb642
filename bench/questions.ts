import { cursorAt } from './cursors.ts'
import { oneOf, random, type Subjects, shuffled, wordsOf } from './subjects.ts'

const MANY = 20_000
/** So many that the turn of hardly any comes twice in a run: an answer that is made again is kept. */
const MOST = 100_000

const many = (path: () => string): string[] => Array.from({ length: MANY }, path)

/** The paths of each question, different enough that none is answered from memory but where that is asked for. */
export const questions = {
  'by id': ({ ids }: Subjects) =>
    shuffled(ids.length, MOST).map(place => `/v1/actions/${ids[place]}`),
  'page from memory': () => ['/v1/actions?limit=100'],
  page: ({ ids, next }: Subjects) =>
    shuffled(ids.length - 100, MOST).map(place => pageAt('limit=100', next, place)),
  'page 1': ({ next }: Subjects) => many(() => pageAt('limit=100', next, random(5_000))),
  'page 1,000': ({ next }: Subjects) =>
    many(() => pageAt('limit=100', next, 94_900 + random(5_000))),
  'filtered page': ({ filtered }: Subjects) =>
    many(() => {
      const { filters, total, next } = oneOf(filtered)
      return pageAt(`${filters}&limit=100`, next, random(total - 100))
    }),
  'search, newest first': ({ summaries }: Subjects) =>
    many(() => `/v1/actions?q=${someWords(summaries)}&limit=50`),
  'search, ranked': ({ summaries }: Subjects) => many(() => `/v1/search?q=${someWords(summaries)}`),
  'counts, month × type': ({ filtered }: Subjects) =>
    many(() => {
      const [, region] = oneOf(filtered).filters.split('&')
      const activity = oneOf(['trading', 'mining', 'exchange-service'])
      const dates = `from=${aDay(2009, 5)}&to=${aDay(2019, 6)}`
      return `/v1/counts?group_by=month,type&${region}&activity=${activity}&${dates}`
    }),
} satisfies Record<string, (subjects: Subjects) => string[]>

export type Question = keyof typeof questions

const pageAt = (query: string, next: string, place: number) =>
  `/v1/actions?${query}&cursor=${cursorAt(next, 1 + place)}`

/** Three words of one action, so that something is found. */
const someWords = (summaries: string[]): string => {
  const words = wordsOf(oneOf(summaries))
  return [oneOf(words), oneOf(words), oneOf(words)].join('%20')
}

/** A day of one of some years. */
export function aDay(firstYear: number, years: number): string {
  const [month, day] = [1 + random(12), 1 + random(28)].map(part => String(part).padStart(2, '0'))
  return `${firstYear + random(years)}-${month}-${day}`
}
