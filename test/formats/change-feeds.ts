import t from 'tap'
import { decodePath } from '../../src/model/paths.ts'
import type { Change } from '../../src/model/release.ts'
import { type Answer, everything, testApp } from '../fixtures/app.ts'
import { opinion, renamed, seedWithRetired } from '../fixtures/retired.ts'

const { get } = await testApp(t, { seed: seedWithRetired(t) })
const ORIGIN = 'http://127.0.0.1:3000'

type Item = Answer['json']

/** The entries of the changes of a record, and of the claims on it. */
const itemsOf = async (record: string): Promise<Item[]> =>
  (await get(`/v1/changes?record=${record}&format=jsonfeed&limit=500`)).json.items

t.test('a feed has an entry for each change, newest first, page by page', async t => {
  const query = 'region=CN&change=changed,removed'
  const changes = await everything<Change>(get, `/v1/changes?${query}`)
  const items: Item[] = []
  for (let url = `/v1/changes?${query}&format=jsonfeed&limit=100`; url; ) {
    const feed = (await get(url)).json
    t.match(feed, {
      title: 'Crypto Regulation Events: changes of the kind changed or removed in CN',
      description: /, newest first$/,
      home_page_url: `${ORIGIN}/changes?change=changed,removed&limit=100&region=CN`,
    })
    items.push(...feed.items)
    url = feed.next_url?.replace(ORIGIN, '')
  }
  const addresses = items.map(({ attachments: [{ url }] }) => decodePath(url))
  const records = changes.map(({ id }) => `${ORIGIN}/v1/changes/${id}`)
  t.ok(records.length > 100)
  t.strictSame(addresses, records)
  t.equal(new Set(items.map(({ id }) => id)).size, items.length)
  const [{ url }] = items[0].attachments
  t.strictSame((await get(url.replace(ORIGIN, ''))).json.data, changes[0])
})

t.test('the Atom feed has the same entries, the page before the record', async t => {
  const query = '/v1/changes?record=actors/huobi'
  const { items } = (await get(`${query}&format=jsonfeed`)).json
  const { body, headers } = await get(`${query}&format=atom`)
  t.match(headers['content-type'], /^application\/atom\+xml/)
  const links = [...body.matchAll(/<link rel="alternate" href="([^"]+)" type="([^"]+)"\/>/g)]
  t.strictSame(
    links.slice(1).map(([, href, type]) => [href, type]),
    items.flatMap(({ url, attachments }: Item) => [
      [url, 'text/html'],
      [attachments[0].url, 'application/json'],
    ]),
  )
})

/** A record that changed, with the title, page and text of an entry. */
const entries: [record: string, title: RegExp, page: string, text: RegExp][] = [
  ['actors/huobi', /^Changed: Huobi$/, 'actors/huobi', /^New evidence \(2026.11.1\)\. Fields: n/],
  [
    'claims/actors/huobi.names/HTX.1',
    /^Added: Huobi \(evidence for names\/HTX\)$/,
    'actors/huobi',
    /^New evidence \(2026.11.1\)\.$/,
  ],
  [
    'vocabulary/rule/only-account',
    /^Added: /,
    'changes?record=vocabulary%2Frule%2Fonly-account',
    /^Vocabulary \(2026.11.1\)\.$/,
  ],
  ['dataset', /^Changed: dataset$/, 'changes?record=dataset', / Fields: description, gaps\.$/],
  [
    'regions/x-middle-east',
    /^Removed: regions\/x-middle-east$/,
    'changes?record=regions%2Fx-middle-east',
    /^Split/,
  ],
  [
    `actions/${opinion}`,
    /^Merged: (?!actions)\w/,
    `actions/${renamed}`,
    /Now part of actions\/an-opinion\./,
  ],
  ['documents/exit-from-china-2021-10', /^Changed: /, 'documents/exit-from-china-2021-10', /./],
]

for (const [record, title, page, text] of entries)
  t.test(`the entries of ${record} name it, its page and the reason`, async t => {
    const items = await itemsOf(record)
    const found = items.find(item => title.test(item.title) && text.test(item.content_text))
    t.ok(found, items.map(item => [item.title, item.content_text].join(' | ')).join('\n'))
    t.equal(found?.url, `${ORIGIN}/${page}`)
    t.equal(found?.date_published, found?.date_modified)
  })

t.test(
  'an entry has the time of its release; one that is not released that of the newest',
  async t => {
    const [newest, first] = (await get('/v1/releases')).json.data
    const timesOf = async (release: string): Promise<string[]> => {
      const { items } = (await get(`/v1/changes?release=${release}&format=jsonfeed`)).json
      return items.map(({ date_published }: Item) => date_published)
    }
    t.strictSame(new Set(await timesOf(first.version)), new Set([first.time]))
    const unreleased = `${newest.version}-unreleased`
    t.strictSame(new Set(await timesOf(unreleased)), new Set([newest.time]))
    const [open] = (await get(`/v1/changes?release=${unreleased}&reason=merge&format=jsonfeed`))
      .json.items
    t.match(open.content_text, /^Merge \(/)
    const [{ content_text, tags }] = (
      await get(
        `/v1/changes?release=${unreleased}&not_reason=merge,split,coding-error,source-changed&format=jsonfeed`,
      )
    ).json.items
    t.match(content_text, /^Not released yet \(/)
    t.equal(tags.length, 1)
  },
)
