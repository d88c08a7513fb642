import { commonWords, rareWords } from './synthesize/words.ts'

const random = (below: number) => Math.floor(Math.random() * below)
const oneOf = <T>(items: readonly T[]): T => items[random(items.length)] as T

/** The items in steps of a prime, so that neighbours are far apart: each once if it does not divide their number. */
const scatter = <T>(items: T[]): T[] => items.map((_, i) => items[(i * 7_919) % items.length] as T)

const day = (first: number, years: number) =>
  `${first + random(years)}-0${1 + random(9)}-${10 + random(19)}`

/** The ids of all actions, scattered. */
export async function readIds(url: string): Promise<string[]> {
  const text = await (await fetch(`${url}/v1/actions?format=ndjson&fields=id`)).text()
  return scatter(text.trimEnd().split('\n')).map(line => JSON.parse(line).id)
}

/** The total of a list, and the cursor of its second page. */
export async function readMeta(url: string): Promise<{ total: number; next: string }> {
  const { meta } = JSON.parse(await (await fetch(url)).text())
  return meta
}

/** Another cursor of the same query: its last item is the place of the page, see src/queries/cursor.ts. */
function moveCursor(cursor: string, place: number): string {
  const items = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  return Buffer.from(JSON.stringify([...items.slice(0, -1), place])).toString('base64url')
}

/** All full pages under some filters, scattered. */
export async function pagesOf(url: string, filters = ''): Promise<string[]> {
  const path = `/v1/actions?limit=100${filters}`
  const { total, next } = await readMeta(url + path)
  const places = scatter(Array.from({ length: total - 100 }, (_, i) => 1 + i))
  return places.map(place => `${path}&cursor=${moveCursor(next, place)}`)
}

/** Searches for words that 100 actions have. */
export const rareSearches = (): string[] =>
  [...Array(25).keys()].flatMap(i => rareWords.map(word => `/v1/actions?q=${word}&limit=${40 + i}`))

const regions = ['CN', 'US', 'DE', 'JP', 'CA']

/** Counts under three filters: region, activity and dates. */
export const counts = (): string[] =>
  Array.from({ length: 10_000 }, () => {
    const filters = `region=${oneOf(regions)}&activity=${oneOf(['trading', 'mining', 'payment'])}`
    return `/v1/counts?group_by=month,type&${filters}&from=${day(2009, 5)}&to=${day(2019, 6)}`
  })

/** A filter that all actions pass, and that makes a query a new one. */
const all = () => `from=${day(1980, 19)}`
const word = () => oneOf(commonWords)

/** The most expensive legal queries. */
const worst: ((id: string) => string)[] = [
  () => `search?q=${word()}%20${word()}&limit=${50 + random(50)}`,
  () => `search?q=${word().slice(0, 3)}*&limit=${50 + random(50)}`,
  () => `actions?q=${word()}&sort=relevance&limit=500&${all()}`,
  () => `actions?q=%22${word()}%20${word()}%22&limit=500&${all()}`,
  () => `counts?group_by=month,type&${all()}`,
  () => `counts?group_by=actor&${all()}`,
  () => `counts?group_by=region,type&in_force_on=${day(2013, 9)}`,
  () => `actions?in_force_on=${day(2013, 9)}&limit=500`,
  () => `actions?include=claims,documents,linked&limit=100&${all()}`,
  () => `actions?format=atom&limit=500&${all()}`,
  () => `actions?format=ndjson&fields=id,actors&${all()}`,
  id => `actions/${id}/chain?depth=10`,
]

/** Pages for people that nobody has asked for before: lists of actions with their filters and drawings, and single actions. */
export const peoplesPages = (ids: string[]): Record<string, string[]> => ({
  'page of all actions': Array.from({ length: 500 }, () => `/actions?not_kind=licensing&${all()}`),
  'page of a place and a year': Array.from({ length: 500 }, () => {
    const year = 2010 + random(12)
    return `/actions?region=${oneOf(regions)}&from=${day(year, 1)}&to=${year}`
  }),
  'page of an action': ids.map(id => `/actions/${id}`),
})

/** The most expensive queries in turn. */
export const worstQueries = (ids: string[], most: number): string[] =>
  Array.from({ length: most }, (_, i) => `/v1/${worst[i % worst.length]?.(oneOf(ids))}`)

/** Three simple queries and an expensive one in turn. */
export const mixedQueries = (ids: string[], most: number): string[] =>
  worstQueries(ids, most).map((query, i) => {
    const simple = [`/${oneOf(ids)}`, `/${oneOf(ids)}/claims`, `?region=${oneOf(regions)}&${all()}`]
    return i % 4 === 3 ? query : `/v1/actions${simple[i % 4]}`
  })
