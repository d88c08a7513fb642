import t from 'tap'
import type { Action } from '../../src/model/action.ts'
import type { Matter } from '../../src/model/matter.ts'
import { everything, testApp } from '../fixtures/app.ts'

// The questions that people ask, on records of the European Union, India and the United States.
const { get } = await testApp(t)
const ask = async (url: string) => (await get(`/v1/${url}`)).json
const idsOf = async (url: string): Promise<string[]> =>
  (await everything(get, `/v1/${url}`)).map(({ id }) => id)

t.test('which rules apply to an exchange in France on 1 January 2026, and who says so', async t => {
  const question = 'applies_in=FR&in_force_on=2026-01-01&activity=exchange-service'
  const { data, meta } = await ask(`rules?${question}`)
  t.match(data, [
    {
      id: 'eu-mica',
      numbers: [{ type: 'celex', value: '32023R1114' }],
      status: { stage: 'applies', since: { edtf: '2024-12-30' } },
      force: { certainty: 'certain' },
    },
  ])
  const numbers = { certain: 1, presumed: 1, possible: 1, activity_not_stated: 2 }
  t.match(meta, { total: 1, in_force: numbers }, 'French law states no activities')
  const words = await ask(`rules?${question}&q="Markets in Crypto-Assets"&fields=id`)
  t.match(words.meta, { total: 1, in_force: { activity_not_stated: 1 } }, 'words hold as well')
  const [{ in_force }] = data
  const entry = in_force.find(({ activities }: Matter['in_force'][number]) =>
    activities.includes('trading-platform'),
  )
  const evidence = (await ask(`actions/${entry.actions[0]}/claims`)).data
  const effect = evidence.find(({ field }: { field: string }) => field === 'effect')
  t.ok(effect.claims.every(({ passage }: { passage: object | null }) => passage))
  const before = await ask('rules?applies_in=FR&in_force_on=2024-12-29&activity=exchange-service')
  t.strictSame(before.data, [], 'services followed the stablecoins by half a year')
  const coins = await ask('rules?applies_in=FR&in_force_on=2024-12-29&activity=stablecoin')
  t.match(coins.data, [{ id: 'eu-mica' }])
})

t.test('a place has the rules from above, and not those of its neighbours', async t => {
  const rules = { FR: await idsOf('rules?applies_in=FR'), DE: await idsOf('rules?applies_in=DE') }
  t.ok(rules.FR.includes('eu-mica') && rules.DE.includes('eu-mica'))
  t.ok(rules.DE.includes('de-kmag') && !rules.FR.includes('de-kmag'))
  t.ok(rules.FR.includes('fr-ordonnance-2024-936'))
  const york = await idsOf('rules?applies_in=US-NY')
  t.ok(york.includes('us-ny-bitlicense') && york.includes('us-genius-act'))
  t.notOk(york.includes('us-ca-dfal') || york.includes('eu-mica'))
  const california = await idsOf('rules?applies_in=US-CA')
  t.ok(california.includes('us-ca-dfal') && !california.includes('us-ny-bitlicense'))
  t.notOk((await idsOf('rules?applies_in=US')).includes('us-ny-bitlicense'), 'never from below')
  t.notOk((await idsOf('rules?applies_in=GB')).includes('eu-mica'), 'it left the union before')
  t.strictSame(await idsOf('rules?applies_in=155'), [], 'an area makes no law')
  const acts = await idsOf('actions?applies_in=FR&type=exemption')
  t.ok(
    acts.includes('fr-psan-transition-2024-12-30') &&
      acts.includes('eu-mica-transition-2024-12-30'),
  )
})

t.test(
  'a regulation is followed from proposal to application, with a national transition',
  async t => {
    const { data } = await ask('rules/eu-mica')
    const stages = data.steps.flatMap(({ stage }: { stage?: string }) => stage ?? [])
    t.strictSame(stages, [
      ...['consulted', 'proposed', 'proposed', 'passed', 'signed', 'published', 'in-force'],
      ...['applies', 'applies'],
    ])
    const steps = await everything<Action>(get, '/v1/actions?matter=eu-mica&sort=date')
    t.equal(steps.length, data.steps.length)
    const transition = (await ask('actions/fr-psan-transition-2024-12-30')).data
    t.match(transition, {
      type: 'exemption',
      effect: { from: { edtf: '2024-12-30' }, until: { edtf: '2026-07-01' } },
      regions: [{ code: 'FR', role: 'jurisdiction' }],
    })
    const rivals = await ask(`claims?record=actions/${transition.id}&status=rival`)
    t.ok(rivals.data.length > 0 && rivals.data.every(({ rule }: { rule: string }) => rule))
  },
)

t.test('a ban ends by the judgment that overturns it', async t => {
  const { data } = await ask('rules/in-rbi-circular-2018')
  t.match(data, { status: { stage: 'repealed', since: { edtf: '2020-03-04' } } })
  const [ban] = (await ask('actions?matter=in-rbi-circular-2018&stage=in-force')).data
  const judgment = ban.effect.until_by
  t.match((await ask(`actions/${judgment}`)).data, {
    kind: 'judicial',
    links: [{ type: 'overturns', action: ban.id }],
  })
  t.ok((await idsOf('actions?matter=in-iamai-v-rbi')).includes(judgment))
  const on = async (day: string) => (await idsOf(`rules?applies_in=IN&in_force_on=${day}`)).length
  t.strictSame([await on('2018-04-05'), await on('2019-01-01'), await on('2020-03-05')], [0, 1, 0])
})

t.test('how SEC v. Binance went, step by step', async t => {
  const { data } = await ask('cases/us-sec-v-binance')
  t.match(data, {
    kind: 'case',
    numbers: [{ type: 'docket', value: '1:23-cv-01599' }],
    status: { stage: 'dismissal', since: { edtf: '2025-05-29' } },
    next: [],
  })
  const types = data.steps.map(({ type, date }: Matter['steps'][number]) => [type, date.edtf])
  t.strictSame(types, [
    ['charge', '2023-06-05'],
    ['injunction', '2023-06-17'],
    ['ruling', '2024-06-28'],
    ['stay', '2025-02-13'],
    ['dismissal', '2025-05-29'],
  ])
  t.match((await ask('cases?stage=dismissal&actor=SEC')).data, [{ id: 'us-sec-v-binance' }])
  const numbers = (await ask('cases/us-sec-v-binance/claims')).data
  t.match(numbers, [{ field: 'numbers/1:23-cv-01599', decided_by: Array }, {}])
})

t.test('what takes effect next', async t => {
  const { data, meta } = await ask('actions?date_field=effect_from&from=2026-12-01&sort=date')
  const days = data.map(({ effect }: Action) => effect!.from!.latest)
  t.ok(days.length > 1 && days.every((day: string) => day >= '2026-12-01'))
  const starts = data.map(({ effect }: Action) => effect!.from!.earliest)
  t.strictSame(starts, starts.toSorted())
  t.ok(data.some(({ matters }: Action) => matters[0]?.id === 'gb-cryptoassets-regulations-2026'))
  t.match(meta.query, /with effect possibly from 2026-12-01/)
})

t.test('a date that an official text or two origins state has no single source', async t => {
  const { data } = await ask('actions?has=official-source&type=charge')
  t.match(data, [{ sources: { single_source: false } }])
  const single = await everything<Action>(get, '/v1/actions?not_has=official-source,two-origins')
  t.ok(single.length > 0 && single.every(({ sources }) => sources.single_source))
  const others = await everything<Action>(get, '/v1/actions?has=official-source,two-origins')
  t.ok(others.length > 0 && others.every(({ sources }) => !sources.single_source))
})

t.test('the id that a public body had before leads to the present one', async t => {
  const answer = await get('/v1/agencies/peoples-bank-of-china')
  t.equal(answer.statusCode, 308)
  t.match(answer.headers.location, /\/v1\/agencies\/cn-peoples-bank-of-china$/)
  const refused = await ask('actions?agency=peoples-bank-of-china')
  t.match(refused.errors, [{ did_you_mean: ['cn-peoples-bank-of-china'] }])
})
