import { rmSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { build } from '../../src/bin/seed-commands.ts'
import { temporaryFolder, testApp } from '../fixtures/app.ts'
import { callCommand } from '../fixtures/command.ts'
import { addActor, stated, writeDraft } from '../fixtures/drafts.ts'
import {
  addList,
  dataFrom,
  decideAlso,
  registerSeed,
  seedWith,
  textIn,
} from '../fixtures/register-seed.ts'
import { lei } from '../fixtures/registers.ts'

const day = '2026-03-01'
const licence = 'je-blue-anchor-je'
const other = { firm: 'Red Buoy Ltd', LEI: '', site: '', number: '7' }

/** A grant that is coded by hand, with the licence that it names, if any. */
const grant = (seed: string, date: string, ...parts: string[]) =>
  writeDraft(seed, {
    ...{ id: 'je-anchor-grant', title: 'Jersey licenses Blue Anchor', year: date.slice(0, 4) },
    ...{ type: 'licence-grant', date: stated(date), activities: ['advice'] },
    parts: [
      'actors/je-fsc/issuer',
      'actors/blue-anchor/target',
      'regions/JE/jurisdiction',
      ...parts,
    ],
  })

/** A seed with a reading, a firm that is coded by hand, and a grant of that day. */
async function seedWithGrant(t: Parameters<typeof registerSeed>[0], date: string) {
  const seed = registerSeed(t)
  addActor(seed, 'agency', 'je-fsc', 'Jersey FSC')
  addActor(seed, 'company', 'blue-anchor', 'Blue Anchor')
  await addList(t, seed, day, {})
  grant(seed, date, `matters/${licence}/`)
  return seed
}

t.test('a grant coded by hand that names the licence is the grant and keeps its id', async t => {
  for (const [date, status] of [
    ['2026-01-05', 'accepted'],
    ['2026-01-03', 'rival'],
  ] as const) {
    const seed = await seedWithGrant(t, date)
    const { get } = await testApp(t, { seed })
    const actions = (await get('/v1/actions')).json.data
    t.match(actions, [{ id: 'je-anchor-grant', date: { edtf: date } }], date)
    t.equal(actions.length, 1)
    t.match((await get(`/v1/licences/${licence}`)).json.data, {
      granted: { edtf: date },
      steps: [{ action: 'je-anchor-grant' }],
      in_force: [{ actions: ['je-anchor-grant'] }],
    })
    const claims = (await get('/v1/claims?record=actions/je-anchor-grant')).json.data
    const ofRegister = claims.filter(({ document }: { document: string }) =>
      /je-list/.test(document),
    )
    t.match(
      ofRegister.find(({ field }: { field: string }) => field === 'date'),
      { status, ...(status === 'rival' && { rule: 'own-act', value: { edtf: '2026-01-05' } }) },
    )
    t.ok(ofRegister.some(({ field }: { field: string }) => field === `matters/${licence}`))
    const moved = await get(`/v1/actions/${licence}-granted`)
    t.match(moved, { statusCode: 308, headers: { location: /je-anchor-grant$/ } })
  }
})

t.test('a month in the register agrees with a day in a document', async t => {
  const seed = await seedWithGrant(t, '2026-01-05')
  decideAlso(seed, { names: ['Blue Anchor Ltd'], set: { granted: '2026-01' } })
  await addList(t, seed, day, {})
  grant(seed, '2026-01-05', `matters/${licence}/`, 'actors/clients/affected')
  const claims = await dataFrom(t, seed, '/v1/claims?record=actions/je-anchor-grant&field=date')
  t.match(claims, [{ status: 'accepted' }, { status: 'consistent', value: { edtf: '2026-01' } }])
})

t.test('a grant coded by hand that does not name its licence is refused', async t => {
  const seed = registerSeed(t)
  addActor(seed, 'agency', 'je-fsc', 'Jersey FSC')
  addActor(seed, 'company', 'blue-anchor', 'Blue Anchor')
  await addList(t, seed, day, {})
  const file = join(temporaryFolder(t), 'events.sqlite')
  const built = () => callCommand(say => build(seed, file, say))
  grant(seed, '2026-01-20')
  t.match(await built(), {
    code: 1,
    err: [/je-anchor-grant\.yaml:1:\d+: matters: may be the grant of 'je-blue-anchor-je'/],
  })
  grant(seed, '2024-01-20', 'actors/clients/affected')
  rmSync(join(seed, 'actions/2026'), { recursive: true })
  t.match(await built(), { code: 0 }, 'another grant, two years before')
  writeDraft(seed, {
    ...{ id: 'gg-anchor-grant', title: 'Guernsey licenses Blue Anchor', year: '2026' },
    ...{ type: 'licence-grant', date: stated('2026-01-05') },
    parts: ['actors/je-fsc/issuer', 'actors/blue-anchor/target', 'regions/GG/jurisdiction'],
  })
  t.match(await built(), { code: 0 }, 'a grant elsewhere')
})

t.test('what the last reading brought goes with it, and its ids answer 410', async t => {
  const seed = await seedWith(t, ['2026-02-01', {}])
  const records = async () => {
    const { get } = await testApp(t, { seed })
    const lists = ['licences', 'actions', 'actors', 'documents', 'claims']
    return Promise.all(lists.map(async list => (await get(`/v1/${list}?limit=500`)).json.data))
  }
  const before = await records()
  const changed = { services: 'b. advice on crypto-assets', changed: '20/02/2026' }
  await addList(t, seed, day, changed, other)
  const ids = textIn(seed, 'ids.csv')
  rmSync(join(seed, 'registers/je-list', `${day}.csv`))
  t.strictSame(await records(), before)
  t.equal(textIn(seed, 'ids.csv'), ids)
  const { get } = await testApp(t, { seed })
  for (const path of [
    'licences/je-red-buoy-je',
    'actions/je-red-buoy-je-granted',
    `actions/${licence}-changed-1`,
    'actors/red-buoy',
  ])
    t.match(await get(`/v1/${path}`), { statusCode: 410 }, path)
})

t.test('ids of licences that turn out to be one lead to it', async t => {
  const seed = await seedWith(t, [day, { LEI: '', site: '' }, other])
  const rows = [{ name: 'Blue Anchor Ltd' }, { name: 'Red Buoy Ltd' }]
  decideAlso(seed, { same: rows })
  t.match(await addList(t, seed, day, { LEI: '', site: '' }, other), { code: 0 })
  const { get } = await testApp(t, { seed })
  t.match((await get('/v1/licences')).json.data, [{ id: licence }])
  for (const [old, now] of [
    ['licences/je-red-buoy-je', `licences/${licence}`],
    ['actions/je-red-buoy-je-granted', `actions/${licence}-granted`],
    ['actors/red-buoy', 'actors/blue-anchor'],
  ])
    t.match(await get(`/v1/${old}`), { statusCode: 308, headers: { location: RegExp(`${now}$`) } })
})

t.test('two names under one key need a decision', async t => {
  const seed = registerSeed(t)
  const twins = [{}, { firm: 'Blue Buoy Ltd', services: 'b. advice on crypto-assets' }]
  t.match(await addList(t, seed, day, ...twins), {
    code: 1,
    err: [/2026-03-01\.csv:4:1: name: 'Blue Buoy Ltd' and 'Blue Anchor Ltd' are of one licence/],
  })
  decideAlso(seed, { same: [{ name: 'Blue Anchor Ltd' }, { name: 'Blue Buoy Ltd' }] })
  t.match(await addList(t, seed, day, ...twins), { code: 0 })
  const own = `/v1/claims?record=licences/${licence}&field=holder`
  t.match(await dataFrom(t, seed, own), [{ row: `${lei}|${lei} 2` }])
})

t.test('two LEIs under one name need a decision, though the first row has none', async t => {
  const seed = registerSeed(t)
  const row = { site: '', services: 'b. advice on crypto-assets' }
  const rows = ['', lei, '529900HNOAA1KXQJUQ27'].map(LEI => ({ ...row, LEI }))
  t.match(await addList(t, seed, day, ...rows), {
    code: 1,
    err: [/2026-03-01\.csv:5:1: lei: '529900HNOAA1KXQJUQ27' and '5299005V5GBSN2A4C303' are of one/],
  })
})

t.test('two numbers under one name need a decision', async t => {
  const seed = registerSeed(t)
  const twins = ['7', '8'].map(number => ({ firm: 'Red Buoy Ltd', LEI: '', site: '', number }))
  t.match(await addList(t, seed, day, ...twins), {
    code: 1,
    err: [/2026-03-01\.csv:4:1: reference: '8' and '7' are of one licence by a key/],
  })
  decideAlso(seed, { same: [{ reference: '7' }, { reference: '8' }] })
  t.match(await addList(t, seed, day, ...twins), { code: 0 })
})

t.test('two kinds and two authorities under one key need a decision', async t => {
  for (const [cells, fact] of [
    [{ remarks: 'has notified' }, "kind: 'notification' and 'licence'"],
    [{ body: 'GFSC', home: 'GG' }, "authority: 'gg-fsc' and 'je-fsc'"],
  ] as const) {
    const seed = registerSeed(t)
    const twins = [{}, { services: 'b. advice on crypto-assets', ...cells }]
    t.match(await addList(t, seed, day, ...twins), {
      code: 1,
      err: [RegExp(`4:1: ${fact} are of`)],
    })
    decideAlso(seed, { same: [{ services: 'a' }, { services: 'b' }] })
    t.match(await addList(t, seed, day, ...twins), { code: 0 }, fact)
  }
})
