import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { XMLParser } from 'fast-xml-parser'
import t from 'tap'
import type { Action } from '../../src/model/action.ts'
import { whenInWords } from '../../src/model/action-words.ts'
import { type Answer, everything, testApp } from '../fixtures/app.ts'
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
    home_page_url: linked('alternate'),
    next_url: linked('next'),
    items: (feed.entry ?? []).map((entry: Feed) => ({
      id: entry.id,
      url: linked('alternate', entry),
      title: entry.title,
      content_text: entry.summary,
      date_published: entry.published,
      date_modified: entry.updated,
      tags: entry.category.map(({ term }: Feed) => term),
      attachments: entry.link
        .filter(({ type }: Feed) => type !== 'text/html')
        .map(({ href: url, type: mime_type }: Feed) => {
          return { url, mime_type, title: url.replace(`${ORIGIN}/v1/`, '') }
        }),
    })),
  }
}

const ORIGIN = 'http://127.0.0.1:3000'
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
      t.equal(feed.home_page_url, `${ORIGIN}/actions?limit=20&region=CN`)
      t.equal(feed.title, 'Crypto Regulation Events: actions in CN')
      t.equal((await get(feed.feed_url.replace(ORIGIN, ''))).body, answer.body)
      pages.push(feed)
    }
    t.ok(pages.length > 1)
    t.equal(new Set(pages.map(({ id }) => id)).size, 1, 'the pages of a feed have one id')
    const items: Feed[] = pages.flatMap(({ items }) => items)
    const actions = await everything(get, `/v1/actions?${query}&sort=-added`)
    t.strictSame(
      items.map(({ id: _, date_published: __, date_modified: ___, ...item }) => item),
      actions.map(({ id, title, kind, type, activities, ...action }) => ({
        url: `${ORIGIN}/actions/${id}`,
        title,
        content_text: `${whenInWords(action as Action)}: ${action.summary}`,
        tags: [kind, type, ...activities],
        attachments: [
          {
            url: `${ORIGIN}/v1/actions/${id}`,
            mime_type: 'application/json',
            title: `actions/${id}`,
          },
        ],
      })),
    )
    t.equal(new Set(items.map(({ id }) => id)).size, items.length)
    t.ok(items.every(({ id }) => ENTRY_ID.test(id)))
  })

t.test('a feed is in the order that is asked for', async t => {
  const [first] = (await get('/v1/actions?sort=date&limit=1')).json.data
  const feed = (await get('/v1/actions?sort=date&limit=1&format=jsonfeed')).json
  t.match(feed.items, [{ title: first.title }])
})

t.test('an entry tells in words when it was done or is planned for', async t => {
  const date = (edtf: string) => ({ edtf }) as Action['date']
  const cases: [action: Parameters<typeof whenInWords>[0], words: string][] = [
    [{ date: date('2021-09-24'), planned: false, due: null }, '24 September 2021'],
    [
      { date: date('[2021-09-21..2021-09-30]'), planned: false, due: date('2022') },
      'Late September 2021',
    ],
    [{ date: date('2021-09'), planned: true, due: null }, 'September 2021, planned'],
    [
      { date: date('2021-09'), planned: true, due: date('2026-07-01') },
      'September 2021, planned for 1 July 2026',
    ],
    [
      { date: date('2021'), planned: true, due: date('[..2021-12]') },
      '2021, planned to be done by December 2021',
    ],
  ]
  for (const [action, words] of cases) t.equal(whenInWords(action), words)
})

t.test('an entry is as new as the release that last changed it', async t => {
  const timeOf = async (version: string) => (await get(`/v1/releases/${version}`)).json.data.time
  const history = (await get('/v1/actions/joint-notice-2021-09/history')).json.data
  const [newest] = (await get('/v1/releases?limit=1')).json.data
  const first = history.find(({ change, record }: Feed) => {
    return change === 'added' && record === 'actions/joint-notice-2021-09'
  })
  const times: Record<string, string[]> = {
    'joint-notice-2021-09': [await timeOf(first.release), await timeOf(history[0].release)],
    'invented-open': [newest.time, newest.time],
  }
  t.not(first.release, history[0].release)
  for (const [id, expected] of Object.entries(times)) {
    const feed = readAtom((await get(`/v1/actions?id=${id}&format=atom`)).body)
    const [{ date_published, date_modified }] = feed.items
    t.strictSame([date_published, date_modified], expected, id)
    t.equal(feed.updated, newest.time)
  }
})

t.test('addresses begin with HOST and PORT, or with PUBLIC_URL, and ids are the same', async t => {
  const paths = ['actions?limit=1&format=atom', 'actions?limit=1&format=jsonfeed', 'reconcile']
  const urls = [...paths.map(path => `/v1/${path}`), '/v1?format=jsonld']
  const servers: [settings: Record<string, string>, base: string][] = [
    [{}, ORIGIN],
    [{ HOST: '::1', PORT: '80' }, 'http://[::1]:80'],
    [{ PUBLIC_URL: 'https://known.example/' }, 'https://known.example'],
    [{ PUBLIC_URL: 'https://known.example/crypto' }, 'https://known.example/crypto'],
  ]
  const tags = new Set<unknown>()
  const ids = new Set<string>()
  for (const [settings, base] of servers) {
    const { get } = await testApp(t, { settings })
    for (const url of urls) {
      const { body, headers } = await get(url)
      t.ok(body.includes(`"${base}/v1`), `${base} ${url}`)
      tags.add(headers.etag)
    }
    ids.add((await get('/v1/actions?limit=1&format=jsonfeed')).json.items[0].id)
  }
  t.equal(tags.size, servers.length * urls.length, 'each address has tags of its own')
  t.equal(ids.size, 1)
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
    const [{ date_modified, date_published }] = items
    return { released: release?.time, times: [updated, date_modified, date_published] }
  }
  const { released, times } = await updatesOf()
  t.strictSame(times, [released, released, released])
  rmSync(join(seed, 'releases'), { recursive: true })
  const never = '1970-01-01T00:00:00Z'
  t.strictSame((await updatesOf()).times, [never, never, never])
})
