import t from 'tap'
import type { Claim } from '../../src/model/claim.ts'
import type { FieldEvidence } from '../../src/queries/record/claims.ts'
import { assertProblem, everything, testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'

type Item = Record<string, unknown>

const { get } = await testApp(t, { seed: inventedSeed(t) })
const claims: Claim[] = await everything(get, '/v1/claims?limit=500')
const isRival = ({ status }: Claim) => status === 'rival'
const distinct = (items: string[]) => [...new Set(items)]

/** Lists in a record: the keys of an item that the path of a field gives, and the key of the value if it is not the item. */
const lists: Record<string, { keys: string[]; value?: string }> = {
  actors: { keys: ['id', 'role'] },
  regions: { keys: ['code', 'role'] },
  matters: { keys: ['id'] },
  amounts: { keys: ['quantity'] },
  numbers: { keys: ['value'] },
  parents: { keys: ['code'] },
  details: { keys: ['aspect'], value: 'text' },
  links: { keys: ['type', 'action'] },
  names: { keys: ['name'] },
  affiliations: { keys: ['actor', 'relation'] },
  identifiers: { keys: ['scheme', 'value'] },
}

function valueIn(record: Item, field: string): unknown {
  const [name = '', ...parts] = field.split('/')
  const list = lists[name]
  if (name === 'activities') return (record[name] as unknown[]).find(it => it === parts[0]) ?? null
  if (!list || parts.length === 0) return record[field] ?? null
  // A number may have slashes.
  const keys = list.keys.length > 1 ? parts : [parts.join('/')]
  const isAt = (item: Item) => list.keys.every((key, i) => (item[key] ?? item.key) === keys[i])
  const item = (record[name] as Item[]).find(isAt)
  return (list.value ? item?.[list.value] : item) ?? null
}

/** The rules by which a value is accepted. */
function rulesOf(own: Claim[]): string[] {
  const rivals = own.filter(isRival)
  if (rivals.length > 0) return distinct(rivals.map(({ rule }) => rule as string)).sort()
  const accepted = own.filter(({ status }) => status === 'accepted')
  if (accepted.length === 0) return ['no-account']
  if (!accepted.some(({ basis }) => basis === 'stated')) return ['worked-out']
  if (own.some(({ status }) => status === 'consistent')) return ['most-exact']
  return [sourcesOf(own).origins > 1 ? 'accounts-agree' : 'only-account']
}

function sourcesOf(own: Claim[]) {
  const agreeing = own.filter(({ status }) => status === 'accepted' || status === 'consistent')
  return {
    claims: agreeing.length,
    documents: distinct(agreeing.map(({ document }) => document)).length,
    origins: distinct(agreeing.map(({ origin }) => origin)).length,
  }
}

const evidence = new Map<string, FieldEvidence>()

for (const collection of ['actions', 'rules', 'cases', 'actors'])
  t.test(`evidence for ${collection} has value, claims, rules and sources by field`, async t => {
    for (const record of await everything(get, `/v1/${collection}?limit=500`)) {
      const path = `${collection}/${record.id}`
      const { json } = await get(`/v1/${path}/claims`)
      const onRecord = claims.filter(claim => claim.record === path)
      const byField = Map.groupBy(onRecord, ({ field }) => field)
      const expected = [...byField].map(([field, own]) => [
        field,
        {
          value: valueIn(record, field),
          decided_by: rulesOf(own),
          sources: sourcesOf(own),
          claims: new Set(own.filter(claim => !isRival(claim))),
          rivals: new Set(own.filter(isRival)),
        },
      ])
      const found = (json.data as FieldEvidence[]).map(({ field, ...rest }) => [
        field,
        { ...rest, claims: new Set(rest.claims), rivals: new Set(rest.rivals) },
      ])
      t.same(Object.fromEntries(found), Object.fromEntries(expected), path)
      t.equal(json.meta.total, byField.size, path)
      for (const one of json.data) evidence.set(`${path} ${one.field}`, one)
    }
  })

t.test('dispute rules decide fields with rivals, accord rules all others', async t => {
  type Term = { code: string; parent: string }
  const terms: Term[] = (await get('/v1/vocabulary?scheme=rule&limit=500')).json.data
  const parents = new Map(terms.map(({ code, parent }) => [code, parent]))
  const used = new Set<string>()
  for (const [field, { decided_by, rivals }] of evidence)
    for (const rule of decided_by) {
      t.equal(parents.get(rule), rivals.length > 0 ? 'dispute' : 'accord', `${field} ${rule}`)
      used.add(rule)
    }
  const unused = terms.filter(({ code }) => !used.has(code))
  t.same(new Set(unused.map(({ parent }) => parent)), new Set(['dispute']))
})

t.test('two documents that retell one report are one origin', async t => {
  const reuters = 'reuters-exchanges-cut-ties-2021-09'
  for (const id of ['exchanges-cut-ties-2021-09', 'exchanges-drive-out-customers-2021-09'])
    t.equal((await get(`/v1/documents/${id}`)).json.data.origin, reuters, id)
  const sourcesFor = (action: string) => evidence.get(`actions/${action} date`)?.sources
  t.match(sourcesFor('binance-registration-halt-2021-09'), { documents: 2, origins: 1 })
  t.match(sourcesFor('joint-notice-2021-09'), { documents: 3, origins: 2 })
})

t.test('evidence is only at the own path of a record', async t => {
  t.equal((await get('/v1/actors/okex/claims')).statusCode, 200)
  assertProblem(t, await get('/v1/exchanges/okex/claims'), 404, 'not-found')
})
