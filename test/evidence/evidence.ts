import t, { type Test } from 'tap'
import { Quotes } from '../../src/queries/quotes.ts'
import { readTexts } from '../../src/store/documents.ts'
import { type Answer, assertProblem, everything, testApp } from '../fixtures/app.ts'
import { documentsFolder, withDocuments } from '../fixtures/documents.ts'
import { copySeed } from '../fixtures/seed.ts'
import { report, sha256, tellSeed, words } from '../fixtures/told.ts'

type Claim = { id: string; record: string; field: string; status: string } & {
  document: string
  start: number | null
  sha256: string
  quote?: string
}
type Evidence = { field: string; value: unknown; claims: Claim[]; rivals: Claim[] }
type Plain = Record<string, unknown>

const listed = (record: Plain, name: string) => record[name] as Plain[]

/** How the value of a field is found in a record, by the first part of its path. */
const finders: Record<string, (record: Plain, one: string, other: string) => unknown> = {
  actors: (record, id, role) =>
    listed(record, 'actors').find(it => (it.id ?? it.key) === id && it.role === role),
  regions: (record, code, role) =>
    listed(record, 'regions').find(it => it.code === code && it.role === role),
  amounts: (record, quantity) => listed(record, 'amounts').find(it => it.quantity === quantity),
  details: (record, aspect) => listed(record, 'details').find(it => it.aspect === aspect)?.text,
  links: (record, type, action) =>
    listed(record, 'links').find(it => it.type === type && it.action === action),
  names: (record, name) => listed(record, 'names').find(it => it.name === name),
  affiliations: (record, actor, relation) =>
    listed(record, 'affiliations').find(it => it.actor === actor && it.relation === relation),
  identifiers: (record, scheme) =>
    listed(record, 'identifiers').find(it => it.scheme === scheme)?.value,
}

function valueShown(record: Plain, field: string): unknown {
  const [family = '', one = '', other = ''] = field.split('/')
  return (finders[family]?.(record, one, other) ?? record[field] ?? null) || null
}

for (const collection of ['actions', 'actors'])
  t.test(
    `the evidence for ${collection} is all claims, by field, with the value shown`,
    async t => {
      const { get } = await testApp(t)
      const claims: Claim[] = await everything(get, '/v1/claims?limit=500')
      for (const record of await everything(get, `/v1/${collection}?limit=500`)) {
        const path = `${collection}/${record.id}`
        const { json } = await get(`/v1/${path}/claims`)
        const evidence: Evidence[] = json.data
        t.equal(json.meta.total, evidence.length, path)
        const told = evidence.flatMap(field => [...field.claims, ...field.rivals])
        const byId = (a: Claim, b: Claim) => (a.id < b.id ? -1 : 1)
        const wanted = claims.filter(claim => claim.record === path)
        t.strictSame(told.sort(byId), wanted.sort(byId), path)
        const wrong = evidence.filter(
          ({ field, claims, rivals }) =>
            claims.some(claim => claim.field !== field || claim.status === 'rival') ||
            rivals.some(claim => claim.field !== field || claim.status !== 'rival'),
        )
        t.strictSame(wrong, [], path)
        for (const { field, value } of evidence)
          t.strictSame(value, valueShown(record, field), `${path} ${field}`)
      }
    },
  )

t.test('there is evidence for records only, by their own path', async t => {
  const { get } = await testApp(t)
  const unknown = await get('/v1/actions/joint-notice-2021-9/claims')
  assertProblem(t, unknown, 404, 'unknown-record')
  t.strictSame(unknown.json.errors[0].did_you_mean[0], 'joint-notice-2021-09')
  t.equal((await get('/v1/actors/okex/claims')).statusCode, 200)
  assertProblem(t, await get('/v1/exchanges/okex/claims'), 404, 'not-found')
})

/** Every claim in an answer, wherever it stands. */
function claimsIn(value: unknown): Claim[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'sha256' in value && 'rests_on' in value ? [value as unknown as Claim] : []
  return [...own, ...Object.values(value).flatMap(claimsIn)]
}

const askAll = async (get: (url: string) => Promise<Answer>) => [
  await get('/v1/actions/told/claims'),
  await get('/v1/actions/told?include=claims'),
  await get('/v1/actions?id=told&include=claims'),
  await get('/v1/claims?record=actions/told'),
  await get('/v1/claims/actions%2Ftold.date.1'),
]

t.test('with the documents, claims carry the words; without, position and hash', async t => {
  const { seed, documents } = tellSeed(t, copySeed(t))
  const without = await testApp(t, { seed })
  const quotes = new Quotes(readTexts(documents))
  const withThem = await testApp(t, { seed, quotes })
  const bare = await askAll(without.get)
  for (const [index, answer] of (await askAll(withThem.get)).entries()) {
    const claims = claimsIn(answer.json)
    t.ok(claims.length > 0)
    for (const { field, quote } of claims) t.equal(quote, words[field] ?? 'miners', field)
    const stripped = claims.map(({ quote: _, ...claim }) => claim)
    t.strictSame(claimsIn(bare[index]?.json), stripped)
    t.not(answer.headers.etag, bare[index]?.headers.etag, 'another answer, another tag')
  }
  const others = claimsIn((await withThem.get('/v1/claims?not_record=actions/told')).json)
  t.ok(others.length > 0 && others.every(claim => claim.quote === undefined), 'others stay bare')
})

t.test('words that do not have their hash are not shown', async t => {
  const { seed } = tellSeed(t)
  const quotes = new Quotes(new Map([[sha256(report), report.replace('miners', 'bakers')]]))
  const { get } = await testApp(t, { seed, quotes })
  for (const { field, quote } of claimsIn((await get('/v1/actions/told/claims')).json))
    t.equal(quote, field === 'date' || field.startsWith('actors/crowd') ? words[field] : undefined)
})

const holdsItsWords = ({ quote, sha256: hash }: Claim) =>
  quote !== undefined && sha256(quote) === hash

t.test(
  'every claim with a place has its words in the documents',
  withDocuments,
  async (t: Test) => {
    const { get } = await testApp(t, { quotes: new Quotes(readTexts(documentsFolder())) })
    const claims: Claim[] = await everything(get, '/v1/claims?limit=500')
    const placed = claims.filter(({ start }) => start !== null)
    t.ok(placed.length > 100)
    t.strictSame(
      placed.filter(claim => !holdsItsWords(claim)),
      [],
    )
    t.ok(claims.every(({ start, quote }) => start !== null || quote === undefined))
  },
)
