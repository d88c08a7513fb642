import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { XMLParser } from 'fast-xml-parser'
import t from 'tap'
import { type Answer, assertProblem, everything, testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { assertRefusals, type Refusal } from '../fixtures/refusals.ts'
import { releasedSeed, retitle } from '../fixtures/small-seed.ts'

const { get } = await testApp(t, { seed: inventedSeed(t) })

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  isArray: name => ['entry', 'category', 'link'].includes(name),
  parseTagValue: false,
})

/** The content of a feed, as a feed reader sees it. */
type Feed = Answer['json']

/** An Atom feed in the names of a JSON feed. */
function readAtom(text: string): Feed {
  const { feed } = parser.parse(text)
  const linked = (rel: string, of = feed) => of.link.find((link: Feed) => link.rel === rel)?.href
  return {
    ...feed,
    feed_url: linked('self'),
    next_url: linked('next'),
    items: (feed.entry ?? []).map((entry: Feed) => ({
      id: entry.id,
      url: linked('alternate', entry),
      title: entry.title,
      content_text: entry.summary,
      date_modified: entry.updated,
      tags: entry.category.map(({ term }: Feed) => term),
    })),
  }
}

const ORIGIN = 'http://localhost:80'
const ENTRY_ID = /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/

for (const format of ['atom', 'jsonfeed'])
  t.test(`${format} has the actions of the list, page by page`, async t => {
    const query = 'region=CN&limit=20'
    const pages: Feed[] = []
    for (let path = `/v1/actions?${query}&format=${format}`; path; ) {
      const answer = await get(path)
      const feed = format === 'atom' ? readAtom(answer.body) : answer.json
      path = feed.next_url?.replace(ORIGIN, '')
      t.equal(answer.headers.link?.includes(`<${path}>; rel="next"`), path !== undefined)
      t.ok(feed.feed_url.startsWith(`${ORIGIN}/v1/actions?`))
      t.equal((await get(feed.feed_url.replace(ORIGIN, ''))).body, answer.body)
      pages.push(feed)
    }
    t.ok(pages.length > 1)
    t.equal(new Set(pages.map(({ id }) => id)).size, 1, 'the pages of a feed have one id')
    const items: Feed[] = pages.flatMap(({ items }) => items)
    const actions = await everything(get, `/v1/actions?${query}`)
    t.strictSame(
      items.map(({ id: _, date_modified: __, ...item }) => item),
      actions.map(({ id, title, date, summary, kind, type, activities }) => ({
        url: `${ORIGIN}/v1/actions/${id}`,
        title,
        content_text: `${date.edtf}: ${summary}`,
        tags: [kind, type, ...activities],
      })),
    )
    t.equal(new Set(items.map(({ id }) => id)).size, items.length)
    t.ok(items.every(({ id }) => ENTRY_ID.test(id)))
  })

t.test('an entry is as new as the release that last changed it', async t => {
  const feedOf = async (query: string) =>
    readAtom((await get(`/v1/actions?${query}&format=atom`)).body)
  const [{ date }] = (await get('/v1/actions/joint-notice-2021-09/history')).json.data
  const [newest] = (await get('/v1/releases?limit=1')).json.data
  const days = { 'joint-notice-2021-09': date, 'invented-open': newest.date }
  for (const [id, day] of Object.entries(days)) {
    const [{ date_modified }] = (await feedOf(`id=${id}`)).items
    t.equal(date_modified, `${day}T00:00:00Z`, id)
  }
  t.equal((await feedOf('region=FR')).updated, `${newest.date}T00:00:00Z`)
})

t.test('addresses begin with the requested host, or with PUBLIC_URL', async t => {
  const PUBLIC_URL = 'https://known.example/'
  const { get: getPublic } = await testApp(t, { settings: { PUBLIC_URL } })
  const { get: getTrusting } = await testApp(t, { settings: { TRUST_PROXY: 'true' } })
  const [one, other] = [{ host: 'a.example' }, { host: 'b.example:8080' }]
  const secure = { ...one, 'x-forwarded-proto': 'https' }
  const cases: [ask: typeof get, headers: Record<string, string>, origin: string][] = [
    [get, one, 'http://a.example'],
    [get, other, 'http://b.example:8080'],
    [get, secure, 'http://a.example'],
    [getPublic, one, 'https://known.example'],
    [getPublic, other, 'https://known.example'],
    [getTrusting, secure, 'https://a.example'],
  ]
  const paths = ['actions?limit=1&format=atom', 'actions?limit=1&format=jsonfeed', 'reconcile']
  for (const url of [...paths.map(path => `/v1/${path}`), '/v1?format=jsonld']) {
    const tags = new Map<string, unknown>()
    for (const [ask, headers, origin] of cases) {
      const { body, headers: answered } = await ask(url, headers)
      t.ok(body.includes(`"${origin}/v1`), url)
      t.notOk(cases.some(([, , other]) => other !== origin && body.includes(`"${other}/v1`)))
      t.equal(tags.get(origin) ?? answered.etag, answered.etag, origin)
      tags.set(origin, answered.etag)
      const held = { ...headers, 'if-none-match': String(answered.etag) }
      t.equal((await ask(url, held)).statusCode, 304, url)
    }
    t.equal(new Set(tags.values()).size, tags.size, 'each origin has its own tag')
    const strange = { ...one, 'x-forwarded-proto': 'javascript:alert(1)//' }
    assertProblem(t, await getTrusting(url, strange), 400, 'bad-request')
    for (const host of ['a.example:99999', 'a.example"><script>', 'a/b', 'a b'])
      assertProblem(t, await get(url, { host }), 400, 'bad-request')
  }
  const idOf = async (headers: { host: string }) =>
    (await get('/v1/actions?limit=1&format=jsonfeed', headers)).json.items[0].id
  t.equal(await idOf(one), await idOf(other))
  t.equal((await get('/v1/actions?limit=1', { host: 'a b' })).statusCode, 200, 'has no addresses')
})

t.test('characters that XML cannot contain are refused', async t => {
  const refusals: Refusal[] = [
    ['a%01b', 'q', 'a%09b', /^holds the character U\+0001/],
    ['a%0Bb', 'q', 'a%0Ab', /^holds the character U\+000B/],
    ['%EF%BF%BE', 'q', '%C3%A9', /^holds the character U\+FFFE/],
  ]
  await assertRefusals(t, get, '/v1/actions?format=atom&q=mining+', refusals)
  const { body } = await get('/v1/actions?format=atom&q=mining%09%3Cb%3E%26amp')
  t.match(parser.parse(body).feed.subtitle, '<b>&amp')
})

t.test('what is not released yet counts as of the newest release, else as of 1970', async t => {
  const seed = releasedSeed(t)
  retitle(seed, 'In short, ')
  const updatesOf = async () => {
    const { get } = await testApp(t, { seed })
    const [release] = (await get('/v1/releases?sort=-date')).json.data
    const { updated, items } = readAtom((await get('/v1/actions?format=atom&q=short')).body)
    const days = [updated, items[0].date_modified].map(time => time.slice(0, 10))
    return { released: release?.date, days }
  }
  const { released, days } = await updatesOf()
  t.strictSame(days, [released, released])
  rmSync(join(seed, 'releases'), { recursive: true })
  t.match(await updatesOf(), { days: ['1970-01-01', '1970-01-01'] })
})
