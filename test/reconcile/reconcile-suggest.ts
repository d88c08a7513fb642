import t from 'tap'
import { assertProblem, everything } from '../fixtures/app.ts'
import { assertPublished, postForm, reconcileApp } from '../fixtures/reconciliation.ts'

const { app, get, askExtend } = await reconcileApp(t)

type Suggested = { id: string; name: string; description: string }

const schemas: Record<string, string> = {
  entity: 'suggest-entities-response',
  property: 'suggest-properties-response',
  type: 'suggest-types-response',
}

const suggest = async (what: string, prefix: string, more = ''): Promise<Suggested[]> => {
  const url = `/v1/reconcile/suggest/${what}?prefix=${encodeURIComponent(prefix)}${more}`
  const { json, statusCode, body } = await get(url)
  t.equal(statusCode, 200, body)
  assertPublished(t, schemas[what] as string, json)
  return json.result
}
const idsOf = (items: { id: string }[]) => items.map(({ id }) => id)

t.test('a name, a former one, a word of one or an id is completed', async t => {
  const cases: [prefix: string, id: string][] = [
    ['Huo', 'actors/huobi'],
    ['HUOBI', 'actors/huobi'],
    ['ht', 'actors/huobi'],
    ['火', 'actors/huobi'],
    ['前进', 'actors/okg-technology'],
    ['prosecutors off', 'actors/peoples-procuratorate'],
    ['bank of ch', 'actors/peoples-bank-of-china'],
    ['actors/oke', 'actors/okex'],
    ['inner-mong', 'actors/inner-mongolia-authorities'],
    ['regions/cn-n', 'regions/CN-NM'],
    ['CN-NM', 'regions/CN-NM'],
    ['Hong', 'regions/HK'],
  ]
  for (const [prefix, id] of cases)
    t.ok(idsOf(await suggest('entity', prefix)).includes(id), prefix)
  t.match(await suggest('entity', 'huobi global'), [
    {
      id: 'actors/huobi',
      name: 'Huobi',
      description: 'Exchange; Huobi Global; 火币; HTX',
      notable: [
        { id: 'exchange', name: 'Exchange' },
        { id: 'actor', name: 'Actor' },
      ],
    },
  ])
  t.strictSame(await suggest('entity', 'uobi'), [], 'not in the middle of a word')
})

t.test('what begins so comes before what has a word that does, each by its name', async t => {
  const found = await suggest('entity', 'china', '&type=actor')
  const begins = ({ name, description }: Suggested) =>
    [name, ...description.split('; ')].some(text => text.toLowerCase().startsWith('china'))
  const marks = found.map(begins)
  t.strictSame(marks, marks.toSorted().reverse())
  const names = found.filter(begins).map(({ name }) => name)
  t.strictSame(names, names.toSorted())
})

t.test('ten come at a time, and by the cursor all, each once', async t => {
  const all: string[] = []
  for (let cursor = 0; cursor === all.length; cursor += 10) {
    const page = await suggest('entity', '', `&cursor=${cursor}`)
    t.ok(page.length <= 10)
    all.push(...idsOf(page))
  }
  const actors = await everything(get, '/v1/actors')
  const regions = await everything(get, '/v1/regions')
  const known = [
    ...actors.map(({ id }) => `actors/${id}`),
    ...regions.map(({ code }) => `regions/${code}`),
  ]
  t.strictSame(all.toSorted(), known.sort())
  t.strictSame(await suggest('entity', '', `&cursor=${known.length}`), [])
})

t.test('a type leaves only what belongs to it', async t => {
  const exchanges = await everything(get, '/v1/exchanges')
  const wanted = exchanges.map(({ id }) => `actors/${id}`)
  const found = [0, 10].map(at => suggest('entity', '', `&type=exchange&cursor=${at}`))
  t.strictSame(idsOf((await Promise.all(found)).flat()).sort(), wanted.sort().slice(0, 20))
  t.strictSame(idsOf(await suggest('property', 're')), ['region'])
  t.strictSame(idsOf(await suggest('property', 'NAMES')), ['names', 'former-names'])
  t.strictSame(idsOf(await suggest('property', '', '&type=country')), ['kind', 'code', 'parent'])
  t.notOk(idsOf(await suggest('property', '', '&type=agency')).includes('parent'))
  t.equal((await suggest('property', '')).length, 9)
})

t.test('types come with what they are one of', async t => {
  t.match(await suggest('type', 'ex'), [
    { id: 'exchange', name: 'Exchange', broader: [{ id: 'actor', name: 'Actor' }] },
  ])
  const [region] = await suggest('type', 'region')
  t.match(region, { id: 'region', name: 'Region' })
  t.notOk('broader' in (region as Suggested))
  t.equal((await suggest('type', '')).length, 10)
  t.equal((await suggest('type', '', '&cursor=10')).length, 3)
})

t.test('what OpenRefine sends of its own is taken, anything else is not', async t => {
  const usual = '&spell=always&exact=false&prefixed=true'
  for (const what of ['entity', 'property', 'type'])
    t.strictSame(await suggest(what, 're', usual), await suggest(what, 're'))
  const refused: [query: string, parameter: string][] = [
    ['prefix=a&exact=true', 'exact'],
    ['prefix=a&spell=no', 'spell'],
    ['prefix=a&prefixed=false', 'prefixed'],
    ['prefix=a&lang=en', 'lang'],
    ['prefix=a&cursor=-1', 'cursor'],
    ['prefix=a&cursor=x', 'cursor'],
    [`prefix=${'a'.repeat(501)}`, 'prefix'],
    ['cursor=1', 'prefix'],
    ['prefix=a&type=exchnge', 'type'],
  ]
  for (const [query, parameter] of refused) {
    const answer = await get(`/v1/reconcile/suggest/entity?${query}`)
    assertProblem(t, answer, 400, 'bad-parameter')
    t.match(answer.json.errors, [{ parameter }], query)
  }
  const { json } = await get('/v1/reconcile/suggest/type?prefix=a&type=exchange')
  t.match(json.errors, [{ parameter: 'type' }])
})

t.test('the properties of a type are proposed, of all without one', async t => {
  const propose = async (query: string) => (await get(`/v1/reconcile/properties?${query}`)).json
  const region = await propose('type=region')
  t.equal(region.type, 'region')
  t.notOk('limit' in region)
  t.strictSame(idsOf(region.properties), ['kind', 'code', 'parent'])
  t.match(region.properties[2], { name: 'Parent', description: String })
  const limited = await propose('type=exchange&limit=2')
  t.match(limited, { type: 'exchange', limit: 2 })
  t.strictSame(idsOf(limited.properties), ['kind', 'sector'])
  t.equal((await propose('type=')).properties.length, 9)
  for (const [query, parameter] of [
    ['', 'type'],
    ['type=exchnge', 'type'],
    ['type=actor&limit=0', 'limit'],
  ])
    t.match((await propose(query as string)).errors, [{ parameter }])
})

t.test('the properties of entities are those of their records', async t => {
  const ids = [
    'actors/huobi',
    'actors/babel-finance',
    'actors/li-lin',
    'regions/CN-NM',
    'regions/001',
  ]
  const properties = (await get('/v1/reconcile/properties?type=')).json.properties.map(
    ({ id }: { id: string }) => ({ id }),
  )
  const extension = { ids, properties }
  assertPublished(t, 'data-extension-query', extension)
  const { json, body } = await askExtend(extension)
  assertPublished(t, 'data-extension-response', json)
  t.equal((await postForm(app, { extend: JSON.stringify(extension) })).body, body)
  t.strictSame(idsOf(json.meta), idsOf(properties))
  t.match(json.meta[2], { id: 'region', name: 'Region', type: { id: 'region', name: 'Region' } })
  t.notOk('type' in json.meta[0])
  const str = (...texts: string[]) => texts.map(text => ({ str: text }))
  t.match(json.rows['actors/huobi'], {
    kind: str('exchange'),
    sector: str('exchange'),
    region: [],
    names: str('Huobi', 'Huobi Global', '火币', 'HTX'),
    'former-names': [],
    identifiers: [],
    affiliations: [],
    code: [],
    parent: [],
  })
  t.strictSame(json.rows['actors/babel-finance'].region, [{ id: 'regions/HK', name: 'Hong Kong' }])
  t.strictSame(json.rows['actors/li-lin'].affiliations, [{ id: 'actors/huobi', name: 'Huobi' }])
  t.match(json.rows['regions/CN-NM'], {
    kind: str('subdivision'),
    code: str('CN-NM'),
    parent: [{ id: 'regions/CN', name: 'China' }],
    names: [],
  })
  t.strictSame(json.rows['regions/001'].parent, [])
})

t.test('former names and identifiers are fetched; what is no entity has an empty row', async t => {
  const strangers = [
    'huobi',
    'actors/',
    'actors/nobody',
    'documents/un-m49',
    'toString',
    '__proto__',
  ]
  const { json } = await askExtend({
    ids: ['actors/okg-technology', ...strangers, 'actors/okg-technology'],
    properties: [{ id: 'former-names' }, { id: 'region' }],
  })
  assertPublished(t, 'data-extension-response', json)
  t.strictSame(json.rows['actors/okg-technology']['former-names'], [{ str: '前进控股集团' }])
  t.strictSame(Object.keys(json.rows), ['actors/okg-technology', ...strangers])
  for (const id of strangers) {
    const { value } = Object.getOwnPropertyDescriptor(json.rows, id) ?? {}
    t.strictSame(value, { 'former-names': [], region: [] }, id)
  }
})
