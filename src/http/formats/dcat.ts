import type { Dataset } from '../../dataset/dataset.ts'
import { addressOf, type Contact } from '../../model/contact.ts'
import { keywords } from '../../model/dataset.ts'
import { threeLettersOf } from '../../model/iso-regions.ts'

export const node = (id: string) => ({ '@id': id })
export const day = (value: string) => ({ '@value': value, '@type': 'xsd:date' })

/** A node with its class, which DCAT-AP demands, and what else is said of it. */
const typed = (id: string, type: string, more: object = {}) => ({
  ...node(id),
  '@type': type,
  ...more,
})

/** A term of the EU's authority tables. */
const authority = (table: string, term: string) =>
  `http://publications.europa.eu/resource/authority/${table}/${term}`

const themes = {
  ECON: 'Economy and finance',
  JUST: 'Justice, legal system and public safety',
}

export const licenceNode = ({ url, name }: { url: string; name: string }) =>
  typed(url, 'dcterms:LicenseDocument', { 'rdfs:label': name })

export const mediaTypeNode = (type: string) =>
  typed(`https://www.iana.org/assignments/media-types/${type}`, 'dcterms:MediaType')

export const agentNode = (name: string) => ({
  '@type': ['foaf:Agent', 'foaf:Organization'],
  'foaf:name': name,
})

export const contactNode = (name: string, contact: Contact) => ({
  '@type': 'vcard:Kind',
  'vcard:fn': name,
  [`vcard:${'email' in contact ? 'hasEmail' : 'hasURL'}`]: node(addressOf(contact)),
})

/** What catalogues sort the dataset by: its subjects, its places, its time, its language, how often it changes. */
export const subjectsOf = ({ meta, regions }: Dataset) => ({
  'dcat:keyword': keywords,
  'dcat:theme': Object.entries(themes).map(([term, label]) =>
    typed(authority('data-theme', term), 'skos:Concept', { 'skos:prefLabel': label }),
  ),
  'dcterms:temporal': periodOf(meta.page.coverage.period),
  'dcterms:spatial': meta.page.coverage.regions.map(code =>
    locationOf(code, regions.get(code)?.name),
  ),
  'dcterms:language': typed(authority('language', 'ENG'), 'dcterms:LinguisticSystem'),
  'dcterms:accrualPeriodicity': typed(authority('frequency', 'IRREG'), 'dcterms:Frequency'),
  'dcterms:accessRights': typed(authority('access-right', 'PUBLIC'), 'dcterms:RightsStatement'),
})

type Period = { earliest: string | null; latest: string | null }

const periodOf = ({ earliest, latest }: Period) => ({
  '@type': 'dcterms:PeriodOfTime',
  ...(earliest !== null && { 'dcat:startDate': day(earliest) }),
  ...(latest !== null && { 'dcat:endDate': day(latest) }),
})

/** A place: of a country the node of the EU's table, of any other a node of its own. */
function locationOf(code: string, name: string | undefined) {
  const letters = threeLettersOf(code)
  return {
    ...(letters !== undefined && node(authority('country', letters))),
    '@type': 'dcterms:Location',
    'dcterms:identifier': code,
    'rdfs:label': name,
  }
}
