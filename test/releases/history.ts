import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { assertProblem, everything, testApp } from '../fixtures/app.ts'
import { copySeed, edit } from '../fixtures/seed.ts'
import { soundAction } from '../fixtures/seed-cases.ts'

type Change = { record: string }

const notice = 'joint-notice-2021-09'
const seed = copySeed(t)
edit(seed, `actions/2021/${notice}.yaml`, 'title: ', 'title: Another title, ')
writeFileSync(join(seed, 'actions/2021/new-action.yaml'), soundAction('new-action'))

const released = await testApp(t)
const { version, hash } = released.datasets.dataset.release
const { get } = await testApp(t, { seed })
const unreleased = `${version}-unreleased`

const idsOf = async (from: typeof get, query: string): Promise<string[]> =>
  (await everything(from, `/v1/actions?limit=500&${query}`)).map(({ id }) => id)

t.test('what is not released yet is served as such', async t => {
  const { json, headers } = await get('/v1')
  t.match(json.data.release, { version: unreleased, date: null })
  t.not(json.data.release.hash, hash)
  t.equal(json.meta.release, unreleased)
  t.equal(headers['x-dataset-release'], unreleased)
  t.notOk('last-modified' in headers)
  t.strictSame(
    await everything(get, '/v1/releases'),
    await everything(released.get, '/v1/releases'),
  )
})

t.test('changes that are not released yet have no date and no reason', async t => {
  const changes = await everything(get, `/v1/changes?since=${version}&limit=500`)
  const common = { release: unreleased, date: null, reason: null }
  const expected = [
    { record: `actions/${notice}`, change: 'changed' },
    { record: 'actions/new-action', change: 'added' },
  ].map(change => ({ id: `${unreleased}/${change.record}`, ...common, ...change }))
  t.same(
    changes.filter(({ record }) => !record.startsWith('claims/')),
    expected,
  )
  const claims = changes.filter(({ record }) => record.startsWith('claims/'))
  t.ok(claims.length > 0)
  for (const claim of claims)
    t.match(claim, { record: /^claims\/actions\/new-action\./, ...common })
  t.strictSame(await everything(get, `/v1/changes?release=${unreleased}&limit=500`), changes)
  const { body } = await get(`/v1/changes?since=${version}`)
  t.equal((await get(`/v1/changes?since=${unreleased}`)).body, body, 'it may have changed again')
  const after = await released.get(`/v1/changes?since=${unreleased}`)
  t.equal(after.json.meta.total, 0, 'what was asked for before a release can be asked for after it')
  assertProblem(t, await get('/v1/changes?since=2031.01.0-unreleased'), 400, 'bad-parameter')
})

t.test('changed_since leaves the actions that were added or changed after a release', async t => {
  const later: Change[] = await everything(released.get, '/v1/changes?since=2026.11.0&limit=500')
  const changed = later.filter(({ record }) => record.startsWith('actions/'))
  t.strictSame(
    new Set((await idsOf(released.get, 'changed_since=2026.11.0')).map(id => `actions/${id}`)),
    new Set(changed.map(({ record }) => record)),
  )
  t.strictSame(await idsOf(released.get, `changed_since=${version}`), [])
  t.strictSame((await idsOf(get, `changed_since=${version}`)).sort(), [notice, 'new-action'])
  t.strictSame(await idsOf(get, `changed_since=${version}&type=ban&q=another`), [notice])
  t.strictSame((await idsOf(get, `changed_since=${unreleased}`)).sort(), [notice, 'new-action'])
})

t.test('changed_since counts the same actions, and is told in words', async t => {
  const { json } = await get(`/v1/counts?group_by=type&changed_since=${version}`)
  t.match(json.data, [{ group: { type: 'ban' }, certain: 2, possible: 2 }])
  t.equal(json.meta.total, 2)
  t.match(json.meta.query, `actions changed since ${version}, counted by type`)
  const none = await released.get(`/v1/counts?group_by=type&changed_since=${version}`)
  t.match(none.json, { data: [], meta: { total: 0, coverage: Object } })
  for (const path of ['actions?', 'counts?group_by=type&']) {
    const answer = await get(`/v1/${path}changed_since=2026.11.00`)
    assertProblem(t, answer, 400, 'bad-parameter')
    t.equal(answer.json.errors[0].did_you_mean[0], '2026.11.0')
    t.strictSame(answer.json.errors[0].allowed.slice(-2), [version, 'beginning'])
  }
})

t.test(
  'the history of an action has its changes and those of its claims, newest first',
  async t => {
    const { json } = await released.get(`/v1/actions/${notice}/history`)
    const listed = await everything(released.get, `/v1/changes?record=actions/${notice}&limit=500`)
    t.strictSame(json.data, listed)
    t.equal(json.meta.total, listed.length)
    for (const record of [`actions/${notice}`, `claims/actions/${notice}.date.1`])
      t.ok(
        listed.some(change => change.record === record),
        record,
      )
    const { data, meta } = (await get(`/v1/actions/${notice}/history`)).json
    t.equal(meta.release, unreleased)
    t.match(data[0], { record: `actions/${notice}`, change: 'changed', release: unreleased })
    t.match(data.at(-1), { record: `actions/${notice}`, change: 'added', release: '2026.11.0' })
  },
)

t.test('a history is asked for by the id of an action, and nothing else', async t => {
  const unknown = await get('/v1/actions/joint-notice-2021-10/history')
  assertProblem(t, unknown, 404, 'unknown-record')
  t.equal(unknown.json.errors[0].did_you_mean[0], notice)
  assertProblem(t, await get(`/v1/actions/${notice}/history?limit=1`), 400, 'bad-parameter')
  t.equal((await get(`/v1/actions/${notice}/history?format=json`)).statusCode, 200)
})
