import type { Dataset } from '../../dataset/dataset.ts'
import { type ExportFile, fileFormats } from '../../dataset/manifest.ts'

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
export function toJsonLd({ meta, regions }: Dataset, files: ExportFile[], base: string): string {
  const { title, description, release, licence, publisher, citation, coverage } = meta.page
  const sources = meta.page.registers.map(({ title, url, attribution }) => {
    return { '@type': 'CreativeWork', name: title, url, creditText: attribution }
  })
  const { earliest, latest } = coverage.period
  const own = files.filter(file => file.release === release.version)
  const distributions = own.map(file => distribution(file, licence.url, base))
  return JSON.stringify({
    '@context': context,
    '@id': `${base}/v1`,
    '@type': ['Dataset', 'dcat:Dataset'],
    name: title,
    description,
    url: `${base}/`,
    identifier: `sha256:${release.hash}`,
    version: release.version,
    datePublished: release.date ?? undefined,
    license: licence.url,
    creator: { '@type': 'Organization', name: publisher },
    citation: citation.text,
    inLanguage: 'en',
    isAccessibleForFree: true,
    isBasedOn: sources.length > 0 ? sources : undefined,
    temporalCoverage: `${earliest ?? '..'}/${latest ?? '..'}`,
    spatialCoverage: coverage.regions.map(identifier => {
      return { '@type': 'Place', name: regions.get(identifier)?.name, identifier }
    }),
    'dcterms:title': title,
    'dcterms:description': description,
    'dcterms:license': node(licence.url),
    'dcterms:publisher': { '@type': 'foaf:Organization', 'foaf:name': publisher },
    'dcterms:issued': release.date === null ? undefined : day(release.date),
    'dcat:version': release.version,
    'dcat:landingPage': node(`${base}/`),
    distribution: distributions,
    'dcat:distribution': distributions.map(({ '@id': id }) => node(id)),
    'dcat:service': {
      '@id': `${base}/v1#api`,
      '@type': ['WebAPI', 'dcat:DataService'],
      name: title,
      documentation: `${base}/docs`,
      'dcterms:title': title,
      'dcat:endpointURL': node(`${base}/v1`),
      'dcat:endpointDescription': node(`${base}/openapi.json`),
      'dcat:servesDataset': node(`${base}/v1`),
    },
  })
}

function distribution(file: ExportFile, licence: string, base: string) {
  const { name, format, bytes, sha256 } = file
  const url = base + file.url
  const type = fileFormats[format].replace(/;.*/, '')
  return {
    '@id': url,
    '@type': ['DataDownload', 'dcat:Distribution'],
    name,
    contentUrl: url,
    encodingFormat: type,
    contentSize: `${bytes} B`,
    sha256,
    license: licence,
    'dcterms:title': name,
    'dcterms:license': node(licence),
    'dcat:downloadURL': node(url),
    'dcat:accessURL': node(`${base}/v1/exports`),
    'dcat:mediaType': node(MEDIA_TYPES + type),
    'dcat:byteSize': { '@value': bytes, '@type': 'xsd:nonNegativeInteger' },
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': node('spdx:checksumAlgorithm_sha256'),
      'spdx:checksumValue': { '@value': sha256, '@type': 'xsd:hexBinary' },
    },
  }
}
