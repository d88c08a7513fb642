import t, { type Test } from 'tap'
import { addList, dataFrom, registerSeed } from '../fixtures/register-seed.ts'
import type { Cells } from '../fixtures/registers.ts'

const day = '2026-03-01'
const kinds = ['licence', 'registration', 'notification', 'approval-in-principle']

/** A row of a firm of its own, whose licence has ended on a day that the row gives. */
const ended = (firm: string): Cells => ({
  firm,
  LEI: '',
  site: '',
  number: firm,
  until: '20/02/2026',
})

const set = (firm: string, set: object) => ({ names: [firm], set, reason: 'Invented.' })

type Step = { id: string; title: string; summary: string }

/** Title and summary of the steps of all licences but the grants, by their ids. */
async function sentences(t: Test, seed: string, isAsked: (id: string) => boolean) {
  const actions: Step[] = await dataFrom(t, seed, '/v1/actions?limit=100')
  return actions
    .filter(({ id }) => isAsked(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ title, summary }) => [title, summary])
}

t.test('the wording of a grant follows the kind of the licence', async t => {
  const decisions = kinds.map((kind, i) => set(`Buoy ${i}`, { kind }))
  const seed = registerSeed(t, { kinds, decisions })
  const rows = kinds.map((_, i) => ({ ...ended(`Buoy ${i}`), until: '' }))
  t.match(await addList(t, seed, day, ...rows), { code: 0, err: [] })
  t.strictSame(await sentences(t, seed, id => id.endsWith('granted')), [
    ['FSC admits Buoy 0 as a firm', 'By the register, Jersey FSC admitted Buoy 0 as a firm.'],
    ['FSC admits Buoy 1 as a firm', 'By the register, Jersey FSC admitted Buoy 1 as a firm.'],
    ['FSC admits Buoy 2 as a firm', 'By the register, Jersey FSC admitted Buoy 2 as a firm.'],
    [
      'FSC approves Buoy 3 in principle as a firm',
      'By the register, Jersey FSC approved Buoy 3 in principle as a firm.',
    ],
  ])
  const licences = await dataFrom(t, seed, '/v1/licences')
  t.strictSame(licences.map(({ title }: Step) => title).sort(), [
    'Buoy 0 as a firm in Jersey',
    'Buoy 1 as a firm in Jersey',
    'Buoy 2 as a firm in Jersey',
    'Buoy 3 as a firm in Jersey, approved in principle',
  ])
})

t.test('the wording of an end follows who ended it', async t => {
  const endings = ['authority', 'expiry', 'holder', 'successor', '']
  const decisions = endings.map((ended_by, i) => set(`Buoy ${i}`, { ended_by }))
  const seed = registerSeed(t, { kinds: ['licence'], decisions })
  const rows = endings.map((_, i) => ended(`Buoy ${i}`))
  const stays = { ...ended('Anchor'), until: '' }
  const leaves = { ...ended('Buoy 5'), until: '' }
  t.match(await addList(t, seed, '2026-02-25', stays, leaves), { code: 0 })
  t.match(await addList(t, seed, day, stays, ...rows), { code: 0 })
  t.strictSame(await sentences(t, seed, id => id.endsWith('ended')), [
    [
      'FSC withdraws the licence of Buoy 0',
      'By the register, Jersey FSC withdrew the licence of Buoy 0 as a firm.',
    ],
    [
      'Buoy 1 lets its licence as a firm expire',
      'By the register, Buoy 1 let its licence as a firm expire.',
    ],
    [
      'Buoy 2 gives up its licence as a firm',
      'By the register, Buoy 2 gave up its licence as a firm.',
    ],
    [
      'FSC replaces the licence of Buoy 3 by a licence',
      'By the register, Jersey FSC replaced the licence of Buoy 3 by a licence.',
    ],
    [
      'The licence of Buoy 4 as a firm ends',
      'By the register, the licence of Buoy 4 as a firm ended.',
    ],
    [
      'The register no longer lists Buoy 5 as a firm',
      'By the register, Buoy 5 is no longer listed as a firm.',
    ],
  ])
})

t.test('the wording of a change follows the difference', async t => {
  const row = { ...ended('Red Buoy'), number: '7', until: '' }
  const seed = registerSeed(t)
  const steps: Cells[] = [
    {},
    { services: 'a. keeping of crypto-assets|b. advice on crypto-assets', changed: '05/02/2026' },
    { services: 'b. advice on crypto-assets', changed: '05/03/2026' },
    { services: 'a. keeping of crypto-assets', changed: '05/04/2026' },
    { ...{ services: 'a. keeping of crypto-assets', changed: '05/05/2026' }, firm: 'Blue Buoy' },
  ]
  for (const [i, step] of steps.entries())
    t.match(await addList(t, seed, `2026-0${i + 2}-01`, { ...row, ...step }), { code: 0 }, `${i}`)
  t.strictSame(await sentences(t, seed, id => id.includes('changed')), [
    [
      'FSC widens the licence of Blue Buoy',
      'The readings of 2026-02-01 and 2026-03-01 differ: activities before: custody; now: advice, custody.',
    ],
    [
      'FSC narrows the licence of Blue Buoy',
      'The readings of 2026-03-01 and 2026-04-01 differ: activities before: advice, custody; now: advice.',
    ],
    [
      'FSC changes the licence of Blue Buoy',
      'The readings of 2026-04-01 and 2026-05-01 differ: activities before: advice; now: custody.',
    ],
    [
      'Blue Buoy changes its name',
      "The readings of 2026-05-01 and 2026-06-01 differ: name before: 'Red Buoy'; now: 'Blue Buoy'.",
    ],
  ])
})

t.test('a long name is cut after a word, and a title begins with a capital', async t => {
  const authority = { id: 'je-fsc', name: 'Jersey FSC', short: 'the Jersey FSC', region: 'JE' }
  const authorities = [{ ...authority, written: ['FSC'] }]
  const seed = registerSeed(t, { authorities })
  const firm = 'Red Buoy and Blue Anchor (Old Harbour), Lighthouse Keepers of the Channel Islands'
  await addList(t, seed, day, { firm }, { ...ended('B'.repeat(80)), until: '' })
  t.strictSame(
    (await sentences(t, seed, id => id.endsWith('granted'))).map(([title]) => title),
    [
      `The Jersey FSC admits ${'B'.repeat(47)}… as a firm`,
      'The Jersey FSC admits Red Buoy and Blue Anchor (Old Harbour)… as a firm',
    ],
  )
})

t.test('a name keeps its letters at the beginning of a title', async t => {
  const seed = registerSeed(t)
  await addList(t, seed, day, { firm: 'eBuoy Ltd', until: '20/02/2026' })
  t.match(await dataFrom(t, seed, '/v1/licences'), [{ title: /^eBuoy Ltd as a firm/ }])
})
