import t from 'tap'
import { testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { licensedDataset } from '../fixtures/licensed.ts'
import { pageReader } from '../fixtures/pages.ts'
import { standingSeed } from '../fixtures/standing.ts'

const app = await testApp(t)
const read = pageReader(app)
/** Invented licences, with everything that may happen to one. */
const readLicensed = pageReader(await testApp(t, { built: licensedDataset(t) }))
/** Invented rules, cases and their steps. */
const readStanding = pageReader(await testApp(t, { seed: standingSeed(t) }))
const readInvented = pageReader(await testApp(t, { seed: inventedSeed(t) }))

t.test('which rules apply to an exchange in France, and who is licensed there?', async t => {
  const page = await read('/regions/FR')
  const answer =
    'An exchange in France on 30 November 2026: 2 rules on exchanges apply (1 of its own law, 1 from above), and 7 firms are licensed for exchange services (1 of them to run a trading platform; 5 of them only by a licence granted elsewhere and valid here).'
  t.match(page.text, answer)
  t.match(page.body, `<meta name="description" content="${answer}"`)
  t.equal(page.linkTo('2 rules on exchanges apply'), '#topic-exchanges')
  t.equal(page.linkTo('7 firms are licensed for exchange services'), '#licensed')
  t.match(
    page.text,
    'from above: the European Union In force, applied since 30 December 2024 presumed; documents show it until 1 July 2026',
  )
  t.match(page.text, 'law of France itself In force since 1 January 2024')
  t.match(page.text, 'No document says anything on legal status, tax, mining')
  t.match(page.text, '7 licences for it are valid here, 2 of them granted here.')
})

t.test('the firms of a place stand by name, with the registers that this rests on', async t => {
  const page = await read('/regions/FR')
  t.match(page.text, 'On 30 November 2026: 7 presumably.')
  t.match(
    page.text,
    'Bybit licence fiat conversion, crypto conversion, placing, custody, transfer 28 May 2025 Austria',
  )
  const platforms = await read(page.linkTo('Only those that may run a trading platform (1)') ?? '')
  t.match(platforms.text, '1 actor')
  t.ok(platforms.linkTo('PAYMIUM'))
  t.equal(page.linkTo('All 7 firms'), '/actors?activity=exchange-service&licensed_in=FR')
  t.match(
    page.text,
    '6 readings, the last of 22 August 2026; lists all licences since 30 December 2024',
  )
  t.match(page.text, 'Firms that served clients under national law before the regulation')
  const dubai = await read('/regions/AE-DU')
  t.match(dubai.text, '1 of 1 licences appeared late')
  t.match(dubai.text, 'No rule on exchanges in Dubai is known.')
  t.match(dubai.text, 'No event of Dubai is on record.')
})

t.test('what comes next in the United Kingdom?', async t => {
  const page = await read('/regions/GB')
  t.match(
    page.text,
    'An exchange in the United Kingdom on 30 November 2026: no rule on exchanges is known to apply, and no firm is known to be licensed',
  )
  t.match(
    page.text,
    'Next, on 28 February 2027: UK regulator opens the time for applications under the new crypto rules (ends on this day).',
  )
  t.match(page.text, 'Rule, ends on this day 25 October 2027 UK brings its rules for business')
  const calendars = {
    date: 'happens',
    effect_from: 'takes effect',
    effect_until: 'ends',
    due: 'is due',
  }
  for (const [field, label] of Object.entries(calendars)) {
    const file = `/v1/actions?applies_in=GB&date_field=${field}&format=ics`
    t.equal(page.linkTo(label), `webcal://127.0.0.1:3000${file}`)
    t.match(await app.ask({ url: file }), { statusCode: 200, body: /^BEGIN:VCALENDAR/ })
    t.ok(page.links.some(({ href }) => href === file))
  }
  t.match(page.text, 'European Union (from 1 January 1973, until 31 January 2020)')
  t.match(page.text, 'Firms may be licensed there all the same.')
  t.match(page.text, 'The dataset reads no register of licences for this place.')
  t.match(page.text, '3 of the 4 events rest on an official text')
  t.equal(page.linkTo('Feed of its events'), '/v1/actions?format=atom&region=GB')
})

t.test('law and days from above are told apart from those of the place', async t => {
  const page = await read('/regions/US-NY')
  t.match(page.text, '1 rule on exchanges applies (of its own law)')
  t.match(page.text, 'from above: the United States Signed on 18 July 2025')
  t.match(page.text, 'Stablecoin rule, from above: United States')
  const ireland = await read('/regions/IE')
  t.match(ireland.text, '1 rule on exchanges applies (from above)')
  const china = await read('/regions/CN')
  t.match(china.text, 'No firm is known to be licensed in China.')
  const usa = await read('/regions/US')
  t.equal(usa.linkTo('1 case'), '/cases?region=US')
  t.notMatch(usa.text, 'No document says anything on enforcement')
})

t.test('a union leads to the places where licences hold; an area to its countries', async t => {
  const union = await read('/regions/EU')
  t.match(union.text, 'Licences hold in 27 places below, each by itself.')
  t.match(union.text, 'No licence for all of the European Union is known')
  t.equal(union.linkTo('Austria'), '/regions/AT')
  const area = await read('/regions/155')
  t.match(area.text, 'Western Europe is an area of places and makes no law of its own.')
  t.match(area.text, 'France 7 events, 11 licences')
  t.notMatch(area.text, 'Who is licensed')
  t.match((await read('/regions/001')).text, 'The world as a whole makes no law.')
  t.match((await read('/regions/x-middle-east')).text, 'The Middle East is an area')
})

t.test('where nothing is known, the page says so', async t => {
  const page = await read('/regions/AQ')
  t.equal(page.status, 200)
  t.equal(page.linkTo('no rule on exchanges is known to apply'), '#rules')
  t.match(page.text, 'No document says anything on legal status, exchanges, stablecoins')
  t.match(page.text, 'No document names a coming day for Antarctica.')
  const unused = await read('/regions/US-NE')
  t.equal(unused.status, 404)
  t.match(unused.text, 'no record names yet')
})

t.test('licences for something else, and those that state no activity, are told apart', async t => {
  const newYork = await readLicensed('/regions/US-NY')
  t.match(newYork.text, '1 firm holds a licence that states no activity.')
  t.match(newYork.text, 'No licence in New York names exchange services. 1 firm holds a licence')
  const california = await readLicensed('/regions/US-CA')
  t.match(california.text, 'The theta licence stablecoin not stated California')
  t.match(california.text, 'the copy at hand is not complete')
  t.match((await readLicensed('/regions/JP')).text, 'of which no reading is at hand.')
  const germany = await readLicensed('/regions/DE')
  t.match(germany.text, /all of them only by a licence granted elsewhere and valid here\)/)
  t.equal(germany.linkTo('The firm as a list'), '/actors?activity=exchange-service&licensed_in=DE')
  t.equal(germany.linkTo('Bavaria'), '/regions/DE-BY')
})

t.test('a ban stands in the answer; of many firms a page shows the first', async t => {
  const page = await readStanding('/regions/JP')
  t.match(page.text, '1 rule on exchanges may apply (of its own law; 1 with a ban)')
  t.match(page.text, '26 firms are licensed for exchange services. 1 other firm holds a licence')
  t.match(page.text, 'The first 25 by name:')
  t.match(
    page.text,
    'The law the-late law of Japan itself In force since 5 May 2025 at most in parts: its main part is not known to have force yet',
  )
  t.match(
    page.text,
    '26 licences for it are valid here, 26 of them granted here. 1 more states no activity.',
  )
  t.ok(page.linkTo('All 26 firms'))
})

t.test('rules in force that belong to no subject stand by themselves', async t => {
  const page = await readStanding('/regions/JP')
  const [, others = ''] = page.text.split('Other rules ')
  t.match(others, /^Rule .*? The guidance the-notice law of Japan itself In force since June 2024/)
  t.notMatch((await read('/regions/FR')).text, 'Other rules ')
})

t.test('bans, planned days, and law that was taken over stand out', async t => {
  const usa = await readInvented('/regions/US')
  t.match(usa.text, 'The bill invented-bill ban law of the United States itself')
  t.match(usa.text, 'Rule planned')
  const norway = await readInvented('/regions/NO')
  t.match(norway.text, 'taken over: law of the European Union')
  t.equal(
    norway.linkTo('The rule in force in Norway'),
    '/rules?applies_in=NO&in_force_on=2026-11-30',
  )
  const all = await read('/regions/FR')
  t.ok(all.linkTo('All 3 rules in force in France'))
  t.match(norway.text, /Timeline (?:July|October|2020)/, 'no hours for a single event')
})

t.test('the list of places has those with a record, and names the countries without', async t => {
  const page = await read('/regions')
  t.match(
    page.text,
    '64 places with an event or a valid licence on record, as of 30 November 2026.',
  )
  t.match(page.text, 'France 7 events, 11 licences')
  t.match(page.text, 'Beijing 1 event ')
  t.match(page.text, 'Of 208 countries and territories the dataset has no event and no licence.')
  t.equal(page.linkTo('F'), '#F')
  const at = (text: string) => page.text.indexOf(text)
  t.ok(at('Nothing on record Of') < at('Afghanistan'), 'a country without any')
  const ids = new Set(page.all('*').map(({ attribs }) => attribs.id))
  const jumps = page.links
    .filter(({ href }) => href.startsWith('#'))
    .map(({ href }) => href.slice(1))
  t.strictSame(
    jumps.filter(id => !ids.has(id)),
    [],
  )
})
