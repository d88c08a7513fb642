import t from 'tap'
import { testApp } from '../fixtures/app.ts'
import { addActor, claim } from '../fixtures/drafts.ts'
import { licensedDataset } from '../fixtures/licensed.ts'
import { pageReader } from '../fixtures/pages.ts'
import { addRecord } from '../fixtures/seed.ts'
import { smallSeed } from '../fixtures/small-seed.ts'

const app = await testApp(t)
const read = pageReader(app)
const readInvented = pageReader(await testApp(t, { built: licensedDataset(t) }))

t.test('which firms may offer exchange services in Germany, and by which licence?', async t => {
  const page = await read('/actors?licensed_in=DE&activity=exchange-service')
  t.match(page.text, 'Actors possibly licensed in Germany for exchange service on 2026-11-30')
  t.match(page.text, '6 actors')
  t.match(page.text, 'Licence of Bybit EU GmbH from Financial Market Authority of Austria since')
  t.match(page.text, 'certain until the last complete reading, of 28 June 2026; presumed since')
  t.match(page.text, 'A firm that is not listed may still be licensed.')
  t.equal(page.linkTo('Bybit'), '/actors/bybit')
  t.match(page.linkTo('CSV for a spreadsheet'), '/v1/actors?activity=exchange-service&format=csv')
  const none = await readInvented('/actors?licensed_in=JP')
  t.match(none.text, 'Nothing of this kind is on record')
})

t.test('a list of actors names them, their kinds and their homes', async t => {
  const page = await read('/actors?q=babel')
  t.match(page.text, 'Babel Finance Company, financial services, Hong Kong; also known as')
  t.notMatch(page.text, 'not listed')
})

t.test('a list without the words leads to the search for names like them', async t => {
  const page = await read('/actors?q=binanc')
  t.equal(page.linkTo('Search for “binanc” everywhere, also for names like it'), '/search?q=binanc')
  t.match((await read('/search?q=binanc')).text, 'Binance')
})

t.test('an actor leads to its events on which accounts differ', async t => {
  const page = await read('/actors/huobi')
  const link = page.links.find(({ text }) => text.startsWith('Accounts differ on '))
  const { meta } = (await app.get(`/v1${link?.href}`)).json
  t.equal(link?.text, `Accounts differ on ${meta.total} events`)
  t.notMatch((await read('/actors/bybit')).text, 'Accounts differ on')
})

t.test('nobody asks whether a person may serve customers', async t => {
  t.match((await read('/actors/binance')).text, 'May Binance serve customers in …?')
  const person = await read('/actors/li-lin')
  t.notMatch(person.text, /serve customers in|Where it is licensed/)
})

t.test('an actor: names, ties both ways, cases, licences and events', async t => {
  const babel = await read('/actors/babel-finance')
  t.match(babel.text, 'Babel Finance: company (financial services) of Hong Kong.')
  t.match(babel.text, 'was founded by Flex Yang')
  t.match(babel.text, 'No licence of it is on record.')
  const founder = await read('/actors/flex-yang')
  t.match(founder.text, 'founder of Babel Finance')
  const binance = await read('/actors/binance')
  t.equal(
    binance.links.find(({ href }) => href === '/cases/us-sec-v-binance')?.text !== undefined,
    true,
  )
  t.match(binance.links.map(({ href }) => href).join(' '), '/actions?actor=binance')
  t.match(binance.text, 'Timeline')
  const bybit = await read('/actors/bybit')
  t.match(bybit.text, 'it presumably holds one licence or registration, valid in 29 countries.')
  t.match(bybit.text, 'Bybit EU GmbH Licence fiat conversion, crypto conversion, placing, custody')
  t.match(bybit.text, 'May Bybit serve customers in …?')
  const invented = await readInvented('/actors/eta')
  t.match(invented.text, 'holds 2 licences or registrations, valid in Bavaria and New York.')
  const regulator = await read('/actors/hk-sfc')
  t.equal(regulator.linkTo('All 13 licences'), '/licences?agency=hk-sfc')
  t.notMatch(regulator.text, 'May Securities')
  t.equal((await read('/actors/nobody-at-all')).status, 404)
})

t.test('ties have their days, and identifiers the entity that they belong to', async t => {
  const seed = smallSeed(t)
  addActor(seed, 'association', 'guild', 'The Guild')
  const ties = [
    { actor: 'guild', relation: 'member', from: '2019', until: '2021-05' },
    { actor: 'huobi', relation: 'majority-owned-by' },
  ]
  addRecord(seed, 'actors', {
    ...{ id: 'trader', kind: 'company', name: 'The Trader', affiliations: ties },
    names: [{ name: 'The Trader', type: 'official' }],
    identifiers: [
      { scheme: 'domain', value: 'trader.example', name: 'Trader Ltd' },
      { scheme: 'domain', value: 'other.example' },
    ],
    claims: [
      ...['names/The Trader', 'affiliations/guild/member'],
      ...['affiliations/huobi/majority-owned-by', 'identifiers/domain/trader.example'],
      'identifiers/domain/other.example',
    ].map(claim),
  })
  const readSmall = pageReader(await testApp(t, { seed }))
  const trader = await readSmall('/actors/trader')
  t.match(trader.text, 'member of The Guild, from 2019, until May 2021')
  t.match(trader.text, 'majority owned by Huobi')
  t.match(trader.text, 'domain: trader.example (Trader Ltd), domain: other.example')
  t.match(trader.text, 'No event on record names it.')
  t.match((await readSmall('/actors/guild')).text, 'has as a member The Trader, from 2019')
  t.match((await readSmall('/actors/huobi')).text, 'holds the majority of The Trader')
})

t.test('exchanges and agencies have their pages among the actors', async t => {
  const cases: Record<string, string> = {
    '/exchanges/huobi': '/actors/huobi',
    '/agencies/hk-sfc': '/actors/hk-sfc',
    '/exchanges': '/actors?kind=exchange',
    '/agencies': '/actors?kind=agency',
  }
  for (const [url, location] of Object.entries(cases))
    t.match(await app.ask({ url }), { statusCode: 308, headers: { location } }, url)
  const below = await testApp(t, { settings: { PUBLIC_URL: 'https://example.org/events' } })
  const moved = await below.ask({ url: '/exchanges/huobi' })
  t.equal(moved.headers.location, '/events/actors/huobi')
})
