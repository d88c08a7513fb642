import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { build } from '../../src/bin/seed-commands.ts'
import { temporaryFolder } from '../fixtures/app.ts'
import { callCommand } from '../fixtures/command.ts'
import { addActor } from '../fixtures/drafts.ts'
import {
  addList,
  dataFrom,
  decideAlso,
  registerSeed,
  seedWith,
  textIn,
} from '../fixtures/register-seed.ts'
import { description, lei } from '../fixtures/registers.ts'
import { addRecord } from '../fixtures/seed.ts'

const day = '2026-03-01'
const other = { firm: 'Red Buoy Ltd', LEI: '', site: '', number: '7' }
const id = 'je-blue-anchor-je'

/** The mistakes that a build finds in a seed. */
async function mistakesIn(t: Test, seed: string): Promise<string[]> {
  const file = join(temporaryFolder(t), 'events.sqlite')
  const { err } = await callCommand(say => build(seed, file, say))
  return err.join('\n').split('\n')
}

t.test('rows that decisions leave out are counted', async t => {
  const seed = registerSeed(t)
  decideAlso(seed, { names: ['Red Buoy Ltd'], leave_out: true })
  const { out } = await addList(t, seed, day, {}, other)
  t.match(out, ['1 rows read', /lei-missing/, '  1 left out by decisions'])
})

t.test('a licence of the data and an authority with one name', async t => {
  const [first, ...authorities] = description.authorities
  const own = [{ ...first, short: first!.name }, ...authorities]
  const seed = registerSeed(t, { licence: 'CC-BY-4.0', authorities: own })
  await addList(t, seed, day, {})
  t.match(await dataFrom(t, seed, '/v1/documents'), [{ licence: 'CC-BY-4.0' }])
  const { names } = await dataFrom(t, seed, '/v1/agencies/je-fsc')
  t.match(names, [{ name: 'Jersey FSC' }])
  t.equal(names.length, 1)
})

t.test('mistakes that follow from the description have a place', async t => {
  const [first] = description.authorities
  const authorities = [{ ...first, region: 'QQ' }]
  const nowhere = registerSeed(t, { places: ['QQ'], authorities })
  const { err } = await addList(t, nowhere, day, { home: 'QQ', places: '' })
  t.match(err[0], /register\.yaml:1:\d+: authorities\.0\.region: 'QQ' is not known/)
  const long = registerSeed(t, {
    holder_is: 'a firm with a very long description of its business'.repeat(2),
  })
  t.match((await addList(t, long, day, {})).err, [
    /registers\/je-list\/2026-03-01\.csv:3:1: title: has more than 80 characters/,
  ])
})

t.test('ids that are missing are mistakes of the seed', async t => {
  const seed = await seedWith(t, [day, {}])
  const file = join(seed, 'registers/je-list/ids.csv')
  const ids = textIn(seed, 'ids.csv')
  writeFileSync(file, 'type,key,id\n')
  t.match(await mistakesIn(t, seed), [
    'je-list-2026-03-01: has no id yet; run `npm run register`',
    'seed/registers/je-list/2026-03-01.csv:3:1: has no id yet; run `npm run register`',
  ])
  writeFileSync(file, ids.replace(/^firm.*\n/m, ''))
  t.match(await mistakesIn(t, seed), [/2026-03-01\.csv:3:1: has no id yet/])
  writeFileSync(file, `${ids}"`)
  t.match(await mistakesIn(t, seed), [/ids\.csv:1:1: is not a table of type, key and id/])
  writeFileSync(join(seed, 'registers/je-list', `${day}.csv`), 'row,line\n')
  t.match(await mistakesIn(t, seed), [/2026-03-01\.csv:1:1: is no head of a file of facts/])
})

t.test('a file of facts that somebody edited is checked as the tool checks', async t => {
  const seed = await seedWith(t, [day, {}])
  const file = join(seed, 'registers/je-list', `${day}.csv`)
  const facts = readFileSync(file, 'utf8')
  const edits: [old: string, now: string, reason: string][] = [
    [',licence,', ',permit,', "kind: 'permit' is none of licence, notification"],
    ['je-fsc', 'je-police', "authority: 'je-police' is not among the authorities"],
    [',a,', ',z,', "services: 'z' is none of a, b"],
    ['2026-01-05', '2026-13-05', "granted: '2026-13-05' is no date"],
    ['2026-01-05,,', '2026-01-05,soon,', "ended: 'soon' is no date"],
    ['2026-01-05', '202X', "granted: '202X' is no date"],
    ['2026-01-06', '2026-01', "updated: '2026-01' is no day"],
    [
      ',licence,',
      ',licence|notification,',
      "kind: 'licence|notification' is none of licence, notification",
    ],
    ['2026-01-06', '2027-01-06', 'updated: 2027-01-06 is after the day of the reading'],
    [',GG,', ',XX,', "places: 'XX' is none of JE, GG, GR, IE, NO"],
    ['Blue Anchor Ltd', '', 'name: is missing'],
  ]
  for (const [old, now, reason] of edits) {
    t.ok(facts.includes(old), old)
    writeFileSync(file, facts.replace(old, now))
    t.strictSame(await mistakesIn(t, seed), [`seed/registers/je-list/${day}.csv:3:1: ${reason}`])
  }
})

t.test('an end by the authority is a withdrawal', async t => {
  const comments = [{ words: 'withdrawn', set: { ended_by: 'authority' } }]
  const seed = registerSeed(t, { comments })
  await addList(t, seed, day, { until: '20/02/2026', remarks: 'Withdrawn for cause' })
  t.match(await dataFrom(t, seed, `/v1/actions/${id}-ended`), {
    ...{
      type: 'licence-withdrawal',
      title: 'FSC withdraws the licence of Blue Anchor Ltd',
    },
  })
})

t.test('an end without any update of the row has no earliest day', async t => {
  const seed = await seedWith(t, ['2026-02-01', { changed: '' }, other], [day, other])
  t.match(await dataFrom(t, seed, `/v1/licences/${id}`), { ended: { edtf: '[..2026-03-01]' } })
})

/** A seed with the invented register in a layout with a state. */
function seedWithStates(t: Test): string {
  const { list } = description.layouts
  const columns = { ...list.columns, state: 'remarks', comments: undefined }
  const layouts = {
    list: { ...list, columns, values: { state: { Active: 'granted', Gone: 'ended' } } },
  }
  return registerSeed(t, { layouts: JSON.parse(JSON.stringify(layouts)) })
}

t.test('a licence of two rows has not ended while one of them is active', async t => {
  const seed = seedWithStates(t)
  const rows = [{ remarks: 'Gone' }, { remarks: 'Active', services: 'b. advice on crypto-assets' }]
  t.match(await addList(t, seed, day, ...rows), { code: 0 })
  t.match(await dataFrom(t, seed, `/v1/licences/${id}`), {
    ended: null,
    in_force: [{ last_listed: day }],
  })
})

t.test('a state that is listed as ended', async t => {
  const seed = seedWithStates(t)
  const row = { changed: '', from: '' }
  await addList(t, seed, '2026-02-01', { ...row, remarks: 'Active' })
  const { out } = await addList(t, seed, day, { ...row, remarks: 'Gone' })
  t.ok(
    out.includes('ended: Blue Anchor Ltd: listed-as-ended, between an unknown day and 2026-03-01'),
  )
  t.match(await dataFrom(t, seed, `/v1/licences/${id}`), {
    ended: { edtf: '[..2026-03-01]', basis: 'inferred' },
    in_force: [{ first_listed: '2026-02-01', last_listed: '2026-02-01' }],
  })
})

t.test('a licence without days can still be narrowed', async t => {
  const row = { from: '', changed: '' }
  const both = 'a. keeping of crypto-assets|b. advice on crypto-assets'
  const seed = await seedWith(t, ['2026-02-01', { ...row, services: both }], [day, row])
  t.match(await dataFrom(t, seed, `/v1/actions/${id}-changed-1`), {
    ...{ title: 'FSC narrows the licence of Blue Anchor Ltd', activities: ['advice'] },
  })
  t.match((await dataFrom(t, seed, `/v1/licences/${id}`)).in_force, [
    { from: { edtf: '[..2026-02-01]' }, until: { edtf: '[..2026-02-28]' } },
    { from: { edtf: '[..2026-03-01]' }, until: null },
  ])
})

t.test('letters that a later file lost do not replace the name', async t => {
  const seed = await seedWith(t, ['2026-02-01', {}], [day, { firm: 'Blue Anch\uFFFDr Ltd' }])
  t.match(await dataFrom(t, seed, `/v1/licences/${id}`), { holder: { name: 'Blue Anchor Ltd' } })
})

t.test('rows that seemed two licences become one by a later row', async t => {
  const seed = await seedWith(t, ['2026-02-01', {}, { firm: 'Green Quay Ltd', LEI: '', site: '' }])
  t.equal((await dataFrom(t, seed, '/v1/licences')).length, 2)
  decideAlso(seed, { same: [{ name: 'Blue Anchor Ltd' }, { name: 'Green Quay Ltd' }] })
  const { code } = await addList(t, seed, day, { firm: 'Green Quay Ltd', changed: '20/02/2026' })
  t.equal(code, 0)
  t.match(await dataFrom(t, seed, '/v1/licences'), [{ id, holder: { lei } }])
})

t.test('a name and then an LEI join what seemed two licences', async t => {
  const seed = await seedWith(
    t,
    ['2026-01-31', {}],
    ['2026-02-10', { firm: 'Green Quay Ltd', LEI: '', site: '', changed: '08/02/2026' }],
    [day, { firm: 'Green Quay Ltd', changed: '20/02/2026' }],
  )
  t.match(await dataFrom(t, seed, '/v1/licences'), [
    { id, holder: { name: 'Green Quay Ltd', names_before: ['Blue Anchor Ltd'] } },
  ])
})

t.test('an id that is retired by hand and by the register is repeated', async t => {
  const seed = await seedWith(t, [day, {}, other])
  await addList(t, seed, day, {})
  const retired = { record: 'actors/red-buoy', reason: 'new-evidence', note: 'Gone.' }
  writeFileSync(join(seed, 'retired.yaml'), JSON.stringify([retired]))
  const mistakes = (await mistakesIn(t, seed)).join()
  t.match(mistakes, /registers\/je-list\/ids\.csv:\d+:1: 'actors\/red-buoy' is repeated/)
})

t.test('a reading that is read again may lose a firm', async t => {
  const seed = await seedWith(t, [day, {}, other])
  const { out } = await addList(t, seed, day, {})
  t.ok(out.includes('gone: Red Buoy Ltd'))
})

t.test('ids are taken from decisions, brands and numbers where names give none', async t => {
  const seed = registerSeed(t)
  decideAlso(seed, { names: ['닻'], id: 'je-anchor-korea' })
  const { out } = await addList(
    t,
    seed,
    day,
    { ...other, firm: '닻', number: '8' },
    { ...other, firm: '배', brand: 'Boat', number: '9' },
    { ...other, firm: 'Ltd AG', number: '10' },
    {},
    { ...other, firm: 'Blue Anchor GmbH', number: '11' },
  )
  for (const line of [
    'firm: je-anchor-korea → anchor-korea (new)',
    'firm: je-boat-je → boat (new)',
    'firm: je-ltd-ag-je → ltd-ag (new)',
    'firm: je-blue-anchor-je → blue-anchor (new)',
    'firm: je-blue-anchor-je-2 → blue-anchor (name)',
  ])
    t.ok(out.includes(line), line)
})

t.test('a firm with the LEI is found, and an id that is taken gets a number', async t => {
  const seed = registerSeed(t)
  addActor(seed, 'agency', 'red-buoy', 'The Red Buoy')
  addActor(seed, 'company', 'sea', 'Sea')
  addRecord(seed, 'actors', {
    ...{ id: 'sea', kind: 'company', name: 'Sea', names: [{ name: 'Sea', type: 'short' }] },
    identifiers: [
      { scheme: 'lei', value: lei },
      { scheme: 'domain', value: 'sea.je' },
    ],
    claims: ['names/Sea', `identifiers/lei/${lei}`, 'identifiers/domain/sea.je'].map(field => ({
      ...{ field, document: 'invented-book', passage: 'p1' },
    })),
  })
  const { out } = await addList(t, seed, day, {}, other)
  t.ok(out.includes('firm: je-blue-anchor-je → sea (LEI)'))
  t.ok(out.includes('firm: je-red-buoy-je → red-buoy-2 (new)'))
})

t.test('only the row of a register has a last reading', async t => {
  const seed = registerSeed(t)
  addActor(seed, 'company', 'sea', 'Sea')
  addRecord(seed, 'actors', {
    ...{ id: 'sea', kind: 'company', name: 'Sea', names: [{ name: 'Sea', type: 'short' }] },
    claims: [
      {
        ...{ field: 'names/Sea', document: 'invented-book', passage: 'p1' },
        last_document: 'invented-book',
      },
    ],
  })
  t.match(await mistakesIn(t, seed), [/only a claim from the row of a register has a last reading/])
})
