import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import t from 'tap'
import { synthesize } from '../../bench/synthesize/dataset.ts'
import { writeSynthetic } from '../../bench/synthesize/write.ts'
import type { Action } from '../../src/model/action.ts'
import type { Actor } from '../../src/model/actor.ts'
import type { Claim } from '../../src/model/claim.ts'
import { collection, collectionNames, pathOf } from '../../src/model/collections.ts'
import { compareDated } from '../../src/model/dates.ts'
import type { SourceDocument } from '../../src/model/document.ts'
import { claimable, claimed } from '../../src/model/fields.ts'
import { isIsoCode } from '../../src/model/iso-regions.ts'
import type { Region } from '../../src/model/region.ts'
import { everything, temporaryFolder, testApp } from '../fixtures/app.ts'
import { importCommand, runCommand } from '../fixtures/command.ts'

const COUNT = 600
const { records, claimsOn } = synthesize(COUNT)
const actions = [...records.actions] as Action[]
const actors = [...records.actors] as Actor[]
const regions = [...records.regions] as Region[]
const documents = [...records.documents] as SourceDocument[]
const claims = [...records.claims] as Claim[]

const file = join(temporaryFolder(t), 'synthetic.sqlite')
writeSynthetic(file, COUNT)

t.test('each record is one of its kind', async t => {
  t.equal(actions.length, COUNT)
  const faults = collectionNames.flatMap(name =>
    Array.from(records[name], record => {
      const { error } = collection(name).schema.strict().safeParse(record)
      return error ? `${name} ${JSON.stringify(record)}: ${error.message}` : []
    }).flat(),
  )
  t.strictSame(faults, [])
  const strange = regions.filter(
    ({ code, kind }) => !isIsoCode(code) && !['world', 'area'].includes(kind),
  )
  t.strictSame(strange, [])
})

t.test('the records of each collection are in order', async t => {
  for (const name of collectionNames) {
    const { key, date } = collection(name)
    const rows = Array.from(records[name], record => {
      const { earliest = null, latest = null } = date?.(record as never) ?? {}
      return { id: key(record as never), earliest, latest }
    })
    const misplaced = rows.filter(
      (row, i) => i > 0 && compareDated(rows[i - 1] as typeof row, row) >= 0,
    )
    t.strictSame(misplaced, [], name)
  }
})

t.test('what a record names is there, and no link leads round', async t => {
  const rows = new Map(actions.map(({ id }, row) => [id, row]))
  const named = new Map(
    [...actors, ...regions.map(({ code, name }) => ({ id: code, name }))].map(({ id, name }) => [
      id,
      name,
    ]),
  )
  const sources = new Set(documents.map(({ id }) => id))
  const claimed = new Set(claims.map(({ id }) => id))
  const faults = [
    ...actions.filter(({ links }, row) =>
      links.some(({ action }) => (rows.get(action) ?? COUNT) >= row),
    ),
    ...actions.filter(({ regions }) => regions.some(({ code, name }) => named.get(code) !== name)),
    ...actions.filter(({ actors }) =>
      actors.some(({ id, name }) => id !== null && named.get(id) !== name),
    ),
    ...regions.filter(({ parent }) => parent !== null && !named.has(parent)),
    ...actors.filter(({ affiliations }) => affiliations.some(({ actor }) => !named.has(actor))),
    ...documents.filter(({ origin }) => !sources.has(origin)),
    ...claims.filter(({ document, origin }) => !sources.has(document) || !sources.has(origin)),
    ...claims.filter(({ rests_on }) => rests_on.some(id => !claimed.has(id))),
  ]
  t.strictSame(faults, [])
  for (const { id, effect } of actions)
    if (effect?.until_by)
      t.match(actions[rows.get(effect.until_by) as number], {
        links: [{ type: 'repeals', action: id }],
      })
})

t.test('each value has its claim, and each accepted claim its value', async t => {
  const byRecord = Map.groupBy(claims, ({ record }) => record)
  const paths = { actions, actors, regions, documents }
  const faults = claimed.flatMap(name =>
    paths[name].flatMap(record => {
      const path = pathOf(name, record)
      const told = byRecord.get(path) ?? []
      const fields = claimable(name, record)
      const accepted = told.filter(({ status }) => status === 'accepted').map(({ field }) => field)
      const missing = [...fields].filter(
        ([field, { required }]) => required && !accepted.includes(field),
      )
      const strange = accepted.filter(field => !fields.has(field))
      const isSame = JSON.stringify(claimsOn(path)) === JSON.stringify(told)
      return missing.length + strange.length > 0 || !isSame ? path : []
    }),
  )
  t.strictSame(faults, [])
})

t.test('it has what real data have', async t => {
  const has = (what: string, is: (action: Action) => unknown) =>
    t.ok(actions.some(is), `some have ${what}`)
  for (const form of ['day', 'month', 'year', 'decade', 'interval', 'range', 'open'])
    has(`a date that is a ${form}`, ({ date }) => date.precision === form)
  has('a date with an open beginning', ({ date }) => date.earliest === null)
  has('a plan', ({ planned, due }) => planned && due)
  has('an end of force', ({ effect }) => effect?.until)
  has('an amount', ({ amounts }) => amounts.length)
  has('a party without a name', ({ actors }) => actors.some(({ id }) => id === null))
  has('conflicts', ({ sources }) => sources.conflicts.length)
  const answered = Map.groupBy(
    actions.flatMap(({ links }) => links),
    ({ action }) => action,
  )
  const most = Math.max(...Array.from(answered.values(), links => links.length))
  t.ok(most > COUNT / 100, `one has ${most} answers`)
  const perAction = claims.filter(({ record }) => record.startsWith('actions/')).length / COUNT
  t.ok(perAction > 4 && perAction < 7, `${perAction} claims an action`)
})

t.test('the file is served', async t => {
  const { get } = await testApp(t, { built: file })
  const served = await everything(get, '/v1/actions?limit=500&sort=date')
  const differing = actions.filter(
    (action, i) => JSON.stringify(served[i]) !== JSON.stringify(action),
  )
  t.strictSame(differing, [])
  const { data, meta } = (await get('/v1/actions?region=CN&kind=enforcement&sort=-date')).json
  const expected = actions.filter(
    ({ kind, regions }) =>
      kind === 'enforcement' && regions.some(({ code }) => code.startsWith('CN')),
  )
  t.equal(meta.total, expected.length)
  t.match(data[0], { id: expected.at(-1)?.id })
  t.ok((await get('/v1/search?q=mining')).json.meta.total > 0)
  t.match((await get('/v1/counts?group_by=year')).json.meta.total, COUNT)
  t.equal((await get('/v1')).json.data.counts.claims, claims.length)
  const id = claims[0]?.record.replace('actions/', '')
  t.equal(
    (await get(`/v1/actions/${id}?include=claims`)).json.data.claims.length,
    claims.filter(({ record }) => record === `actions/${id}`).length,
  )
})

t.test('the tables hold together', async t => {
  const db = new Sqlite(file, { readonly: true })
  t.strictSame(db.pragma('foreign_key_check'), [])
  db.close()
})

t.test('the command makes the same file', async t => {
  const again = join(temporaryFolder(t), 'folder/again.sqlite')
  const args = ['--actions', String(COUNT), '--file', again]
  const { code, errors } = await runCommand(t, 'bench/synthesize/main.ts', args)
  t.equal(code, 0, errors)
  t.match(errors, /^ended after \d+ s$/m)
  t.ok(readFileSync(again).equals(readFileSync(file)))
})

t.test('the command says what it takes', async t => {
  for (const args of [[], ['--actions', 'many'], ['--actions', '0']])
    t.match(await importCommand(t, 'bench/synthesize/main.ts', args), {
      code: 2,
      errors: /^Usage:/,
    })
})
