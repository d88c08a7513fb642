import t from 'tap'
import { assertProblem, testApp } from './fixtures/app.ts'
import { inventedSeed } from './fixtures/invented.ts'
import { type Asked, isWanted, parametersOf, readKnown, valuesOf } from './fixtures/oracle.ts'
import { daysIn, endsOf, FIRST, isDated, LAST } from './fixtures/oracle-dates.ts'

type Action = (typeof known.actions)[number]
type Count = { group: Record<string, string>; certain: number; possible: number }
/** A group: its value, and its days if it is a period. */
type Group = { value: string; days?: [string, string] }

const { get } = await testApp(t, { seed: inventedSeed(t) })
const known = await readKnown(get)
const everything: Asked = { wanted: {}, unwanted: {} }

const pad = (number: number) => String(number).padStart(2, '0')
const years = Array.from({ length: 60 }, (_, i) => String(1980 + i))
const months = years.flatMap(year => Array.from({ length: 12 }, (_, i) => `${year}-${pad(i + 1)}`))
const toQuarter = (year: string, i: number): Group => ({
  value: `${year}-Q${i + 1}`,
  days: [`${year}-${pad(i * 3 + 1)}-01`, daysIn(`${year}-${pad(i * 3 + 3)}`)[1]],
})

/** Every period that the dataset may speak of. */
const periods: Record<string, Group[]> = {
  year: years.map(value => ({ value, days: daysIn(value) })),
  quarter: years.flatMap(year => [0, 1, 2, 3].map(i => toQuarter(year, i))),
  month: months.map(value => ({ value, days: daysIn(value) })),
}
const attributes = ['kind', 'type', 'region', 'actor', 'activity', 'document']

/** The periods from the first day of an action to the last one, within the days asked for; no end without bounds. */
function periodsOf(name: string, actions: Action[], { from, to }: Asked): Group[] {
  const first = from ? daysIn(from)[0] : FIRST
  const last = to ? daysIn(to)[1] : LAST
  const cut = (day: string) => (day < first ? first : day > last ? last : day)
  const ends = actions.flatMap(({ date }) => endsOf(date).map(cut))
  const known = ends.filter(day => day !== FIRST && day !== LAST).sort()
  return (periods[name] ?? []).flatMap(({ value, days: [begins, ends] = ['', ''] }) =>
    ends < (known[0] ?? LAST) || begins > (known.at(-1) ?? FIRST)
      ? []
      : { value, days: [cut(begins), cut(ends)] },
  )
}

const groupsOf = (name: string, actions: Action[], asked: Asked): Group[] =>
  name in periods
    ? periodsOf(name, actions, asked)
    : [...new Set(actions.flatMap(action => valuesOf[name]?.(action, known) ?? []))].map(value => ({
        value,
      }))

const isIn = (action: Action, name: string, { value, days }: Group, match: string): boolean =>
  days
    ? isDated(action.date, ...days, match)
    : (valuesOf[name]?.(action, known) ?? []).includes(value)

const areApart = ({ days: a }: Group, { days: b }: Group) => a && b && (a[1] < b[0] || b[1] < a[0])

/** The counts as plain loops over all actions give them. */
function countsOf(asked: Asked, names: string[]): Count[] {
  const selected = (date_match: 'certain' | 'possible') =>
    known.actions.filter(action => isWanted(action, { ...asked, date_match }, known))
  const possible = selected('possible')
  const certain = selected('certain')
  const [first = [], second] = names.map(name => groupsOf(name, possible, asked))
  const pairs = second
    ? first.flatMap(a => second.filter(b => !areApart(a, b)).map(b => [a, b]))
    : first.map(a => [a])
  const count = (actions: Action[], groups: Group[], match: string) =>
    actions.filter(action =>
      groups.every((group, at) => isIn(action, names[at] ?? '', group, match)),
    ).length
  return pairs
    .map(groups => ({
      group: Object.fromEntries(groups.map(({ value }, at) => [names[at], value])),
      certain: count(certain, groups, 'certain'),
      possible: count(possible, groups, 'possible'),
    }))
    .filter(({ possible }) => possible > 0 || names.some(name => name in periods))
}

const inOneOrder = (counts: Count[]) =>
  counts.toSorted((a, b) => (JSON.stringify(a.group) < JSON.stringify(b.group) ? -1 : 1))

const requests: Asked[] = [
  everything,
  { ...everything, from: '2021-05', to: '2021-09' },
  { ...everything, from: '2021-09-20' },
  { ...everything, to: '2019' },
  { wanted: { kind: ['industry'] }, unwanted: { region: ['HK'] }, from: '2020-02-15' },
  { wanted: { region: ['CN-NM'] }, unwanted: {}, region_exact: true },
  { wanted: { actor: ['huobi', 'okex'], role: ['issuer'] }, unwanted: {}, planned: false },
]

for (const name of [...Object.keys(periods), ...attributes])
  t.test(`counts by ${name} are those of plain loops`, async t => {
    for (const asked of requests) {
      const url = `/v1/counts?group_by=${name}&${parametersOf(asked)}`
      const { json } = await get(url)
      const expected = countsOf(asked, [name])
      t.ok(expected.length > 0)
      t.strictSame(inOneOrder(json.data), inOneOrder(expected), url)
      const total = known.actions.filter(action => isWanted(action, asked, known)).length
      t.equal(json.meta.total, total, url)
    }
  })

t.test('counts by two things are those of plain loops, whichever comes first', async t => {
  const names = [...Object.keys(periods), ...attributes]
  const asked: Asked = { ...everything, from: '2021-05-15', to: '2021-11-02' }
  for (const first of names)
    for (const second of names) {
      if (first === second) continue
      const url = `/v1/counts?group_by=${first},${second}&${parametersOf(asked)}`
      const { json } = await get(url)
      t.strictSame(inOneOrder(json.data), inOneOrder(countsOf(asked, [first, second])), url)
    }
})

t.test('months without an action are shown between others, in order', async t => {
  const ids = 'id=invented-interval,invented-range'
  const { json } = await get(`/v1/counts?group_by=month&${ids}`)
  t.strictSame(
    json.data.map(({ group }: Count) => group.month),
    months.slice(months.indexOf('2020-01'), months.indexOf('2021-11') + 1),
  )
  const numbers = json.data.map(({ certain, possible }: Count) => [certain, possible])
  t.strictSame(numbers.slice(13, -1), [[0, 1], [0, 1], ...Array(7).fill([0, 0])])
  t.strictSame(numbers.at(-1), [1, 1])
})

t.test('counts say what they count, and of nothing give coverage', async t => {
  const { json } = await get('/v1/counts?group_by=kind&region=FR')
  t.match(json, {
    data: [],
    meta: { total: 0, unit: 'distinct actions', coverage: { kinds: Array } },
  })
  t.match(json.meta.query, /FR/)
  t.match(json.meta.note, /possible/)
  t.notOk('coverage' in (await get('/v1/counts?group_by=kind')).json.meta)
})

t.test('counts take the words of a search, and no date_match: both columns are there', async t => {
  const { json } = await get('/v1/counts?group_by=kind&q=mining')
  t.equal(json.meta.total, (await get('/v1/actions?q=mining')).json.meta.total)
  const sum = json.data.reduce((sum: number, { possible }: Count) => sum + possible, 0)
  t.equal(sum, json.meta.total, 'an action has one kind')
  assertProblem(t, await get('/v1/counts?group_by=kind&date_match=certain'), 400, 'bad-parameter')
})
