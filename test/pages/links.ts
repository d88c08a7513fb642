import t from 'tap'
import { testApp } from '../fixtures/app.ts'
import { pageReader } from '../fixtures/pages.ts'

const BASE = '/crypto'
const PUBLIC_URL = `https://example.org${BASE}`
const app = await testApp(t, { settings: { PUBLIC_URL }, exported: true })
const read = pageReader(app)

/** How many pages of a kind, such as /actions/…, are read; every one of a hundred records would say the same. */
const MOST_OF_A_KIND = 12

t.test('every link on every kind of page leads somewhere on this server', async t => {
  const found = new Map([['/', 'the start']])
  const kinds = new Map<string, number>()
  for (const [address, place] of found) {
    const [path = ''] = address.split(/[?#]/)
    const kind =
      path
        .split('/')
        .slice(0, path.startsWith('/v1') ? 3 : 2)
        .join('/') +
      (path.split('/').length > 2)
    const seen = (kinds.get(kind) ?? 0) + 1
    kinds.set(kind, seen)
    if (seen > MOST_OF_A_KIND) continue
    const page = await read(address.replace(/#.*/, ''))
    t.ok(page.status < 400, `${address}, on ${place}: ${page.status}`)
    if (!String(page.headers['content-type']).startsWith('text/html')) continue
    for (const { attribs } of [...page.all('a'), ...page.all('link'), ...page.all('script')]) {
      const href = attribs.href ?? attribs.src
      if (href === undefined || /^https?:|^#|^mailto:|^webcal:|^data:/.test(href)) continue
      t.ok(`${href}/`.startsWith(`${BASE}/`), `${href} begins with the base, on ${address}`)
      const own = href.slice(BASE.length) || '/'
      if (!found.has(own)) found.set(own, address)
    }
  }
  t.ok(kinds.size > 15, `${kinds.size} kinds of pages`)
})

t.test('a link to a part of a page finds it', async t => {
  for (const url of ['/', '/actions/joint-notice-2021-09', '/guide/api', '/guide/codebook']) {
    const { all } = await read(url)
    const ids = new Set(all('*').map(({ attribs }) => attribs.id))
    const inner = all('a').flatMap(({ attribs: { href = '' } }) =>
      href.startsWith('#') ? href.slice(1) : [],
    )
    t.strictSame(
      inner.filter(id => !ids.has(decodeURIComponent(id))),
      [],
      url,
    )
  }
})
