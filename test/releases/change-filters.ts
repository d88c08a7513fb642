import t from 'tap'
import { decodePath } from '../../src/model/paths.ts'
import { type Change, subjectsOf } from '../../src/model/release.ts'
import { everything, keysOf, testApp } from '../fixtures/app.ts'
import { assertRefusals } from '../fixtures/refusals.ts'
import { seedWithRetired } from '../fixtures/retired.ts'

const { get } = await testApp(t, { seed: seedWithRetired(t) })
const changes = await everything<Change>(get, '/v1/changes?limit=500')
const merged = new Map(
  changes.flatMap(({ record, into }) => (into === undefined ? [] : [[decodePath(record), into]])),
)

/** The path that a record has now. */
function present(path: string): string {
  const into = merged.get(path)
  return into === undefined ? path : present(into)
}

const subjects = ({ record }: Change) => subjectsOf(decodePath(record)).map(present)

/** The paths of the records that some lists have under a filter. */
async function pathsIn(lists: string[], filter: string): Promise<Set<string>> {
  const paths = lists.map(async list => {
    const keys = await keysOf(get, `/v1/${list}?${filter}&limit=500`)
    return keys.map(key => `${list}/${key}`)
  })
  return new Set((await Promise.all(paths)).flat())
}

const matters = ['rules', 'cases', 'licences']
const filters: [filter: string, lists: string[]][] = [
  ['region=IN', ['actions', ...matters, 'actors']],
  ['region=EU', ['actions', ...matters, 'actors']],
  ['region=US-NY', ['actions', ...matters, 'actors']],
  ['activity=exchange-service', ['actions', ...matters]],
  ['activity=trading-platform', ['actions', ...matters]],
  ['kind=industry', ['actions']],
  ['kind=regulation', ['actions', 'rules', 'documents']],
  ['kind=exchange', ['actors']],
  ['kind=judgment', ['documents']],
  ['kind=country', ['regions']],
]

const isOfPlace = (change: Change) => subjects(change).some(path => path.startsWith('regions/'))

for (const [filter, lists] of filters)
  t.test(
    `changes by ${filter} are of the records that have it, and of the claims on them`,
    async t => {
      const paths = await pathsIn(lists, filter)
      const expected = changes.filter(change => subjects(change).some(path => paths.has(path)))
      const found = await everything<Change>(get, `/v1/changes?${filter}&limit=500`)
      // A place is in a region without having the filter.
      const isPlace = (change: Change) => filter.startsWith('region=') && isOfPlace(change)
      t.strictSame(
        found.filter(change => !isPlace(change)),
        expected,
      )
      t.ok(expected.length > 0)
      const rest = await everything<Change>(get, `/v1/changes?not_${filter}&limit=500`)
      t.equal(rest.length, changes.length - found.length)
    },
  )

t.test('changes of a place are in the regions above it', async t => {
  const of = async (region: string, record: string) =>
    (await get(`/v1/changes?region=${region}&record=${record}`)).json.meta.total
  t.ok((await of('CN-NM', 'regions/CN-NM')) > 0)
  t.equal(await of('CN', 'regions/CN-NM'), await of('CN-NM', 'regions/CN-NM'))
  t.equal(await of('FR', 'regions/CN-NM'), 0)
})

t.test(
  'a merged record counts as the one that took its place; a withdrawn one has nothing',
  async t => {
    const [{ total: merged }, { total: gone }] = (await Promise.all(
      ['actors/bhex', 'regions/x-middle-east'].map(async record => {
        const kinds = 'kind=exchange,area,country'
        return (await get(`/v1/changes?${kinds}&record=${record}&change=merged,removed`)).json.meta
      }),
    )) as [{ total: number }, { total: number }]
    t.ok(merged > 0)
    t.equal(gone, 0)
  },
)

t.test('unknown values of the filters are refused', async t => {
  await assertRefusals(t, get, '/v1/changes?', [
    ['region=XX', 'region', 'region=CN'],
    ['activity=minning', 'activity', 'activity=mining'],
    ['kind=exchnge', 'kind', 'kind=exchange', { did_you_mean: ['exchange'] }],
  ])
})
