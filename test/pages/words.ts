import t from 'tap'
import { writeSynthetic } from '../../bench/synthesize/dataset.ts'
import { dateInWords, lagInWords } from '../../src/model/date-words.ts'
import { html, withoutLinks } from '../../src/pages/html.ts'
import { siteOf, wordOf } from '../../src/pages/site.ts'
import { texts } from '../../src/pages/texts.ts'
import { amountInWords } from '../../src/pages/words/amounts.ts'
import { fieldValue } from '../../src/pages/words/fields.ts'
import { Quotes } from '../../src/queries/record/claims.ts'
import { temporaryFolder, testApp } from '../fixtures/app.ts'
import { dated, stated, writeDraft } from '../fixtures/drafts.ts'
import { pageReader } from '../fixtures/pages.ts'
import { emptySeed, writeRegions } from '../fixtures/seed.ts'
import { smallSeed } from '../fixtures/small-seed.ts'

t.test('dates are told as exactly as they are known', async t => {
  const words: Record<string, string> = {
    '2021-09-24': '24 September 2021',
    '2021-09': 'September 2021',
    '2021': '2021',
    '201X': 'the 2010s',
    '2021-09-20/2021-09-24': '20 to 24 September 2021',
    '2021-09/2021-11': 'September to November 2021',
    '2019-12-30/2020-01-02': '30 December 2019 to 2 January 2020',
    '[2021-09-01..2021-09-10]': 'early September 2021',
    '[2021-09-11..2021-09-20]': 'mid-September 2021',
    '[2021-09-21..2021-09-30]': 'late September 2021',
    '[2021-09-01..2021-09-30]': 'September 2021',
    '[2021-09-01..2021-09-20]': 'between 1 and 20 September 2021',
    '[2021-09-24..2021-09-25]': '24 or 25 September 2021',
    '[2021-12..2022-01]': 'December 2021 or January 2022',
    '[..2021-09-24]': 'by 24 September 2021',
    '[2021..]': '2021 or later',
  }
  for (const [edtf, expected] of Object.entries(words)) t.equal(dateInWords({ edtf }), expected)
})

t.test('days between dates are told as exactly as they are known', async t => {
  const words: [min: number | null, max: number | null, expected: string][] = [
    [0, 0, 'on the same day'],
    [1, 1, '1 day later'],
    [3, 10, '3 to 10 days later'],
    [0, 5, 'up to 5 days later'],
    [3, null, 'at least 3 days later'],
    [-5, -2, '2 to 5 days before'],
    [null, -2, 'at least 2 days before'],
    [-1, 4, 'between 1 day before and 4 days later'],
    [-1, null, '1 day before or later'],
    [null, 4, 'up to 4 days later, or before'],
    [null, null, 'an unknown time before or later'],
  ]
  for (const [min, max, expected] of words) t.equal(lagInWords({ min, max }), expected)
})

t.test('amounts are told with their bounds, units and rates', async t => {
  const one = {
    quantity: 'fine',
    low: null,
    best: null,
    high: null,
    unit: 'USD',
    modality: 'imposed',
    approximate: false,
    as_reported: 'x',
  }
  const words: [more: object, expected: string][] = [
    [{ best: 4316126000 }, 'Fine: 4,316,126,000 USD (imposed)'],
    [{ best: 1, approximate: true }, 'Fine: about 1 USD (imposed)'],
    [{ low: 1, high: 2 }, 'Fine: 1 to 2 USD (imposed)'],
    [{ low: 1 }, 'Fine: at least 1 USD (imposed)'],
    [{ low: 1, low_exclusive: true }, 'Fine: more than 1 USD (imposed)'],
    [{ high: 2 }, 'Fine: at most 2 USD (imposed)'],
    [{ high: 2, high_exclusive: true }, 'Fine: less than 2 USD (imposed)'],
    [{}, 'Fine: not stated USD (imposed)'],
    [{ best: 5, unit: '%', quantity: 'share-price-change' }, 'Share price change: 5 % (imposed)'],
    [{ best: 5, unit: '1', quantity: 'users' }, 'Users: 5 (imposed)'],
    [
      { best: 5, unit: 'kW.h', per: 'P1Y', quantity: 'electricity-used' },
      'Electricity used: 5 kilowatt-hour per year (imposed)',
    ],
    [{ best: 5, per: 'P2W' }, 'Fine: 5 USD per P2W (imposed)'],
  ]
  for (const [more, expected] of words) t.equal(amountInWords({ ...one, ...more }), expected)
})

t.test('values of claims that lead nowhere are told by their ids', async t => {
  const { datasets, app } = await testApp(t)
  const site = siteOf(datasets.dataset, app.base, { quotes: new Quotes(), contact: undefined })
  const write = (path: string, value: unknown) => withoutLinks(fieldValue(site, path, value)).text
  t.equal(write('matters/none', {}), 'none')
  t.equal(
    write('links/responds-to/none', { type: 'responds-to', action: 'none' }),
    'responds to none',
  )
  t.equal(write('activities', null), 'nothing')
  t.equal(write('activities', ['mining', null]), 'mining, not stated')
  t.equal(write('planned', false), 'that it is not so')
  t.equal(write('regions', 'Beijing'), 'Beijing')
  t.equal(write('regions', { code: 'US-NE', role: 'valid' }), 'US-NE, valid')
  t.equal(write('numbers', { type: 'celex', value: '1' }), 'CELEX number 1')
  t.equal(wordOf('number-type', 'celex'), 'CELEX number')
  t.equal(write('a new field', 7), '7')
  t.equal(html`${[1, null, false, undefined, '<']}`.text, '1&lt;')
})

t.test('a dataset without well-known cases has a home page, too', async t => {
  const seed = smallSeed(t)
  for (let n = 0; n < 42; n++)
    writeDraft(seed, {
      ...{ id: `answer-${n}`, title: `Answer ${n}`, year: '2021', type: 'opinion' },
      date: dated('2021-10'),
      parts: ['actors/huobi/speaker', 'links/responds-to/joint-notice-2021-09'],
    })
  const read = pageReader(await testApp(t, { seed }))
  const home = await read('/')
  t.equal(home.status, 200)
  t.match(home.text, 'What applies to an exchange in France')
  t.notMatch(home.text, 'How did')
  t.match((await read('/actions/joint-notice-2021-09')).text, '2 more')
  t.match((await read('/actions?lanes=region')).text, 'No place')
})

t.test('a dataset without events has a home page, and many places are counted', async t => {
  const empty = await pageReader(await testApp(t, { seed: emptySeed(t) }))('/')
  t.match(empty.text, '0 events in 0 places')
  const seed = smallSeed(t)
  const places = ['JP', 'FR', 'US', 'DE', 'IN', 'BR'].map(code => `regions/${code}/affected`)
  const opinion = { id: 'wide', title: 'A wide one', year: '2021', type: 'opinion' }
  const parts = ['actors/huobi/speaker', ...places]
  writeDraft(seed, { ...opinion, date: dated('2021-10'), parts })
  t.match((await pageReader(await testApp(t, { seed }))('/actions?id=wide')).text, 'and 2 more')
})

t.test('rules that are neither licences nor bans have a colour of their own', async t => {
  const seed = smallSeed(t)
  writeRegions(seed, [
    { code: '001', name: 'World', kind: 'world', parents: [], claims: [] },
    { code: 'JP', name: 'Japan', kind: 'country', parents: [{ code: '001' }], claims: [] },
    { code: 'FR', name: 'France', kind: 'country', parents: [{ code: '001' }], claims: [] },
  ])
  writeDraft(seed, {
    ...{
      id: 'limit',
      title: 'A limit',
      year: '2021',
      type: 'restriction',
      date: stated('2021-01-01'),
    },
    effect: { from: stated('2021-01-01') },
    activities: ['exchange-service'],
    parts: ['actors/mint/issuer', 'regions/JP/jurisdiction'],
  })
  const read = pageReader(await testApp(t, { seed }))
  const { body, text } = await read('/?map=exchanges')
  t.match(body, /<title>Japan: Other rules<\/title>/)
  t.match(text, 'What applies to an exchange in France')
})

t.test('more than 500 events are drawn by month', async t => {
  const built = `${temporaryFolder(t)}/events.sqlite`
  writeSynthetic(built, 700)
  const app = await testApp(t, { built })
  const page = await pageReader(app)('/actions?sort=-date')
  const [chart] = page.all('svg').filter(({ attribs }) => attribs.class === 'chart months')
  t.ok(chart)
  const months = page.all('a').filter(({ parent }) => (parent as unknown) === chart)
  t.ok(months.length > 12, `${months.length} months`)
  const [first] = months
  const { meta } = (await app.get(`/v1${first!.attribs.href}`)).json
  t.ok(meta.total > 0)
})

t.test('sentences fit one and many', t => {
  const { matters, regions, empty } = texts
  const sentences: [said: string, expected: string][] = [
    [matters.counted.without(1), 'For one other no document says when it has force.'],
    [matters.counted.without(2), 'For 2 others no document says when they have force.'],
    [matters.counted.unstated(1), 'One other states no activity.'],
    [matters.counted.unstated(2), '2 others state no activity: they may concern this one, too.'],
    [regions.answer.rules(0, 0), 'no rule on exchanges is known to apply'],
    [regions.answer.rules(0, 1), '1 rule on exchanges may apply'],
    [regions.answer.rules(1, 0), '1 rule on exchanges applies'],
    [regions.answer.rules(6, 2), '6 rules on exchanges apply, and 2 more may apply'],
    [regions.answer.unstated(1, false), '1 firm holds a licence that states no activity.'],
    [regions.answer.unstated(2, true), '2 other firms hold licences that state no activity.'],
    [regions.topics.unstated(1), '1 more states no activity.'],
    [regions.topics.unstated(2), '2 more state no activity.'],
  ]
  for (const [said, expected] of sentences) t.equal(said, expected)
  t.match(empty.covered(0, null, null), 'from an unknown day to an unknown day')
  t.match(empty.covered(2, '2009-01-03', '2028-07-18'), 'in 2 places, dated from 2009-01-03')
  t.end()
})
