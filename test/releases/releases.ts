import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { parse } from 'yaml'
import { sha256 } from '../../src/model/hash.ts'
import { assertProblem, everything, seedFolder, testApp } from '../fixtures/app.ts'
import { assertRefusals, type Fault } from '../fixtures/refusals.ts'

type Change = { record: string; release: string; change: string; reason: string }
type Release = { version: string; counts: Record<string, number>; changes: Record<string, number> }

const { get, datasets } = await testApp(t)
const releases: Release[] = await everything(get, '/v1/releases?sort=date')
const versions = releases.map(({ version }) => version)
const changes: Change[] = await everything(get, '/v1/changes?limit=500')
const [first, newest] = [versions[0] as string, versions.at(-1) as string]
const collections = [
  ...[
    'actions',
    'rules',
    'cases',
    'licences',
    'actors',
    'regions',
    'documents',
    'claims',
    'vocabulary',
  ],
]

const tally = (items: string[]) =>
  Object.fromEntries([...Map.groupBy(items, item => item)].map(([item, all]) => [item, all.length]))

t.test('the newest release is served', async t => {
  t.strictSame(versions.slice(0, 2), ['2026.11.0', '2026.11.1'])
  const { release } = (await get('/v1')).json.data
  t.match(release, { version: newest, date: /^\d{4}-\d\d-\d\d$/ })
  t.match((await get(`/v1/releases/${newest}`)).json.data, release)
  t.strictSame((await get('/v1/releases')).json.data, releases.toReversed())
  assertProblem(t, await get('/v1/releases/2026.10.0'), 404, 'unknown-record')
})

t.test('the counts of each release follow from the changes', async t => {
  let before: Record<string, number> = {}
  for (const release of releases) {
    t.strictSame((await get(`/v1/releases/${release.version}`)).json.data, release)
    const own = changes.filter(change => change.release === release.version)
    t.same(tally(own.map(({ change }) => change)), release.changes, release.version)
    const now = { ...before }
    for (const { record, change } of own) {
      const [name = ''] = record.split('/')
      if (record !== 'dataset' && change !== 'changed')
        now[name] = (now[name] ?? 0) + (change === 'added' ? 1 : -1)
    }
    t.same(release.counts, now, release.version)
    before = release.counts
  }
  t.strictSame(Object.keys(before).sort(), collections.toSorted())
})

/** The JSON of a record without the day on which its status was found, or without its licences on that day. */
const hashed = (record: object) =>
  JSON.stringify(record, (name, value) =>
    ['as_of', 'licences', 'last_listed', 'last_document'].includes(name) ? undefined : value,
  )

t.test('the hash of a release follows from its records', async t => {
  const dataset = parse(readFileSync(join(seedFolder, 'dataset.yaml'), 'utf8'))
  const lines = [`dataset\t${sha256(JSON.stringify(dataset))}\n`]
  for (const name of collections)
    for (const record of await everything(get, `/v1/${name}?limit=500`))
      lines.push(`${name}/${record.id ?? record.code}\t${sha256(hashed(record))}\n`)
  t.equal(sha256(lines.sort().join('')), datasets.dataset.meta.release.hash)
})

t.test('changes have the fields that differ and a reason', async t => {
  const expected: [record: string, change: object][] = [
    ['actors/huobi', { change: 'changed', fields: ['names'], reason: 'new-evidence' }],
    ['vocabulary/rule/only-account', { change: 'added', reason: 'vocabulary' }],
    ['claims/actors/huobi.names/HTX.1', { change: 'added', reason: 'new-evidence' }],
    ['dataset', { change: 'changed', fields: ['description', 'gaps'] }],
  ]
  for (const [record, change] of expected) {
    const found = changes.filter(it => it.record === record && it.release !== first)
    t.match(found.at(-1), change, record)
  }
})

t.test('an answer says so if nothing has changed since a release', async t => {
  const note = /^Nothing of this has changed since/
  const some = (await get(`/v1/changes?since=${first}`)).json
  t.equal(some.meta.query, `changes since ${first}, newest first`)
  t.notOk('note' in some.meta)
  const none = (await get(`/v1/changes?since=${newest}`)).json
  t.match(none.meta, { total: 0, note, coverage: Object })
  const actions = (await get(`/v1/actions?changed_since=${newest}`)).json
  t.match(actions.meta, { total: 0, note })
  const { meta } = (await get(`/v1/changes?change=merged&release=${first}`)).json
  t.equal(meta.total, 0)
  t.notOk('note' in meta, 'no release is named')
})

t.test('since=beginning finds every change', async t => {
  for (const since of ['beginning', '2026-11-22', '2026', '2017-01'])
    t.strictSame(await everything(get, `/v1/changes?since=${since}&limit=500`), changes, since)
  t.equal((await get('/v1/changes?since=2026-11-23')).json.meta.total, 0)
  const { meta } = (await get('/v1/actions?changed_since=beginning&limit=1')).json
  t.equal(meta.total, (await get('/v1/actions?limit=1')).json.meta.total)
})

t.test('filters of the changes', async t => {
  const filters: [parameters: string, keeps: (change: Change) => boolean][] = [
    ['record=actors/huobi', ({ record }) => /^(claims\/)?actors\/huobi(\.|$)/.test(record)],
    ['record=dataset', ({ record }) => record === 'dataset'],
    ['record=claims/actors/huobi.names/HTX.1', ({ record }) => record.endsWith('/HTX.1')],
    ['change=changed', ({ change }) => change === 'changed'],
    ['not_change=added', ({ change }) => change !== 'added'],
    ['reason=vocabulary', ({ reason }) => reason === 'vocabulary'],
    [`release=${first}`, ({ release }) => release === first],
    [`since=${first}`, ({ release }) => release !== first],
    [
      `since=${first}&change=added&reason=vocabulary`,
      one => one.release !== first && one.change === 'added' && one.reason === 'vocabulary',
    ],
  ]
  for (const [parameters, keeps] of filters) {
    const expected = changes.filter(keeps)
    t.strictSame(await everything(get, `/v1/changes?limit=500&${parameters}`), expected, parameters)
    t.ok(expected.length > 0 && expected.length < changes.length, parameters)
  }
})

t.test('an unknown value of a filter is refused with the nearest known one', async t => {
  const allowed = [...versions, 'beginning']
  const near = (...values: string[]): Fault => ({ did_you_mean: values })
  const one = `since=${first}`
  await assertRefusals(t, get, '/v1/changes?', [
    ['since=2026.11.99', 'since', one, { allowed }],
    ['since=2026.11', 'since', 'since=2026-11', { allowed }],
    [`since=${first},${newest}`, 'since', one, { allowed }],
    ['since=2026.11.00', 'since', one, near('2026.11.0', '2026.11.1')],
    ['since=2026-02-30', 'since', 'since=2026-02-28'],
    ['since=2026-13', 'since', 'since=2026-12'],
    ['since=begining', 'since', 'since=beginning', near('beginning')],
    [`not_since=${first}`, 'not_since', one],
    [
      'record=actors/hubi',
      'record',
      'record=actors/huobi',
      near('actors/huobi', 'actors/biki', 'actors/bybit'),
    ],
    ['release=2026.11.00', 'release', 'release=2026.11.0', near('2026.11.0', '2026.11.1')],
  ])
})
