import t, { type Test } from 'tap'
import { testApp } from '../fixtures/app.ts'
import { addList, dataFrom, registerSeed, seedWith } from '../fixtures/register-seed.ts'
import { type Cells, decided } from '../fixtures/registers.ts'

const other = { firm: 'Red Buoy Ltd', LEI: '', site: '', number: '7' }
const id = 'je-blue-anchor-je'

type Readings = [on: string, ...rows: Cells[]][]

/** The licence of Blue Anchor after some readings. */
const licenceAfter = async (t: Test, ...readings: Readings) =>
  dataFrom(t, await seedWith(t, ...readings), `/v1/licences/${id}?include=claims`)

/** The actions after some readings, the oldest first. */
const actionsAfter = async (t: Test, ...readings: Readings) =>
  dataFrom(t, await seedWith(t, ...readings), '/v1/actions?sort=date&include=claims')

t.test('a row becomes a licence, its grant, its firm and claims with the row', async t => {
  const seed = await seedWith(t, ['2026-03-01', { brand: 'Anchor', clients: 'Retail' }])
  const licence = await dataFrom(t, seed, '/v1/licences/je-blue-anchor-je?include=claims')
  t.match(licence, {
    kind: 'licence',
    title: 'Blue Anchor Ltd as a firm in Jersey',
    status: { stage: 'granted', since: { edtf: '2026-01-05' }, as_of: '2026-03-01' },
    actor: 'anchor',
    holder: { name: 'Blue Anchor Ltd', lei: '5299005V5GBSN2A4C303', names_before: [] },
    authority: 'je-fsc',
    granted: { edtf: '2026-01-05', basis: 'stated' },
    ended: null,
    activities: ['custody'],
    clients: ['retail'],
    websites: ['anchor.je'],
    regions: [
      { code: 'JE', role: 'jurisdiction' },
      { code: 'GG', role: 'valid' },
      { code: 'JE', role: 'valid' },
    ],
    in_force: [
      {
        ...{ from: { edtf: '2026-01-05' }, until: null, activities: ['custody'] },
        ...{ regions: ['GG', 'JE'], actions: ['je-blue-anchor-je-granted'] },
        ...{ first_listed: '2026-03-01', last_listed: '2026-03-01' },
      },
    ],
    steps: [{ action: 'je-blue-anchor-je-granted', type: 'licence-grant' }],
    register: { id: 'je-list', row: '5299005V5GBSN2A4C303', last_listed: '2026-03-01' },
  })
  t.match(
    licence.claims.map((claim: { field: string }) => claim.field),
    ['activities', 'clients', 'holder', 'places', 'websites'],
  )
  t.match(licence.claims[0], {
    ...{ document: 'je-list-2026-03-01', row: '5299005V5GBSN2A4C303', passage: null },
    ...{ status: 'accepted', basis: 'stated' },
  })
  t.match(await dataFrom(t, seed, '/v1/actors/anchor'), {
    kind: 'company',
    name: 'Anchor',
    names: [
      { name: 'Anchor', type: 'short' },
      { name: 'Blue Anchor Ltd', type: 'official' },
    ],
    identifiers: [
      { scheme: 'lei', value: '5299005V5GBSN2A4C303', name: 'Blue Anchor Ltd' },
      { scheme: 'domain', value: 'anchor.je', name: 'Blue Anchor Ltd' },
    ],
  })
  t.match(await dataFrom(t, seed, '/v1/documents/je-list-2026-03-01'), {
    ...{ kind: 'register', official: 'yes', register: 'je-list', covers: ['licence'] },
    ...{ published: { edtf: '2026-03-01' }, read: { on: '2026-03-01', as: 'file' } },
    attribution: 'The islands',
  })
  t.match(await dataFrom(t, seed, '/v1/actions/je-blue-anchor-je-granted'), {
    title: 'FSC admits Blue Anchor Ltd as a firm',
    ...{ kind: 'licensing', type: 'licence-grant', activities: ['custody'] },
    matters: [{ id: 'je-blue-anchor-je', kind: 'licence' }],
    actors: [
      { id: 'je-fsc', role: 'issuer' },
      { id: 'anchor', role: 'target' },
    ],
    regions: [{ code: 'JE', role: 'jurisdiction' }],
  })
})

t.test('runs of readings with one value are one claim, with the last of them', async t => {
  const { claims } = await licenceAfter(t, ['2026-02-01', {}], ['2026-03-01', {}])
  for (const claim of claims)
    t.match(claim, { document: 'je-list-2026-02-01', last_document: 'je-list-2026-03-01' })
})

t.test('a newer update of the row is a change on one of the days between', async t => {
  const later = { services: 'a. keeping of crypto-assets|b. advice on crypto-assets' }
  const seed = await seedWith(
    t,
    ['2026-02-01', {}],
    ['2026-03-01', { ...later, changed: '25/01/2026' }],
  )
  const licence = await dataFrom(t, seed, `/v1/licences/${id}?include=claims`)
  t.match(licence.in_force, [
    {
      until: { edtf: '[2026-01-06..2026-01-24]' },
      ...{ activities: ['custody'], first_listed: '2026-02-01', last_listed: '2026-02-01' },
    },
    {
      from: { edtf: '[2026-01-07..2026-01-25]', basis: 'inferred' },
      ...{ until: null, activities: ['advice', 'custody'], actions: [`${id}-changed-1`] },
    },
  ])
  const statuses = licence.claims.filter(({ field }: { field: string }) => field === 'activities')
  t.match(statuses, [{ status: 'former' }, { status: 'accepted' }])
  t.match(await dataFrom(t, seed, `/v1/actions/${id}-changed-1?include=claims`), {
    ...{ type: 'licence-change', title: 'FSC widens the licence of Blue Anchor Ltd' },
    ...{ activities: ['advice'], date: { edtf: '[2026-01-07..2026-01-25]' } },
  })
  const rests = (await dataFrom(t, seed, `/v1/claims?record=actions/${id}-changed-1&field=date`))[0]
  t.strictSame(rests.rests_on, [`licences/${id}.activities.1001`, `licences/${id}.activities.1002`])
})

t.test('the change is on the day of the reading at the latest', async t => {
  const actions = await actionsAfter(
    t,
    ['2026-02-01', { changed: '' }],
    ['2026-03-01', { changed: '', services: 'b. advice on crypto-assets' }],
  )
  t.match(actions.at(-1), {
    ...{ title: 'FSC changes the licence of Blue Anchor Ltd', activities: ['advice', 'custody'] },
    date: { edtf: '[..2026-03-01]' },
  })
})

t.test('without a newer update the later reading corrects the whole time', async t => {
  const licence = await licenceAfter(
    t,
    ['2026-02-01', {}],
    ['2026-03-01', { services: 'b. advice on crypto-assets', places: 'JE' }],
  )
  t.match(licence.in_force, [
    { activities: ['advice'], regions: ['JE'], first_listed: '2026-03-01' },
  ])
  t.equal(licence.in_force.length, 1)
  const [old, now] = licence.claims.filter(({ field }: { field: string }) => field === 'activities')
  t.match(old, { status: 'rival', rule: 'later-account', value: ['custody'] })
  t.match(now, { status: 'accepted', value: ['advice'] })
})

t.test('a change of places makes a time of force and no action', async t => {
  const licence = await licenceAfter(
    t,
    ['2026-02-01', {}],
    ['2026-03-01', { places: 'JE|GG|IE', changed: '20/02/2026' }],
  )
  t.match(licence.in_force, [
    { regions: ['GG', 'JE'] },
    { regions: ['GG', 'IE', 'JE'], actions: [] },
  ])
  t.equal(licence.steps.length, 1)
})

t.test('a firm that takes another name stays the same, with the older name kept', async t => {
  const seed = await seedWith(
    t,
    ['2026-02-01', {}],
    ['2026-03-01', { firm: 'Green Anchor Ltd', changed: '20/02/2026' }],
  )
  t.match(await dataFrom(t, seed, `/v1/licences/${id}`), {
    holder: { name: 'Green Anchor Ltd', names_before: ['Blue Anchor Ltd'] },
  })
  t.match(await dataFrom(t, seed, `/v1/actions/${id}-changed-1`), {
    title: 'Green Anchor Ltd changes its name',
    activities: { length: 0 },
  })
  t.match((await dataFrom(t, seed, '/v1/actors/blue-anchor')).names, [
    { name: 'Green Anchor Ltd', type: 'official' },
    { name: 'Blue Anchor Ltd', type: 'former' },
  ])
})

t.test('case, punctuation and lost letters are no other name', async t => {
  for (const [firm, status] of [
    ['BLUE ANCHOR LTD.', 'consistent'],
    ['Blue Anch\uFFFDr Ltd', 'garbled'],
  ] as const) {
    const seed = await seedWith(
      t,
      ['2026-02-01', { firm }],
      ['2026-03-01', { changed: '20/02/2026' }],
    )
    const [licence] = await dataFrom(t, seed, '/v1/licences?include=claims')
    t.match(licence, { holder: { name: 'Blue Anchor Ltd', names_before: { length: 0 } } }, firm)
    t.match(
      licence.claims.find(({ field }: { field: string }) => field === 'holder'),
      { status },
    )
    t.equal(licence.steps.length, 1)
  }
})

t.test('where days of the grant differ, the later reading wins and both claims stay', async t => {
  const [grant] = await actionsAfter(t, ['2026-02-01', {}], ['2026-03-01', { from: '04/01/2026' }])
  t.match(grant, { date: { edtf: '2026-01-04' } })
  t.match(
    grant.claims.filter(({ field }: { field: string }) => field === 'date'),
    [{ status: 'rival', value: { edtf: '2026-01-05' } }, { status: 'accepted' }],
  )
})

t.test('of two rows for one licence the earliest day is that of the grant', async t => {
  const second = { from: '07/01/2026', services: 'b. advice on crypto-assets', places: 'JE|IE' }
  const licence = await licenceAfter(t, ['2026-03-01', {}, second])
  t.match(licence, {
    granted: { edtf: '2026-01-05' },
    activities: ['advice', 'custody'],
    regions: [{ code: 'JE' }, { code: 'GG' }, { code: 'IE' }, { code: 'JE' }],
  })
})

t.test('a licence without a day of grant has no grant, and is in force by its listing', async t => {
  const seed = await seedWith(t, ['2026-03-01', { from: '' }])
  t.match(await dataFrom(t, seed, `/v1/licences/${id}`), {
    granted: null,
    status: { stage: 'granted', since: null },
    steps: { length: 0 },
    in_force: [{ from: { edtf: '[..2026-03-01]', basis: 'inferred' }, actions: { length: 0 } }],
  })
  t.strictSame(await dataFrom(t, seed, '/v1/actions'), [])
})

t.test('an end that the register states', async t => {
  const row = { until: '20/02/2026', remarks: 'Ended at its own wish' }
  const seed = await seedWith(t, ['2026-02-01', {}], ['2026-03-01', row])
  t.match(await dataFrom(t, seed, `/v1/licences/${id}`), {
    ended: { edtf: '2026-02-20', basis: 'stated' },
    ended_by: 'holder',
    status: { stage: 'ended', since: { edtf: '2026-02-20' }, as_of: '2026-03-01' },
    in_force: [{ until: { edtf: '2026-02-20' } }],
  })
  t.match(await dataFrom(t, seed, `/v1/actions/${id}-ended?include=claims`), {
    ...{ type: 'licence-end', title: 'Blue Anchor Ltd gives up its licence as a firm' },
    date: { edtf: '2026-02-20', basis: 'stated' },
  })
})

t.test('a licence that a complete reading no longer lists has ended', async t => {
  const seed = await seedWith(t, ['2026-02-01', {}, other], ['2026-03-01', other])
  t.match(await dataFrom(t, seed, `/v1/licences/${id}`), {
    ended: { edtf: '[2026-01-07..2026-03-01]', basis: 'inferred' },
    status: { stage: 'ended', as_of: '2026-03-01' },
  })
  t.match(await dataFrom(t, seed, `/v1/actions/${id}-ended?include=claims`), {
    title: 'The register no longer lists Blue Anchor Ltd as a firm',
    sources: { documents: 2 },
  })
  const [date] = await dataFrom(t, seed, `/v1/claims?record=actions/${id}-ended&field=date`)
  t.match(date, {
    ...{ document: 'je-list-2026-03-01', basis: 'inferred' },
    rests_on: [`licences/${id}.holder.1001`],
  })
})

t.test('a licence that comes back, or that no reading covers, has not ended', async t => {
  const back = await licenceAfter(t, ['2026-02-01', {}], ['2026-03-01', other], ['2026-04-01', {}])
  t.match(back, { ended: null, in_force: [{ first_listed: '2026-04-01' }] })
  t.equal(
    back.claims.filter(({ field }: { field: string }) => field === 'holder').length,
    2,
    'two runs',
  )
  const notice = { remarks: 'The firm has notified the FSC.' }
  t.match(await licenceAfter(t, ['2026-02-01', notice], ['2026-03-01', other]), { ended: null })
})

t.test('an approval in principle ends on the day of the licence that follows', async t => {
  const approval = { rows: { reference: 'A1' }, set: { kind: 'approval-in-principle' } }
  const seed = registerSeed(t, {
    kinds: ['licence', 'approval-in-principle'],
    ...decided(approval),
  })
  const approved = { ...other, number: 'A1', from: '03/01/2026' }
  await addList(t, seed, '2026-02-01', approved)
  await addList(t, seed, '2026-03-01', approved, { ...other, number: 'L1', from: '10/02/2026' })
  t.match(await dataFrom(t, seed, '/v1/licences?sort=date'), [
    {
      ...{ id: 'je-red-buoy-je-approval', kind: 'approval-in-principle', ended_by: 'successor' },
      ended: { edtf: '2026-02-10', basis: 'inferred' },
    },
    { id: 'je-red-buoy-je', kind: 'licence', ended: null },
  ])
  t.match(await dataFrom(t, seed, '/v1/actions?sort=date'), [
    { title: 'FSC approves Red Buoy Ltd in principle as a firm' },
    { title: 'FSC replaces the approval in principle of Red Buoy Ltd' },
    { title: 'FSC admits Red Buoy Ltd as a firm' },
  ])
})

t.test('an approval without a day ends with the licence, too', async t => {
  const approval = { rows: { reference: 'A1' }, set: { kind: 'approval-in-principle' } }
  const kinds = ['licence', 'approval-in-principle']
  const seed = registerSeed(t, { kinds, ...decided(approval) })
  const approved = { ...other, number: 'A1', from: '' }
  await addList(t, seed, '2026-03-01', approved, { ...other, number: 'L1', from: '10/02/2026' })
  const { ended } = await dataFrom(t, seed, '/v1/licences/je-red-buoy-je-approval')
  t.match(ended, { edtf: '2026-02-10' })
})

const both = 'a. keeping of crypto-assets|b. advice on crypto-assets'

t.test('a change after the end changes nothing that was in force', async t => {
  const row = { changed: '20/02/2026', until: '05/02/2026' }
  const licence = await licenceAfter(
    t,
    ['2026-02-12', { changed: '10/02/2026', services: both }],
    ['2026-03-01', row],
  )
  t.match(licence.in_force, [{ until: { edtf: '2026-02-05' }, activities: ['advice', 'custody'] }])
  t.equal(licence.in_force.length, 1)
})

t.test('a change that may lie after the end ends with it', async t => {
  const row = { changed: '20/02/2026', until: '15/02/2026' }
  const licence = await licenceAfter(
    t,
    ['2026-02-12', { changed: '10/02/2026', services: both }],
    ['2026-03-01', row],
  )
  t.match(licence.in_force, [
    { until: { edtf: '[2026-02-10..2026-02-15]' } },
    { from: { edtf: '[2026-02-11..2026-02-15]' }, until: { edtf: '2026-02-15' } },
  ])
})

t.test('a change without any update of the row lies between grant and end', async t => {
  const licence = await licenceAfter(
    t,
    ['2026-02-12', { changed: '', services: both }],
    ['2026-03-01', { changed: '', until: '20/02/2026' }],
  )
  t.match(licence.in_force, [
    { until: { edtf: '[2026-01-05..2026-02-20]' }, activities: ['advice', 'custody'] },
    { from: { edtf: '[2026-01-05..2026-02-20]' }, activities: ['custody'] },
  ])
})

t.test('a change before the date of a second grant takes the place of its beginning', async t => {
  const licence = await licenceAfter(
    t,
    ['2026-02-01', { changed: '30/01/2026' }],
    ['2026-03-01', { changed: '20/02/2026', from: '20/02/2026', services: both }],
  )
  t.match(licence.in_force, [
    { from: { edtf: '2026-02-20' }, activities: ['advice', 'custody'], first_listed: '2026-03-01' },
  ])
  t.strictSame(licence.in_force[0].actions, [`${id}-granted`])
  t.equal(licence.in_force.length, 1)
})

t.test('updates that go back in time give days in their order', async t => {
  const licence = await licenceAfter(
    t,
    ['2026-02-01', { changed: '10/01/2026' }],
    ['2026-03-01', { changed: '20/02/2026', services: both }],
    ['2026-04-01', { changed: '', services: both }],
    ['2026-05-01', { changed: '08/01/2026', services: 'b. advice on crypto-assets' }],
  )
  for (const { from, until } of licence.in_force)
    t.ok(!until || from.earliest <= until.latest, JSON.stringify({ from, until }))
})

t.test('a reading that leaves the services out stands between two that differ', async t => {
  const seed = await seedWith(
    t,
    ['2026-02-01', { changed: '20/01/2026', services: both }],
    ['2026-03-01', { changed: '10/02/2026', services: '' }],
    ['2026-04-01', { changed: '10/03/2026' }],
  )
  t.match(await dataFrom(t, seed, `/v1/actions/${id}-changed-1`), {
    title: /^FSC narrows the licence of Blue Anchor Ltd$/,
    activities: ['advice'],
    date: { edtf: '[2026-01-21..2026-03-10]' },
    summary: /^The readings of 2026-02-01 and 2026-04-01 differ/,
  })
})

t.test('a licence that became a notification has changed, not widened', async t => {
  const seed = await seedWith(
    t,
    ['2026-02-01', {}],
    ['2026-03-01', { changed: '20/02/2026', remarks: 'has notified' }],
  )
  t.match(await dataFrom(t, seed, `/v1/actions/${id}-changed-1`), {
    title: /^FSC changes the notification of Blue Anchor Ltd$/,
  })
})

t.test('a day between two times is presumed, as no file shows it', async t => {
  const seed = await seedWith(
    t,
    ['2026-02-01', {}],
    ['2026-03-01', other],
    ['2026-04-01', { services: both, changed: '15/03/2026' }],
  )
  const { get } = await testApp(t, { seed })
  for (const [day, certainty] of [
    ['2026-02-01', 'certain'],
    ['2026-03-01', 'presumed'],
    ['2026-03-10', 'presumed'],
    ['2026-04-01', 'certain'],
  ]) {
    const { data } = (
      await get(`/v1/licences?actor=blue-anchor&activity=custody&in_force_on=${day}`)
    ).json
    t.match(data, [{ id, force: { certainty } }], `${day}`)
  }
})
