import t from 'tap'
import { assertProblem, everything, testApp } from '../fixtures/app.ts'
import { fates, forecast, opinion, seedWithRetired } from '../fixtures/retired.ts'

const { app, get, datasets } = await testApp(t, { seed: seedWithRetired(t) })
const { version } = datasets.dataset.release
const renamed = 'an-opinion-2021-09'

/** Addresses of records that have another id now, behind /v1. */
const moved: [from: string, to: string][] = [
  [`actions/${opinion}`, `actions/${renamed}`],
  ['actions/an-opinion', `actions/${renamed}`],
  [
    `actions/${opinion}?fields=id,title&format=json`,
    `actions/${renamed}?fields=id,title&format=json`,
  ],
  [`actions/${opinion}/claims`, `actions/${renamed}/claims`],
  [`actions/an-opinion/chain?depth=2`, `actions/${renamed}/chain?depth=2`],
  [`actions/${opinion}/history`, `actions/${renamed}/history`],
  ['actors/bhex', 'actors/biki'],
  ['actors/bhex/claims', 'actors/biki/claims'],
  ['exchanges/bhex?include=claims', 'exchanges/biki?include=claims'],
  ['agencies/jiangsu-government', 'agencies/jiangsu-party'],
  ['documents/wikipedia-caixin', 'documents/caixin-page'],
  ['regions/x-western-countries', 'regions/x-west'],
]

t.test(
  'an id that was renamed or merged leads to the new one, path and query the same',
  async t => {
    for (const [from, to] of moved)
      for (const method of ['GET', 'HEAD'] as const) {
        const headers = { 'if-none-match': '*' }
        const answer = await app.inject({ method, url: `/v1/${from}`, headers })
        t.equal(answer.statusCode, 308, `${method} ${from}`)
        t.equal(answer.headers.location, `/v1/${to}`)
        t.equal(answer.headers.etag, undefined)
        t.equal(answer.body, '')
        t.equal((await get(`/v1/${to}`)).statusCode, 200, to)
      }
    assertProblem(t, await get('/v1/agencies/bhex'), 404, 'unknown-record')
  },
)

t.test('an id that was withdrawn is gone, with reason and release', async t => {
  const cases: [path: string, reason: string][] = [
    [`actions/${forecast}`, 'coding-error'],
    [`actions/${forecast}/claims`, 'coding-error'],
    [`actions/${forecast}/chain`, 'coding-error'],
    [`actions/${forecast}/history`, 'coding-error'],
    ['regions/x-middle-east', 'split'],
    ['documents/federal-reserve-about', 'source-changed'],
  ]
  for (const [path, reason] of cases) {
    const answer = await get(`/v1/${path}`)
    assertProblem(t, answer, 410, 'withdrawn-record')
    const record = path.split('/').slice(0, 2).join('/')
    const told = `was withdrawn in release ${version} (${reason}): Told of ${record}.`
    t.ok(answer.json.detail.endsWith(told), answer.json.detail)
    t.equal((await app.inject({ method: 'HEAD', url: `/v1/${path}` })).statusCode, 410)
  }
})

t.test('a claim that went with its record, or with an id that it names, is gone', async t => {
  const claims: [id: string, reason: string][] = [
    [`actions/${opinion}.date.1`, 'coding-error'],
    [`actions/${forecast}.date.1`, 'coding-error'],
    ['actors/bhex.names/BHEX.1', 'merge'],
    ['actions/bhex-closure-2021.actors/bhex/issuer.1', 'merge'],
  ]
  for (const [id, reason] of claims) {
    const answer = await get(`/v1/claims/${encodeURIComponent(id)}`)
    assertProblem(t, answer, 410, 'withdrawn-record')
    t.match(answer.json.detail, `was withdrawn in release ${version} (${reason}): Told of `)
  }
  assertProblem(t, await get(`/v1/claims/actions%2F${forecast}.date.9`), 404, 'unknown-record')
  const [added] = await everything(
    get,
    '/v1/changes?record=claims/actions/bhex-closure-2021.actors/biki/issuer.1',
  )
  t.match(added, { change: 'added', reason: null }, 'of the actor that was there before')
})

/** Filters with an id that is no more, and the id that takes its place. */
const filters: [path: string, parameter: string, old: string, now?: string][] = [
  ['actions', 'id', opinion, renamed],
  ['actions', 'not_id', 'an-opinion', renamed],
  ['actions', 'actor', 'bhex', 'biki'],
  ['actions', 'exchange', 'BHEX', 'biki'],
  ['actions', 'agency', 'jiangsu-government', 'jiangsu-party'],
  ['actions', 'region', 'x-western-countries', 'x-west'],
  ['actors', 'region', 'x-western-countries', 'x-west'],
  ['actions', 'linked_to', opinion, renamed],
  ['claims', 'document', 'wikipedia-caixin', 'caixin-page'],
  ['claims', 'record', `actions/${opinion}`, `actions/${renamed}`],
  ['claims', 'record', 'actors/bhex', 'actors/biki'],
  ['actions', 'id', forecast],
  ['actions', 'linked_to', forecast],
  ['actions', 'region', 'x-middle-east'],
  ['actions', 'document', 'federal-reserve-about'],
  ['claims', 'record', 'regions/x-middle-east'],
]

t.test(
  'a filter by an id that is no more names the new one, or says why there is none',
  async t => {
    for (const [path, parameter, old, now] of filters) {
      const answer = await get(`/v1/${path}?${parameter}=${old}`)
      assertProblem(t, answer, 400, 'bad-parameter')
      const [error] = answer.json.errors
      t.equal(error.parameter, parameter)
      const near = now === undefined ? [] : [now]
      t.strictSame(error.did_you_mean ?? [], near, `${parameter}=${old}`)
      const id = now?.slice(now.indexOf('/') + 1)
      t.match(error.message, now === undefined ? 'was withdrawn in release ' : ` is '${id}' since`)
      t.ok(error.message.includes(version), error.message)
      t.equal((await get(`/v1/${path}?${parameter}=${now ?? ''}`)).statusCode, now ? 200 : 400)
    }
  },
)

t.test('the changes have what was merged and what was removed', async t => {
  const merged = await everything(get, '/v1/changes?change=merged')
  const removed = await everything(get, '/v1/changes?change=removed')
  const ours = [...merged, ...removed].filter(({ record }) => !record.startsWith('claims/'))
  const pick = ({ record, into, reason, note }: Fate) => ({ record, into, reason, note })
  const order = (a: Fate, b: Fate) => (a.record < b.record ? -1 : 1)
  // No release has had the name in between.
  const expected = fates.filter(({ record }) => record !== 'actions/an-opinion').map(pick)
  t.same(ours.map(pick).sort(order), expected.sort(order))
  t.ok(merged.every(({ into }) => into !== undefined))
  t.ok(removed.some(({ record }) => record === `claims/actions/${forecast}.date.1`))
  for (const change of [...merged, ...removed]) t.match(change, { release: version, date: null })
})

type Fate = { record: string; into?: string; reason: string; note: string }

t.test('the history of the new id tells of the old ones', async t => {
  const { data } = (await get(`/v1/actions/${renamed}/history`)).json
  const told = (record: string) => data.filter((change: Fate) => change.record === record)
  t.match(told(`actions/${opinion}`), [{ change: 'merged' }, { change: 'added' }])
  t.match(told(`actions/${renamed}`), [{ change: 'added', release: version }])
  t.match(told(`claims/actions/${opinion}.date.1`), [{ change: 'removed' }, { change: 'added' }])
  const listed = await everything(get, `/v1/changes?record=actions/${renamed}`)
  t.same(new Set(listed), new Set(data))
  const biki = await everything(get, '/v1/changes?record=actors/biki&change=merged')
  t.match(biki, [{ record: 'actors/bhex', into: 'actors/biki' }])
  t.equal((await get('/v1/changes?record=actors/bhex')).statusCode, 200)
})
