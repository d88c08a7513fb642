import t from 'tap'
import { everything, testApp } from '../fixtures/app.ts'
import { strangeNames, strangeSeed } from '../fixtures/strange-names.ts'

const frozen = await testApp(t)
const strange = await testApp(t, { seed: strangeSeed(t) })

const encoded = (id: string) => encodeURIComponent(id)
const raw = (id: string) => encoded(id).replaceAll('%2F', '/')

/** Every tenth, all with a character that a path may not have as it is, and `dataset`. */
const sample = (ids: Iterable<string>) =>
  [...ids].filter(
    (id, at) => at % 10 === 0 || /[^\w./-]|^(?:rules|cases)\//.test(id) || !id.includes('/'),
  )

t.test('an id with slashes is found with raw and with encoded ones, and with both', async t => {
  let count = 0
  for (const { get } of [frozen, strange])
    for (const list of ['claims', 'vocabulary', 'changes']) {
      const records = await everything<{ id: string }>(get, `/v1/${list}?limit=500&fields=id`)
      for (const id of sample(records.map(({ id }) => id))) {
        const spellings = [encoded(id), raw(id), encoded(id).replace('%2F', '/')]
        const [first, ...others] = await Promise.all(
          spellings.map(spelling => get(`/v1/${list}/${spelling}`)),
        )
        t.match(first, { statusCode: 200, json: { data: { id } } }, id)
        for (const { body, headers } of others) {
          t.equal(body, first?.body, id)
          t.equal(headers.etag, first?.headers.etag, id)
        }
        count++
      }
    }
  t.ok(count > 200)
})

t.test('an id with slashes takes parameters, and an unknown one is refused', async t => {
  const id = 'actions/joint-notice-2021-09.date.1'
  const { get } = frozen
  const { json } = await get(`/v1/claims/${id}?fields=id`)
  t.strictSame(json.data, { id })
  const refused = await get('/v1/claims/actions/joint-notice-2021-9.date.1')
  t.match(refused, { statusCode: 404, json: { errors: [{ did_you_mean: [id] }] } })
  t.equal(
    (await get('/v1/vocabulary/action-type/bann')).json.errors[0].did_you_mean[0],
    'action-type/ban',
  )
  t.equal((await get(`/v1/claims/${id}?x=y`)).statusCode, 400)
  t.equal((await get(`/v1/claims/${'a/'.repeat(250)}b`)).statusCode, 414)
})

t.test('an id with a slash is no other path', async t => {
  const { app, get } = frozen
  for (const path of ['actors/huobi/claims', 'actions/joint-notice-2021-09/history']) {
    const url = `/v1/${path}`
    const { headers } = await app.inject({ url, headers: { 'accept-encoding': 'br' } })
    const at = path.lastIndexOf('/')
    const id = `/v1/${path.slice(0, at)}%2F${path.slice(at + 1)}`
    for (const name of ['accept-encoding', 'if-none-match']) {
      const sent = { [name]: name === 'if-none-match' ? String(headers.etag) : 'br' }
      t.equal((await get(id, sent)).statusCode, 404, id)
    }
  }
})

type Named = { record: string; into?: string }

/** Every `record` of an app's answers. */
async function recordsIn({ get }: typeof frozen): Promise<Set<string>> {
  const words = [...Object.values(strangeNames).flat(), 'mining', 'ban', '"China"', 'names']
  const texts = words.map(word => `"${word.replaceAll(/[^\p{L}\p{N} ]/gu, ' ')}"`)
  const lists = [
    ...['claims', 'changes'].map(list => `/v1/${list}?limit=500`),
    ...texts.map(text => `/v1/search?limit=100&q=${encoded(text)}`),
  ]
  const named = await Promise.all(lists.map(url => everything<Named>(get, url)))
  return new Set(named.flat().flatMap(({ record, into }) => (into ? [record, into] : [record])))
}

t.test('a record in an answer opens below /v1, and every filter by record takes it', async t => {
  const kinds = new Set<string>()
  for (const app of [frozen, strange])
    for (const record of sample(await recordsIn(app))) {
      const at = `/v1/${record}`
      const { statusCode, headers } = await app.get(new URL(at, 'http://a').href.slice(8))
      t.ok([200, 308, 410].includes(statusCode), `${record}: ${statusCode}`)
      if (statusCode === 308) t.ok(headers.location)
      for (const list of ['claims', 'changes']) {
        const { statusCode: status, body } = await app.get(
          `/v1/${list}?limit=1&record=${encoded(record)}`,
        )
        if (statusCode === 200) t.equal(status, 200, body)
      }
      kinds.add(record.split('/')[0]!)
    }
  const all = ['actions', 'actors', 'cases', 'claims', 'dataset', 'documents', 'licences']
  t.same(kinds, new Set([...all, 'regions', 'rules', 'vocabulary']))
})

t.test('a hit, a change and a claim name a record in the same way', async t => {
  const { get } = strange
  const changes = await everything<Named>(get, '/v1/changes?limit=500&change=added')
  const changed = new Set(changes.map(({ record }) => record))
  for (const [id, names] of Object.entries(strangeNames))
    for (const name of names) {
      const text = name.replaceAll(/[^\p{L}\p{N} ]/gu, ' ')
      const { data } = (await get(`/v1/search?in=claims,actors&q=${encoded(`"${text}"`)}`)).json
      t.ok(data.length > 0, name)
      for (const { record } of data) t.ok(changed.has(record), record)
      const path = `claims/actors/${id}.names/${name}.1`
      const [{ record }] = (await get(`/v1/changes?record=${encoded(path)}`)).json.data
      const escaped = path.replaceAll(/[%?#\\]/g, encodeURIComponent)
      t.equal(record, escaped, 'raw but for what no path can have')
      t.equal((await get(`/v1/changes?record=${encoded(escaped)}`)).json.meta.total, 1)
    }
})
