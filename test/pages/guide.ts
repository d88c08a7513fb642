import { globSync } from 'node:fs'
import t from 'tap'
import { projectRoot } from '../../src/dataset/project.ts'
import { testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { pageReader } from '../fixtures/pages.ts'
import { emptySeed } from '../fixtures/seed.ts'

const app = await testApp(t)
const read = pageReader(app)

const files = globSync('**/*.md', { cwd: `${projectRoot}/docs` }).sort()
const addressOf = (file: string) => `/guide/${file.replace(/(?:\/README)?\.md$/, '')}`
const pages = [...files.map(addressOf), '/guide/codebook', '/guide/coverage']

t.test('the guide lists every page of the docs', async t => {
  const { links, status } = await read('/guide')
  t.equal(status, 200)
  for (const page of pages)
    t.ok(
      links.some(({ href }) => href === page),
      page,
    )
})

t.test('each page has a title, a description, and links that lead somewhere', async t => {
  const ids = new Map<string, Set<string>>()
  const seen = new Map(await Promise.all(pages.map(async url => [url, await read(url)] as const)))
  for (const [url, page] of seen) ids.set(url, new Set(idsIn(page.body)))
  for (const [url, page] of seen) {
    t.equal(page.status, 200, url)
    t.equal(page.all('h1').length, 1, url)
    t.equal(ids.get(url)?.size, idsIn(page.body).length, `${url}: each id once`)
    t.match(page.body, /<meta name="description" content="[^"]{20}/, url)
    for (const { href } of page.links.filter(({ href }) => /^(?:#|\/guide)/.test(href))) {
      const [path = '', id] = href.replace(/\?[^#]*/, '').split('#')
      const target = path === '' ? url : path
      if (target === '/guide') continue
      t.ok(ids.has(target), `${url}: ${href}`)
      if (id) t.ok(ids.get(target)?.has(decodeURIComponent(id)), `${url}: ${href}`)
    }
  }
})

const idsIn = (body: string) => [...body.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id as string)

t.test('requests in the docs ask this server', async t => {
  const { links } = await read('/guide/evidence')
  const text = 'http://127.0.0.1:3000/v1/actors/babel-finance/claims'
  t.equal(links.find(link => link.text === text)?.href, '/v1/actors/babel-finance/claims')
  const { body } = await read('/guide/cookbook/curl')
  t.match(body, '<pre tabindex="0">')
})

t.test('links to files that are no pages become plain text', async t => {
  const { body, text } = await read('/guide/performance')
  t.match(text, 'bench/results.md')
  t.notMatch(body, 'results.md"')
})

t.test('a page that is not there is refused with the nearest ones', async t => {
  const page = await read('/guide/evidnce')
  t.match(page, { status: 404, text: /the guide has no page ‘evidnce’/ })
  t.equal(page.linkTo('evidence'), '/guide/evidence')
  const recipe = await read('/guide/cookbook/pyton')
  t.equal(recipe.linkTo('python'), '/guide/cookbook/python')
})

t.test('the codebook has each code with its meaning, at an anchor', async t => {
  const page = await read('/guide/codebook')
  t.match(page.body, '<div id="action-type/licence-end">')
  t.match(page.text, 'A licence ends otherwise than by a stated act of the authority')
  t.equal(page.links.find(({ href }) => href === '/actions?type=ban')?.text, 'Events')
})

t.test('the coverage says what is missing and how good each place is', async t => {
  const page = await read('/guide/coverage')
  t.match(page.text, /33 places have events, drawn from 144 of the 174 documents/)
  t.match(page.text, 'What is missing or weak')
  t.match(page.text, /\d+ countries and territories without any event/)
  t.ok(page.links.some(({ href }) => href === '/regions/FR'))
  const heads = page.all('th')
  t.ok(heads.every(({ attribs }) => ['col', 'row'].includes(attribs.scope ?? '')))
})

t.test('the coverage can be sorted and limited to a kind', async t => {
  const names = async (query: string) => {
    const { all } = await read(`/guide/coverage${query}`)
    return all('th')
      .filter(({ attribs }) => attribs.scope === 'row')
      .map(({ children }) => JSON.stringify(children.length))
  }
  const order = async (query: string) =>
    (await read(`/guide/coverage${query}`)).links
      .filter(({ href }) => /^\/regions\//.test(href))
      .map(({ text }) => text)
  t.ok((await names('')).length > 3)
  const first = (await order('?sort=name'))[0]
  t.not((await order(''))[0], first)
  for (const sort of ['official', 'independent', 'single'])
    t.equal((await read(`/guide/coverage?sort=${sort}`)).status, 200, sort)
  const sorted = await read('/guide/coverage?sort=name')
  t.match(sorted.body, '<th scope="col" aria-sort="ascending">')
  t.equal(sorted.linkTo('Events'), '/actions')
  t.ok((await names('?kind=judicial')).length < (await names('')).length)
  t.equal((await read('/guide/coverage?sort=size')).status, 400)
})

t.test(
  'the coverage of other datasets: without any event, and with events of no place',
  async t => {
    const empty = pageReader(await testApp(t, { seed: emptySeed(t) }))
    t.match(
      (await empty('/guide/coverage')).text,
      /^.*0 places .* from an unknown day to an unknown/,
    )
    const invented = pageReader(await testApp(t, { seed: inventedSeed(t) }))
    t.match((await invented('/guide/coverage?sort=name')).text, 'No place named')
  },
)
