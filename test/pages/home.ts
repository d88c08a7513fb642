import t from 'tap'
import { testApp } from '../fixtures/app.ts'
import { pageReader } from '../fixtures/pages.ts'

const app = await testApp(t)
const read = pageReader(app)

t.test('the home page says what there is, asks, and shows how to get it', async t => {
  const page = await read('/')
  const { json } = await app.get('/v1')
  t.match(page.text, `${json.data.counts.actions.toLocaleString('en')} events`)
  for (const gap of json.data.coverage.gaps) t.ok(page.text.includes(gap.text), gap.text)
  t.ok(page.text.includes(json.data.citation.text))
  t.equal(page.all('form').filter(({ attribs }) => attribs.role === 'search').length, 2)
  for (const href of ['/v1/exports', '/v1/actions?format=csv', '/docs', '/guide'])
    t.ok(
      page.links.some(link => link.href === href),
      href,
    )
  const data = page.all('script').find(({ attribs }) => attribs.type === 'application/ld+json')
  const jsonLd = JSON.parse(String((data?.children[0] as { data?: string })?.data))
  t.strictSame(jsonLd, (await app.get('/v1?format=jsonld')).json)
})

/** The colour and the label of each country on a map. */
async function mapOf(url: string) {
  const { all } = await read(url)
  const map = all('svg').find(({ attribs }) => attribs.class === 'chart map')!
  return (code: string) => {
    const link = all('a').find(
      ({ attribs, parent }) => parent === map && attribs.href === `/regions/${code}`,
    )
    const [title, shape] = (link?.children ?? []) as {
      attribs: Record<string, string>
      children: { data: string }[]
    }[]
    return link && [title!.children[0]!.data, shape!.attribs.class]
  }
}

t.test(
  'the map counts the events of a country, with those below it and without licensing',
  async t => {
    const on = await mapOf('/')
    const { meta } = (await app.get('/v1/actions?region=CN&not_kind=licensing')).json
    t.match(on('CN'), [`China: ${meta.total} events`, 'c4'])
    t.equal(on('HK') === undefined, false, 'a small place is a circle')
  },
)

t.test('the map of exchanges tells licences, bans and the rest apart', async t => {
  const on = await mapOf('/?map=exchanges')
  t.match(on('FR'), ['France: A licence is needed', 'r-licensing'])
  t.match(on('US'), ['United States: Only in parts of the country', 'r-parts'])
})

t.test('the newest in the dataset come last into the list of what was added', async t => {
  const { json } = await app.get('/v1/actions?not_kind=licensing&sort=-added&limit=8')
  const page = await read('/')
  for (const { title, id } of json.data) t.equal(page.linkTo(title), `/actions/${id}`)
})
