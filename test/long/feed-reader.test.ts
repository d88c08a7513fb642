import { execFileSync } from 'node:child_process'
import t from 'tap'
import { testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'

const { get } = await testApp(t, { seed: inventedSeed(t) })

/** Prints what feedparser, a feed reader's library for Python, finds in a feed. */
const program = `
import feedparser, json, sys
feed = feedparser.parse(sys.stdin.buffer.read())
print(json.dumps({
  'bozo': bool(feed.bozo), 'version': feed.version, 'title': feed.feed.title, 'home': feed.feed.link,
  'entries': [{name: entry.get(name) for name in ('link', 'title', 'published', 'updated', 'summary', 'id')} for entry in feed.entries],
}))`

type Entry = Record<'link' | 'title' | 'published' | 'updated' | 'summary' | 'id', string | null>
type Read = { bozo: boolean; version: string; title: string; home: string; entries: Entry[] }

const readFeed = (text: string): Read =>
  JSON.parse(execFileSync('/usr/bin/python3', ['-c', program], { input: text, encoding: 'utf8' }))

for (const url of ['/v1/actions?format=atom&limit=500', '/v1/changes?format=atom&limit=500'])
  t.test(`a feed reader finds a link, a title and times in every entry of ${url}`, async t => {
    const feed = readFeed((await get(url)).body)
    t.match(feed, { bozo: false, version: 'atom10', home: /^http:\/\/127\.0\.0\.1:3000\/\w+/ })
    t.ok(feed.entries.length > 50, `${feed.entries.length} entries`)
    for (const { link, ...entry } of feed.entries) {
      t.match(link, /^http:\/\/127\.0\.0\.1:3000\/(?!v1)\w+/)
      for (const [name, value] of Object.entries(entry)) t.ok(value, `${name} of ${link}`)
    }
  })
