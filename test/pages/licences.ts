import t, { type Test } from 'tap'
import { testApp } from '../fixtures/app.ts'
import { addActor, claim, stated, writeDraft } from '../fixtures/drafts.ts'
import { licensedDataset, licensedSeed } from '../fixtures/licensed.ts'
import { pageReader } from '../fixtures/pages.ts'
import { addRecord } from '../fixtures/seed.ts'
import { standingSeed } from '../fixtures/standing.ts'

const app = await testApp(t)
const read = pageReader(app)
/** Invented licences, with everything that may happen to one. */
const readInvented = pageReader(await testApp(t, { built: licensedDataset(t) }))

t.test('a licence of a part of a country is none for the country', async t => {
  const { text } = await read('/licences?actor=binance&region=AE')
  t.match(
    text,
    'Only in parts. On 30 November 2026 Binance holds no licence for the United Arab Emirates as a whole on record, but for: Dubai.',
  )
})

t.test('may Bybit serve customers in Germany, and since when?', async t => {
  const page = await read('/licences?actor=Bybit&region=DE&in_force_on=2026-08-25')
  t.match(
    page.text,
    'Yes, as far as is known. Bybit may do business in Germany by the licence of Bybit EU GmbH from Financial Market Authority of Austria, since 28 May 2025',
  )
  t.match(
    page.text,
    'certain until the last complete reading, of 28 June 2026; presumed since, as no end is known',
  )
  t.equal(
    page.linkTo('Bybit EU GmbH as a crypto-asset service provider in Austria'),
    '/licences/at-bybit-eu-mica',
  )
  t.match(page.body, /<meta name="description" content="Yes, as far as is known\. Bybit/)
  const no = await read('/licences?actor=bybit&region=JP')
  t.match(no.text, 'No licence of Bybit for Japan is on record on 30 November 2026.')
  t.match(no.text, 'A firm that is not listed may still be licensed.')
  const names = no.all('select').map(({ attribs }) => attribs.name)
  t.ok(names.includes('activity'), 'a list without any choice is still none to type in')
  const both = await read('/licences?region=DE')
  t.notMatch(both.text, 'The answer')
})

t.test('the answer tells what happened to the firm there, until the day asked for', async t => {
  const page = await read('/licences?actor=huobi&region=CN')
  const newest =
    'No licence of Huobi for China is on record on 30 November 2026. Last event on record: Huobi announces that it will close the accounts of mainland users (between 24 and 27 September 2021).'
  t.match(page.text, newest)
  t.match(page.body, `<meta name="description" content="${newest}"`)
  t.equal(
    page.linkTo('Huobi stops registering new users from mainland China'),
    '/actions/huobi-registration-halt-2021-09',
  )
  t.equal(page.linkTo('What applies in China'), '/regions/CN')
  t.notMatch(page.text, 'Nothing of this kind is on record', 'the answer says it')
  t.equal((await read('/licences?actor=huobi&region=US-NE')).status, 200)
  t.notMatch(page.text, 'Huobi expands abroad', 'an event of no law, in places above')
  const asia = await read('/licences?actor=huobi&region=035')
  t.match(asia.text, 'Last event on record: Huobi expands abroad')
  const before = await read('/licences?actor=huobi&region=CN&in_force_on=2021-09-24')
  t.match(before.text, 'Last event on record: Huobi stops registering new users')
  t.notMatch(before.text, 'Huobi announces', 'perhaps it did so later')
  for (const query of ['actor=bybit&region=DE', 'actor=cn-peoples-bank-of-china&region=CN'])
    t.notMatch((await read(`/licences?${query}`)).text, /Last event on record|What happened there/)
})

/** Invented warnings: of six years, of a part of the firm, to another one, and of the place that granted a licence. */
function warnedSeed(t: Test) {
  const seed = licensedSeed(t)
  addRecord(seed, 'actors', {
    ...{ id: 'delta-arm', kind: 'company', name: 'The arm' },
    names: [{ name: 'The arm', type: 'official' }],
    affiliations: [{ actor: 'delta', relation: 'part-of' }],
    claims: ['names/The arm', 'affiliations/delta/part-of'].map(claim),
  })
  const warn = (year: string, place: string, whom: string) =>
    writeDraft(seed, {
      ...{ id: `warning-${year}`, year, type: 'warning', title: `The warning of ${year}` },
      ...{ date: stated(`${year}-05-01`), activities: [] },
      parts: [`regions/${place}/jurisdiction`, 'actors/gb-fca/issuer', whom],
    })
  for (const year of years) warn(year, 'GB', 'actors/delta/target')
  warn('2018', 'GB', 'actors/delta-arm/target')
  warn('2017', 'GB', 'actors/delta/affected')
  warn('2016', 'FR', 'actors/beta/target')
  return seed
}
const years = ['2019', '2020', '2021', '2022', '2023', '2024']

t.test(
  'of many events the answer shows the last first, with those of parts of the firm',
  async t => {
    const readWarned = pageReader(await testApp(t, { seed: warnedSeed(t) }))
    const page = await readWarned('/licences?actor=delta&region=GB')
    t.match(page.text, 'Last event on record: The warning of 2024 (1 May 2024).')
    t.match(page.text, '2 earlier events')
    const titles = page.links.map(({ text }) => text).filter(text => text.startsWith('The warning'))
    t.strictSame(
      titles,
      ['2018', ...years].reverse().map(year => `The warning of ${year}`),
    )
    const elsewhere = await readWarned('/licences?actor=beta&region=DE')
    t.match(elsewhere.text, 'The beta may do business in Germany')
    t.match(
      elsewhere.text,
      'Last event on record: The warning of 2016',
      'France granted the licence',
    )
  },
)

t.test('without a licence, the answer names the bans of the place', async t => {
  const seed = standingSeed(t)
  addRecord(seed, 'rules', {
    ...{ id: 'another', kind: 'bill', title: 'Another ban', claims: [claim(inJapan)] },
    regions: [{ code: 'JP', role: 'jurisdiction' }],
  })
  const activities = ['exchange-service']
  writeDraft(seed, {
    ...{ id: 'another-proposed', year: '2024', title: 'Another ban', type: 'ban', activities },
    ...{ date: stated('2024-05-05'), parts: [inJapan, 'matters/another/proposed'] },
  })
  writeDraft(seed, {
    ...{ id: 'in-tokyo', year: '2024', title: 'In Tokyo', type: 'opinion', activities: [] },
    ...{ date: stated('2024-05-05'), parts: ['regions/JP-13/subject'] },
  })
  const readStanding = pageReader(await testApp(t, { seed }))
  const page = await readStanding('/licences?actor=jp-fsa&region=JP')
  t.match(page.text, 'Rules of Japan with a ban that concerns exchanges: The law the-ban.')
  t.equal(page.linkTo('The law the-ban'), '/rules/the-ban')
  const licensed = await readStanding('/licences?actor=silent&region=JP')
  t.notMatch(licensed.text, 'Rules of Japan with a ban')
  t.match((await readStanding('/regions/JP-13')).text, 'from above; 1 with a ban')
  const tokyo = await readStanding('/licences?actor=jp-fsa&region=JP-13')
  t.notMatch(tokyo.text, 'with a ban that concerns exchanges', 'it is law of Japan')
})
const inJapan = 'regions/JP/jurisdiction'

t.test('the answer says how sure it is', async t => {
  const cases: [query: string, answer: string][] = [
    [
      'actor=beta&region=DE&in_force_on=2026-05-01',
      'Yes. The beta may do business in Germany by the licence of beta Holding from FR-AMF, since 1 April 2026; certain: the register still listed it on 1 November 2026.',
    ],
    // Valid in the whole union, which the list of licences that name Germany does not show.
    [
      'actor=gamma&region=DE',
      'Registered only, as far as is known. The gamma is registered in Germany by the registration of gamma Holding',
    ],
    ['actor=gamma&region=DE', 'it is no permission with supervision of the business.'],
    ['actor=gamma&region=DE', 'presumed: granted before, and no end is known'],
    ['actor=beta&region=DE&in_force_on=2026-03-01', 'No licence of The beta for Germany'],
    [
      'actor=beta&region=FR&activity=exchange-service',
      'The beta may do business in France, for exchange service, by the licence',
    ],
    [
      'actor=alpha&region=JP&activity=custody',
      'No licence of The alpha for custody in Japan is on record on 22 November 2026.',
    ],
    [
      'actor=zeta&region=HK',
      'Those listed below do not allow business there: they are approvals in principle',
    ],
    [
      'actor=gamma&region=DE&in_force_on=2027-01-01',
      'Registered only, if nothing changes before 1 January 2027.',
    ],
    [
      'actor=eta&region=US-NY&in_force_on=2027-01-01',
      'Yes, if nothing changes before 1 January 2027.',
    ],
    ['actor=eta&region=US-NY', 'The register does not state its activities.'],
    ['actor=delta&region=GB&in_force_on=2019-06-01', 'Possibly. The delta may do business'],
    ['actor=delta&region=GB&in_force_on=2019-06-01', 'the dates are too vague to tell'],
    ['actor=theta&region=US-CA&in_force_on=2025-12-20', 'Possibly. The theta'],
    ['actor=beta&region=DE&kind=registration', 'No licence of The beta for Germany'],
    ['actor=epsilon&region=DE', 'No licence of The epsilon for Germany'],
  ]
  for (const [query, answer] of cases)
    t.match((await readInvented(`/licences?${query}`)).text, answer, query)
})

t.test('a list says what it rests on, until when, and how sure it is', async t => {
  const page = await read(
    '/licences?region=DE&activity=exchange-service&in_force_on=2026-08-22&kind=licence',
  )
  t.match(page.text, 'Licences of kind licence in Germany for exchange service possibly in force')
  t.match(page.text, 'This rests on one register, read until 22 August 2026.')
  t.match(page.text, 'lists all licences since 30 December 2024')
  t.match(page.text, /What is missing: Firms that served clients under national law/)
  t.match(page.text, '6 presumed, since no end is known')
  t.match(page.text, 'How sure')
  const all = await read('/licences')
  t.match(all.text, 'This rests on 3 registers, the last readings of which are from 20')
  t.match(all.text, 'as of 22 August 2026')
  t.equal(all.linkTo('Only those in force on 30 November 2026'), '/licences?in_force_on=2026-11-30')
  t.match(all.linkTo('CSV for a spreadsheet'), '/v1/licences?format=csv')
  const none = await readInvented('/licences?region=BR')
  t.match(none.text, 'The dataset reads no register of licences for this place.')
  t.match(none.text, 'Nothing of this kind is on record')
  t.match((await readInvented('/licences?region=JP')).text, 'of which no reading is at hand')
  const parts = await readInvented('/licences?region=US&activity=stablecoin')
  t.match(parts.text, 'Parts of the place grant licences of their own: California, New York')
  t.match(parts.text, '1 more would fit, but the register does not state their activities.')
  const vague = await readInvented('/licences?in_force_on=2019-06-01')
  t.match(vague.text, '1 presumed, since no end is known')
  t.match(vague.text, '2 possible, since their dates are too vague to tell')
  t.match(
    (await readInvented('/licences?in_force_on=2001-01-01&region=BR')).text,
    'On 1 January 2001: none.',
  )
})

t.test('the form counts what each choice would give', async t => {
  const options = async (query: string, name: string) => {
    const { body } = await read(`/licences?${query}`)
    const [, list = ''] = new RegExp(`<select name="${name}">(.*?)</select>`).exec(body) ?? []
    return [...list.matchAll(/<option[^>]*>([^<]*)/g)].map(([, text]) => text)
  }
  t.strictSame((await options('in_force_on=2026-08-22', 'region')).slice(0, 2), [
    'Any',
    'Austria (10)',
  ])
  const day = await options('in_force_on=2026-08-22&activity=exchange-service', 'region')
  t.ok(day.includes('Germany (6)'))
  const roles = await options('region=FR&in_force_on=2026-08-22', 'region_role')
  const listed = async (role: string) =>
    (await app.get(`/v1/licences?region=FR&in_force_on=2026-08-22&region_role=${role}`)).json.meta
  const [granting, valid] = [await listed('jurisdiction'), await listed('valid')]
  t.strictSame(roles, ['Any', `Jurisdiction (${granting.total})`, `Valid (${valid.total})`])
  t.ok(granting.total < valid.total)
  const granted = await options('region_role=jurisdiction', 'region')
  t.ok(granted.includes('Germany (3)'), 'a place with a role counts by that role')
  const registers = await options('', 'register')
  t.ok(registers.some(text => /^Interim MiCA register .*\(\d+\)$/.test(text ?? '')))
  const found = await options('q=bybit', 'kind')
  t.ok(found.includes('Licence (1)'))
})

t.test('a licence begins with what it allows, where and since when', async t => {
  const page = await read('/licences/at-bybit-eu-mica')
  t.match(
    page.text,
    'Bybit may serve customers in 29 countries since 28 May 2025, as of the reading of 22 August 2026.',
  )
  t.equal(page.linkTo('Bybit'), '/actors/bybit')
  t.equal(page.linkTo('Germany'), '/regions/DE')
  t.equal(page.linkTo('15 December 2025'), '/documents/eu-esma-casps-2025-12-15')
  t.match(page.text, '6 of the 6 readings of the register list it:')
  t.match(page.text, 'bybit.eu as the register names them; not checked')
  t.notOk(page.links.some(({ href }) => href.includes('//bybit.eu')))
  t.match(page.text, 'May Bybit serve customers in …?')
  t.equal((await read('/licences/at-bybit-eu')).status, 404)
})

t.test('a licence of each kind and status is told in its own words', async t => {
  const cases: Record<string, string[]> = {
    'alpha-hk': ['The alpha may serve customers in Hong Kong since 1 May 2023', 'May serve retail'],
    'alpha-fr': [
      'The alpha no longer has this registration, as of the documents of 22 November 2026. It had it in France from February 2021 until 30 June 2024; another licence took its place.',
    ],
    'beta-fr': [
      'The beta may serve customers in France, Germany and Ireland since 30 December 2024',
      '1 April 2026 no end known 2 countries: Germany, Ireland',
      '10 June 2025 31 March 2026 France exchange service, custody 15 June 2025 to 1 March 2026',
    ],
    'gamma-eu': ['is registered in European Union since 2024', 'no permission with supervision'],
    'delta-gb': [
      'from a day between 1 March and 30 September 2019 until 15 March 2021; who ended it is not stated',
    ],
    'epsilon-de': ['The epsilon may not use this licence in Germany: it is suspended since'],
    'zeta-hk': ['has an approval in principle in Hong Kong', 'It allows no business until'],
    'eta-us-ny': ['the register does not state them'],
    'theta-us-ca': ['in California since an unknown day'],
  }
  for (const [id, all] of Object.entries(cases))
    for (const words of all) t.match((await readInvented(`/licences/${id}`)).text, words, id)
})

type Stated = ReturnType<typeof stated>

/** Adds a licence of one firm. */
const addLicence = (seed: string, id: string, places: string[], more: object = {}) =>
  addRecord(seed, 'licences', {
    ...{ id, kind: 'licence', title: `The licence ${id}`, actor: 'kappa' },
    ...{ authority: 'gb-fca', holder: { name: 'Kappa', names_before: ['Lambda'] } },
    regions: [
      { code: places[0], role: 'jurisdiction' },
      ...places.map(code => ({ code, role: 'valid' })),
    ],
    ...{ activities: ['custody'], claims: ['holder', 'places', 'activities'].map(claim), ...more },
  })

const addStep = (seed: string, id: string, type: string, date: Stated) =>
  writeDraft(seed, {
    ...{ id: `${id}-${type}`, year: /\d{4}/.exec(date.edtf)![0], date },
    ...{ title: `${type} of ${id}`, type, activities: [] },
    parts: [`matters/${id}/`, 'actors/gb-fca/issuer', 'actors/kappa/target'],
  })

/** Licences of one firm with vague days and many places. */
function vagueSeed(t: Test) {
  const seed = licensedSeed(t)
  addActor(seed, 'company', 'kappa', 'The kappa')
  const add = (id: string, places: string[], more?: object) => addLicence(seed, id, places, more)
  const step = (id: string, type: string, date: Stated) => addStep(seed, id, type, date)
  add('wide', ['GB', 'DE-BY', 'HK', 'US-NY'])
  step('wide', 'licence-grant', stated('[..2024-05-01]'))
  step('wide', 'licence-end', stated('[..2025-06-30]'))
  add('vague-end', ['GB'], { ended_by: 'holder' })
  step('vague-end', 'licence-grant', stated('2024'))
  step('vague-end', 'licence-end', stated('[2025-03-01..2025-06-30]'))
  add('doubtful', ['HK'])
  step('doubtful', 'licence-grant', stated('[2026-01-01..2026-12-31]'))
  add('sure', ['HK'])
  step('sure', 'licence-grant', stated('2025-07-01'))
  return seed
}

t.test('a licence answers before a registration', async t => {
  const seed = vagueSeed(t)
  addLicence(seed, 'a-registration', ['HK'], { kind: 'registration' })
  addStep(seed, 'a-registration', 'licence-grant', stated('2024-01-01'))
  const page = await pageReader(await testApp(t, { seed }))('/licences?actor=kappa&region=HK')
  t.match(
    page.text,
    /Yes, as far as is known\. The kappa may do business in Hong Kong by the licence/,
  )
  t.ok(page.linkTo('The licence a-registration'))
})

t.test('vague days are told as vague', async t => {
  const app = await testApp(t, { seed: vagueSeed(t) })
  const readVague = pageReader(app)
  const cases: Record<string, string[]> = {
    wide: [
      'It had it in 4 places from 1 May 2024 or earlier until 30 June 2025 or earlier; who ended it is not stated.',
      'Kappa, formerly Lambda',
    ],
    'vague-end': ['until a day between 1 March and 30 June 2025; the holder gave it back.'],
  }
  for (const [id, all] of Object.entries(cases))
    for (const words of all) t.match((await readVague(`/licences/${id}`)).text, words, id)
  t.match((await readVague('/licences?actor=kappa')).text, '4 licences')
  // Of several licences, the surest gives the answer.
  const surest = await readVague('/licences?actor=kappa&region=HK')
  t.match(
    surest.text,
    /Yes, as far as is known\. The kappa may do business in Hong Kong by .*, since 1 July 2025;/,
  )
})
