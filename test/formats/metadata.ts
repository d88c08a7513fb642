import jsonld from 'jsonld'
import t from 'tap'
import { testApp } from '../fixtures/app.ts'

const ORIGIN = 'https://events.example'
const CONTACT = 'data@events.example'
const settings = { PUBLIC_URL: ORIGIN, CONTACT }
const { app, get, file } = await testApp(t, { exported: true, settings })

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

/** The classes that DCAT-AP asks for what a property leads to. */
const ranges: Record<string, string> = {
  [`${dcat}contactPoint`]: 'http://www.w3.org/2006/vcard/ns#Kind',
  [`${dcat}theme`]: 'http://www.w3.org/2004/02/skos/core#Concept',
  [`${dcat}landingPage`]: 'http://xmlns.com/foaf/0.1/Document',
  [`${dcat}mediaType`]: `${terms}MediaType`,
  [`${dcat}distribution`]: `${dcat}Distribution`,
  [`${terms}publisher`]: 'http://xmlns.com/foaf/0.1/Agent',
  [`${terms}license`]: `${terms}LicenseDocument`,
  [`${terms}language`]: `${terms}LinguisticSystem`,
  [`${terms}temporal`]: `${terms}PeriodOfTime`,
  [`${terms}spatial`]: `${terms}Location`,
  [`${terms}accrualPeriodicity`]: `${terms}Frequency`,
  [`${terms}accessRights`]: `${terms}RightsStatement`,
  'http://spdx.org/rdf/terms#checksum': 'http://spdx.org/rdf/terms#Checksum',
  'http://spdx.org/rdf/terms#algorithm': 'http://spdx.org/rdf/terms#ChecksumAlgorithm',
}

t.test(
  'catalogues find its subjects, places, time and contact, with the classes of DCAT-AP',
  async t => {
    const { json } = await get('/v1?format=jsonld')
    const { coverage } = (await get('/v1')).json.data
    const triples = (await jsonld.toRDF(json, { safe: true })) as Triple[]
    const objects = (predicate: string, of?: string) =>
      triples
        .filter(
          it => it.predicate.value === predicate && (of ?? it.subject.value) === it.subject.value,
        )
        .map(it => it.object.value)
    const isA = (id: string, type: string) =>
      objects('http://www.w3.org/1999/02/22-rdf-syntax-ns#type', id).includes(type)
    for (const [predicate, type] of Object.entries(ranges)) {
      const found = objects(predicate)
      t.ok(found.length > 0 && found.every(id => isA(id, type)), predicate)
    }
    const own = `${ORIGIN}/v1`
    const authority = 'http://publications.europa.eu/resource/authority'
    t.ok(objects(`${dcat}keyword`, own).includes('cryptocurrency'))
    t.strictSame(objects(`${schema}keywords`, own), objects(`${dcat}keyword`, own))
    t.strictSame(objects(`${dcat}theme`, own).sort(), [
      `${authority}/data-theme/ECON`,
      `${authority}/data-theme/JUST`,
    ])
    const [period] = objects(`${terms}temporal`, own)
    t.strictSame(
      ['startDate', 'endDate'].flatMap(name => objects(dcat + name, period)),
      [coverage.period.earliest, coverage.period.latest],
    )
    const places = objects(`${terms}spatial`, own)
    const codes = places.flatMap(place => objects(`${terms}identifier`, place))
    t.strictSame(codes.sort(), coverage.regions.toSorted())
    t.strictSame(objects(`${terms}identifier`, `${authority}/country/CHN`), ['CN'])
    t.notOk(places.some(place => place.includes('undefined')))
    const [contact] = objects(`${dcat}contactPoint`, own)
    t.strictSame(objects('http://www.w3.org/2006/vcard/ns#hasEmail', contact), [
      `mailto:${CONTACT}`,
    ])
  },
)

t.test('a contact is shown where one is set, and nowhere else', async t => {
  const page = 'https://events.example/contact'
  const cases: [settings: object, shown: string | undefined][] = [
    [{}, undefined],
    [{ CONTACT }, `mailto:${CONTACT}`],
    [{ CONTACT: page }, page],
  ]
  const tags = new Set()
  for (const [settings, shown] of cases) {
    const { app, get } = await testApp(t, { built: file, settings })
    const answer = await get('/v1?format=jsonld')
    tags.add(answer.headers.etag)
    const contact = answer.json['dcat:contactPoint']
    const [address] = ['hasEmail', 'hasURL'].flatMap(it => contact?.[`vcard:${it}`] ?? [])
    t.strictSame(address, shown && { '@id': shown })
    const { contactPoint } = answer.json.creator
    t.equal(contactPoint?.email ?? contactPoint?.url, shown?.replace('mailto:', ''))
    for (const url of ['/robots.txt', '/llms.txt']) {
      const [, told] = /Contact: (\S+)/.exec((await app.inject(url)).body) ?? []
      t.equal(told, shown, url)
    }
  }
  t.equal(tags.size, cases.length)
})

t.test('browsers find an icon', async t => {
  const { statusCode, headers, rawPayload } = await app.inject('/favicon.ico')
  t.match([statusCode, headers['content-type']], [200, 'image/x-icon'])
  t.match(headers['cache-control'], /max-age=2592000/)
  t.strictSame([...rawPayload.subarray(0, 4)], [0, 0, 1, 0])
  const sizes = Array.from({ length: rawPayload.readUInt16LE(4) }, (_, at) => {
    const entry = rawPayload.subarray(6 + 16 * at)
    const [length, start] = [entry.readUInt32LE(8), entry.readUInt32LE(12)]
    const image = rawPayload.subarray(start, start + length)
    t.equal(image.subarray(1, 4).toString(), 'PNG')
    t.equal(image.readUInt32BE(16), entry[0])
    return entry[0]
  })
  t.strictSame(sizes, [16, 32, 48])
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
  t.strictSame(json['dcterms:temporal'], { '@type': 'dcterms:PeriodOfTime' })
})

t.test('the API catalog is found from the origin alone', async t => {
  const url = '/.well-known/api-catalog'
  const answer = await app.inject(url)
  const profile = 'https://www.rfc-editor.org/info/rfc9727'
  const type = `application/linkset+json; profile="${profile}"`
  t.match(answer.headers['content-type'], type)
  for (const { headers } of [answer, await app.inject({ method: 'HEAD', url })])
    t.equal(headers.link, `<${url}>; rel="api-catalog"`)
  const [catalog, api, ...lists] = answer.json().linkset
  t.strictSame(catalog.item, [{ href: `${ORIGIN}/v1` }])
  t.equal(api.anchor, `${ORIGIN}/v1`)
  const relations = ['service-desc', 'service-doc', 'service-meta', 'status']
  for (const { href, type } of relations.flatMap(relation => api[relation]))
    t.strictSame(await find(href), [200, type], href)
  t.equal(lists.length, 2)
  for (const { href, type } of lists.flatMap(({ alternate }: typeof api) => alternate))
    t.strictSame(await find(href), [200, type], href)
})

t.test('the home page links the feeds and the description', async t => {
  const { body } = await app.inject('/')
  const links = [
    ...body.matchAll(/<link rel="alternate" type="([^"]+)"(?: title="[^"]+")? href="([^"]+)">/g),
  ]
  t.equal(links.length, 3)
  for (const [, type, href = ''] of links)
    t.strictSame(await find(href.replaceAll('&amp;', '&')), [200, type], href)
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
