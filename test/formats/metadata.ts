import jsonld from 'jsonld'
import t from 'tap'
import { testApp } from '../fixtures/app.ts'

const ORIGIN = 'https://events.example'
const { app, get } = await testApp(t, {
  exported: true,
  settings: { PUBLIC_URL: ORIGIN },
})

type Triple = {
  subject: { value: string }
  predicate: { value: string }
  object: { value: string }
}

t.test('the dataset describes itself by schema.org and DCAT, as RDF reads it', async t => {
  const answer = await get('/v1', { accept: 'application/ld+json' })
  t.equal(answer.headers['content-type'], 'application/ld+json; charset=utf-8')
  const { data } = (await get('/v1')).json
  const { data: files } = (await get('/v1/exports')).json
  // No context of elsewhere: nothing has to be fetched to read it.
  const triples = (await jsonld.toRDF(answer.json, { safe: true })) as Triple[]
  const valuesOf = (subject: string, predicate: string) =>
    triples
      .filter(it => it.subject.value === subject && it.predicate.value === predicate)
      .map(it => it.object.value)
  const [schema, dcat] = ['https://schema.org/', 'http://www.w3.org/ns/dcat#']
  const terms = 'http://purl.org/dc/terms/'
  const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
  const own = `${ORIGIN}/v1`
  t.strictSame(valuesOf(own, type).sort(), [`${dcat}Dataset`, `${schema}Dataset`])
  for (const [predicate, value] of Object.entries({
    [`${schema}name`]: data.title,
    [`${schema}description`]: data.description,
    [`${schema}version`]: data.release.version,
    [`${schema}datePublished`]: data.release.date,
    [`${schema}license`]: data.licence.url,
    [`${schema}citation`]: data.citation.text,
    [`${terms}title`]: data.title,
    [`${terms}license`]: data.licence.url,
    [`${terms}issued`]: data.release.date,
    [`${dcat}version`]: data.release.version,
    [`${schema}temporalCoverage`]: `${data.coverage.period.earliest}/${data.coverage.period.latest}`,
  }))
    t.strictSame(valuesOf(own, predicate), [value], predicate)
  t.equal(valuesOf(own, `${schema}spatialCoverage`).length, data.coverage.regions.length)
  for (const property of [`${schema}distribution`, `${dcat}distribution`])
    t.strictSame(
      valuesOf(own, property).sort(),
      files.map((file: { url: string }) => ORIGIN + file.url).sort(),
    )
  for (const { url, bytes, sha256 } of files) {
    const file = ORIGIN + url
    t.strictSame(valuesOf(file, `${schema}contentUrl`), [file])
    t.strictSame(valuesOf(file, `${dcat}downloadURL`), [file])
    t.strictSame(valuesOf(file, `${dcat}byteSize`), [String(bytes)])
    t.strictSame(valuesOf(file, `${schema}sha256`), [sha256])
    t.equal((await app.inject({ method: 'HEAD', url })).statusCode, 200)
  }
})

t.test('the description follows from release, origin and files', async t => {
  const bare = await testApp(t)
  const url = '/v1?format=jsonld'
  const [one, other] = await Promise.all(
    ['a.example', 'b.example'].map(host => bare.get(url, { host })),
  )
  t.match(one?.json, { '@id': 'http://a.example/v1', distribution: [] })
  t.not(one?.headers.etag, other?.headers.etag)
  const { etag } = (await get(url)).headers
  t.equal((await get(url, { 'if-none-match': String(etag) })).statusCode, 304)
  t.not(etag, one?.headers.etag)
})

t.test('an unreleased dataset claims no day', async t => {
  const { get, datasets } = await testApp(t)
  const { release } = datasets.dataset
  t.intercept(datasets.dataset, 'release', { value: { ...release, date: null } })
  const page = JSON.parse(datasets.dataset.page)
  page.release.date = null
  page.coverage.period = { earliest: null, latest: null }
  t.intercept(datasets.dataset, 'page', { value: JSON.stringify(page) })
  const { json } = await get('/v1?format=jsonld')
  t.notOk('datePublished' in json || 'dcterms:issued' in json)
  t.equal(json.temporalCoverage, '../..')
})

t.test('the API can be found from the origin alone', async t => {
  const answer = await app.inject('/.well-known/api-catalog')
  t.match(
    answer.headers['content-type'],
    /^application\/linkset\+json; profile="https:\/\/www\.rfc-editor\.org\/info\/rfc9727"/,
  )
  const head = await app.inject({ method: 'HEAD', url: '/.well-known/api-catalog' })
  for (const { headers } of [answer, head])
    t.equal(headers.link, '</.well-known/api-catalog>; rel="api-catalog"')
  const [catalog, api] = answer.json().linkset
  t.strictSame(catalog.item, [{ href: `${ORIGIN}/v1` }])
  t.equal(api.anchor, `${ORIGIN}/v1`)
  const relations = ['service-desc', 'service-doc', 'service-meta', 'status']
  for (const { href, type } of relations.flatMap(relation => api[relation])) {
    const found = await app.inject(href.replace(ORIGIN, ''))
    t.equal(found.statusCode, 200, href)
    t.equal(String(found.headers['content-type']).split(';')[0], type, href)
  }
})

t.test('the home page leads feed readers and search engines on', async t => {
  const { body } = await app.inject('/')
  const links = [...body.matchAll(/<link rel="alternate" type="([^"]+)" href="([^"]+)">/g)]
  t.equal(links.length, 3)
  for (const [, type = '', href = ''] of links) {
    const { headers, statusCode } = await app.inject(href)
    t.equal(statusCode, 200, href)
    t.equal(String(headers['content-type']).split(';')[0], type, href)
  }
})

t.test('robots and language models are told what there is', async t => {
  const robots = await app.inject('/robots.txt')
  t.equal(robots.headers['content-type'], 'text/plain; charset=utf-8')
  t.match(robots.body, /^User-agent: \*\nAllow: \/$/m)
  const models = await app.inject('/llms.txt')
  t.equal(models.headers['content-type'], 'text/markdown; charset=utf-8')
  t.match(models.body, /^# Crypto Regulation Events\n\n> /)
  const links = [...models.body.matchAll(/\]\(([^)]+)\): \w/g)].map(([, link]) => link as string)
  t.ok(links.length > 6)
  for (const link of links) {
    t.ok(link.startsWith(`${ORIGIN}/`), link)
    t.equal((await app.inject(link.replace(ORIGIN, ''))).statusCode, 200, link)
  }
})
