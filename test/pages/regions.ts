import t from 'tap'
import { testApp } from '../fixtures/app.ts'
import { licensedDataset } from '../fixtures/licensed.ts'
import { pageReader } from '../fixtures/pages.ts'

const read = pageReader(await testApp(t))
/** Invented licences, with everything that may happen to one. */
const readInvented = pageReader(await testApp(t, { built: licensedDataset(t) }))

t.test('which rules apply to an exchange in France, and who is licensed there?', async t => {
  const page = await read('/regions/FR')
  const answer =
    'An exchange in France on 30 November 2026: 2 rules on exchanges apply (1 of its own law, 1 from above), and 7 firms are licensed for exchange services (5 of them only by a licence granted elsewhere and valid here).'
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
  t.match(page.text, 'Bybit licence 28 May 2025 Austria')
  t.equal(page.linkTo('All 7 firms'), '/actors?activity=exchange-service&licensed_in=FR')
  t.match(
    page.text,
    'read 6 times, last as of 22 August 2026. It lists all from 30 December 2024 on.',
  )
  t.match(page.text, 'What it leaves out: Firms that served clients under national law')
  const dubai = await read('/regions/AE-DU')
  t.match(dubai.text, 'It is late: 1 of 1 licences had been granted')
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
  t.equal(
    page.linkTo('Subscribe to the calendar (ICS)'),
    '/v1/actions?applies_in=GB&date_field=effect_from&from=2026-11-30&format=ics',
  )
  t.match(page.text, 'European Union (from 1 January 1973, until 31 January 2020)')
  t.match(page.text, 'Firms may be licensed there all the same.')
  t.match(page.text, 'No official register of this place is read')
  t.match(page.text, '3 of the 4 events rest on an official text')
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

t.test('licences that state no activity are told apart', async t => {
  const page = await readInvented('/regions/US-NY')
  t.match(page.text, 'states no activity.')
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
