import { fileFormats, type StoredFile } from '../../dataset/manifest.ts'
import type { DatasetPage } from '../../model/dataset.ts'
import type { ExportTable } from './tables.ts'

const PROFILES = 'https://datapackage.org/profiles/2.0'

/** A rule of the CSV files that neither dialect nor schema can express. */
const MARKED =
  "A text that would run as a formula in a spreadsheet has a ' before it: one that begins with =, +, -, @, a tab or a carriage return."

/** Files described by Data Package 2. */
export const dataPackage = (page: DatasetPage, tables: ExportTable[], files: StoredFile[]) => ({
  $schema: `${PROFILES}/datapackage.json`,
  name: 'crypto-regulation-events',
  title: page.title,
  description: page.description,
  version: page.release.version,
  created: page.release.date === null ? undefined : `${page.release.date}T00:00:00Z`,
  licenses: [{ name: page.licence.id, title: page.licence.name, path: page.licence.url }],
  contributors: [{ title: page.publisher, roles: ['publisher'] }],
  sources: sourcesOf(page),
  resources: files.map(file => resourceOf(file, tables)),
})

/** The registers that licences come from, with the acknowledgements that they ask for; undefined if there are none. */
const sourcesOf = ({ registers }: DatasetPage) =>
  registers.length === 0
    ? undefined
    : registers.map(({ title, url, attribution }) => ({ title, path: url, attribution }))

function resourceOf({ name, format, bytes, sha256 }: StoredFile, tables: ExportTable[]) {
  const table = tables.find(table => name === `${table.name}.csv`)
  return {
    name: table?.name ?? name.replaceAll('.', '-'),
    path: name,
    format,
    mediatype: fileFormats[format].split(';')[0],
    encoding: format === 'sqlite' || format === 'parquet' ? undefined : 'utf-8',
    bytes,
    hash: `sha256:${sha256}`,
    ...(table ? { type: 'table', description: MARKED, dialect, schema: tableSchema(table) } : {}),
  }
}

const dialect = {
  $schema: `${PROFILES}/tabledialect.json`,
  delimiter: ',',
  lineTerminator: '\r\n',
  quoteChar: '"',
  doubleQuote: true,
  header: true,
}

const tableSchema = ({ columns, key, references }: ExportTable) => ({
  $schema: `${PROFILES}/tableschema.json`,
  fields: columns.map(({ name, type, required, description }) => ({
    name,
    type: type === 'json' ? 'any' : type,
    description,
    constraints: required ? { required } : undefined,
  })),
  missingValues: [''],
  primaryKey: key,
  foreignKeys: references?.map(({ column, table, foreign }) => ({
    fields: [column],
    reference: { resource: table, fields: [foreign] },
  })),
})

/** The types of CSV on the Web whose names differ from ours. */
const datatypes: Record<string, string> = { number: 'double', array: 'json' }

/** Tables described by CSV on the Web. */
export const tableGroup = (page: DatasetPage, tables: ExportTable[]) => ({
  '@context': 'http://www.w3.org/ns/csvw',
  'dc:title': page.title,
  'dc:description': page.description,
  'dc:license': { '@id': page.licence.url },
  'dc:publisher': page.publisher,
  'dc:source': sourcesOf(page)?.map(({ attribution, path }) => `${attribution}: ${path}`),
  tables: tables.map(({ name, columns, key, references }) => ({
    url: `${name}.csv`,
    'dc:description': MARKED,
    tableSchema: {
      columns: columns.map(({ name, type, required, description }) => ({
        name,
        titles: name,
        datatype: datatypes[type] ?? type,
        required,
        'dc:description': description,
      })),
      primaryKey: key,
      foreignKeys: references?.map(({ column, table, foreign }) => ({
        columnReference: [column],
        reference: { resource: `${table}.csv`, columnReference: [foreign] },
      })),
    },
  })),
})
