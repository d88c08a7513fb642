import t from 'tap'
import { testApp } from '../fixtures/app.ts'
import { pageReader } from '../fixtures/pages.ts'

const app = await testApp(t)
const read = pageReader(app)
const pages = ['/', '/actions?not_kind=licensing', '/actions/joint-notice-2021-09']

t.test(
  'a page has a title, a description, an address of its own, and a way to its data',
  async t => {
    const titles = new Set<string>()
    for (const url of pages) {
      const { title, all, heading } = await read(url)
      const meta = (name: string) =>
        all('meta').find(({ attribs }) => (attribs.name ?? attribs.property) === name)?.attribs
          .content
      const link = (rel: string) =>
        all('link').find(({ attribs }) => attribs.rel === rel)?.attribs.href
      t.ok(heading && title.includes('Crypto Regulation Events'), url)
      t.ok(meta('description') && meta('og:title') && meta('og:description'), url)
      t.equal(link('canonical'), `http://127.0.0.1:3000${url}`)
      t.equal(meta('og:url'), `http://127.0.0.1:3000${url}`)
      const alternate = link('alternate') ?? ''
      t.equal((await app.get(alternate)).statusCode, 200, alternate)
      t.equal(all('h1').length, 1, url)
      titles.add(title)
    }
    t.equal(titles.size, pages.length)
  },
)

t.test('a page takes the road of every answer: ETag, 304, HEAD, one coding each', async t => {
  for (const url of pages) {
    const first = await app.ask({ url })
    const { etag } = first.headers
    t.match(first.headers, { 'cache-control': /max-age=60/, 'x-dataset-release': /\d/ })
    const again = await app.ask({ url, headers: { 'if-none-match': String(etag) } })
    t.match(again, { statusCode: 304, body: '' }, url)
    const coded = await app.ask({ url, headers: { 'accept-encoding': 'br' } })
    t.match(coded.headers, { 'content-encoding': 'br', etag: String(etag).replace(/"$/, '-br"') })
    const head = await app.ask({ url, method: 'HEAD' })
    t.match(head, { statusCode: 200, body: '', headers: { etag } }, url)
  }
})

t.test('parameters that track readers and empty fields of forms do not count', async t => {
  const plain = await app.ask({ url: '/actions?region=CN' })
  const tracked = '/actions?utm_source=x&region=CN&fbclid=1&kind=&gclid=2&q='
  const other = await app.ask({ url: tracked })
  t.equal(other.headers.etag, plain.headers.etag)
  t.equal(other.body, plain.body)
  for (const url of ['/?utm_campaign=a', '/actions/joint-notice-2021-09?utm_medium=mail&fbclid='])
    t.equal((await read(url)).status, 200, url)
  t.equal((await read('/actions?utm=1')).status, 400, 'a name that only looks like it')
  t.equal(
    (await app.ask({ url: '/v1/actions?utm_source=x' })).statusCode,
    400,
    'the API refuses it',
  )
})

t.test('a browser gets a failure as a page, a program as a problem', async t => {
  const cases: [url: string, status: number, words: RegExp][] = [
    ['/actions?region=XY', 400, /region: .*'XY' is not/],
    ['/actions?kind=regulations', 400, /Did you mean regulation\?/],
    ['/actions/joint-notice', 404, /there is no 'joint-notice'/],
    ['/nothing', 404, /There is nothing at \/nothing/],
  ]
  for (const [url, status, words] of cases) {
    const page = await read(url)
    t.equal(page.status, status, url)
    t.match(page.headers, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': /default-src 'none'/,
    })
    t.match(page.text, words, url)
    const plain = await app.ask({ url })
    t.match(plain.headers['content-type'], /problem\+json/, url)
  }
  const api = await app.ask({ url: '/v1/actions?region=XY', headers: { accept: 'text/html' } })
  t.match(api.headers['content-type'], /problem\+json/, 'the API answers browsers in JSON')
})

t.test('errors are reported to the contact, with the name of the page', async t => {
  const [email, url] = ['data@example.org', 'https://example.org/contact']
  for (const [CONTACT, expected] of [
    [email, 'mailto:data@example.org?subject=Events'],
    [url, url],
  ] as const) {
    const own = await testApp(t, { built: app.file, settings: { CONTACT } })
    const page = await pageReader(own)('/actions?region=CN')
    t.equal(page.linkTo('Report an error'), expected)
    const plain = await app.ask({ url: '/actions?region=CN' })
    t.not(page.headers.etag, plain.headers.etag, 'the page follows from the contact')
  }
  t.equal((await read('/')).linkTo('Report an error'), '/guide/corrections')
})

t.test('a failure in a list of values keeps the others', async t => {
  for (const url of ['/actions?region=FR&region=Chine', '/actions?region[]=FR,Chine']) {
    const { links, linkTo } = await read(url)
    t.equal(linkTo('Leave it out'), '/actions', url)
    for (const { href } of links.filter(({ href }) => /region=/.test(href)))
      t.match(href, /region=FR%2C/, url)
  }
  t.equal((await read('/actions?%07x=1')).linkTo('Leave it out'), undefined)
})

t.test('a failure leads on: to the value that was meant', async t => {
  const { linkTo } = await read('/actions?kind=regulations&region=CN')
  t.equal(linkTo('regulation'), '/actions?kind=regulation&region=CN')
  const next = await read(linkTo('regulation')!)
  t.equal(next.status, 200)
})

t.test('style and script have addresses that change with them, for good', async t => {
  const { all } = await read('/')
  const style = all('link').find(({ attribs }) => attribs.rel === 'stylesheet')!.attribs.href!
  const script = all('script').find(({ attribs }) => attribs.src)!.attribs.src!
  for (const [url, type] of [
    [style, 'text/css'],
    [script, 'text/javascript'],
  ] as const) {
    const { headers, statusCode } = await app.ask({ url })
    t.match([statusCode, headers['cache-control']], [200, /immutable/])
    t.match(headers['content-type'], new RegExp(type))
  }
})
