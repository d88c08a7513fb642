import jsonld from 'jsonld'
import t from 'tap'
import { testApp } from '../fixtures/app.ts'

const ORIGIN = 'https://events.example'
const { app, get } = await testApp(t, { exported: true, settings: { PUBLIC_URL: ORIGIN } })

/** The status and media type at an absolute address. */
async function find(address: string): Promise<[status: number, type?: string]> {
  const { statusCode, headers } = await app.inject(address.replace(ORIGIN, ''))
  return [statusCode, String(headers['content-type']).split(';')[0]]
}

type Term = { value: string }
type Triple = { subject: Term; predicate: Term; object: Term }
type File = { url: string; bytes: number; sha256: string }

const schema = 'https://schema.org/'
const dcat = 'http://www.w3.org/ns/dcat#'
const terms = 'http://purl.org/dc/terms/'

t.test('the dataset describes itself in schema.org and DCAT, as RDF', async t => {
  const answer = await get('/v1', { accept: 'application/ld+json' })
  const { title, description, release, licence, citation, coverage } = (await get('/v1')).json.data
  const files: File[] = (await get('/v1/exports')).json.data
  // Reading needs no context from elsewhere.
  const triples = (await jsonld.toRDF(answer.json, { safe: true })) as Triple[]
  const valuesOf = (subject: string, predicate: string) =>
    triples
      .filter(it => it.subject.value === subject && it.predicate.value === predicate)
      .map(it => it.object.value)
      .sort()
  const own = `${ORIGIN}/v1`
  const distribution = files.map(({ url }) => ORIGIN + url).sort()
  const { earliest, latest } = coverage.period
  const expected: Record<string, string[]> = {
    'http://www.w3.org/1999/02/22-rdf-syntax-ns#type': [`${dcat}Dataset`, `${schema}Dataset`],
    [`${schema}name`]: [title],
    [`${schema}description`]: [description],
    [`${schema}version`]: [release.version],
    [`${schema}datePublished`]: [release.date],
    [`${schema}license`]: [licence.url],
    [`${schema}citation`]: [citation.text],
    [`${schema}temporalCoverage`]: [`${earliest}/${latest}`],
    [`${schema}distribution`]: distribution,
    [`${terms}title`]: [title],
    [`${terms}license`]: [licence.url],
    [`${terms}issued`]: [release.date],
    [`${dcat}version`]: [release.version],
    [`${dcat}distribution`]: distribution,
  }
  for (const [predicate, values] of Object.entries(expected))
    t.strictSame(valuesOf(own, predicate), values, predicate)
  t.equal(valuesOf(own, `${schema}spatialCoverage`).length, coverage.regions.length)
  for (const { url, bytes, sha256 } of files) {
    const file = ORIGIN + url
    const properties = ['contentUrl', 'sha256'].map(name => schema + name)
    const others = ['downloadURL', 'byteSize'].map(name => dcat + name)
    const values = [...properties, ...others].map(property => valuesOf(file, property))
    t.strictSame(values, [[file], [sha256], [file], [String(bytes)]])
    t.equal((await app.inject({ method: 'HEAD', url })).statusCode, 200)
  }
})

t.test('the description of an unreleased dataset has no date, and no files', async t => {
  const { get, datasets } = await testApp(t)
  const { page } = datasets.dataset.meta
  page.release.date = null
  page.coverage.period = { earliest: null, latest: null }
  const { json } = await get('/v1?format=jsonld')
  t.strictSame(json.distribution, [], 'no files')
  t.notOk('datePublished' in json || 'dcterms:issued' in json)
  t.equal(json.temporalCoverage, '../..')
})

t.test('the API catalog is found from the origin alone', async t => {
  const url = '/.well-known/api-catalog'
  const answer = await app.inject(url)
  const profile = 'https://www.rfc-editor.org/info/rfc9727'
  const type = `application/linkset+json; profile="${profile}"`
  t.match(answer.headers['content-type'], type)
  for (const { headers } of [answer, await app.inject({ method: 'HEAD', url })])
    t.equal(headers.link, `<${url}>; rel="api-catalog"`)
  const [catalog, api] = answer.json().linkset
  t.strictSame(catalog.item, [{ href: `${ORIGIN}/v1` }])
  t.equal(api.anchor, `${ORIGIN}/v1`)
  const relations = ['service-desc', 'service-doc', 'service-meta', 'status']
  for (const { href, type } of relations.flatMap(relation => api[relation]))
    t.strictSame(await find(href), [200, type], href)
})

t.test('the home page links the feeds and the description', async t => {
  const { body } = await app.inject('/')
  const links = [...body.matchAll(/<link rel="alternate" type="([^"]+)" href="([^"]+)">/g)]
  t.equal(links.length, 3)
  for (const [, type, href = ''] of links) t.strictSame(await find(href), [200, type], href)
})

t.test('robots and language models get a guide', async t => {
  const robots = await app.inject('/robots.txt')
  t.equal(robots.headers['content-type'], 'text/plain; charset=utf-8')
  t.match(robots.body, /^User-agent: \*\nAllow: \/$/m)
  const models = await app.inject('/llms.txt')
  t.equal(models.headers['content-type'], 'text/markdown; charset=utf-8')
  t.match(models.body, /^# Crypto Regulation Events\n\n> /)
  const links = [...models.body.matchAll(/\]\(([^)]+)\): \w/g)]
  t.ok(links.length > 6)
  for (const [, link = ''] of links) {
    t.ok(link.startsWith(`${ORIGIN}/`), link)
    t.equal((await find(link))[0], 200, link)
  }
})
