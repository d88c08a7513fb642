import t from 'tap'
import type { Licence } from '../../src/model/licence.ts'
import type { Region } from '../../src/model/region.ts'
import { everything, testApp } from '../fixtures/app.ts'
import { licensedDataset, TODAY } from '../fixtures/licensed.ts'
import { bindingIn } from '../fixtures/oracle.ts'
import { isUnstated, permission, placesOf, sureness } from '../fixtures/oracle-licences.ts'
import { smallSeed } from '../fixtures/small-seed.ts'

const { app, get } = await testApp(t, { built: licensedDataset(t), exported: true })
const note = 'A firm that is not listed here may still be licensed.'

type Registered = { id: string }
type Topic = { code: string; activities?: string[] }

t.test('every answer about licences names its registers and parts, empty or not', async t => {
  const cases: [url: string, registers: string[], parts: string[], total: number][] = [
    ['licences', ['fr-amf', 'jp-fsa', 'us-ca-dfpi'], [], 10],
    ['licences?region=US', ['us-ca-dfpi'], ['US-CA', 'US-NY'], 2],
    ['licences?region=EU&kind=notification', ['fr-amf'], ['DE', 'DE-BY', 'FR', 'IE'], 0],
    ['licences?region=JP', ['jp-fsa'], [], 0],
    ['licences?region=HK,JP', ['jp-fsa'], [], 2],
    ['actors?licensed_in=US', ['us-ca-dfpi'], ['US-CA', 'US-NY'], 0],
    ['actors?licensed_in=EU', ['fr-amf'], ['DE', 'DE-BY', 'FR', 'IE'], 1],
    ['actors?licensed_in=FR', ['fr-amf'], [], 2],
    // Britain was a member then.
    [
      'agencies?licensed_in=EU&in_force_on=2019-12-31',
      ['fr-amf'],
      ['DE', 'DE-BY', 'FR', 'GB', 'IE'],
      0,
    ],
    ['exchanges?licensed_in=DE-BY', [], [], 0],
  ]
  for (const [url, registers, parts, total] of cases) {
    const { meta } = (await get(`/v1/${url}`)).json
    const ids = meta.coverage.registers.map(({ id }: Registered) => id)
    t.strictSame([ids, meta.coverage.parts, meta.total], [registers, parts, total], url)
    t.equal(meta.coverage.note, note)
    // An empty answer is easier to read with the coverage of the dataset.
    t.equal('gaps' in meta.coverage, total === 0, url)
  }
  const { coverage } = (await get('/v1/licences?region=US')).json.meta
  t.strictSame(coverage.registers, [
    {
      ...{ id: 'us-ca-dfpi', last_reading: '2026-10-01', readings: 2, complete_from: null },
      ...{ lateness: null, leaves_out: 'Firms that never applied' },
    },
  ])
  t.notOk('coverage' in (await get('/v1/actors')).json.meta)
  t.notOk('registers' in (await get('/v1/actors?q=nothing')).json.meta.coverage)
})

t.test('the dataset lists its registers, and says whom to acknowledge', async t => {
  const { registers, counts } = (await get('/v1')).json.data
  t.match(registers, [
    { id: 'fr-amf', places: ['FR'], readings: [{ on: '2025-01-10', as: 'file' }, Object] },
    { id: 'jp-fsa', readings: [] },
    { id: 'us-ca-dfpi' },
  ])
  t.equal(counts.licences, 10)
  const attribution = 'Data of fr-amf, reused with its permission'
  const page = (await get('/v1?format=jsonld')).json
  t.match(page.isBasedOn, [{ name: 'The register fr-amf', creditText: attribution }])
  const read = async (name: string) => (await app.inject(`/v1/exports/unreleased/${name}`)).json()
  t.match((await read('datapackage.json')).sources, [{ path: String, attribution }])
  t.match((await read('csv-metadata.json'))['dc:source'], [new RegExp(attribution)])
  const { body } = await app.inject('/v1/exports/unreleased/README.md')
  t.ok(body.includes(`* [The register fr-amf](https://registers.example/fr-amf): ${attribution}`))
})

t.test('the exports have tables of licences', async t => {
  const names = ['licences', 'licence_in_force', 'licence_regions', 'licence_steps']
  const { data } = (await get('/v1/exports')).json
  const files = data.map(({ name }: { name: string }) => name)
  for (const name of names)
    for (const format of ['csv', 'parquet']) t.ok(files.includes(`${name}.${format}`), name)
  t.ok(files.includes('licences.ndjson'))
  const csv = (await app.inject('/v1/exports/unreleased/licence_in_force.csv')).body
  t.match(csv, /^licence_id,from_edtf,.*,first_listed,last_listed\r\n/)
  t.match(csv, /\r\ntheta-us-ca,,.*,2025-12,2025-12-01,.*,2025-03-01,2025-11-30\r\n/)
})

t.test('each region has the numbers of licences granted and valid there today', async t => {
  const licences = await everything<Licence>(get, '/v1/licences?limit=500')
  const regions = await everything<Region>(get, '/v1/regions?limit=500')
  const places = placesOf(regions, TODAY)
  const held = licences.filter(({ kind }) => kind !== 'approval-in-principle')
  const inForce = held.map(licence => {
    const in_force = licence.in_force.filter(time => sureness(time, TODAY))
    return { ...licence, in_force }
  })
  for (const { code, licences } of regions) {
    const granted = inForce.filter(
      ({ regions, in_force }) =>
        in_force.length > 0 &&
        regions.some(one => one.role === 'jurisdiction' && one.code === code),
    )
    const binding = bindingIn(code, places, TODAY)
    const valid = inForce.filter(({ in_force }) =>
      in_force.some(({ regions }) => regions.some(one => binding.includes(one))),
    )
    const expected = { granted_here: granted.length, valid_here: valid.length }
    t.strictSame(licences, expected, code)
  }
  const { data } = (await get('/v1/regions/DE')).json
  t.strictSame(data.licences, { granted_here: 1, valid_here: 3 })
})

t.test('each topic of a region has the numbers of licences for its activities', async t => {
  const licences = await everything<Licence>(get, '/v1/licences?limit=500')
  const regions = await everything<Region>(get, '/v1/regions?limit=500')
  const places = placesOf(regions, TODAY)
  const terms = await everything<Topic>(get, '/v1/vocabulary?scheme=topic&limit=500')
  const activitiesOf = new Map(terms.map(({ code, activities = [] }) => [code, activities]))
  let [found, vague] = [0, 0]
  for (const { code, kind } of regions) {
    const { topics } = (await get(`/v1/regions/${code}`)).json.data
    t.equal(topics.length > 0, kind !== 'area' && kind !== 'world', code)
    for (const { topic, licences: counted } of topics) {
      const activities = activitiesOf.get(topic)!
      if (activities.length === 0) {
        t.equal(counted, null, `${code} ${topic}`)
        continue
      }
      const asked = { place: code, activities, day: TODAY }
      const valid = licences.filter(licence => permission(licence, asked, places))
      const granted = valid.filter(({ regions }) =>
        regions.some(one => one.role === 'jurisdiction' && one.code === code),
      )
      const unstated = licences.filter(
        licence => !valid.includes(licence) && isUnstated(licence, asked, places),
      )
      const expected = {
        ...{ granted_here: granted.length, valid_here: valid.length },
        activity_not_stated: unstated.length,
      }
      t.strictSame(counted, expected, `${code} ${topic}`)
      vague += unstated.length
      found += granted.length
    }
  }
  t.ok(found > 0 && vague > 0)
})

t.test('a dataset without registers acknowledges none', async t => {
  const { get } = await testApp(t, { seed: smallSeed(t) })
  t.notOk('isBasedOn' in (await get('/v1?format=jsonld')).json)
})
