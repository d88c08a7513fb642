import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { parse } from 'yaml'
import { assertProblem, everything, seedFolder, testApp } from '../fixtures/app.ts'
import { sha256 } from '../fixtures/told.ts'

type Change = {
  record: string
  release: string
  date: string
  change: string
  fields?: string[]
  reason: string
}
type Release = { version: string; counts: Record<string, number>; changes: Record<string, number> }

const { get, datasets } = await testApp(t)
const releases: Release[] = await everything(get, '/v1/releases?sort=date')
const versions = releases.map(({ version }) => version)
const changes: Change[] = await everything(get, '/v1/changes?limit=500')
const [first, newest] = [versions[0] as string, versions.at(-1) as string]
const collections = ['actions', 'actors', 'regions', 'documents', 'claims', 'vocabulary']

const tally = (items: string[]) =>
  Object.fromEntries([...Map.groupBy(items, item => item)].map(([item, all]) => [item, all.length]))

t.test('what is served is the newest of the releases', async t => {
  t.strictSame(versions.slice(0, 2), ['2026.11.0', '2026.11.1'])
  const { release } = (await get('/v1')).json.data
  t.match((await get(`/v1/releases/${newest}`)).json.data, release)
  t.match(release, { version: /^\d{4}\.\d\d\.\d+$/, date: /^\d{4}-\d\d-\d\d$/ })
  t.strictSame(
    (await get('/v1/releases')).json.data.map(({ version }: Release) => version),
    versions.toReversed(),
  )
  assertProblem(t, await get('/v1/releases/2026.10.0'), 404, 'unknown-record')
})

t.test('the counts of each release follow from the changes', async t => {
  let before: Record<string, number> = {}
  for (const release of releases) {
    t.strictSame((await get(`/v1/releases/${release.version}`)).json.data, release)
    const here = changes.filter(change => change.release === release.version)
    t.same(tally(here.map(({ change }) => change)), release.changes, release.version)
    const difference = (name: string) =>
      here
        .filter(({ record }) => record.startsWith(`${name}/`))
        .map(({ change }) => ({ added: 1, changed: 0 })[change] ?? -1)
        .reduce((sum, one) => sum + one, 0)
    const now = collections.map(name => [name, (before[name] ?? 0) + difference(name)])
    t.same(release.counts, Object.fromEntries(now), release.version)
    before = release.counts
  }
  for (const [name, count] of Object.entries(before))
    t.equal((await get(`/v1/${name}?limit=1`)).json.meta.total, count, name)
})

t.test('the hash of the release follows from its records', async t => {
  const dataset = parse(readFileSync(join(seedFolder, 'dataset.yaml'), 'utf8'))
  const lines = [`dataset\t${sha256(JSON.stringify(dataset))}\n`]
  for (const name of collections)
    for (const record of await everything(get, `/v1/${name}?limit=500`))
      lines.push(`${name}/${record.id ?? record.code}\t${sha256(JSON.stringify(record))}\n`)
  t.equal(sha256(lines.sort().join('')), datasets.dataset.release.hash)
})

t.test('since a release come the changes of the later ones', async t => {
  const { json } = await get(`/v1/changes?since=${first}`)
  t.equal(json.meta.query, `changes since ${first}, newest first`)
  t.notOk('note' in json.meta)
  const since: Change[] = await everything(get, '/v1/changes?since=2026.11.0&limit=500')
  const later = changes.filter(({ release }) => release !== first)
  t.strictSame(since, later)
  t.ok(later.length > 0 && later.length < changes.length)
  const of = (record: string) => since.filter(change => change.record === record).at(-1)
  t.match(of('actors/huobi'), { change: 'changed', fields: ['names'], reason: 'new-evidence' })
  t.match(of('vocabulary/rule/only-account'), { change: 'added', reason: 'vocabulary' })
  t.match(of('claims/actors/huobi.names/HTX.1'), { change: 'added', reason: 'new-evidence' })
  t.match(of('dataset'), { change: 'changed', fields: ['gaps'] })
})

t.test('where nothing has changed, the answer says so', async t => {
  const { json, statusCode } = await get(`/v1/changes?since=${newest}`)
  t.equal(statusCode, 200)
  t.match(json, {
    data: [],
    meta: { total: 0, note: /^Nothing of this has changed since/, coverage: Object },
  })
  const actions = await get(`/v1/actions?changed_since=${newest}`)
  t.match(actions.json.meta, { total: 0, note: /^Nothing of this has changed since/ })
  const merged = await get('/v1/changes?change=merged')
  t.equal(merged.json.meta.total, 0)
  t.notOk('note' in merged.json.meta, 'where no release is named')
})

t.test('since the beginning come all changes', async t => {
  for (const since of ['beginning', '2026-11-22', '2026', '2017-01'])
    t.strictSame(await everything(get, `/v1/changes?since=${since}&limit=500`), changes, since)
  t.equal((await get('/v1/changes?since=2026-11-23')).json.meta.total, 0)
  const { json } = await get('/v1/actions?changed_since=beginning&limit=1')
  t.equal(json.meta.total, (await get('/v1/actions?limit=1')).json.meta.total)
  for (const since of ['2026-02-30', '2026-13', 'begining'])
    assertProblem(t, await get(`/v1/changes?since=${since}`), 400, 'bad-parameter')
})

t.test('a release that is not known is refused with those that are', async t => {
  for (const value of ['2026.11.99', '2026.11', `${first},${newest}`]) {
    const answer = await get(`/v1/changes?since=${value}`)
    assertProblem(t, answer, 400, 'bad-parameter')
    t.match(answer.json.errors, [{ parameter: 'since', allowed: [...versions, 'beginning'] }])
  }
  const near = await get('/v1/changes?since=2026.11.00')
  t.equal(near.json.errors[0].did_you_mean[0], '2026.11.0')
  assertProblem(t, await get(`/v1/changes?since=${first}&since=${first}`), 400, 'bad-parameter')
  assertProblem(t, await get(`/v1/changes?not_since=${first}`), 400, 'bad-parameter')
})

/** Filters of the changes, and which of them each should leave. */
const filters: [parameters: string, keeps: (change: Change) => boolean][] = [
  ['record=actors/huobi', ({ record }) => /^(claims\/)?actors\/huobi(\.|$)/.test(record)],
  ['record=dataset', ({ record }) => record === 'dataset'],
  ['record=claims/actors/huobi.names/HTX.1', ({ record }) => record.endsWith('/HTX.1')],
  ['change=changed', ({ change }) => change === 'changed'],
  ['not_change=added', ({ change }) => change !== 'added'],
  ['reason=vocabulary', ({ reason }) => reason === 'vocabulary'],
  [`release=${first}`, ({ release }) => release === first],
  [
    `since=${first}&change=added&reason=vocabulary`,
    ({ release, change, reason }) =>
      release !== first && change === 'added' && reason === 'vocabulary',
  ],
]

t.test('filters of the changes leave those that fit', async t => {
  for (const [parameters, keeps] of filters) {
    const expected = changes.filter(keeps)
    t.strictSame(await everything(get, `/v1/changes?limit=500&${parameters}`), expected, parameters)
    t.ok(expected.length > 0 && expected.length < changes.length, parameters)
  }
  t.ok(
    changes.filter(filters[0]?.[1] as never).some(({ record }) => record.startsWith('claims/')),
    'the claims on a record are among its changes',
  )
})

t.test('a filter of the changes by what is not known is refused with the nearest', async t => {
  const refusals: [parameters: string, nearest: string][] = [
    ['record=actors/hubi', 'actors/huobi'],
    ['change=add', 'added'],
    ['reason=new-evidenc', 'new-evidence'],
    ['release=2026.11.00', '2026.11.0'],
  ]
  for (const [parameters, nearest] of refusals) {
    const answer = await get(`/v1/changes?${parameters}`)
    assertProblem(t, answer, 400, 'bad-parameter')
    t.equal(answer.json.errors[0].did_you_mean[0], nearest, parameters)
  }
})

t.test('a change is served by its id', async t => {
  const [change] = (await get('/v1/changes?record=actors/huobi&change=changed')).json.data
  const { json } = await get(`/v1/changes/${encodeURIComponent(change.id)}`)
  t.strictSame(json.data, change)
})
