import t from 'tap'
import type { Claim } from '../../src/model/claim.ts'
import { everything, testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'

type Evidence = { field: string; value: unknown; decided_by: string[]; sources: object }

const { get } = await testApp(t, { seed: inventedSeed(t) })
const claims: Claim[] = await everything(get, '/v1/claims?limit=500')
const distinct = (items: string[]) => [...new Set(items)]

/** By which rules a value stands, one question after the other. */
function rulesOf(all: Claim[]): string[] {
  const rivals = all.filter(({ status }) => status === 'rival')
  if (rivals.length > 0) return distinct(rivals.map(({ rule }) => rule as string)).sort()
  const accepted = all.filter(({ status }) => status === 'accepted')
  if (accepted.length === 0) return ['no-account']
  if (!accepted.some(({ basis }) => basis === 'stated')) return ['worked-out']
  if (all.some(({ status }) => status === 'consistent')) return ['most-exact']
  return [sourcesOf(all).origins > 1 ? 'accounts-agree' : 'only-account']
}

function sourcesOf(all: Claim[]) {
  const agreeing = all.filter(({ status }) => status === 'accepted' || status === 'consistent')
  return {
    claims: agreeing.length,
    documents: distinct(agreeing.map(({ document }) => document)).length,
    origins: distinct(agreeing.map(({ origin }) => origin)).length,
  }
}

const evidenceFor = async (path: string): Promise<Evidence[]> =>
  (await get(`/v1/${path}/claims`)).json.data

const decisions = new Map<string, string[]>()

for (const collection of ['actions', 'actors'])
  t.test(`each field of ${collection} says how it was decided, and on what it rests`, async t => {
    const records = await everything(get, `/v1/${collection}?limit=500&fields=id`)
    for (const { id } of records) {
      const path = `${collection}/${id}`
      const own = claims.filter(({ record }) => record === path)
      const found = await evidenceFor(path)
      const expected = distinct(own.map(({ field }) => field)).map(field => {
        const all = own.filter(claim => claim.field === field)
        return [field, rulesOf(all), sourcesOf(all)]
      })
      t.strictSame(
        found.map(({ field, decided_by, sources }) => [field, decided_by, sources]).sort(),
        expected.sort(),
        path,
      )
      for (const { field, decided_by } of found) decisions.set(`${path} ${field}`, decided_by)
    }
  })

t.test('every rule is a term, of a dispute where a rival lost and of accord elsewhere', async t => {
  const terms = (await get('/v1/vocabulary?scheme=rule&limit=500')).json.data
  const parents = new Map(terms.map(({ code, parent }: Record<string, string>) => [code, parent]))
  t.same(new Set(parents.values()), new Set(['dispute', 'accord']))
  for (const [field, rules] of decisions) {
    const [record, path] = field.split(' ')
    const isDisputed = claims.some(
      claim => claim.record === record && claim.field === path && claim.status === 'rival',
    )
    const expected = isDisputed ? 'dispute' : 'accord'
    t.strictSame(distinct(rules.map(rule => String(parents.get(rule)))), [expected], field)
  }
  const accord = [...parents.keys()].filter(code => parents.get(code) === 'accord')
  const used = new Set([...decisions.values()].flat())
  t.strictSame(
    accord.filter(code => !used.has(String(code))),
    [],
    'each is met with',
  )
})

/** The rivals of the dataset, and the rule by which each lost. */
const rivals: [record: string, field: string, rule: string][] = [
  ['actions/huobi-registration-halt-2021-09', 'links/responds-to/joint-notice-2021-09', 'own-act'],
  ['actions/state-council-mining-trading-ban-vow-2021-05', 'planned', 'more-specific'],
  ['actions/tokenpocket-embraces-regulation-2021-09', 'planned', 'original-report'],
  ['actions/tokenpocket-service-termination-2021-09', 'details/scope', 'original-report'],
  ['actions/wechat-exchange-accounts-blocked', 'actors/overseas-exchanges/target', 'more-specific'],
  ['actors/babel-finance', 'region', 'more-specific'],
]

t.test('each rival lost by a rule', async t => {
  for (const [record, field, rule] of rivals)
    t.strictSame(decisions.get(`${record} ${field}`), [rule], `${record} ${field}`)
  const known = claims.filter(
    ({ status, record }) => status === 'rival' && !record.startsWith('actions/invented-'),
  )
  t.strictSame(
    known.map(({ record, field }) => `${record} ${field}`).sort(),
    rivals.map(([record, field]) => `${record} ${field}`),
  )
})

t.test('two documents that retell one report are one origin', async t => {
  const documents = ['exchanges-cut-ties-2021-09', 'exchanges-drive-out-customers-2021-09']
  const reuters = 'reuters-exchanges-cut-ties-2021-09'
  for (const id of documents)
    t.equal((await get(`/v1/documents/${id}`)).json.data.origin, reuters, id)
  const cases: [action: string, documents: number, origins: number][] = [
    ['binance-registration-halt-2021-09', 2, 1],
    ['joint-notice-2021-09', 3, 2],
  ]
  for (const [action, documents, origins] of cases) {
    const evidence = await evidenceFor(`actions/${action}`)
    const { sources } = evidence.find(({ field }) => field === 'date') as Evidence
    t.match(sources, { documents, origins }, action)
  }
})

t.test('what cannot be taken from any text has no account', async t => {
  const evidence = await evidenceFor('actions/invented-told-otherwise')
  t.match(
    evidence.find(({ field }) => field === 'details/motive'),
    { value: null, decided_by: ['no-account'], sources: { claims: 0, documents: 0, origins: 0 } },
  )
})
