import { cursorAt } from './cursors.ts'
import type { Request } from './load.ts'
import { aDay } from './questions.ts'
import { oneOf, random, type Subjects } from './subjects.ts'

const get = (path: string): Request => ['GET', path]

/** Days before all actions: a filter that leaves everything, and makes each request one that was never asked before. */
const everything = () => `from=${aDay(1, 1_500).padStart(10, '0')}`

/** What is legal to ask and costs most, different each time. */
export const worstRequests: Record<string, (subjects: Subjects) => Request> = {
  'ranked search of a common word': ({ commonWords }) =>
    get(`/v1/search?q=${oneOf(commonWords)}%20${oneOf(commonWords)}&limit=${50 + random(50)}`),
  'ranked search of a short prefix': ({ commonWords }) =>
    get(`/v1/search?q=${oneOf(commonWords).slice(0, 3)}*&limit=${50 + random(50)}`),
  'search by relevance, 500': ({ commonWords }) =>
    get(`/v1/actions?q=${oneOf(commonWords)}&sort=relevance&limit=500&${everything()}`),
  'search, newest first, 500': ({ commonWords }) =>
    get(`/v1/actions?q=${oneOf(commonWords)}&limit=500&${everything()}`),
  'counts by actor and region': () => get(`/v1/counts?group_by=actor,region&${everything()}`),
  'counts by document and actor': () => get(`/v1/counts?group_by=document,actor&${everything()}`),
  'counts by month and actor': () => get(`/v1/counts?group_by=month,actor&${everything()}`),
  'counts by month and type': () => get(`/v1/counts?group_by=month,type&from=${aDay(1990, 10)}`),
  'counts by actor': () => get(`/v1/counts?group_by=actor&${everything()}`),
  'counts of a search': ({ commonWords }) =>
    get(`/v1/counts?group_by=year,type&q=${oneOf(commonWords)}&${everything()}`),
  'in force on a day': () => get(`/v1/actions?in_force_on=${aDay(2013, 9)}&limit=500`),
  'counts of what is in force': () =>
    get(`/v1/counts?group_by=region,type&in_force_on=${aDay(2013, 9)}`),
  'between far days, certain': () =>
    get(`/v1/actions?${everything()}&to=9999-12-31&date_match=certain&limit=500`),
  'all but some': () => get(`/v1/actions?not_region=CN&not_type=ban&limit=500&${everything()}`),
  'deep page of 500': ({ ids, next }) =>
    get(`/v1/actions?limit=500&cursor=${cursorAt(next, ids.length - 500 - random(5_000))}`),
  'page with all that belongs to it': ({ ids, next }) =>
    get(
      `/v1/actions?limit=100&include=claims,documents,linked&cursor=${cursorAt(next, 1 + random(ids.length - 100))}`,
    ),
  'some fields of 500': ({ ids, next }) =>
    get(
      `/v1/actions?limit=500&fields=id,title,actors,regions,amounts,details&cursor=${cursorAt(next, 1 + random(ids.length - 500))}`,
    ),
  'feed of 500': () => get(`/v1/actions?format=atom&limit=500&${everything()}`),
  'everything as CSV': () => get(`/v1/actions?format=csv&${everything()}`),
  'everything as long CSV': () => get(`/v1/actions?format=csv&shape=long&${everything()}`),
  'everything as NDJSON': () => get(`/v1/actions?format=ndjson&${everything()}`),
  'some fields of everything': () =>
    get(`/v1/actions?format=ndjson&fields=id,actors&${everything()}`),
  'claims of everything': () => get('/v1/claims?format=csv'),
  'unknown action': ({ ids }) => get(`/v1/actions/${oneOf(ids)}x`),
  'unknown claim': ({ ids }) => get(`/v1/claims/actions%2F${oneOf(ids)}.dote.1`),
  'unknown actor in a filter': () => get(`/v1/actions?actor=nobody-${random(1_000_000)}`),
  'unknown linked action': ({ ids }) => get(`/v1/actions?linked_to=${oneOf(ids)}x`),
  'claims of an unknown record': ({ ids }) => get(`/v1/claims?record=actions/${oneOf(ids)}x`),
  'long chain': ({ ids }) => get(`/v1/actions/${oneOf(ids)}/chain?depth=10`),
  'reconciliation of 50 names': () => ['POST', '/v1/reconcile', `queries=${namesToMeet()}`],
}

function namesToMeet(): string {
  const query = () => ({ query: `Exchange of the People ${random(1_000_000)}`, limit: 100 })
  const queries = Array.from({ length: 50 }, (_, i) => [`q${i}`, query()])
  return encodeURIComponent(JSON.stringify(Object.fromEntries(queries)))
}
