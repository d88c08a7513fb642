import fc from 'fast-check'
import t from 'tap'
import { csvText } from '../../src/model/csv.ts'
import { assertProblem, everything, testApp } from '../fixtures/app.ts'
import { readCsv } from '../fixtures/csv.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { assertRefused } from '../fixtures/refusals.ts'

const { get } = await testApp(t, { seed: inventedSeed(t) })

const types = {
  json: 'application/json',
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
  atom: 'application/atom+xml',
  jsonfeed: 'application/feed+json',
  ics: 'text/calendar',
  jsonld: 'application/ld+json',
  bibtex: 'application/x-bibtex',
  csl: 'application/vnd.citationstyles.csl+json',
}

const tables = ['json', 'csv', 'ndjson']
const feeds = [...tables, 'atom', 'jsonfeed']
const byDate = ['documents', 'releases'].map(name => `/v1/${name}?sort=date`)
const byId = ['exchanges', 'agencies', 'actors', 'regions', 'claims', 'vocabulary'].map(
  name => `/v1/${name}?sort=id`,
)
const offered: Record<string, string[]> = {
  '/v1/actions?type=ban': [...feeds, 'ics'],
  '/v1/changes?sort=date': feeds,
  ...Object.fromEntries([...byDate, ...byId].map(url => [url, tables])),
  '/v1/counts?group_by=type': tables,
  '/v1?': ['json', 'jsonld', 'bibtex', 'csl'],
  '/v1/search?q=mining': ['json'],
  '/v1/actions/joint-notice-2021-09?': ['json', 'bibtex', 'csl'],
  '/v1/actions/joint-notice-2021-09/claims?': ['json'],
}

t.test('format and Accept give the same bytes and tag', async t => {
  for (const [url, names] of Object.entries(offered))
    for (const [name, accept] of Object.entries(types)) {
      const named = await get(`${url}&format=${name}`)
      const accepted = await get(url, { accept })
      if (!names.includes(name)) {
        assertRefused(t, named, 'format', { allowed: names })
        assertProblem(t, accepted, 406, 'not-acceptable')
        continue
      }
      const { etag } = named.headers
      const headers = { 'content-type': `${accept}; charset=utf-8`, etag }
      for (const answer of [named, accepted])
        t.match(answer, { statusCode: 200, headers }, `${url} ${name}`)
      t.equal(accepted.body, named.body)
      const again = await get(url, { accept, 'if-none-match': String(etag) })
      t.match(again, { statusCode: 304, body: '' }, url)
    }
})

t.test('parameters without a use in a format are refused, others accepted', async t => {
  const cases: [format: keyof typeof types, refused: string[], accepted: string[]][] = [
    ['csv', ['limit=10', 'cursor=x', 'include=claims'], ['fields=id', 'shape=long']],
    ['csv', ['cursor=x&fields=id'], ['shape=wide&fields=id']],
    ['ndjson', ['limit=50', 'cursor=x', 'include=claims', 'shape=long'], ['fields=id']],
    ['atom', ['fields=id', 'include=claims', 'shape=wide'], ['limit=3']],
    ['jsonfeed', ['fields=id'], ['limit=3']],
    ['ics', ['limit=3', 'cursor=x', 'fields=id', 'include=claims', 'shape=wide'], ['sort=date']],
    ['json', ['shape=long'], ['limit=3&include=claims']],
  ]
  for (const [format, refused, accepted] of cases) {
    const message = new RegExp(`^cannot be combined with the format ${format}$`)
    for (const parameters of refused) {
      const url = `/v1/actions?${parameters}`
      const [name = ''] = parameters.split('=')
      assertRefused(t, await get(`${url}&format=${format}`), name, message)
      assertRefused(t, await get(url, { accept: types[format] }), name, message)
    }
    for (const parameters of accepted) {
      const { statusCode } = await get(`/v1/actions?${parameters}&format=${format}`)
      t.equal(statusCode, 200, parameters)
    }
  }
  const long = await get('/v1/actions?shape=long&fields=id&format=csv')
  assertRefused(t, long, 'fields')
  for (const list of ['claims', 'vocabulary', 'releases', 'changes'])
    assertRefused(t, await get(`/v1/${list}?shape=wide&format=csv`), 'shape', /no parameter/)
})

t.test('CSV and NDJSON have more records than a page, and a file name', async t => {
  const version = (await get('/v1')).json.meta.release
  for (const format of ['csv', 'ndjson']) {
    const { headers } = await get(`/v1/claims?format=${format}`)
    t.ok(Number(headers['x-total-count']) > 500)
    const disposition = `attachment; filename="claims-${version}.${format}"`
    t.equal(headers['content-disposition'], disposition)
    t.notMatch(headers.link, /rel="next"/)
  }
  const { body } = await get('/v1/actions?region=JP&format=csv')
  t.match(body, /^id,title,summary,[^\n]*\r\n$/, 'a header alone')
})

t.test('faults are reported before the first byte', async t => {
  for (const format of ['csv', 'ndjson', 'atom'])
    assertRefused(t, await get(`/v1/actions?id=nothing&format=${format}`), 'id')
  assertRefused(t, await get('/v1/counts?format=csv'), 'group_by')
})

t.test('the long shape has a row for each claim on the selected records', async t => {
  const requests: [url: string, collection: string][] = [
    ['/v1/actions?type=ban&sort=date', 'actions'],
    ['/v1/exchanges?sort=-id', 'actors'],
    ['/v1/regions?kind=country', 'regions'],
    ['/v1/documents?language=en', 'documents'],
  ]
  const columns = 'record_title id record field document status passage_key value'.split(' ')
  const cellsOf = (row: Record<string, unknown>) => columns.map(column => row[column])
  for (const [url, collection] of requests) {
    const expected = []
    for (const { id, code, title, name } of await everything(get, url))
      for (const claim of await everything(get, `/v1/claims?record=${collection}/${id ?? code}`)) {
        const value = claim.value === null ? '' : JSON.stringify(claim.value)
        const passage_key = claim.passage?.key ?? ''
        expected.push(cellsOf({ ...claim, record_title: title ?? name, passage_key, value }))
      }
    t.ok(expected.length > 0, url)
    const { headers, body } = await get(`${url}&format=csv&shape=long`)
    t.strictSame(readCsv(body).map(cellsOf), expected, url)
    t.equal(headers['x-total-count'], String(expected.length))
  }
})

t.test('counts have the same groups in each format', async t => {
  const url = '/v1/counts?group_by=month,type&region=CN'
  type Count = { group: Record<string, string>; certain: number; possible: number }
  const counts: Count[] = (await get(url)).json.data
  const ndjson = await get(`${url}&format=ndjson`)
  t.equal(ndjson.body, counts.map(count => `${JSON.stringify(count)}\n`).join(''))
  const { headers, body } = await get(`${url}&format=csv`)
  t.equal(headers['x-total-count'], String(counts.length))
  const rows = counts.map(({ group, certain, possible }) => {
    return { ...group, certain: String(certain), possible: String(possible) }
  })
  t.strictSame(readCsv(body), rows)
})

const hostile = fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n",;\\\'aäＡ＝🙂'), maxLength: 8 })
const isFormula = (text = '') => /^[=+\-@\t\r＝＋－＠]/u.test(text)

t.test('no text runs as a formula, and none is lost', async t => {
  const property = fc.property(fc.array(fc.tuple(hostile, hostile), { minLength: 1 }), rows => {
    const quoted = rows.map(row => row.map(text => (isFormula(text) ? `'${text}` : text)))
    const read = readCsv(csvText([['a', 'b'], ...rows]))
    return JSON.stringify(read.map(({ a, b }) => [a, b])) === JSON.stringify(quoted)
  })
  fc.assert(property, { numRuns: 2_000, seed: 7 })
  t.equal(csvText([[-23, '-23', null]]), "-23,'-23,\r\n", 'numbers are no formulas')
  t.equal(csvText([['a'], [null]]), 'a\r\n""\r\n', 'no row is an empty line')
})
