import t from 'tap'
import { type Cells, decided, lei, listOf, read } from '../fixtures/registers.ts'

type Rows = [Cells, ...Cells[]]

/** Rows with more than one reading, or none, and why they stay out: the line and the reason of each. */
const undecided: Record<string, [rows: Rows, ...reasons: string[]]> = {
  'an unknown authority': [
    [{ body: 'Comission' }],
    "2: authority: 'Comission' is no authority that register.yaml knows; did you mean 'Commission'?",
  ],
  'one name of two authorities': [
    [{ body: 'FSC', home: '' }],
    "2: authority: 'FSC' is the name of several authorities",
  ],
  'an authority of another place': [
    [{ body: 'Commission', home: 'GG' }],
    '2: home: GG is not that of je-fsc',
  ],
  'an unknown home state': [
    [{ body: 'Commission', home: 'XX' }],
    "2: home: 'XX' is no place of this register",
  ],
  'a place that is two': [[{ places: 'JE|SL' }], "2: places: 'SL' is no place of this register"],
  'an unknown service': [
    [{ services: 'a. keeping|z. mining' }],
    "2: services: 'z. mining' is no service that register.yaml knows",
  ],
  'an unknown service beside a known one': [
    [{ services: 'a. keeping and mining' }],
    "2: services: 'a. keeping and mining' is no service that register.yaml knows",
  ],
  'a day that does not exist': [[{ from: '30/02/2025' }], "2: granted: '30/02/2025' is no day"],
  'a day that is cut': [[{ from: '30/02/20' }], "2: granted: '30/02/20' is no day"],
  'a day in another form': [[{ from: '2025-02-03' }], "2: granted: '2025-02-03' is no day"],
  'a grant after the reading': [
    [{ from: '02/03/2026' }],
    '2: granted: 2026-03-02 is after the day of the reading',
  ],
  'an update after the reading': [
    [{ changed: '02/03/2026' }],
    '2: updated: 2026-03-02 is after the day of the reading',
  ],
  'an end before the grant': [
    [{ from: '05/01/2026', until: '04/01/2026' }],
    '2: ended: 2026-01-04 is before the grant',
  ],
  'no name': [[{ firm: ' ' }], '2: name: is missing'],
  'a name with a control character': [
    [{ firm: 'Blue\u0007' }],
    "2: name: 'Blue\u0007' holds U+0007",
  ],
  'a name that is too long': [
    [{ firm: 'x'.repeat(301) }],
    `2: name: '${'x'.repeat(80)}…' has more than 300 characters`,
  ],
  'clients with a restriction': [
    [{ clients: 'Retail, but not Qualified' }],
    "2: clients: 'Retail, but not Qualified' restricts what it says",
  ],
  'unknown clients': [
    [{ clients: 'Friends' }],
    "2: clients: 'Friends' names none that register.yaml knows",
  ],
  'several faults': [
    [{ from: 'soon', places: 'XX' }],
    "2: granted: 'soon' is no day; places: 'XX' is no place of this register",
  ],
  'two rows of one grant that differ': [
    [{ until: '' }, { until: '07/02/2026' }],
    '2: ended: contradicts line 3',
    '3: ended: contradicts line 2',
  ],
}

for (const [what, [rows, ...reasons]] of Object.entries(undecided))
  t.test(`${what}: stays out`, async t => {
    const reading = read(listOf(...rows, { firm: 'Other Ltd', LEI: '' }))
    t.strictSame(
      reading.undecided,
      reasons.map(reason => `list.csv:${reason}`),
    )
    t.match(reading.rows, [{ name: 'Other Ltd' }])
    t.equal(reading.rows.length, 1)
  })

t.test('an end in the future and a home state without its own list are right', async t => {
  const { rows, undecided } = read(listOf({ until: '01/01/2027', home: 'GG', places: 'JE' }))
  t.strictSame(undecided, [])
  t.match(rows, [{ ended: '2027-01-01', authority: 'gg-fsc', home: 'GG', places: 'JE' }])
})

t.test('a decision by cells as they are written sets facts', async t => {
  const decision = { written: { places: 'JE | CH' }, set: { places: 'JE|GG' } }
  const file = listOf({ places: 'JE | CH' }, { LEI: '', places: 'JE|CH' })
  const { rows, undecided } = read(file, decided(decision))
  t.match(rows, [{ places: 'GG' }])
  t.strictSame(undecided, ["list.csv:3: places: 'CH' is no place of this register"])
})

t.test('a decision by facts, or by names, sets or empties cells', async t => {
  const soon = { from: '02/03/2026' }
  for (const about of [{ rows: { lei, granted: '2026-03-02' } }, { names: ['Blue Anchor Ltd'] }])
    t.match(read(listOf(soon), decided({ ...about, set: { granted: '' } })), {
      rows: [{ granted: '' }],
      undecided: [],
    })
})

t.test('a decision leaves out rows', async t => {
  const { rows, left_out, undecided } = read(
    listOf({ number: '7' }, { number: '8', body: 'Nobody', LEI: '' }),
    decided({ rows: { reference: '8' }, leave_out: true }),
  )
  t.match({ rows, left_out, undecided }, { rows: [{ reference: '7' }], left_out: 1, undecided: [] })
})

t.test('decisions are of the days that they name; one about no row is reported', async t => {
  const decision = { rows: { reference: '8' }, leave_out: true as const }
  const file = listOf({ number: '7' })
  const on = (...days: string[]) => read(file, decided({ ...decision, on: days })).undecided
  t.strictSame(on('2026-03-01'), [
    'list.csv:1: decisions.0 of register.yaml is about no row of this reading',
  ])
  t.strictSame(on('2026-02-01'), [])
  t.strictSame(read(file, decided(decision)).undecided, [])
  const other = { rows: { reference: '7' }, leave_out: true as const, on: ['2026-02-01'] }
  t.equal(read(file, decided(other)).left_out, 0)
})

t.test('decisions about licences, not about rows, change nothing', async t => {
  const parts = decided({ shared_reference: '7', on: ['2026-03-01'] })
  t.match(read(listOf({ number: '7' }), parts), { undecided: [], left_out: 0 })
})

t.test('what a decision sets is checked', async t => {
  const sets: [set: Record<string, string>, reason: string][] = [
    [{ kind: '' }, 'kind: is missing'],
    [{ kind: 'registration' }, "kind: 'registration' is none of licence, notification"],
    [{ places: 'JE|XX' }, "places: 'XX' is none of JE, GG, GR, IE, NO"],
    [{ home: 'XX' }, "home: 'XX' is none of JE, GG, GR, IE, NO"],
    [{ authority: 'nobody' }, "authority: 'nobody' is not among the authorities"],
    [{ services: 'a|z' }, "services: 'z' is none of a, b"],
    [{ clients: 'all' }, "clients: 'all' is none of retail, qualified, institutional"],
    [{ granted: '2026-02-30' }, "granted: '2026-02-30' is no date"],
    [{ ended: 'soon' }, "ended: 'soon' is no date"],
    [{ updated: '1' }, "updated: '1' is no day"],
    [{ ended_by: 'me' }, "ended_by: 'me' is none of holder, authority, successor, expiry"],
    [{ state: 'on' }, "state: 'on' is none of granted, ended"],
  ]
  for (const [set, reason] of sets)
    t.strictSame(read(listOf({}), decided({ rows: { lei }, set })).undecided, [
      `list.csv:2: ${reason}`,
    ])
})
