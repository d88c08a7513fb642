import type { Dataset } from '../../dataset/dataset.ts'
import { type ExportFile, fileFormats } from '../../dataset/manifest.ts'
import type { Contact } from '../../model/contact.ts'
import { keywords } from '../../model/dataset.ts'
import {
  agentNode,
  contactNode,
  day,
  licenceNode,
  mediaTypeNode,
  node,
  subjectsOf,
} from './dcat.ts'

const context = {
  '@vocab': 'https://schema.org/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

/** The files of the release that is served, the address of the server, and where people can write. */
type Served = { files: ExportFile[]; base: string; contact: Contact | undefined }

/** The dataset as schema.org and DCAT 3 describe one, with the files of the release that is served. */
export function toJsonLd(dataset: Dataset, { files, base, contact }: Served): string {
  const { meta, regions } = dataset
  const { title, description, release, licence, publisher, citation, coverage } = meta.page
  const sources = meta.page.registers.map(({ title, url, attribution }) => {
    return { '@type': 'CreativeWork', name: title, url, creditText: attribution }
  })
  const { earliest, latest } = coverage.period
  const own = files.filter(file => file.release === release.version)
  const distributions = own.map(file => distribution(file, licence, base))
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
    keywords,
    creator: {
      '@type': 'Organization',
      name: publisher,
      contactPoint: contact && { '@type': 'ContactPoint', ...contact },
    },
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
    'dcterms:identifier': `sha256:${release.hash}`,
    'dcterms:license': licenceNode(licence),
    'dcterms:publisher': agentNode(publisher),
    'dcat:contactPoint': contact && contactNode(publisher, contact),
    ...subjectsOf(dataset),
    'dcterms:issued': release.date === null ? undefined : day(release.date),
    'dcat:version': release.version,
    'dcat:landingPage': { ...node(`${base}/`), '@type': 'foaf:Document' },
    distribution: distributions,
    'dcat:distribution': distributions.map(({ '@id': id }) => node(id)),
    'dcat:service': {
      '@id': `${base}/v1#api`,
      '@type': ['WebAPI', 'dcat:DataService'],
      name: title,
      documentation: `${base}/docs`,
      'dcterms:title': title,
      'dcterms:license': licenceNode(licence),
      'dcterms:publisher': agentNode(publisher),
      'dcat:endpointURL': node(`${base}/v1`),
      'dcat:endpointDescription': node(`${base}/openapi.json`),
      'dcat:servesDataset': node(`${base}/v1`),
    },
  })
}

type Licence = Parameters<typeof licenceNode>[0]

function distribution(file: ExportFile, licence: Licence, base: string) {
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
    license: licence.url,
    'dcterms:title': name,
    'dcterms:license': licenceNode(licence),
    'dcat:downloadURL': node(url),
    'dcat:accessURL': node(`${base}/v1/exports`),
    'dcat:mediaType': mediaTypeNode(type),
    'dcat:byteSize': { '@value': bytes, '@type': 'xsd:nonNegativeInteger' },
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': {
        ...node('spdx:checksumAlgorithm_sha256'),
        '@type': 'spdx:ChecksumAlgorithm',
      },
      'spdx:checksumValue': { '@value': sha256, '@type': 'xsd:hexBinary' },
    },
  }
}
