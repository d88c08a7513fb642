import t from 'tap'
import { testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { pageReader } from '../fixtures/pages.ts'
import { standingSeed } from '../fixtures/standing.ts'

const read = pageReader(await testApp(t))
/** Invented rules and cases, with everything that may happen to one. */
const readInvented = pageReader(await testApp(t, { seed: inventedSeed(t) }))
const readStanding = pageReader(await testApp(t, { seed: standingSeed(t) }))

t.test('how did SEC v. Binance go? The first lines say it', async t => {
  const page = await read('/cases/us-sec-v-binance')
  t.equal(page.heading, 'SEC v. Binance Holdings Limited and others')
  t.match(page.text, 'Dismissed on 29 May 2025 (as of 30 November 2026).')
  t.match(
    page.text,
    'The latest step: US SEC drops its case against Binance and Changpeng Zhao for good.',
  )
  t.match(page.text, 'It began on 5 June 2023: SEC accuses Binance')
  t.match(page.body, /<meta name="description" content="[^"]*Dismissed on 29 May 2025/)
  t.match(page.text, 'Court US District Court for the District of Columbia')
  t.equal(page.linkTo('Its steps as a list of events'), '/actions?matter=us-sec-v-binance')
  t.match(page.text, 'not in force any more: it ended between 17 June 2023 and 29 May 2025')
  t.match(page.text, 'No document announces another step.')
  t.match(page.text, 'Docket number 1:23-cv-01599')
})

t.test(
  'a rule shows how it stands, its steps, what comes next and until when it is shown',
  async t => {
    const mica = await read('/rules/eu-mica')
    t.match(mica.text, 'In force, applied since 30 December 2024 (as of 30 November 2026).')
    t.match(mica.text, 'CELEX number 32023R1114')
    t.match(mica.text, 'presumed; documents show it until 1 July 2026')
    t.match(mica.text, 'no end known')
    t.equal(mica.linkTo('http://data.europa.eu/eli/reg/2023/1114/oj') !== undefined, true)
    const gb = await read('/rules/gb-cryptoassets-regulations-2026')
    t.match(gb.text, 'Next, on 25 October 2027: UK brings its rules for business')
    t.match(gb.text, 'not yet in force: it begins on 25 October 2027')
  },
)

t.test('a rule leads to the events that answered its steps', async t => {
  const { text, links } = await read('/rules/in-rbi-circular-2018')
  t.match(text, 'Repealed on 4 March 2020 (as of 30 November 2026).')
  t.match(text, 'What followed its steps (3)')
  t.match(text, 'Zebpay stops its crypto exchange in India')
  // A number that is told in another script is shown as it is written.
  t.match(text, 'बैंविवि.सं.बीपी.बीसी.104/08.13.102/2017-18')
  t.notMatch(text, 'undefined')
  t.ok(links.some(({ href }) => href === '/rules?region=IN'))
})

t.test('the lists say how each stands, in words', async t => {
  const rules = await read('/rules')
  t.equal(rules.heading, 'Rules')
  t.match(rules.text, '9 rules')
  t.match(rules.text, 'Repealed on 4 March 2020 Circular of the Reserve Bank of India')
  t.match(rules.text, 'Circular, India, DBR.No.BP.BC.104/08.13.102/2017-18, 5 steps')
  t.match(rules.text, 'France (3)')
  t.match(rules.text, 'In force (6)')
  t.equal(rules.linkTo('CSV for a spreadsheet'), '/v1/rules?format=csv')
  const cases = await read('/cases?region=US&sort=-id')
  t.match(cases.text, 'Cases in the United States')
  t.match(cases.text, '1 case ')
  t.match(cases.text, 'Dismissed on 29 May 2025 SEC v. Binance')
})

t.test('with a day, a list says how sure force is and until when documents show it', async t => {
  const past = await read('/rules?in_force_on=2019-01-01')
  t.match(past.text, 'In force on 1 January 2019: 2 certainly.')
  t.match(past.text, 'Certainly in force on 1 January 2019; documents show it until 3 March 2020.')
  const asked = '/rules?applies_in=FR&activity=exchange-service&in_force_on=2026-11-22'
  const exchange = await read(asked)
  t.match(exchange.text, 'In force on 22 November 2026: 1 presumably.')
  t.match(exchange.text, '2 others state no activity: they may concern this one, too.')
  t.equal(exchange.linkTo('What applies in France, subject by subject'), '/regions/FR')
  const both = await read('/rules?applies_in=FR,DE&in_force_on=2026-11-22')
  t.notMatch(both.text, 'subject by subject')
  t.match(both.text, 'Germany or France Anywhere')
})

t.test('the counts of places are those of the lists that they lead to', async t => {
  const queries = ['', 'in_force_on=2026-11-22', 'activity=exchange-service', 'q=digital']
  for (const query of queries) {
    const { all } = await read(`/rules?${query}`)
    const select = all('select').find(({ attribs }) => attribs.name === 'applies_in')!
    const options = select.childNodes.flatMap(group => ('children' in group ? group.children : []))
    const counted = options.flatMap(option =>
      'attribs' in option && option.attribs.value ? option : [],
    )
    t.ok(counted.length > 0, query)
    for (const { attribs, children } of counted.slice(0, 8)) {
      const [, count] = /\((\d+)\)$/.exec('data' in children[0]! ? children[0].data : '')!
      const list = await read(`/rules?${query}&applies_in=${attribs.value}`)
      t.match(list.text, new RegExp(`\\b${count} rules? `), `${query} ${attribs.value}`)
    }
  }
})

t.test('an empty list says what is covered; a wrong value is refused', async t => {
  const { text } = await read('/rules?q=zzzz')
  t.match(text, '0 rules')
  t.match(text, 'Nothing of this kind is on record')
  const none = await read('/rules?in_force_on=2010-01-01')
  t.match(none.text, 'In force on 1 January 2010: none.')
  t.equal((await read('/rules?stage=nope')).status, 400)
  t.equal((await read('/cases?in_force_on=yesterday')).status, 400)
  t.equal((await read('/rules/us-sec-v-binance')).status, 404)
  t.equal((await read('/cases/us-sec-v-binanc')).status, 404)
})

t.test('a long list has pages', async t => {
  const first = await read('/rules?limit=4')
  const next = first.linkTo('Next page')!
  t.match(next, /^\/rules\?cursor=/)
  const second = await read(next)
  t.equal(second.linkTo('First page'), '/rules?limit=4')
  t.notMatch(second.text, 'KMAG')
})

t.test('steps that are planned, places that a rule affects, and force that is open', async t => {
  const bill = await readInvented('/rules/invented-bill')
  t.match(bill.text, 'Proposed, not adopted; the last step was on 1 January 2025')
  t.match(bill.text, 'Next, on 1 February 2031: A step planned vote.')
  t.notMatch(bill.text, 'It began')
  const standard = await readInvented('/rules/invented-world-standard')
  t.match(standard.text, 'Place World (affected)')
  t.match(standard.text, 'No document at hand says when it has force.')
  t.notMatch(standard.text, 'Who took part')
  const federal = await readInvented('/rules/invented-federal-rule')
  t.match(federal.text, 'by 5 May 2015 (inferred) no end known')
  t.match(federal.text, 'possible; documents show it until 1 March 2020')
  const vague = await readInvented('/rules?in_force_on=2026-11-22')
  t.match(vague.text, 'Possibly in force on 22 November 2026')
})

t.test('what has not happened, has no name or begins on no known day is told in words', async t => {
  const plan = await readStanding('/rules/the-plan')
  t.match(plan.text, 'No step of it is known to have been taken (as of 22 November 2026).')
  t.match(plan.text, 'Next, in 2031: The plan.')
  t.match(plan.body, /<meta name="description" content="The bill the-plan: No step of it/)
  const one = await readStanding('/cases/the-case')
  t.match(one.text, 'Latest step: seizure from 10 to 12 January 2024')
  t.match(one.text, 'Target an unnamed person')
  const notice = await readStanding('/rules/the-notice')
  t.match(notice.text, 'In force since June 2024 or earlier')
  t.match(notice.text, 'not known 1 January 2031 Japan not stated: for all that it concerns')
  const ban = await readStanding('/rules/the-ban')
  t.match(ban.text, 'What followed its steps (11)')
  t.equal(ban.linkTo('All of it'), '/actions?linked_to=ban-begins&not_matter=the-ban')
})
