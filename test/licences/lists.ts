import t from 'tap'
import type { Licence } from '../../src/model/licence.ts'
import { assertProblem, everything, testApp } from '../fixtures/app.ts'
import { upwards } from '../fixtures/known.ts'
import { licensedDataset, TODAY } from '../fixtures/licensed.ts'
import { withWider } from '../fixtures/oracle.ts'
import { type JoinedTime, placesOf, sureness, withJoined } from '../fixtures/oracle-licences.ts'
import { assertRefusals } from '../fixtures/refusals.ts'

const { get } = await testApp(t, { built: licensedDataset(t) })
const licences = await everything<Licence>(get, '/v1/licences?limit=500')
const places = placesOf(await everything(get, '/v1/regions?limit=500'), TODAY)

const idsOf = (list: { id: string }[]) => list.map(({ id }) => id)
const idsFor = async (parameters: string): Promise<string[]> =>
  idsOf((await get(`/v1/licences?${parameters}`)).json.data)

t.test('licences are listed by the day of their grant, those without one last', async t => {
  const days = licences.map(({ granted }) => granted?.earliest ?? '0')
  t.strictSame(days, days.toSorted().reverse())
  t.strictSame(await idsFor('sort=date&limit=2'), ['eta-us-ny', 'delta-gb'])
  t.equal((await idsFor('sort=date')).at(-1), 'theta-us-ca')
})

t.test('licences are found by what they are', async t => {
  const lists: [parameters: string, ids: string[]][] = [
    ['kind=registration', ['gamma-eu', 'alpha-fr']],
    ['status=suspended,ended', ['epsilon-de', 'alpha-fr', 'delta-gb']],
    ['actor=The Alpha', ['alpha-hk', 'alpha-fr']],
    ['agency=de-bafin', ['epsilon-de', 'eta-by']],
    ['lei=5299000J2N45DDNE4Y28', ['beta-fr']],
    ['number=AAA111', ['alpha-hk']],
    ['register=fr-amf', ['beta-fr']],
    ['region=EU', ['epsilon-de', 'beta-fr', 'gamma-eu', 'alpha-fr', 'eta-by']],
    ['region=DE&region_role=jurisdiction', ['epsilon-de', 'eta-by']],
    ['region=DE&region_role=valid', ['epsilon-de', 'beta-fr', 'eta-by']],
    ['not_region=150&kind=licence', ['alpha-hk', 'eta-us-ny', 'theta-us-ca']],
    ['activity=exchange-service', ['zeta-hk', 'beta-fr', 'alpha-hk', 'delta-gb']],
    ['document=invented-book&kind=notification', ['delta-gb']],
    ['from=2024&to=2024', ['epsilon-de', 'beta-fr', 'gamma-eu']],
    ['from=2024-12&to=2024&date_match=certain', ['epsilon-de', 'beta-fr']],
    ['q=AAA111', ['alpha-hk']],
    ['q="theta holding"', ['theta-us-ca']],
    ['q=5299000J2N45DDNE4Y28', ['beta-fr']],
    ['document=fr-amf-2026-11-01', ['beta-fr']],
  ]
  for (const [parameters, ids] of lists)
    t.strictSame(await idsFor(encodeURI(parameters)), ids, parameters)
  await assertRefusals(t, get, '/v1/licences?', [
    ['lei=5299000J2N45DDNE4Y29', 'lei', 'lei=5299000J2N45DDNE4Y28', /is not known/],
    ['register=fr-amff', 'register', 'register=fr-amf', { did_you_mean: ['fr-amf'] }],
    ['kind=law', 'kind', 'kind=licence'],
    ['status=applies', 'status', 'status=granted'],
    ['actor=omega', 'actor', 'actor=alpha'],
    ['date_match=presumed', 'date_match', 'date_match=presumed&in_force_on=2026-01-01'],
  ])
})

t.test('a licence that states no activity is counted, not found', async t => {
  const { data, meta } = (await get('/v1/licences?activity=transfer')).json
  t.strictSame([idsOf(data), meta.activity_not_stated], [['gamma-eu'], 1])
  const within = await get('/v1/licences?activity=transfer&from=2016')
  t.equal(within.json.meta.activity_not_stated, 0)
  t.equal((await get('/v1/licences?activity=transfer&q=eta')).json.meta.activity_not_stated, 1)
  t.notOk('activity_not_stated' in (await get('/v1/licences')).json.meta)
})

t.test('place, activity and day hold within one time of a licence', async t => {
  const cases: [parameters: string, ids: string[]][] = [
    ['region=FR&activity=custody&in_force_on=2025-06-09&kind=licence', ['beta-fr']],
    ['region=FR&activity=exchange-service&in_force_on=2025-06-09', []],
    ['region=DE&activity=exchange-service&in_force_on=2025-06-10', []],
    ['region=DE&activity=exchange-service&in_force_on=2026-04-01', ['beta-fr']],
    // Granted in France, though not valid in Germany then.
    ['region=FR&region_role=jurisdiction&in_force_on=2025-02-01', ['beta-fr']],
    // A time before the activities came to be stated.
    ['region=US&activity=stablecoin&in_force_on=2025-11-30', []],
    ['region=US&activity=stablecoin&in_force_on=2026-03-01', ['theta-us-ca']],
    // Members of a union on that day.
    ['region=EU&in_force_on=2019-12-31', ['delta-gb']],
    ['region=EU&in_force_on=2020-02-01', []],
  ]
  for (const [parameters, ids] of cases) t.strictSame(await idsFor(parameters), ids, parameters)
})

const days = ['2015-09-22', '2019-06-01', '2020-01-31', '2021-02-14', '2024-06-30', '2024-12-31']
const later = ['2025-01-09', '2025-06-09', '2025-06-12', '2025-12-31', '2026-04-01', TODAY]
const matches = ['certain', 'presumed', 'possible'] as const

t.test('any place, activity and day give what plain loops over the times give', async t => {
  let found = 0
  for (const place of [undefined, 'FR', 'DE', 'EU', '150', 'US', 'HK'])
    for (const activity of [undefined, 'custody', 'exchange-service', 'stablecoin'])
      for (const day of [...days, ...later])
        for (const [at, match] of matches.entries()) {
          const timesOf = ({ in_force }: Licence, isAsked: (time: JoinedTime) => boolean) =>
            withJoined(in_force).flatMap(time => {
              const on = { earliest: day, latest: day }
              const isThere =
                !place || time.regions.some(code => upwards(code, places, on).includes(place))
              return isThere && isAsked(time) ? (sureness(time, day) ?? []) : []
            })
          const asked = ({ activities }: JoinedTime) =>
            !activity || (activities ?? []).flatMap(withWider).includes(activity)
          const isFound = (least: number) => (licence: Licence) =>
            timesOf(licence, asked).some(one => matches.indexOf(one) <= least)
          const expected = licences.filter(isFound(at))
          const unstated = licences.filter(
            one => !isFound(2)(one) && timesOf(one, ({ isUnstated }) => isUnstated).length > 0,
          )
          const url = `/v1/licences?in_force_on=${day}&date_match=${match}${place ? `&region=${place}` : ''}${activity ? `&activity=${activity}` : ''}`
          const { data, meta } = (await get(url)).json
          t.strictSame(idsOf(data), idsOf(expected), url)
          t.equal(meta.in_force[match], expected.length, url)
          t.equal(meta.activity_not_stated, activity && unstated.length, url)
          for (const { id, force } of data) {
            const own = timesOf(licences.find(one => one.id === id)!, asked)
            t.equal(
              force.certainty,
              matches.find(one => own.includes(one)),
              `${url} ${id}`,
            )
          }
          found += data.length
        }
  t.ok(found > 200)
})

t.test('the request reads as a sentence', async t => {
  const cases: [parameters: string, sentence: string][] = [
    ['', 'licences, newest first'],
    ['from=2024', 'licences granted possibly from 2024, newest first'],
    [
      'region=DE&region_role=jurisdiction&activity=custody&in_force_on=2026-01-01',
      'licences in DE as jurisdiction for custody possibly in force on 2026-01-01, newest first',
    ],
  ]
  for (const [parameters, sentence] of cases)
    t.equal((await get(`/v1/licences?${parameters}`)).json.meta.query, sentence)
})

t.test('a licence has evidence, a citation, and every format of a record', async t => {
  const { data } = (await get('/v1/licences/beta-fr/claims')).json
  t.strictSame(
    data.map(({ field }: { field: string }) => field),
    ['holder', 'activities', 'places'],
  )
  t.match((await get('/v1/licences/beta-fr?include=citation,documents')).json.data, {
    citation: { text: /beta is licensed by fr-amf/ },
    documents: [{ id: 'invented-book' }],
  })
  t.match((await get('/v1/licences/beta-fr?format=bibtex')).body, /beta is licensed/)
  t.match((await get('/v1/licences/beta-fr?format=csl')).json, [{ title: /beta is licensed/ }])
  const csv = (await get('/v1/licences?in_force_on=2026-10-01&format=csv')).body
  t.match(csv, /,register_last_listed,.*,force_certainty,force_confirmed_on\r\n/)
  t.equal((await get('/v1/licences?format=ndjson')).body.split('\n').length, licences.length + 1)
  t.equal((await get('/v1/licences?format=csv&shape=long')).statusCode, 200)
  assertProblem(t, await get('/v1/licences/omega'), 404, 'unknown-record')
})

t.test('search, actions and counts know licences', async t => {
  const hits = (await get('/v1/search?q=AAA111&in=licences')).json.data
  t.match(hits, [{ record: 'licences/alpha-hk' }])
  const steps = (await get('/v1/actions?register=fr-amf')).json.data
  t.strictSame(idsOf(steps), ['beta-fr-licence-grant'])
  t.strictSame(idsOf((await get('/v1/actions?matter=alpha-fr&sort=date')).json.data), [
    'alpha-fr-licence-grant',
    'alpha-fr-licence-end',
  ])
  const readings = (await get('/v1/documents?register=fr-amf')).json.data
  t.strictSame(idsOf(readings), ['fr-amf-2026-11-01'])
  const counts = await get('/v1/counts?group_by=type&unit=matters&register=fr-amf')
  t.match(counts.json, {
    data: [{ group: { type: 'licence-grant' }, certain: 1, possible: 1 }],
    meta: { unit: 'distinct rules, cases and licences of the actions' },
  })
  const groups = (await get('/v1/counts?group_by=matter&type=licence-grant')).json.data
  t.equal(groups.length, licences.filter(({ granted }) => granted).length)
})
