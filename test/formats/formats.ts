import { brotliDecompressSync } from 'node:zlib'
import fc from 'fast-check'
import t from 'tap'
import { csvText } from '../../src/model/csv.ts'
import { assertProblem, everything, testApp } from '../fixtures/app.ts'
import { readCsv } from '../fixtures/csv.ts'
import { inventedSeed } from '../fixtures/invented.ts'

const { app, get } = await testApp(t, { seed: inventedSeed(t) })

const types = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  jsonfeed: 'application/feed+json; charset=utf-8',
  jsonld: 'application/ld+json; charset=utf-8',
}
type Name = keyof typeof types

const lists = ['exchanges', 'agencies', 'actors', 'regions', 'documents', 'claims', 'vocabulary']
const offered: [url: string, names: Name[]][] = [
  ['/v1/actions?type=ban', ['json', 'csv', 'ndjson', 'atom', 'jsonfeed']],
  ['/v1/counts?group_by=type', ['json', 'csv', 'ndjson']],
  ...[...lists, 'releases', 'changes'].map((name): [string, Name[]] => [
    `/v1/${name}?sort=${['documents', 'releases', 'changes'].includes(name) ? 'date' : 'id'}`,
    ['json', 'csv', 'ndjson'],
  ]),
  ['/v1', ['json', 'jsonld']],
  ['/v1/search?q=mining', ['json']],
  ['/v1/actions/joint-notice-2021-09?fields=id', ['json']],
  ['/v1/actions/joint-notice-2021-09/claims', ['json']],
]

t.test('every format is had by name and by Accept, with the same bytes and tag', async t => {
  for (const [url, names] of offered)
    for (const [name, type] of Object.entries(types) as [Name, string][]) {
      const accept = type.split(';')[0] as string
      const named = await get(`${url}${url.includes('?') ? '&' : '?'}format=${name}`)
      const accepted = await get(url, { accept })
      if (!names.includes(name)) {
        assertProblem(t, named, 400, 'bad-parameter')
        t.strictSame(named.json.errors[0].allowed, names, url)
        assertProblem(t, accepted, 406, 'not-acceptable')
        continue
      }
      const { etag } = named.headers
      for (const { headers, body } of [named, accepted]) {
        t.equal(headers['content-type'], type, url)
        t.equal(headers.etag, etag, url)
        t.equal(body, named.body, url)
      }
      const again = await get(url, { accept, 'if-none-match': String(etag) })
      t.match(again, { statusCode: 304, body: '' }, url)
    }
})

t.test('the format asked for by name stands before the Accept header', async t => {
  const { headers } = await get('/v1/actions?format=csv', { accept: 'application/json' })
  t.equal(headers['content-type'], types.csv)
  const listed = await get('/v1/actions', { accept: 'application/x-ndjson;q=0.5, text/csv;q=0.9' })
  t.equal(listed.headers['content-type'], types.csv)
})

t.test('what a format has no use for is refused, what it has use for is not', async t => {
  const refused: [format: Name, parameter: string, value: string][] = [
    ['csv', 'limit', '10'],
    ['csv', 'cursor', 'x'],
    ['csv', 'include', 'claims'],
    ['ndjson', 'limit', '50'],
    ['ndjson', 'cursor', 'x'],
    ['ndjson', 'include', 'claims'],
    ['ndjson', 'shape', 'long'],
    ['atom', 'fields', 'id'],
    ['atom', 'include', 'claims'],
    ['atom', 'shape', 'wide'],
    ['jsonfeed', 'fields', 'id'],
    ['json', 'shape', 'long'],
  ]
  for (const [format, parameter, value] of refused)
    for (const [url, headers] of [
      [`/v1/actions?${parameter}=${value}&format=${format}`, {}],
      [`/v1/actions?${parameter}=${value}`, { accept: types[format].split(';')[0] }],
    ] as [string, Record<string, string>][]) {
      const answer = await get(url, headers)
      assertProblem(t, answer, 400, 'bad-parameter')
      t.match(answer.json.errors, [{ parameter, message: `does not go with the format ${format}` }])
    }
  const taken = ['fields=id&format=csv', 'shape=long&format=csv', 'shape=wide&fields=id&format=csv']
  const more = ['fields=id&format=ndjson', 'limit=3&format=atom', 'limit=3&format=jsonfeed']
  for (const query of [...taken, ...more, 'limit=3&include=claims&format=json'])
    t.equal((await get(`/v1/actions?${query}`)).statusCode, 200, query)
  const long = await get('/v1/actions?shape=long&fields=id&format=csv')
  assertProblem(t, long, 400, 'bad-parameter')
  t.match(long.json.errors, [{ parameter: 'fields' }])
  for (const list of ['claims', 'vocabulary', 'releases', 'changes']) {
    const unknown = await get(`/v1/${list}?shape=wide&format=csv`)
    t.match(unknown.json.errors, [{ parameter: 'shape', message: /no parameter/ }], list)
  }
})

t.test('everything comes at once, announced by its number and under a name', async t => {
  const version = (await get('/v1')).json.meta.release
  const claims = await everything(get, '/v1/claims?limit=500')
  t.ok(claims.length > 500, 'more than any page')
  for (const format of ['csv', 'ndjson']) {
    const { headers, body } = await get(`/v1/claims?format=${format}`)
    t.equal(headers['x-total-count'], String(claims.length))
    t.equal(headers['content-disposition'], `attachment; filename="claims-${version}.${format}"`)
    t.match(headers['access-control-expose-headers'], /X-Total-Count/)
    t.equal(headers.link?.includes('rel="next"'), false)
    const lines = format === 'csv' ? readCsv(body) : body.trimEnd().split('\n')
    t.equal(lines.length, claims.length)
  }
  const none = await get('/v1/actions?region=FR&format=csv')
  t.equal(none.headers['x-total-count'], '0')
  t.match(none.body, /^id,title,summary,[^\n]*\r\n$/)
  t.equal((await get('/v1/actions?region=FR&format=ndjson')).body, '')
})

t.test('an unknown value is refused before the first byte', async t => {
  for (const format of ['csv', 'ndjson', 'atom'])
    assertProblem(t, await get(`/v1/actions?id=nothing&format=${format}`), 400, 'bad-parameter')
  assertProblem(t, await get('/v1/counts?format=csv'), 400, 'bad-parameter')
})

const whole = [
  '/v1/actions?format=csv',
  '/v1/claims?format=ndjson',
  '/v1/counts?group_by=month,type&format=csv',
]

t.test('HEAD has the headers of GET and begins no answer', async t => {
  for (const url of whole) {
    const [got, head] = await Promise.all(
      (['GET', 'HEAD'] as const).map(method => app.inject({ method, url })),
    )
    t.equal(head?.body, '')
    for (const name of ['etag', 'x-total-count', 'content-type', 'content-disposition'])
      t.equal(head?.headers[name], got?.headers[name], `${url} ${name}`)
  }
})

t.test('every format is compressed, and its tag says so', async t => {
  const packed: string[] = [...whole, '/v1/actions?format=atom', '/v1/actions?format=jsonfeed']
  for (const url of packed) {
    const headers = { 'accept-encoding': 'br' }
    const answer = await app.inject({ url, headers })
    t.equal(answer.headers['content-encoding'], 'br', url)
    t.match(answer.headers.etag, /-br"$/)
    t.equal(brotliDecompressSync(answer.rawPayload).toString(), (await get(url)).body, url)
  }
})

t.test('the long shape has a row for each claim on the records asked for', async t => {
  const asked: [path: string, query: string, record: string][] = [
    ['/v1/actions', 'type=ban&sort=date', 'actions'],
    ['/v1/exchanges', 'sort=-id', 'actors'],
    ['/v1/regions', 'kind=country', 'regions'],
    ['/v1/documents', 'language=en', 'documents'],
  ]
  for (const [path, query, record] of asked) {
    const records = await everything(get, `${path}?${query}`)
    const rows = readCsv((await get(`${path}?${query}&format=csv&shape=long`)).body)
    const expected = []
    for (const { id, code, title, name } of records)
      for (const claim of await everything(get, `/v1/claims?record=${record}/${id ?? code}`))
        expected.push({ ...claim, record_title: title ?? name })
    t.ok(expected.length > 0, path)
    t.strictSame(
      rows.map(row => [
        row.record_title,
        row.id,
        row.record,
        row.field,
        row.document,
        row.status,
        row.start,
        row.value,
      ]),
      expected.map(claim =>
        [
          claim.record_title,
          claim.id,
          claim.record,
          claim.field,
          claim.document,
          claim.status,
          String(claim.start ?? ''),
          JSON.stringify(claim.value),
        ].map(cell => (cell === 'null' ? '' : cell)),
      ),
      path,
    )
    const { headers } = await get(`${path}?${query}&format=csv&shape=long`)
    t.equal(headers['x-total-count'], String(rows.length))
  }
})

t.test('counts have the same groups in each format', async t => {
  const url = '/v1/counts?group_by=month,type&region=CN'
  const { data } = (await get(url)).json
  const lines = (await get(`${url}&format=ndjson`)).body.trimEnd().split('\n')
  t.strictSame(
    lines.map(line => JSON.parse(line)),
    data,
  )
  const csv = await get(`${url}&format=csv`)
  t.equal(csv.headers['x-total-count'], String(data.length))
  t.strictSame(
    readCsv(csv.body),
    data.map(
      ({ group, certain, possible }: { group: object; certain: number; possible: number }) => ({
        ...group,
        certain: String(certain),
        possible: String(possible),
      }),
    ),
  )
})

const hostile = fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n",;\\\'aäＡ＝🙂'), maxLength: 8 })

t.test('no text runs as a formula, none is lost', async t => {
  const property = fc.property(fc.array(fc.tuple(hostile, hostile), { minLength: 1 }), rows => {
    const read = readCsv(csvText([['a', 'b'], ...rows]))
    if (read.length !== rows.length) return false
    return read.every(({ a = '', b = '' }, i) =>
      [a, b].every((cell, place) => {
        const text = rows[i]?.[place] as string
        const isFormula = /^[=+\-@\t\r＝＋－＠]/u.test(text)
        return cell === (isFormula ? `'${text}` : text) && !/^[=+\-@\t\r＝＋－＠]/u.test(cell)
      }),
    )
  })
  fc.assert(property, { numRuns: 2_000, seed: 7 })
  t.equal(csvText([[-23, '-23', null]]), "-23,'-23,\r\n", 'numbers are no formulas')
  t.equal(csvText([['a'], [null]]), 'a\r\n""\r\n', 'no row is an empty line')
})
