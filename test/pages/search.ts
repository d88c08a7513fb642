import t from 'tap'
import { testApp } from '../fixtures/app.ts'
import { pageReader } from '../fixtures/pages.ts'

const app = await testApp(t)
const read = pageReader(app)
const search = (q: string, more = '') => read(`/search?q=${encodeURIComponent(q)}${more}`)

t.test('an empty search says what can be searched, with examples', async t => {
  for (const url of ['/search', '/search?q=', '/search?q=+']) {
    const page = await read(url)
    t.match(page, { status: 200, heading: 'Search' }, url)
    t.equal(page.linkTo('SEC v. Binance'), '/search?q=SEC%20v.%20Binance')
    t.match(page.text, 'words that begin so')
  }
})

t.test('an exact name, id, code or path leads to its record first', async t => {
  const cases: [q: string, record: string][] = [
    ['Binance', '/actors/binance'],
    ['binance', '/actors/binance'],
    ['actors/binance', '/actors/binance'],
    ['China', '/regions/CN'],
    ['CN', '/regions/CN'],
    ['1:23-cv-01599', '/cases/us-sec-v-binance'],
    ['us-sec-v-binance', '/cases/us-sec-v-binance'],
    ['licence-end', '/guide/codebook#action-type/licence-end'],
    ['Licence end', '/guide/codebook#action-type/licence-end'],
    ['MiCA', '/rules/eu-mica'],
    ['SEC v. Binance', '/cases/us-sec-v-binance'],
    ['UK', '/regions/GB'],
  ]
  for (const [q, record] of cases) {
    const { body } = await search(q)
    const [first] = /<section class="meant">.*?href="([^"]*)"/s.exec(body)?.slice(1) ?? []
    t.equal(first, record, q)
  }
})

t.test('a record that is meant links to its events and licences', async t => {
  const page = await search('Binance')
  t.match(
    page.linkTo('14 events') ?? page.links.find(({ text }) => / events$/.test(text))?.href,
    '/actions?actor=binance',
  )
  const firm = await search('BitGo')
  t.equal(firm.linkTo('1 licence'), '/licences?actor=bitgo')
})

t.test('hits come by kind, with what they are and the matched words marked', async t => {
  const page = await search('mining')
  t.match(page.text, /records have the words of “mining”/)
  t.match(page.body, /<mark>[Mm]ining<\/mark>/)
  const kinds = page.all('h2').length
  t.ok(kinds >= 3)
  t.match(
    page.links.find(({ text }) => /^All \d+: Events$/.test(text)),
    {
      href: '/search?in=actions&q=mining',
    },
  )
})

t.test('a kind has pages of hits', async t => {
  const first = await search('mining', '&in=actions&limit=2')
  t.match(first.text, 'Events: ')
  t.equal(first.all('h1').length, 1)
  const next = first.linkTo('Next page')!
  t.match(next, /in=actions&limit=2&q=mining/)
  const second = await read(next)
  t.match(second.status, 200)
  t.not(second.linkTo('First page'), undefined)
  t.equal(second.linkTo('All kinds'), '/search?limit=2&q=mining')
})

t.test('a claim leads to the evidence of its record', async t => {
  const page = await search('miners', '&in=claims')
  t.match(page.links.filter(({ href }) => /^\/actions\/.*#evidence$/.test(href)).length > 0, true)
})

t.test('a misspelt name leads to the record', async t => {
  const cases: [q: string, record: string][] = [
    ['Binanse', '/actors/binance'],
    ['Chinna', '/regions/CN'],
    ['bitlicence', '/rules/us-ny-bitlicense'],
    ['what is Binanse', '/actors/binance'],
  ]
  for (const [q, record] of cases) {
    const page = await search(q)
    t.match(page.text, 'Similar names', q)
    t.ok(
      page.links.some(({ href }) => href === record),
      `${q}: ${record}`,
    )
  }
})

t.test('a question about the data itself leads to the guide', async t => {
  const page = await search('how can a passage be verified')
  t.equal(page.linkTo('Evidence'), '/guide/evidence')
  t.notMatch((await search('mining qqqzzz')).text, 'In the guide')
})

t.test('a similar name that is not the title is shown', async t => {
  const page = await search('Universitty of Cambrige', '&in=actors')
  t.match(page.text, 'Cambridge University Actor as University of Cambridge')
})

t.test('releases have no page: their versions are words', async t => {
  for (const q of ['2026.11.0', 'releases/2026.11.0'])
    t.match(await search(q), { status: 200, text: /No record has all the words/ }, q)
})

t.test('a question leads to the records that it names', async t => {
  const page = await search('Binance in China')
  t.match(page.text, 'In your question')
  t.equal(page.linkTo('Events with China and the words “binance”'), '/actions?q=binance&region=CN')
  const lower = await search('binance us')
  t.notOk(lower.links.some(({ href }) => href === '/regions/US'))
})

t.test('if no record has all words, those with some of them are shown', async t => {
  const page = await search('what is stablecoin qqqzzz')
  t.match(page.text, 'No record has all the words of')
  t.match(page.text, 'Records with any of these words')
  const all = page.links.find(({ href }) => /match=any/.test(href))!
  t.match((await read(all.href)).text, /at least one of the words/)
  t.equal((await search('what is qqqzzz')).status, 200)
  t.match((await search('who why what')).text, 'No record has all the words of')
})

t.test('a search without any hit says what is covered', async t => {
  t.match((await search('qqqqzzzz')).text, /has events in \d+ places/)
  t.match((await search('qqqqzzzz', '&in=rules')).text, /has events in \d+ places/)
})

t.test('a search that cannot be read shows the help', async t => {
  const page = await search('"virtual currency')
  t.match(page, { status: 200, text: /cannot be read: a quotation mark is not closed\./ })
  t.match(page.text, 'How to search')
  t.match(page.body, '<meta name="robots" content="noindex">')
})

t.test('a further page of all kinds has the hits that the API has', async t => {
  const first = (await app.get('/v1/search?q=mining&limit=4')).json
  const { data } = (await app.get(first.meta.next_url)).json
  const page = await read(first.meta.next_url.replace(/^.*\/v1/, ''))
  const titles = data.map(({ title }: { title: string }) => title)
  t.equal(titles.length, 4)
  t.strictSame(
    page.links.flatMap(({ text }) => (titles.includes(text) ? text : [])),
    titles,
  )
})

t.test('a firm and a place lead to the question whether it may serve customers there', async t => {
  const page = await search('bybit germany')
  t.equal(page.linkTo('May Bybit serve customers in Germany?'), '/licences?actor=bybit&region=DE')
  for (const q of ['bybit mining', 'germany mining', 'li lin china'])
    t.notMatch((await search(q)).text, 'serve customers in', q)
})

t.test('other mistakes are refused', async t => {
  t.equal((await search('mining', '&in=nothing')).status, 400)
  t.equal((await search('mining', '&cursor=x&in=actions')).status, 400)
  t.equal((await search('mining', '&cursor=x')).status, 400)
})

t.test('no text of a search becomes markup', async t => {
  const { body } = await search('<b>mining</b>')
  t.notMatch(body, '<b>mining')
  t.match(body, '&lt;b&gt;mining')
})
