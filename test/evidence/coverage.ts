import t from 'tap'
import type { Action } from '../../src/model/action.ts'
import type { Claim } from '../../src/model/claim.ts'
import type { CoverageRow } from '../../src/model/coverage.ts'
import type { SourceDocument } from '../../src/model/document.ts'
import type { Region } from '../../src/model/region.ts'
import { everything, testApp } from '../fixtures/app.ts'
import { readCsv } from '../fixtures/csv.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { readKnown, upwards } from '../fixtures/known.ts'
import { assertRefusals } from '../fixtures/refusals.ts'

const { get } = await testApp(t, { seed: inventedSeed(t) })
const actions = await everything<Action>(get, '/v1/actions?limit=500')
const claims = await everything<Claim>(get, '/v1/claims?limit=500')
const documents = await everything<SourceDocument>(get, '/v1/documents?limit=500')
const regions = await everything<Region>(get, '/v1/regions?limit=500')
const known = await readKnown(get)

const official = new Set(documents.flatMap(({ id, official }) => (official === 'no' ? [] : id)))
const names = new Map(regions.map(({ code, name }) => [code, name]))
const agreeing = claims.filter(({ status }) => status === 'accepted' || status === 'consistent')
const claimsOn = Map.groupBy(agreeing, ({ record }) => record)

/** Where an action counts: in its jurisdictions, else in all regions that it names, else nowhere. */
function placesOf({ regions }: Action): (string | null)[] {
  const own = regions.flatMap(it => (it.role === 'jurisdiction' ? it.code : []))
  const named = own.length > 0 ? own : regions.map(({ code }) => code)
  return named.length > 0 ? [...new Set(named)] : [null]
}

function yearOf({ date: { earliest, latest } }: Action): number | null {
  const [first, last] = [earliest, latest].map(day => day?.slice(0, 4))
  return first !== undefined && first === last ? Number(first) : null
}

/** The coverage as the records of the API give it. */
const expected = [
  ...Map.groupBy(
    actions.flatMap(action =>
      placesOf(action).map(region => ({ region, year: yearOf(action), action })),
    ),
    ({ region, year, action }) => JSON.stringify([region, year, action.kind]),
  ).values(),
].map(group => {
  const { region, year, action } = group[0]!
  const own = group.flatMap(({ action: { id } }) => claimsOn.get(`actions/${id}`)!)
  const sources = new Set(own.map(({ document }) => document).filter(id => official.has(id)))
  const single = group.filter(({ action }) => action.sources.single_source).length
  return {
    ...{ region, name: region && names.get(region), year, kind: action.kind },
    actions: group.length,
    official_sources: sources.size,
    independent_sources: new Set(own.map(({ origin }) => origin)).size,
    single_source_actions: single,
    gaps: [
      sources.size === 0 ? 'no-official-source' : [],
      single === group.length ? 'single-source' : [],
    ].flat(),
  }
})

const keyOf = ({ region, year, kind }: Pick<CoverageRow, 'region' | 'year' | 'kind'>) =>
  [region ?? '', String(year ?? '').padStart(4, ' '), kind].join('\0')

const inOrder = <T extends Pick<CoverageRow, 'region' | 'year' | 'kind'>>(rows: T[]) =>
  rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))

t.test('the coverage counts actions and their sources by jurisdiction, year and kind', async t => {
  const { data, meta } = (await get('/v1/coverage')).json
  t.strictSame(data, inOrder(expected))
  t.equal(meta.total, data.length)
  t.equal(meta.query, 'actions, by jurisdiction, year and kind')
  const { coverage } = (await get('/v1')).json.data
  t.strictSame(meta.gaps, coverage.gaps)
  const named = new Set(
    expected.flatMap(({ region }) => (region === null ? [] : upwards(region, known))),
  )
  const places = regions.filter(({ kind }) => kind === 'country' || kind === 'territory')
  const without = places.map(({ code }) => code).filter(code => !named.has(code))
  t.strictSame(meta.without, without.sort())
  t.ok(without.includes('AQ') && !without.includes('US'))
  const found = new Set(data.flatMap(({ gaps }: CoverageRow) => gaps))
  t.equal(found.size, 2)
  for (const name of ['region', 'year'] as const)
    t.ok(
      data.some((row: CoverageRow) => row[name] === null),
      name,
    )
})

t.test('the coverage of a part: below a place, of a kind, in some years', async t => {
  const rows = async (query: string): Promise<CoverageRow[]> =>
    (await get(`/v1/coverage?${query}`)).json.data
  const all = inOrder(expected)
  const american = ['US', 'US-CA', 'US-NY', 'US-MA']
  const isAmerican = ({ region }: { region: string | null }) => american.includes(region ?? '')
  t.strictSame(await rows('region=US'), all.filter(isAmerican))
  t.strictSame(
    await rows('kind=industry,market'),
    all.filter(({ kind }) => kind === 'industry' || kind === 'market'),
  )
  const within = (first: number, last: number) =>
    all.filter(({ year }) => year !== null && first <= year && year <= last)
  t.strictSame(await rows('from=2018&to=2020'), within(2018, 2020))
  t.strictSame(await rows('from=2021'), within(2021, 9999))
  t.strictSame(await rows('to=2020'), within(0, 2020))
  const part = all.filter(one => isAmerican(one) && one.kind === 'judicial' && one.year === 2020)
  t.ok(part.length > 0)
  t.strictSame(await rows('region=US&kind=judicial&from=2020&to=2020'), part)
  const { meta } = (await get('/v1/coverage?region=GG,AQ,US')).json
  t.equal(meta.query, 'actions in AQ or GG or US, by jurisdiction, year and kind')
  // Puerto Rico and the Virgin Islands are below the United States.
  t.strictSame(meta.without, ['AQ', 'GG', 'PR', 'VI'])
  const { meta: dated } = (await get('/v1/coverage?from=2018&to=2020&kind=industry')).json
  t.equal(
    dated.query,
    'actions of kind industry dated from 2018 to 2020, by jurisdiction, year and kind',
  )
  const { meta: of } = (await get('/v1/coverage?region=US&kind=judicial')).json
  t.notOk(of.without.includes('US'))
  const { meta: below } = (await get('/v1/coverage?region=US&kind=judicial&from=2035')).json
  t.ok(below.without.includes('US'))
})

t.test('the coverage as a table and as lines', async t => {
  const { data } = (await get('/v1/coverage?region=US')).json
  const table = await get('/v1/coverage?region=US&format=csv')
  t.equal(table.headers['x-total-count'], String(data.length))
  const rows = readCsv(table.body).map(row => ({
    ...row,
    ...{ region: row.region || null, name: row.name || null },
    ...{ year: row.year ? Number(row.year) : null, gaps: row.gaps?.split(';').filter(Boolean) },
    ...Object.fromEntries(
      Object.entries(row)
        .filter(([name]) => /actions|sources/.test(name))
        .map(([name, value]) => [name, Number(value)]),
    ),
  }))
  t.strictSame(rows, data)
  const lines = (await get('/v1/coverage?region=US&format=ndjson')).body.trimEnd().split('\n')
  t.strictSame(
    lines.map(line => JSON.parse(line)),
    data,
  )
})

t.test('a wrong question about the coverage is refused with help', async t => {
  await assertRefusals(t, get, '/v1/', [
    ['coverage?region=XX', 'region', 'coverage?region=US'],
    [
      'coverage?kind=regulations',
      'kind',
      'coverage?kind=regulation',
      { did_you_mean: ['regulation'] },
    ],
    ['coverage?type=ban', 'type', 'coverage?kind=regulation'],
    ['coverage?from=soon', 'from', 'coverage?from=2021'],
    ['coverage?to=2021-05', 'to', 'coverage?to=2021'],
  ])
})
