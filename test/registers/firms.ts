import t from 'tap'
import { testApp } from '../fixtures/app.ts'
import { addActor } from '../fixtures/drafts.ts'
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
const other = { firm: 'Red Buoy Ltd', LEI: '', site: '', number: '7' }

t.test('a firm is found by its exact name without the legal form', async t => {
  const seed = registerSeed(t)
  addActor(seed, 'exchange', 'anchor-exchange', 'BLUE ANCHOR, Inc.')
  const { out } = await addList(t, seed, day, {})
  t.ok(out.includes('firm: je-blue-anchor-je → anchor-exchange (name)'))
  t.match(await dataFrom(t, seed, '/v1/actors/anchor-exchange'), {
    kind: 'exchange',
    name: 'BLUE ANCHOR, Inc.',
    names: [{ name: 'BLUE ANCHOR, Inc.' }, { name: 'Blue Anchor Ltd', type: 'official' }],
    identifiers: [
      { scheme: 'lei', value: lei },
      { scheme: 'domain', value: 'anchor.je' },
    ],
  })
  t.match(await dataFrom(t, seed, '/v1/licences?actor=anchor.je'), [{ actor: 'anchor-exchange' }])
})

t.test('a firm keeps its id when its names change, and is found by its LEI', async t => {
  const seed = await seedWith(t, ['2026-02-01', {}])
  const before = textIn(seed, 'ids.csv')
  await addList(t, seed, day, { firm: 'Green Ltd', brand: 'Green', changed: '20/02/2026' })
  t.ok(textIn(seed, 'ids.csv').startsWith(before))
  t.match(await dataFrom(t, seed, `/v1/actors?q=green`), [{ id: 'blue-anchor', name: 'Green' }])
})

t.test('a firm with the word bank is one, unless its sector is decided', async t => {
  const services = { a: { activities: ['exchange-service'], words: ['keeping'] } }
  const names = ['Anchor Bank Ltd', 'Coinbank Ltd', 'Bit Bank Ltd']
  const decisions = [
    { names: ['Bit Bank Ltd'], sector: 'exchange', reason: 'An exchange.' },
    { names: ['Coinbank Ltd'], sector: 'bank', reason: 'A bank.' },
  ]
  const seed = registerSeed(t, { services, decisions })
  const rows = names.map(firm => ({
    ...{ firm, LEI: '', site: '', number: firm },
    services: 'keeping',
  }))
  t.match(await addList(t, seed, day, ...rows), { code: 0 })
  const kindOf = async (id: string) => {
    const { kind, sector } = await dataFrom(t, seed, `/v1/actors/${id}`)
    return [kind, sector]
  }
  t.strictSame(await kindOf('anchor-bank'), ['company', 'bank'])
  t.strictSame(await kindOf('coinbank'), ['company', 'bank'])
  t.strictSame(await kindOf('bit-bank'), ['exchange', 'exchange'])
})

t.test('agencies and people hold no licences', async t => {
  const seed = registerSeed(t)
  addActor(seed, 'agency', 'anchor-agency', 'Blue Anchor')
  const { out } = await addList(t, seed, day, {})
  t.ok(out.includes('firm: je-blue-anchor-je → blue-anchor (new)'))
})

t.test('a decision gives a licence to a firm, and names one', async t => {
  const seed = registerSeed(t)
  decideAlso(seed, { names: ['Blue Anchor Ltd', 'Red Buoy Ltd'], firm: 'sea', firm_name: 'Sea' })
  const { out } = await addList(t, seed, day, {}, other)
  t.ok(out.includes('firm: je-red-buoy-je → sea (decision)'))
  t.match(await dataFrom(t, seed, '/v1/actors/sea?include=claims'), {
    name: 'Sea',
    names: [
      { name: 'Sea', type: 'short' },
      { name: 'Blue Anchor Ltd', type: 'official' },
      { name: 'Red Buoy Ltd', type: 'official' },
    ],
  })
  const [claim] = await dataFrom(t, seed, '/v1/claims?record=actors/sea&field=names/Sea')
  t.match(claim, { status: 'accepted', as_reported: 'Blue Anchor Ltd' })
  t.equal((await dataFrom(t, seed, '/v1/licences?actor=sea')).length, 2)
})

t.test('the old id of a firm that is decided otherwise redirects to the new one', async t => {
  const seed = await seedWith(t, [day, {}])
  decideAlso(seed, { names: ['Blue Anchor Ltd'], firm: 'sea', firm_name: 'Sea' })
  await addList(t, seed, day, {})
  const { get } = await testApp(t, { seed })
  t.match((await get('/v1/licences')).json.data, [{ actor: 'sea' }])
  const moved = await get('/v1/actors/blue-anchor')
  t.match(moved, { statusCode: 308, headers: { location: /actors\/sea$/ } })
})

t.test('names in parentheses and in other letters', async t => {
  const seed = registerSeed(t, { language: 'ko' })
  const korean = { ...other, firm: '주식회사 닻', brand: '닻', number: '8' }
  const { out } = await addList(t, seed, day, { firm: 'Quay FZE (“Blue Quay”)' }, korean)
  t.ok(out.includes('firm: je-quay-je → blue-quay (new)'))
  t.ok(out.includes('firm: je-je → je (new)'))
  t.match((await dataFrom(t, seed, '/v1/actors/blue-quay')).names, [
    { name: 'Blue Quay', type: 'short' },
    { name: 'Quay FZE (“Blue Quay”)', type: 'official' },
  ])
  t.match((await dataFrom(t, seed, '/v1/actors/je')).names, [
    { name: '닻', type: 'short', lang: 'ko' },
    { name: '주식회사 닻', type: 'official', lang: 'ko' },
  ])
})

t.test('a firm is an exchange by its licences, unless it is a bank', async t => {
  const services = {
    a: { activities: ['custody'], words: ['keeping'] },
    b: { activities: ['trading-platform'], words: ['platform'] },
  }
  const seed = registerSeed(t, { services })
  const platform = { ...other, services: 'b. platform' }
  await addList(
    t,
    seed,
    day,
    { services: 'a. keeping' },
    platform,
    { ...platform, firm: 'Jersey Sparkasse', number: '9' },
    { ...platform, firm: 'Bankers Ltd', number: '10' },
  )
  const actors = await dataFrom(t, seed, '/v1/actors?not_kind=agency&sort=id')
  t.match(actors, [
    { id: 'bankers', kind: 'exchange', sector: 'exchange' },
    { id: 'blue-anchor', kind: 'company' },
    { id: 'jersey-sparkasse', kind: 'company', sector: 'bank' },
    { id: 'red-buoy', kind: 'exchange' },
  ])
})

t.test('two licences of one firm share its names and ids get numbers', async t => {
  const seed = await seedWith(
    t,
    [day, {}],
    ['2026-04-01', {}, { ...other, firm: 'Blue Anchor Limited', body: 'GFSC', home: 'GG' }],
  )
  t.match(await dataFrom(t, seed, '/v1/licences?sort=date'), [
    { actor: 'blue-anchor' },
    { actor: 'blue-anchor' },
  ])
  const claims = await dataFrom(t, seed, '/v1/claims?record=actors/blue-anchor')
  t.equal(new Set(claims.map(({ id }: { id: string }) => id)).size, claims.length)
})
