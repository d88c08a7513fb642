import t from 'tap'
import { testApp } from '../fixtures/app.ts'
import { HOSTILE, hostileSeed } from '../fixtures/hostile.ts'
import { pageReader } from '../fixtures/pages.ts'

const app = await testApp(t, { seed: hostileSeed(t) })
const read = pageReader(app)

const MOST_EACH = 25
const records = ['actions', 'rules', 'cases', 'licences', 'actors', 'regions', 'documents']
const q = encodeURIComponent(HOSTILE)
const lists = [
  ...['/', '/?map=exchanges', '/actions?not_kind=market', '/actions?lanes=actor', '/guide'],
  ...['/rules', '/cases', '/licences', '/regions', '/actors', '/documents', '/changes'],
  ...['/disagreements', '/actors?licensed_in=FR', `/search?q=hostile`, `/search?q=${q}`],
  ...[`/actions?q=${q}`, `/actions?actor=${q}`, `/actions?region=${q}`, `/actions?from=${q}`],
  ...[`/actions?${q}=x`, `/actions/${q}`, `/regions/${q}`, `/${q}`, `/licences?number=${q}`],
]

/** Names of attributes that templates write. */
const ATTRIBUTE = /^[a-z][a-zA-Z0-9:-]*$/

t.test('no text of a record or a request becomes a tag or an attribute of a page', async t => {
  const ids = records.flatMap(name => {
    const { dataset } = app.datasets
    const collection = name as 'actions'
    const rows = dataset.all(collection).array().slice(-MOST_EACH)
    return rows.map(row => `/${name}/${encodeURIComponent(dataset.record(collection, row).id)}`)
  })
  let shown = 0
  for (const url of [...lists, ...ids]) {
    const { all, body } = await read(url)
    const elements = all('*')
    const broken = elements.filter(
      ({ attribs }) =>
        attribs.class === 'hostile' || Object.keys(attribs).some(name => !ATTRIBUTE.test(name)),
    )
    t.strictSame(
      broken.map(({ name, attribs }) => [name, attribs]),
      [],
      url,
    )
    if (body.includes('&lt;b class=&quot;hostile')) shown++
  }
  t.ok(shown > ids.length / 2, `${shown} of ${ids.length} pages show the text`)
})

t.test('pictures and feeds escape, too', async t => {
  for (const url of ['/actions.svg?region=CN', '/v1/actions?region=CN&format=atom']) {
    const { body } = await app.ask({ url })
    t.notMatch(body, /<b class=/, url)
    t.match(body, /&lt;b class=/, url)
  }
})
