import t from 'tap'
import { everything } from '../fixtures/app.ts'
import { assertPublished, idsOf, reconcileApp } from '../fixtures/reconciliation.ts'
import { assertRefusals } from '../fixtures/refusals.ts'

const { get, askBoth } = await reconcileApp(t)

type Suggested = { id: string; name: string; description: string }

const schemas = {
  entity: 'suggest-entities-response',
  property: 'suggest-properties-response',
  type: 'suggest-types-response',
}
type Kind = keyof typeof schemas

const suggest = async (kind: Kind, prefix: string, more = ''): Promise<Suggested[]> => {
  const url = `/v1/reconcile/suggest/${kind}?prefix=${encodeURIComponent(prefix)}${more}`
  const { json, statusCode, body } = await get(url)
  t.equal(statusCode, 200, body)
  assertPublished(t, schemas[kind], json)
  return json.result
}

/** The ids of all suggestions, ten at a time. */
async function suggestedIds(kind: Kind, more = ''): Promise<string[]> {
  const ids: string[] = []
  for (let cursor = 0; cursor === ids.length; cursor += 10) {
    const page = idsOf(await suggest(kind, '', `${more}&cursor=${cursor}`))
    if (page.length === 0) break
    ids.push(...page)
  }
  return ids
}

t.test('a name, a former name, a word of a name and an id are completed', async t => {
  const cases: [prefix: string, id: string][] = [
    ['Huo', 'actors/huobi'],
    ['ht', 'actors/huobi'],
    ['前进', 'actors/okg-technology'],
    ['prosecutors off', 'actors/cn-supreme-peoples-procuratorate'],
    ['actors/oke', 'actors/okex'],
    ['regions/cn-n', 'regions/CN-NM'],
    ['CN-NM', 'regions/CN-NM'],
    ['Hong', 'regions/HK'],
  ]
  for (const [prefix, id] of cases)
    t.ok(idsOf(await suggest('entity', prefix)).includes(id), prefix)
  const [huobi] = await suggest('entity', 'huobi global')
  t.match(huobi, { name: 'Huobi', description: 'Exchange; Huobi Global; 火币; HTX' })
  t.match(huobi, { notable: [{ id: 'exchange', name: 'Exchange' }, { id: 'actor' }] })
  t.strictSame(await suggest('entity', 'uobi'), [], 'not in the middle of a word')
})

t.test('names that begin with the prefix come first, in alphabetical order', async t => {
  const found = await suggest('entity', 'china', '&type=actor')
  const begins = ({ name, description }: Suggested) =>
    [name, ...description.split('; ')].some(text => text.toLowerCase().startsWith('china'))
  const first = found.filter(begins)
  t.strictSame(found.slice(0, first.length), first)
  const names = first.map(({ name }) => name)
  t.strictSame(names, names.toSorted())
})

t.test('all pages together suggest every record once, or every one of a type', async t => {
  const actors = (await everything(get, '/v1/actors')).map(({ id }) => `actors/${id}`)
  const rules = (await everything(get, '/v1/rules')).map(({ id }) => `rules/${id}`)
  const cases = (await everything(get, '/v1/cases')).map(({ id }) => `cases/${id}`)
  const regions = (await everything(get, '/v1/regions')).map(({ code }) => `regions/${code}`)
  const exchanges = (await everything(get, '/v1/exchanges')).map(({ id }) => `actors/${id}`)
  t.strictSame(
    (await suggestedIds('entity')).sort(),
    [...actors, ...rules, ...cases, ...regions].sort(),
  )
  t.strictSame((await suggestedIds('entity', '&type=exchange')).sort(), exchanges.sort())
  t.equal((await suggestedIds('property')).length, 13)
  t.equal((await suggestedIds('type')).length, 26)
})

t.test('properties and types are completed, with what they belong to', async t => {
  t.strictSame(idsOf(await suggest('property', 're')), ['region'])
  t.strictSame(idsOf(await suggest('property', 'NAMES')), ['names', 'former-names'])
  t.strictSame(idsOf(await suggest('property', '', '&type=country')), ['kind', 'code', 'parent'])
  t.notOk(idsOf(await suggest('property', '', '&type=agency')).includes('parent'))
  const broader = [{ id: 'actor', name: 'Actor' }]
  t.match(await suggest('type', 'ex'), [{ id: 'exchange', name: 'Exchange', broader }])
  t.match(await suggest('type', 'region'), [{ id: 'region', name: 'Region', broader: undefined }])
})

/** What the boxes of OpenRefine send, and what its widget sends for words such as `lang:en`. */
const usual = 'spell=always&exact=false&scoring=schema&prefixed=true&type=exchange&type_strict=any'
const more = 'lang=en&key=x&filter=all&stemmed=true'

t.test('parameters of the clients of the protocol are accepted, others are not', async t => {
  for (const kind of ['entity', 'property', 'type'] as const) {
    const type = kind === 'type' ? '' : '&type=exchange'
    for (const sent of [`&${usual}`, `&${usual}&${more}`])
      t.strictSame(await suggest(kind, 're', sent), await suggest(kind, 're', type), kind)
    t.strictSame(await suggest(kind, 're', '&type='), await suggest(kind, 're'), kind)
    t.strictSame(await suggest(kind, '', '&limit=2'), (await suggest(kind, '')).slice(0, 2))
  }
  await assertRefusals(t, get, '/v1/reconcile/suggest/entity?', [
    ['prefix=a&spel=always', 'spel', 'prefix=a&spell=always'],
    ['prefix=a&cursor=-1', 'cursor', 'prefix=a&cursor=0'],
    ['prefix=a&cursor=x', 'cursor', 'prefix=a&cursor=1'],
    ['prefix=a&limit=101', 'limit', 'prefix=a&limit=100'],
    [`prefix=${'a'.repeat(501)}`, 'prefix', `prefix=${'a'.repeat(500)}`],
    ['cursor=1', 'prefix', 'prefix=&cursor=1'],
    ['prefix=a&type=exchnge', 'type', 'prefix=a&type=exchange', { did_you_mean: ['exchange'] }],
    ['prefix=a&callback=a(b)', 'callback', 'prefix=a&callback=a.b'],
    ['prefix=a&callback=1a', 'callback', 'prefix=a&callback=a1'],
  ])
})

t.test('a client that loads answers as scripts names the function to call', async t => {
  const queries = encodeURIComponent('{"q":{"query":"OKX"}}')
  const urls = ['?', `?queries=${queries}&`, '/properties?type=region&', '/suggest/type?prefix=ex&']
  for (const url of urls) {
    const plain = await get(`/v1/reconcile${url}`)
    const script = await get(`/v1/reconcile${url}callback=jQuery.x_1`)
    t.equal(script.headers['content-type'], 'text/javascript; charset=utf-8', url)
    t.equal(script.body, `/**/jQuery.x_1(${plain.body})`, url)
    t.not(script.headers.etag, plain.headers.etag)
    for (const accept of ['text/javascript; charset=utf-8', 'application/javascript, */*;q=0.8'])
      t.equal((await get(`/v1/reconcile${url}callback=jQuery.x_1`, { accept })).body, script.body)
  }
})

t.test('a name in a script without spaces is completed from any of its characters', async t => {
  for (const [prefix, id] of [
    ['人民银', 'actors/cn-peoples-bank-of-china'],
    ['银行', 'actors/cn-peoples-bank-of-china'],
    ['币', 'actors/huobi'],
  ] as const)
    t.ok(idsOf(await suggest('entity', prefix)).includes(id), prefix)
})

t.test('the properties of a type are proposed, without a type those of all', async t => {
  const base = '/v1/reconcile/properties?'
  const proposed: [query: string, meta: object, ids: string[]][] = [
    ['type=region', { type: 'region', limit: undefined }, ['kind', 'code', 'parent']],
    ['type=exchange&limit=2', { type: 'exchange', limit: 2 }, ['kind', 'sector']],
    ['type=', {}, await suggestedIds('property')],
  ]
  for (const [query, meta, ids] of proposed) {
    const { json } = await get(base + query)
    t.match(json, meta)
    t.strictSame(idsOf(json.properties), ids)
  }
  await assertRefusals(t, get, base, [
    ['', 'type', 'type='],
    ['type=exchnge', 'type', 'type=exchange'],
    ['type=actor&limit=0', 'limit', 'type=actor&limit=1'],
  ])
})

t.test('the properties of entities are those of their records', async t => {
  const properties = (await suggestedIds('property')).map(id => ({ id }))
  const china = { id: 'regions/CN', name: 'China' }
  const str = (...texts: string[]) => texts.map(text => ({ str: text }))
  const nothing = Object.fromEntries(properties.map(({ id }) => [id, []]))
  const unknown = [
    'huobi',
    'actors/',
    'actors/nobody',
    'documents/everipedia-okx',
    'toString',
    '__proto__',
  ]
  const rows: Record<string, Record<string, object[]>> = {
    'actors/huobi': { sector: str('exchange'), names: str('Huobi', 'Huobi Global', '火币', 'HTX') },
    'actors/babel-finance': { region: [{ id: 'regions/HK', name: 'Hong Kong' }] },
    'actors/li-lin': { affiliations: [{ id: 'actors/huobi', name: 'Huobi' }] },
    'actors/okg-technology': { 'former-names': str('前进控股集团') },
    'regions/CN-NM': { kind: str('subdivision'), code: str('CN-NM'), parent: [china], names: [] },
    'regions/001': { parent: [] },
    // The ids of no entity, among them names that every object has.
    ...Object.fromEntries(unknown.map(id => [id, nothing])),
  }
  const ids = Object.keys(rows)
  const extension = { ids: [...ids, 'actors/huobi'], properties }
  assertPublished(t, 'data-extension-query', extension)
  const [{ json, body }, posted] = await askBoth({ extend: JSON.stringify(extension) })
  t.equal(posted.body, body)
  assertPublished(t, 'data-extension-response', json)
  t.strictSame(idsOf(json.meta), idsOf(properties))
  const region = { id: 'region', name: 'Region', type: { id: 'region', name: 'Region' } }
  t.match(json.meta, { 0: { type: undefined }, 2: region })
  t.strictSame(Object.keys(json.rows), ids)
  for (const [id, row] of Object.entries<Record<string, object[]>>(json.rows)) {
    t.strictSame(Object.keys(row), idsOf(properties))
    for (const [pid, values] of Object.entries(rows[id] ?? {})) t.strictSame(row[pid], values, id)
  }
})
