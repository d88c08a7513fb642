import t from 'tap'
import { testApp } from '../fixtures/app.ts'
import { pageReader } from '../fixtures/pages.ts'

const app = await testApp(t)
const read = pageReader(app)

t.test('a page corrects the address that was refused', async t => {
  const cases: [url: string, status: number, correction: string, corrected: string][] = [
    ['/actions?region=FRANCE', 400, 'FR', '/actions?region=FR'],
    ['/actions?region=CHINA,DE', 400, 'CN', '/actions?region=CN%2CDE'],
    ['/actions?kind=regulations', 400, 'regulation', '/actions?kind=regulation'],
    ['/actions?actor=binanse', 400, 'binance', '/actions?actor=binance'],
    ['/actions?kinds=market&region=CN', 400, 'kind', '/actions?region=CN&kind=market'],
    ['/actions?planned=tru', 400, 'true', '/actions?planned=true'],
    ['/actions/joint-notice-2021', 404, 'joint-notice-2021-09', '/actions/joint-notice-2021-09'],
    ['/problems/bad-paramete', 404, 'bad-parameter', '/problems/bad-parameter'],
    ['/action/x', 404, '/actions/x', '/actions/x'],
  ]
  for (const [url, status, correction, corrected] of cases) {
    const page = await read(url)
    t.equal(page.status, status, url)
    t.equal(page.linkTo(correction), corrected, url)
  }
})

t.test('a page offers to leave out what was refused, and a search for it', async t => {
  const page = await read('/actions?from=yesterday&region=CN')
  t.match(page.text, "'yesterday' is not a year, month or day")
  t.equal(page.linkTo('Leave it out'), '/actions?region=CN')
  t.equal(page.linkTo('Search for “yesterday”'), '/search?q=yesterday')
  const unknown = await read('/actions/unknown-id-of-mine')
  t.match(unknown, { status: 404, heading: 'There is no such record' })
  t.equal(unknown.linkTo('Search for “unknown id of mine”'), '/search?q=unknown%20id%20of%20mine')
  t.equal(unknown.linkTo('What is covered, and what is missing'), '/guide/coverage')
})

t.test('lists that a message names are pages', async t => {
  const page = await read('/actions?region=QQQ')
  t.equal(page.linkTo('/regions'), '/regions')
  const other = await read('/actions?exchange=QQQ')
  t.equal(other.linkTo('/v1/exchanges'), '/v1/exchanges')
})

t.test('an address that leads to nothing', async t => {
  const page = await read('/nothing')
  t.match(page, { status: 404, heading: 'There is no page at this address' })
  t.equal(page.linkTo('Search for “nothing”'), '/search?q=nothing')
  const wordless = await read('/actions?region=---')
  t.notOk(wordless.links.some(({ href }) => href.startsWith('/search?')))
  t.match(await read('/%zz'), { status: 400, heading: 'The request cannot be read' })
})

t.test('only browsers get pages, and only outside of the API', async t => {
  for (const [url, accept] of [
    ['/v1/actions/unknown', 'text/html'],
    ['/nothing', '*/*'],
  ] as const) {
    const { headers } = await app.ask({ url, headers: { accept } })
    t.match(headers['content-type'], 'application/problem+json', url)
  }
})

t.test('each problem has a page', async t => {
  const page = await read('/problems/bad-parameter')
  t.match(page, { status: 200, heading: 'A parameter is not valid' })
  t.equal(page.linkTo('The refusals of the API'), '/guide/api#refusals')
})
