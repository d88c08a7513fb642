import type { DatasetPage } from '../model/dataset.ts'
import type { Dataset } from '../store/dataset.ts'
import { type ExportFile, fileFormats } from '../store/exports/manifest.ts'

const context = {
  '@vocab': 'https://schema.org/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

const MEDIA_TYPES = 'https://www.iana.org/assignments/media-types/'

const node = (id: string) => ({ '@id': id })
const day = (value: string) => ({ '@value': value, '@type': 'xsd:date' })

/** The dataset as schema.org and DCAT 3 describe one, with the files of the release that is served. */
export function toJsonLd(dataset: Dataset, files: ExportFile[], origin: string): string {
  const page = JSON.parse(dataset.page) as DatasetPage
  const own = files.filter(({ release }) => release === dataset.release.version)
  const distributions = own.map(file => distribution(file, page, origin))
  return JSON.stringify({
    '@context': context,
    '@id': `${origin}/v1`,
    '@type': ['Dataset', 'dcat:Dataset'],
    ...inSchemaOrg(dataset, page, origin),
    ...inDcat(page, origin),
    distribution: distributions,
    'dcat:distribution': distributions.map(({ '@id': id }) => node(id)),
    'dcat:service': service(page, origin),
  })
}

function inSchemaOrg(dataset: Dataset, page: DatasetPage, origin: string) {
  const { earliest, latest } = page.coverage.period
  const places = dataset.regions.filter(({ code }) => page.coverage.regions.includes(code))
  return {
    name: page.title,
    description: page.description,
    url: `${origin}/`,
    identifier: `sha256:${page.release.hash}`,
    version: page.release.version,
    ...(page.release.date === null ? {} : { datePublished: page.release.date }),
    license: page.licence.url,
    creator: { '@type': 'Organization', name: page.publisher },
    citation: page.citation.text,
    inLanguage: 'en',
    isAccessibleForFree: true,
    temporalCoverage: `${earliest ?? '..'}/${latest ?? '..'}`,
    spatialCoverage: places.map(({ code, name }) => ({ '@type': 'Place', name, identifier: code })),
  }
}

const inDcat = (page: DatasetPage, origin: string) => ({
  'dcterms:title': page.title,
  'dcterms:description': page.description,
  'dcterms:license': node(page.licence.url),
  'dcterms:publisher': { '@type': 'foaf:Organization', 'foaf:name': page.publisher },
  ...(page.release.date === null ? {} : { 'dcterms:issued': day(page.release.date) }),
  'dcat:version': page.release.version,
  'dcat:landingPage': node(`${origin}/`),
})

function distribution(file: ExportFile, page: DatasetPage, origin: string) {
  const { name, format, url, bytes, sha256 } = file
  const type = fileFormats[format].split(';')[0] as string
  return {
    '@id': origin + url,
    '@type': ['DataDownload', 'dcat:Distribution'],
    name,
    contentUrl: origin + url,
    encodingFormat: type,
    contentSize: `${bytes} B`,
    sha256,
    license: page.licence.url,
    'dcterms:title': name,
    'dcterms:license': node(page.licence.url),
    'dcat:downloadURL': node(origin + url),
    'dcat:accessURL': node(`${origin}/v1/exports`),
    'dcat:mediaType': node(MEDIA_TYPES + type),
    'dcat:byteSize': { '@value': bytes, '@type': 'xsd:nonNegativeInteger' },
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': node('spdx:checksumAlgorithm_sha256'),
      'spdx:checksumValue': { '@value': sha256, '@type': 'xsd:hexBinary' },
    },
  }
}

const service = (page: DatasetPage, origin: string) => ({
  '@id': `${origin}/v1#api`,
  '@type': ['WebAPI', 'dcat:DataService'],
  name: page.title,
  documentation: `${origin}/docs`,
  'dcterms:title': page.title,
  'dcat:endpointURL': node(`${origin}/v1`),
  'dcat:endpointDescription': node(`${origin}/openapi.json`),
  'dcat:servesDataset': node(`${origin}/v1`),
})
