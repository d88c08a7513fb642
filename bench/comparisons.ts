import type { Contenders } from './contenders.ts'
import { cursorAt } from './cursors.ts'
import type { Server } from './launch.ts'
import { gets } from './load.ts'
import type { Comparison, Contender } from './measure.ts'
import { type Question, questions } from './questions.ts'
import { oneOf, type Subjects } from './subjects.ts'

const MANY = 10
const SOME = 5_000

/** Days with more than a page of actions before each. */
const dates = ['2018-02-01', '2018-06-01', '2021-05-20', '2021-07-01', '2021-08-15', '2021-10-01']
const before = (path: (day: string) => string) => dates.map(path)

/** What the others are asked where ours is asked for one action, and for a page. */
const byId: Record<string, (id: string) => string> = {
  stringify: id => `/actions/${id}`,
  platformatic: id => `/actions/${id}`,
  soul: id => `/api/tables/actions/rows/${id}`,
  'json-server': id => `/actions/${id}`,
}
const pages: Record<string, string[]> = {
  stringify: before(day => `/actions?before=${day}`),
  'stringify, whole records': before(day => `/whole-actions?before=${day}`),
  platformatic: before(
    day => `/actions/?limit=100&orderby.dateEarliest=desc&where.dateEarliest.lt=${day}`,
  ),
  soul: before(
    day =>
      `/api/tables/actions/rows?_limit=100&_ordering=-date_earliest&_filters=date_earliest__lt:${day}`,
  ),
  'json-server': ['/actions?_page=3&_limit=100', '/actions?_page=500&_limit=100'],
}

const contender = (name: string, server: Server, paths: string[], etag?: string): Contender => ({
  name,
  server,
  requests: gets(paths),
  etag,
})

const KNOWN = '/v1/actions?limit=100'

/** What ours sends to which the servers of fixed bytes are held, by the path where these send the same. */
export const fixedAnswers = (subjects: Subjects): Record<string, string> => ({
  'by-id': `/v1/actions/${oneOf(subjects.ids)}`,
  page: KNOWN,
  // For pages from everywhere, one from the middle.
  'middle-page': `${KNOWN}&cursor=${cursorAt(subjects.next, Math.floor(subjects.ids.length / 2))}`,
})

/** All that is compared at one size. */
export async function comparisonsOf(all: Contenders, subjects: Subjects): Promise<Comparison[]> {
  const ours = (name: Question, as = 'ours') => contender(as, all.ours, questions[name](subjects))
  const others = (paths: Record<string, string[]>, etag?: string): Contender[] =>
    Object.entries(paths).flatMap(([name, asked]) => {
      const server = all[name.split(',')[0] as keyof Contenders]
      return server ? [contender(name, server, asked, etag)] : []
    })
  const fixed = (path: string, etag?: string) => others({ bare: [path], naked: [path] }, etag)
  const ids = subjects.ids.slice(0, SOME)
  const byOthers = Object.entries(byId).map(([name, path]) => [name, ids.map(path)])
  const etag = (await fetch(all.ours.url + KNOWN)).headers.get('etag') as string
  const many = (name: string, contenders: Contender[]) => ({ name, connections: MANY, contenders })
  return [
    many('by id', [ours('by id'), ...fixed('/by-id'), ...others(Object.fromEntries(byOthers))]),
    many('page from memory', [ours('page from memory'), ...fixed('/page')]),
    many('page', [ours('page'), ...fixed('/middle-page'), ...others(pages)]),
    many('304', [contender('ours', all.ours, [KNOWN], etag), ...fixed('/page-304', etag)]),
    many('filtered page', [ours('filtered page')]),
    many('search, newest first', [ours('search, newest first')]),
    many('search, ranked', [ours('search, ranked')]),
    { name: 'counts, month × type', connections: 1, contenders: [ours('counts, month × type')] },
    {
      name: 'depth',
      connections: 1,
      contenders: [ours('page 1', 'page 1'), ours('page 1,000', 'page 1,000')],
    },
  ]
}

const sizes: Question[] = [
  'by id',
  'page',
  'filtered page',
  'search, newest first',
  'counts, month × type',
]

/** The same questions to datasets of two sizes, one at a time. */
export const comparisonsOfSizes = (
  small: { server: Server; subjects: Subjects },
  large: { server: Server; subjects: Subjects },
): Comparison[] =>
  sizes.map(name => ({
    name: `${name}, by size`,
    connections: 1,
    contenders: Object.entries({ small, large }).map(([size, { server, subjects }]) =>
      contender(size, server, questions[name](subjects)),
    ),
  }))
