import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import type { Licence } from '../../src/model/licence.ts'
import type { Region } from '../../src/model/region.ts'
import { everything, testApp } from '../fixtures/app.ts'
import { around } from '../fixtures/calendar.ts'
import { licensedDataset, TODAY } from '../fixtures/licensed.ts'
import {
  firmsFor,
  isUnstated,
  placesOf,
  type Question,
  type Time,
} from '../fixtures/oracle-licences.ts'
import { assertRefusals } from '../fixtures/refusals.ts'

const { get } = await testApp(t, { built: licensedDataset(t) })
const licences = await everything<Licence>(get, '/v1/licences?limit=500')
const regions = await everything<Region>(get, '/v1/regions?limit=500')
const places = placesOf(regions, TODAY)
const numRuns = Number(process.env.ORACLE_RUNS ?? 500)

type Firm = { id: string; force: object; licences: Licence[] }

const idsFor = async (parameters: string): Promise<string[]> =>
  (await get(`/v1/actors?${parameters}&fields=id`)).json.data.map(({ id }: Firm) => id)

t.test('licensed_in finds the firms with a licence there or from above, never below', async t => {
  const cases: [parameters: string, ids: string[]][] = [
    ['licensed_in=DE-BY', ['beta', 'eta', 'gamma']],
    ['licensed_in=FR', ['beta', 'gamma']],
    ['licensed_in=EU', ['gamma']],
    ['licensed_in=US', []],
    ['licensed_in=US-CA', ['theta']],
    ['licensed_in=HK,US-NY', ['alpha', 'eta']],
    ['licensed_in=155', []],
    ['licensed_in=FR&activity=exchange-service', ['beta']],
    ['licensed_in=GB&in_force_on=2019-12-31&activity=exchange-service', ['delta']],
    ['licensed_in=GB&in_force_on=2021-03-16', []],
  ]
  for (const [parameters, ids] of cases) t.strictSame(await idsFor(parameters), ids, parameters)
})

t.test(
  'a suspended licence counts until its suspension, an approval in principle never',
  async t => {
    const days: [day: string, certainty: string | undefined][] = [
      ['2026-01-31', 'presumed'],
      ['2026-02-14', 'possible'],
      ['2026-02-28', undefined],
    ]
    for (const [day, certainty] of days) {
      const { data } = (await get(`/v1/actors?licensed_in=DE&in_force_on=${day}`)).json
      const firm = data.find(({ id }: Firm) => id === 'epsilon')
      t.equal(firm?.force.certainty, certainty, day)
    }
    t.notOk((await idsFor('licensed_in=HK')).includes('zeta'))
    // A suspension that is only planned changes nothing.
    t.ok((await idsFor('licensed_in=HK')).includes('alpha'))
  },
)

t.test('each view of actors takes licensed_in, with its own filters', async t => {
  const lists: [path: string, ids: string[]][] = [
    ['exchanges?licensed_in=HK', ['alpha']],
    ['agencies?licensed_in=HK', []],
    ['actors?licensed_in=DE-BY&kind=company&q=gamma', ['gamma']],
    ['actors?licensed_in=DE-BY&kind=exchange', []],
  ]
  for (const [path, ids] of lists) {
    const { data } = (await get(`/v1/${path}`)).json
    t.strictSame(
      data.map(({ id }: Firm) => id),
      ids,
      path,
    )
  }
})

t.test('the request reads as a sentence, and keeps its form from page to page', async t => {
  const url = '/v1/actors?licensed_in=DE-BY,DE&activity=custody&in_force_on=2026-05-01'
  const { meta } = (await get(`${url}&date_match=certain`)).json
  const sentence = 'actors certainly licensed in DE or DE-BY for custody on 2026-05-01, by id'
  t.equal(meta.query, sentence)
  const plain = (await get('/v1/actors?licensed_in=DE-BY&limit=2')).json.meta
  t.equal(plain.query, `actors possibly licensed in DE-BY on ${TODAY}, by id`)
  t.match(plain, { total: 3, next: String, in_force: { on: TODAY, possible: 3, planned: 0 } })
  t.match(plain.next_url, /^\/v1\/actors\?cursor=[^&]+&licensed_in=DE-BY&limit=2$/)
  t.equal((await get(plain.next_url)).json.data.length, 1)
})

t.test('CSV has the force of each firm, NDJSON too', async t => {
  const url = '/v1/actors?licensed_in=FR&fields=id,force&format='
  t.equal(
    (await get(`${url}csv`)).body,
    'id,force_certainty,force_confirmed_on\r\nbeta,presumed,2026-11-01\r\ngamma,presumed,\r\n',
  )
  const [first] = (await get(`${url}ndjson`)).body.split('\n')
  t.strictSame(JSON.parse(first!), {
    id: 'beta',
    force: { certainty: 'presumed', confirmed_on: '2026-11-01' },
  })
})

t.test(
  'include=licences gives the licences of an actor; with licensed_in those that match',
  async t => {
    const idsOf = ({ licences }: Firm) => licences.map(({ id }) => id)
    const ids = async (url: string) => [(await get(url)).json.data].flat().map(idsOf)
    t.strictSame(await ids('/v1/actors/alpha?include=licences'), [['alpha-fr', 'alpha-hk']])
    t.strictSame(await ids('/v1/exchanges?include=licences&fields=id'), [
      ['alpha-fr', 'alpha-hk'],
      ['delta-gb'],
    ])
    t.strictSame(await ids('/v1/agencies/hk-sfc?include=licences'), [[]])
    t.strictSame(await ids('/v1/actors?licensed_in=HK&include=licences'), [['alpha-hk']])
  },
)

t.test('parameters about licences need licensed_in', async t => {
  const refusals = ['activity=custody', 'in_force_on=2026-01-01', 'date_match=possible'] as const
  await assertRefusals(t, get, '/v1/exchanges?', [
    ...refusals.map(
      text =>
        [text, text.split('=')[0]!, `licensed_in=FR&${text}`, /^needs licensed_in$/] as [
          string,
          string,
          string,
          RegExp,
        ],
    ),
    ['date_match=presumed', 'date_match', 'licensed_in=FR&date_match=presumed', /^needs licen/],
    ['fields=force', 'fields', 'licensed_in=FR&fields=force', /^'force' needs licensed_in$/],
    ['licensed_in=France', 'licensed_in', 'licensed_in=FR', { did_you_mean: ['FR'] }],
    ['licensed_in=FR&activity=custdy', 'activity', 'licensed_in=FR&activity=custody'],
    ['licensed_in=FR&in_force_on=2026', 'in_force_on', 'licensed_in=FR&in_force_on=2026-01-01'],
    ['not_licensed_in=FR', 'not_licensed_in', 'licensed_in=FR', /^there is no parameter/],
  ])
})

/** The days on which something about a time changes, and their neighbours. */
const daysOf = ({ from, until, first_listed, last_listed }: Time): string[] =>
  [from?.earliest, from?.latest, until?.earliest, until?.latest, first_listed, last_listed]
    .flatMap(day => day ?? [])
    .flatMap(around)

const suspensions = licences.flatMap(({ steps }) =>
  steps.flatMap(({ type, date }) =>
    type === 'licence-suspension' ? [date.earliest!, date.latest!].flatMap(around) : [],
  ),
)
const days = [...licences.flatMap(({ in_force }) => in_force.flatMap(daysOf)), ...suspensions]

const questions: fc.Arbitrary<Question> = fc.record(
  {
    place: fc.constantFrom(
      ...['FR', 'DE', 'DE-BY', 'IE', 'GB', 'EU', 'HK', 'US', 'US-CA', 'US-NY', '001', 'JP'],
    ),
    activities: fc.subarray(['custody', 'exchange-service', 'transfer', 'stablecoin'], {
      minLength: 1,
      maxLength: 2,
    }),
    day: fc.constantFrom(TODAY, ...new Set(days)),
    match: fc.constantFrom('possible' as const, 'presumed' as const, 'certain' as const),
  },
  { requiredKeys: ['place', 'day'] },
)

t.test('any place, day and activities give what plain loops over the licences give', async t => {
  let found = 0
  const property = fc.asyncProperty(questions, async question => {
    const { place, activities, day, match } = question
    const parameters = [
      `licensed_in=${place}`,
      ...(day === TODAY ? [] : [`in_force_on=${day}`]),
      ...(activities ? [`activity=${activities}`] : []),
      ...(match ? [`date_match=${match}`] : []),
    ]
    const url = `/v1/actors?include=licences&limit=100&${parameters.join('&')}`
    const { data, meta } = (await get(url)).json
    const firms = (match?: Question['match']) => firmsFor(licences, { ...question, match }, places)
    const answer = data.map(({ id, force, licences }: Firm) => {
      return { id, force, licences: licences.map(({ id }) => id).sort() }
    })
    assert.deepEqual(answer, firms(match), url)
    assert.equal(meta.total, answer.length)
    for (const one of ['certain', 'presumed', 'possible'] as const)
      assert.equal(meta.in_force[one], firms(one).length, `${url} ${one}`)
    const known = new Set(firms('possible').map(({ id }) => id))
    const unstated = licences.filter(one => isUnstated(one, question, places))
    const others = new Set(unstated.map(({ actor }) => actor)).difference(known)
    assert.equal(meta.activity_not_stated, activities && others.size, url)
    found += answer.length
  })
  await fc.assert(property, { numRuns, seed: 2026, endOnFailure: true })
  t.ok(found > numRuns / 10, `${found} firms`)
})
