import { cursorAt } from './cursors.ts'
import { oneOf, random, type Subjects, wordsOf } from './subjects.ts'

/** So many different requests that none is answered from memory when its turn comes again. */
const MANY = 20_000
/** Single actions are small: more of them fit into memory. */
const MANY_SMALL = 100_000

const many = (path: () => string, length = MANY): string[] => Array.from({ length }, path)

/** The paths of each question, all different where an answer must not be one that was made before. */
export const questions = {
  'by id': ({ ids }: Subjects) => many(() => `/v1/actions/${oneOf(ids)}`, MANY_SMALL),
  'page from memory': () => ['/v1/actions?limit=100'],
  page: ({ ids, next }: Subjects) =>
    many(() => pageAt('limit=100', next, random(ids.length - 100))),
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
