import { XMLParser } from 'fast-xml-parser'
import t from 'tap'
import { assertProblem, everything, testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  isArray: name => ['entry', 'category', 'link'].includes(name),
  parseTagValue: false,
})

// biome-ignore lint/suspicious/noExplicitAny: what a feed reader makes of a feed
type Feed = any

/** An Atom feed as what it says, whatever its tags are called. */
function readAtom(text: string): Feed {
  const { feed } = parser.parse(text)
  const linked = (rel: string, of = feed) => of.link.find((link: Feed) => link.rel === rel)?.href
  return {
    ...feed,
    self: linked('self'),
    next: linked('next'),
    entries: (feed.entry ?? []).map((entry: Feed) => ({
      id: entry.id,
      url: linked('alternate', entry),
      title: entry.title,
      text: entry.summary,
      updated: entry.updated,
      tags: entry.category.map(({ term }: Feed) => term),
    })),
  }
}

const readJson = (json: Feed): Feed => ({
  ...json,
  self: json.feed_url,
  next: json.next_url,
  entries: json.items.map(({ content_text, date_modified, ...rest }: Feed) => ({
    ...rest,
    text: content_text,
    updated: date_modified,
  })),
})

t.test('both feeds have the actions of the list, page by page', async t => {
  const { get } = await testApp(t, { seed: inventedSeed(t) })
  const query = 'region=CN&limit=20'
  const actions = await everything(get, `/v1/actions?${query}`)
  const pages: Feed[] = []
  for (const format of ['atom', 'jsonfeed']) {
    const entries: Feed[] = []
    for (let next = `/v1/actions?${query}&format=${format}`; next; ) {
      const answer = await get(next)
      const feed = format === 'atom' ? readAtom(answer.body) : readJson(answer.json)
      const path = feed.next?.replace('http://localhost:80', '')
      t.equal(answer.headers.link?.includes(`<${path}>; rel="next"`), path !== undefined)
      t.match(feed.self, /^http:\/\/localhost:80\/v1\/actions\?/)
      t.equal((await get(feed.self.replace('http://localhost:80', ''))).body, answer.body)
      entries.push(...feed.entries)
      pages.push(feed)
      next = path
    }
    t.strictSame(
      entries.map(({ url, title, text, tags }) => ({ url, title, text, tags })),
      actions.map(({ id, title, date, summary, kind, type, activities }) => ({
        url: `http://localhost:80/v1/actions/${id}`,
        title,
        text: `${date.edtf}: ${summary}`,
        tags: [kind, type, ...activities],
      })),
    )
    t.equal(new Set(entries.map(({ id }) => id)).size, entries.length)
    for (const { id } of entries)
      t.match(id, /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  }
  const atoms = pages.filter(({ id }) => id)
  t.ok(atoms.length > 1)
  t.equal(new Set(atoms.map(({ id }) => id)).size, 1, 'the pages of a feed have one id')
})

t.test('an entry is as new as the release that last changed it', async t => {
  const { get } = await testApp(t, { seed: inventedSeed(t) })
  const updates = async (query: string) => {
    const { entries } = readAtom((await get(`/v1/actions?${query}&format=atom`)).body)
    return entries.map(({ updated }: Feed) => updated)
  }
  const [{ date }] = (await get('/v1/actions/joint-notice-2021-09/history')).json.data
  t.strictSame(await updates('id=joint-notice-2021-09'), [`${date}T00:00:00Z`])
  const [newest] = (await get('/v1/releases?limit=1')).json.data
  t.strictSame(await updates('id=invented-open'), [`${newest.date}T00:00:00Z`], 'not released yet')
  t.equal(
    readAtom((await get('/v1/actions?region=FR&format=atom')).body).updated,
    `${newest.date}T00:00:00Z`,
  )
})

t.test('addresses are absolute: by the host that was asked, or by PUBLIC_URL', async t => {
  const [asked, set] = await Promise.all([
    testApp(t),
    testApp(t, { settings: { PUBLIC_URL: 'https://events.example' } }),
  ])
  const url = '/v1/actions?limit=1&format=jsonfeed'
  const [one, other] = await Promise.all(
    ['a.example', 'b.example:8080'].map(host => asked.get(url, { host })),
  )
  t.match(one?.json, { feed_url: /^http:\/\/a\.example\/v1/, home_page_url: 'http://a.example/' })
  t.match(other?.json, { feed_url: /^http:\/\/b\.example:8080\/v1/ })
  t.not(one?.headers.etag, other?.headers.etag)
  t.equal(one?.json.items[0].id, other?.json.items[0].id)
  const both = await Promise.all(['a.example', 'b.example'].map(host => set.get(url, { host })))
  t.match(both[0]?.json, { feed_url: /^https:\/\/events\.example\/v1/ })
  t.equal(both[0]?.body, both[1]?.body)
  t.equal(both[0]?.headers.etag, both[1]?.headers.etag)
  const { get } = await testApp(t, { settings: { TRUST_PROXY: 'true' } })
  const secure = await get(url, { host: 'a.example', 'x-forwarded-proto': 'https' })
  t.match(secure.json, { home_page_url: 'https://a.example/' })
  const strange = { host: 'a.example', 'x-forwarded-proto': 'javascript:alert(1)//' }
  assertProblem(t, await get(url, strange), 400, 'bad-request')
  assertProblem(t, await asked.get(url, { host: 'a.example:99999' }), 400, 'bad-request')
  for (const host of ['a.example"><script>', 'a/b', 'a b']) {
    assertProblem(t, await asked.get(url, { host }), 400, 'bad-request')
    t.equal((await asked.get('/v1/actions?limit=1', { host })).statusCode, 200)
  }
})

t.test('what XML has no form for is refused', async t => {
  const { get } = await testApp(t)
  for (const [text, character] of [
    ['a%01b', 'U+0001'],
    ['a%0Bb', 'U+000B'],
    ['%EF%BF%BE', 'U+FFFE'],
  ] as const) {
    const refused = await get(`/v1/actions?format=atom&q=mining+${text}`)
    assertProblem(t, refused, 400, 'bad-parameter')
    t.match(refused.json.errors, [{ parameter: 'q', message: `holds the character ${character}` }])
  }
  const { body, statusCode } = await get('/v1/actions?format=atom&q=mining%09%3Cb%3E%26amp')
  t.equal(statusCode, 200)
  t.equal(parser.parse(body).feed.subtitle.includes('<b>&amp'), true)
})
