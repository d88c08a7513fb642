import ICAL from 'ical.js'
import t, { type Test } from 'tap'
import type { Action } from '../../src/model/action.ts'
import { dateInWords } from '../../src/model/date-words.ts'
import { type Answer, everything, type TestApp, testApp } from '../fixtures/app.ts'
import { stated, writeDraft } from '../fixtures/drafts.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { assertRefusals } from '../fixtures/refusals.ts'
import { releaseSeed, smallSeed } from '../fixtures/small-seed.ts'

const ORIGIN = 'http://127.0.0.1:3000'
const { get } = await testApp(t, { seed: inventedSeed(t) })

/** A calendar as another library reads it: its own properties, and those of each entry. */
type Calendar = Answer['json']

function readCalendar(text: string): Calendar {
  const component = new ICAL.Component(ICAL.parse(text))
  const read = (of: ICAL.Component) =>
    Object.fromEntries(
      of.getAllProperties().map(property => [property.name, property.getValues().map(String)]),
    )
  return { ...read(component), entries: component.getAllSubcomponents('vevent').map(read) }
}

const calendarOf = async (get: TestApp['get'], query = ''): Promise<Calendar> =>
  readCalendar((await get(`/v1/actions?format=ics${query}`)).body)

const DAY = 86_400_000
const next = (day: string) => new Date(Date.parse(day) + DAY).toISOString().slice(0, 10)
const length = ({ earliest, latest }: Action['date']) =>
  earliest && latest ? (Date.parse(latest) - Date.parse(earliest)) / DAY + 1 : Infinity

/** The date that a calendar follows. */
const dates: Record<string, (action: Action) => Action['date'] | null | undefined> = {
  date: ({ date }) => date,
  due: ({ due }) => due,
  effect_from: ({ effect }) => effect?.from,
  effect_until: ({ effect }) => effect?.until,
}

for (const [field, dateOf] of Object.entries(dates))
  t.test(`a calendar by ${field} has every date of at most a month, as whole days`, async t => {
    const query = `&region=CN,IN,HK&date_field=${field}`
    const answer = await get(`/v1/actions?format=ics${query}`)
    t.match(answer.headers, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': /\.ics"$/,
    })
    const { entries, ...calendar } = readCalendar(answer.body)
    const actions = await everything<Action>(get, `/v1/actions?limit=500&sort=date${query}`)
    const fit = actions.filter(action => length(dateOf(action)!) <= 31)
    t.ok(fit.length > 0)
    t.equal(answer.headers['x-total-count'], String(fit.length))
    t.match(calendar['x-wr-caldesc'], [
      fit.length === actions.length
        ? /^All actions/
        : new RegExp(`: ${actions.length - fit.length} of`),
    ])
    t.strictSame(
      entries.map(({ uid, dtstart, dtend, url }: Calendar) => [uid, dtstart, dtend, url].flat()),
      fit.map(action => {
        const { earliest, latest } = dateOf(action)!
        const uid = `${action.id}.${field}@crypto-regulation-events`
        return [uid, earliest, next(latest!), `${ORIGIN}/actions/${action.id}`]
      }),
    )
    for (const [at, { description, status, summary, transp, categories }] of entries.entries()) {
      const { title, kind, type, planned, ...action } = fit[at] as Action
      t.strictSame(summary, [planned ? `Planned: ${title}` : title])
      t.strictSame([transp, categories], [['TRANSPARENT'], [kind, type]])
      t.match(description[0].toLowerCase(), dateInWords(dateOf(fit[at]!)!).toLowerCase())
      for (const text of [action.summary, `Documents: ${action.sources.documents},`])
        t.ok(description[0].includes(text), description[0])
      const isVague = length(dateOf(fit[at]!)!) > 1
      if (planned || !isVague) t.strictSame(status, [planned ? 'TENTATIVE' : 'CONFIRMED'])
    }
  })

t.test('a calendar has its name, its page and its time of refreshing', async t => {
  const name = 'Crypto Regulation Events: actions in CN with effect possibly from 2021'
  t.match(await calendarOf(get, '&region=CN&date_field=effect_from&from=2021'), {
    version: ['2.0'],
    prodid: [/Crypto Regulation Events/],
    'x-wr-calname': [name],
    name: [name],
    url: [`${ORIGIN}/actions?date_field=effect_from&from=2021&region=CN`],
    'refresh-interval': ['P1D'],
  })
  const hostile = encodeURIComponent('a;b,c\\d\r\nBEGIN:VEVENT')
  const {
    'x-wr-calname': [shown],
    entries,
  } = await calendarOf(get, `&q=${hostile}`)
  // ical.js leaves the texts of X- properties as they are.
  t.equal(shown, 'Crypto Regulation Events: actions matching ‘a\\;b\\,c\\\\d BEGIN:VEVENT’')
  t.strictSame(entries, [])
})

t.test('lines are folded at 75 octets and end with CRLF', async t => {
  const { body } = await get('/v1/actions?format=ics')
  const lines = body.split('\r\n')
  t.equal(lines.pop(), '')
  t.equal(lines.at(-1), 'END:VCALENDAR')
  for (const line of lines) if (Buffer.byteLength(line) > 75 || line.includes('\n')) t.fail(line)
})

t.test('a calendar is whole: what selects a page or fields is refused', async t => {
  await assertRefusals(t, get, '/v1/actions?format=ics&region=FR', [
    ['&limit=5', 'limit', ''],
    ['&include=claims', 'include', ''],
    ['&fields=id', 'fields', ''],
    ['&shape=long', 'shape', '&sort=-date'],
  ])
  const sorted = await calendarOf(get, '&region=CN')
  const backwards = await calendarOf(get, '&region=CN&sort=-date')
  t.not(sorted.entries[0].uid, backwards.entries[0].uid)
  t.equal(
    (await get('/v1/actions', { accept: 'text/calendar' })).headers['content-type'],
    'text/calendar; charset=utf-8',
  )
})

/** A seed with a ban whose date is given, and with a plan and acts with vague dates. */
function seedWith(t: Test, date: string): string {
  const seed = smallSeed(t)
  setDate(seed, date)
  const common = { year: '2021', type: 'ban' }
  const drafts: [id: string, more: object][] = [
    ['lasting', { date: stated('2021-09-03/2021-09-05') }],
    ['months-long', { date: stated('2021-09/2021-10') }],
    ['late', { date: stated('[2021-09-21..2021-09-30]') }],
    ['month', { date: stated('2021-08') }],
    ['open', { date: stated('[2021-08..]') }],
    ['plan', { date: stated('2021-07-01'), planned: true, due: stated('2030-01') }],
  ]
  for (const [id, more] of drafts)
    writeDraft(seed, { ...common, id, title: `A ban of the kind ${id}`, date: '', ...more })
  return seed
}

const setDate = (seed: string, edtf: string) =>
  writeDraft(seed, {
    ...{ id: 'moving', title: 'A ban that moves', year: '2021', type: 'ban' },
    date: stated(edtf),
  })

/** The entries of a calendar by the ids of their actions. */
async function entriesOf(t: Test, seed: string, query = ''): Promise<Record<string, Calendar>> {
  const { get } = await testApp(t, { seed })
  const { entries } = await calendarOf(get, query)
  return Object.fromEntries(entries.map((entry: Calendar) => [entry.uid[0].split('.')[0], entry]))
}

t.test('vague and planned dates are tentative; what lasted is not vague', async t => {
  const entries = await entriesOf(t, seedWith(t, '2021-09-24'))
  const spans = Object.entries(entries).map(([id, { dtstart, dtend, status }]) => {
    return [id, dtstart[0], dtend[0], status[0]]
  })
  t.strictSame(spans, [
    ['plan', '2021-07-01', '2021-07-02', 'TENTATIVE'],
    ['month', '2021-08-01', '2021-09-01', 'TENTATIVE'],
    ['lasting', '2021-09-03', '2021-09-06', 'CONFIRMED'],
    ['late', '2021-09-21', '2021-10-01', 'TENTATIVE'],
    ['joint-notice-2021-09', '2021-09-24', '2021-09-25', 'CONFIRMED'],
    ['moving', '2021-09-24', '2021-09-25', 'CONFIRMED'],
  ])
  t.match(entries.plan?.description, [/^1 July 2021, planned for January 2030\.\n\n/])
  const due = await entriesOf(t, seedWith(t, '2021-09-24'), '&date_field=due')
  t.strictSame(Object.keys(due), ['plan'])
  t.match(due.plan, {
    dtstart: ['2030-01-01'],
    dtend: ['2030-02-01'],
    description: [/^Due date: January 2030\./],
  })
})

t.test('an entry keeps its UID when its date changes, and its SEQUENCE rises', async t => {
  const seed = seedWith(t, '2021-09-24')
  const states = [await entriesOf(t, seed)]
  const days = ['2026-11-22', '2026-11-23', '2026-11-24']
  for (const [at, edtf] of ['2021-09-24', '2021-09-25', '2021-09'].entries()) {
    setDate(seed, edtf)
    // Before its release a change is not counted.
    const before = await entriesOf(t, seed)
    t.equal(before.moving?.sequence[0], String(at))
    releaseSeed(seed, days[at]!)
    states.push(await entriesOf(t, seed))
  }
  const seen = states.map(({ moving: { uid, sequence, dtstart, dtend, dtstamp } }) =>
    [uid, sequence, dtstart, dtend, dtstamp].flat(),
  )
  const uid = 'moving.date@crypto-regulation-events'
  t.strictSame(seen, [
    [uid, '0', '2021-09-24', '2021-09-25', '1970-01-01T00:00:00Z'],
    [uid, '1', '2021-09-24', '2021-09-25', '2026-11-22T00:00:00Z'],
    [uid, '2', '2021-09-25', '2021-09-26', '2026-11-23T00:00:00Z'],
    [uid, '3', '2021-09-01', '2021-10-01', '2026-11-24T00:00:00Z'],
  ])
  t.strictSame(states.at(-1)?.moving?.['last-modified'], ['2026-11-24T00:00:00Z'])
  t.match(states.at(-1)?.late, { sequence: ['1'], dtstamp: ['2026-11-22T00:00:00Z'] })
  const texts = []
  for (const _ of [1, 2]) {
    const { get } = await testApp(t, { seed })
    texts.push((await get('/v1/actions?format=ics')).body)
  }
  t.equal(texts[0], texts[1], 'the same release gives the same bytes')
})
