import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { assertProblem, everything, testApp } from '../fixtures/app.ts'
import { copySeed, edit } from '../fixtures/seed.ts'
import { validAction } from '../fixtures/seed-cases.ts'

const notice = 'joint-notice-2021-09'
const seed = copySeed(t)
edit(seed, `actions/2021/${notice}.yaml`, 'title: ', 'title: Another title, ')
writeFileSync(join(seed, 'actions/2021/new-action.yaml'), validAction('new-action'))

const released = await testApp(t)
const { version, hash } = released.datasets.dataset.meta.release
const { get } = await testApp(t, { seed })
const unreleased = `${version}-unreleased`

t.test('unreleased changes are served under a version of their own', async t => {
  const { json, headers } = await get('/v1')
  t.match(json, {
    data: { release: { version: unreleased, date: null } },
    meta: { release: unreleased },
  })
  t.not(json.data.release.hash, hash)
  t.equal(headers['x-dataset-release'], unreleased)
  t.notOk('last-modified' in headers)
  const [own, theirs] = [get, released.get].map(get => everything(get, '/v1/releases'))
  t.strictSame(await own, await theirs)
})

t.test('unreleased changes have no date and no reason', async t => {
  const changes = await everything(get, `/v1/changes?since=${version}&limit=500`)
  const common = { release: unreleased, date: null, reason: null }
  const [claims = [], others = []] = ['claims', 'actions'].map(collection =>
    changes.filter(({ record }) => record.startsWith(`${collection}/`)),
  )
  const expected = [
    { record: `actions/${notice}`, change: 'changed' },
    { record: 'actions/new-action', change: 'added' },
  ].map(change => ({ id: `${unreleased}/${change.record}`, ...common, ...change }))
  t.same(others, expected)
  t.ok(claims.length > 0)
  for (const claim of claims)
    t.match(claim, { record: /^claims\/actions\/new-action\./, ...common })
  t.strictSame(await everything(get, `/v1/changes?release=${unreleased}&limit=500`), changes)
  const { body } = await get(`/v1/changes?since=${version}`)
  t.equal((await get(`/v1/changes?since=${unreleased}`)).body, body, 'they may change again')
  const after = await released.get(`/v1/changes?since=${unreleased}`)
  t.equal(after.json.meta.total, 0, 'the version is still accepted after the release')
  assertProblem(t, await get('/v1/changes?since=2031.01.0-unreleased'), 400, 'bad-parameter')
})

t.test('changed_since finds unreleased changes too, and meta.query describes it', async t => {
  for (const since of [version, unreleased]) {
    const { json } = await get(`/v1/actions?changed_since=${since}&fields=id`)
    t.strictSame(json.data, [{ id: 'new-action' }, { id: notice }], since)
  }
  const [newest] = (await get('/v1/actions?sort=-added&limit=1')).json.data
  t.match(newest, { id: 'new-action' }, 'it was added last')
  const { meta } = (await get(`/v1/counts?group_by=type&changed_since=${version}`)).json
  t.match(meta, { total: 2, query: `actions changed since ${version}, counted by type` })
  for (const path of ['actions?', 'counts?group_by=type&']) {
    const answer = await get(`/v1/${path}changed_since=2026.11.00`)
    assertProblem(t, answer, 400, 'bad-parameter')
    t.equal(answer.json.errors[0].did_you_mean[0], '2026.11.0')
    t.strictSame(answer.json.errors[0].allowed.slice(-2), [version, 'beginning'])
  }
})

t.test('a history has the changes of an action and its claims, newest first', async t => {
  const { data, meta } = (await released.get(`/v1/actions/${notice}/history`)).json
  const listed = await everything(released.get, `/v1/changes?record=actions/${notice}&limit=500`)
  t.strictSame(data, listed)
  t.equal(meta.total, listed.length)
  const records = new Set(listed.map(({ record }) => record))
  for (const record of [`actions/${notice}`, `claims/actions/${notice}.date.1`])
    t.ok(records.has(record), record)
  const { json } = await get(`/v1/actions/${notice}/history?format=json`)
  t.equal(json.meta.release, unreleased)
  t.match(json.data[0], { record: `actions/${notice}`, change: 'changed', release: unreleased })
  t.match(json.data.at(-1), { record: `actions/${notice}`, change: 'added', release: '2026.11.0' })
})
