import t from 'tap'
import { assertProblem, everything, testApp } from '../fixtures/app.ts'
import { forecast, opinion, released, renamed, seedWithRetired } from '../fixtures/retired.ts'

const { app, get, datasets } = await testApp(t, { seed: seedWithRetired(t) })
const { version } = datasets.dataset.meta.release

t.test('an id that was renamed or merged redirects to the new one', async t => {
  const moved: [from: string, to: string][] = [
    [`actions/${opinion}`, `actions/${renamed}`],
    ['actions/an-opinion', `actions/${renamed}`],
    [`actions/${opinion}?fields=id&format=json`, `actions/${renamed}?fields=id&format=json`],
    ['actions/an-opinion/chain?depth=2', `actions/${renamed}/chain?depth=2`],
    [`actions/${opinion}/history`, `actions/${renamed}/history`],
    ['actors/bhex', 'actors/biki'],
    ['exchanges/bhex?include=claims', 'exchanges/biki?include=claims'],
    ['agencies/gb-fca', 'agencies/gb-conduct-authority'],
    ['documents/wikipedia-caixin', 'documents/caixin-page'],
    ['regions/x-western-countries', 'regions/x-west'],
  ]
  for (const [from, to] of moved) {
    for (const method of ['GET', 'HEAD'] as const) {
      const headers = { 'if-none-match': '*' }
      const answer = await app.inject({ method, url: `/v1/${from}`, headers })
      t.equal(answer.statusCode, 308, `${method} ${from}`)
      t.equal(answer.headers.location, `/v1/${to}`)
      t.equal(answer.headers.etag, undefined)
      t.equal(answer.body, '')
    }
    t.equal((await get(`/v1/${to}`)).statusCode, 200, to)
  }
  assertProblem(t, await get('/v1/agencies/bhex'), 404, 'unknown-record')
})

t.test('an id that was withdrawn is gone; the error has the reason and the release', async t => {
  const gone: [path: string, reason: string, record?: string][] = [
    [`actions/${forecast}`, 'coding-error'],
    [`actions/${forecast}/claims`, 'coding-error', `actions/${forecast}`],
    [`actions/${forecast}/chain`, 'coding-error', `actions/${forecast}`],
    [`actions/${forecast}/history`, 'coding-error', `actions/${forecast}`],
    ['regions/x-middle-east', 'split'],
    ['documents/federal-reserve-about', 'source-changed'],
    // Claims go with their record, or with an id that they name.
    [`claims/actions%2F${opinion}.date.1`, 'coding-error', `actions/${opinion}`],
    [`claims/actions%2F${forecast}.date.1`, 'coding-error', `actions/${forecast}`],
    ['claims/actions%2Fbhex-closure-2021.actors%2Fbhex%2Fissuer.1', 'merge', 'actors/bhex'],
  ]
  for (const [path, reason, record = path] of gone) {
    const answer = await get(`/v1/${path}`)
    assertProblem(t, answer, 410, 'withdrawn-record')
    const end = `was withdrawn in release ${version} (${reason}): Note on ${record}.`
    t.ok(answer.json.detail.endsWith(end), answer.json.detail)
    t.equal((await app.inject({ method: 'HEAD', url: `/v1/${path}` })).statusCode, 410)
  }
  assertProblem(t, await get(`/v1/claims/actions%2F${forecast}.date.9`), 404, 'unknown-record')
})

t.test('a filter by a retired id is refused with the new id, or with the reason', async t => {
  const filters: [path: string, filter: string, old: string, now?: string][] = [
    ['actions', 'id', opinion, renamed],
    ['actions', 'not_id', 'an-opinion', renamed],
    ['actions', 'actor', 'bhex', 'biki'],
    ['actions', 'exchange', 'BHEX', 'biki'],
    ['actions', 'agency', 'gb-fca', 'gb-conduct-authority'],
    ['actions', 'region', 'x-western-countries', 'x-west'],
    ['actions', 'linked_to', opinion, renamed],
    ['claims', 'document', 'wikipedia-caixin', 'caixin-page'],
    ['claims', 'record', `actions/${opinion}`, `actions/${renamed}`],
    ['actions', 'id', forecast],
    ['actions', 'region', 'x-middle-east'],
    ['actions', 'document', 'federal-reserve-about'],
    ['claims', 'record', 'regions/x-middle-east'],
  ]
  for (const [path, parameter, old, now] of filters) {
    const answer = await get(`/v1/${path}?${parameter}=${old}`)
    assertProblem(t, answer, 400, 'bad-parameter')
    const [{ message, did_you_mean = [], ...error }] = answer.json.errors
    t.match(error, { parameter })
    t.strictSame(did_you_mean, now === undefined ? [] : [now], `${parameter}=${old}`)
    const id = now?.slice(now.indexOf('/') + 1)
    t.match(message, id === undefined ? 'was withdrawn in release ' : ` is '${id}' since`)
    t.match(message, version)
    if (now) t.equal((await get(`/v1/${path}?${parameter}=${now}`)).statusCode, 200)
  }
})

t.test('the changes list the merged and the removed records', async t => {
  const changes = await everything(get, `/v1/changes?change=merged,removed&release=${version}`)
  for (const change of changes) {
    t.match(change, { release: version, date: null })
    t.equal(change.change, change.into === undefined ? 'removed' : 'merged', change.record)
  }
  const records = changes.filter(({ record }) => !record.startsWith('claims/'))
  const found = records.map(({ record, into, reason, note }) => ({ record, into, reason, note }))
  const byRecord = (a: { record: string }, b: { record: string }) => (a.record < b.record ? -1 : 1)
  t.same(found.sort(byRecord), released.toSorted(byRecord))
  t.ok(changes.some(({ record }) => record === `claims/actions/${forecast}.date.1`))
  const claim = 'claims/actions/bhex-closure-2021.actors/biki/issuer.1'
  const [added] = await everything(get, `/v1/changes?record=${claim}`)
  t.match(added, { change: 'added', reason: null }, 'of the actor that was there before')
})

t.test('the history of the new id contains that of the old ones', async t => {
  const { data } = (await get(`/v1/actions/${renamed}/history`)).json
  const historyOf = (path: string) =>
    data.filter(({ record }: { record: string }) => record === path)
  const [merged, ...earlier] = historyOf(`actions/${opinion}`)
  t.match([merged, earlier.at(-1)], [{ change: 'merged' }, { change: 'added' }])
  t.match(historyOf(`actions/${renamed}`), [{ change: 'added', release: version }])
  const claim = `claims/actions/${opinion}.date.1`
  t.match(historyOf(claim), [{ change: 'removed' }, { change: 'changed' }, { change: 'added' }])
  const listed = await everything(get, `/v1/changes?record=actions/${renamed}`)
  t.same(new Set(listed), new Set(data))
  const mergers = await everything(get, '/v1/changes?record=actors/biki&change=merged')
  t.match(mergers, [{ record: 'actors/bhex', into: 'actors/biki' }])
  t.equal((await get('/v1/changes?record=actors/bhex')).statusCode, 200)
})
