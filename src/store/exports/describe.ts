import type { DatasetPage } from '../../model/dataset.ts'
import type { StoredFile } from './manifest.ts'
import { fileFormats } from './manifest.ts'
import type { ExportTable, Reference, TableColumn } from './tables.ts'

const PROFILES = 'https://datapackage.org/profiles/2.0'

const NAME = 'crypto-regulation-events'

/** The description of all files of a release by Data Package 2. */
export const dataPackage = (page: DatasetPage, tables: ExportTable[], files: StoredFile[]) => ({
  $schema: `${PROFILES}/datapackage.json`,
  name: NAME,
  title: page.title,
  description: page.description,
  version: page.release.version,
  ...(page.release.date === null ? {} : { created: `${page.release.date}T00:00:00Z` }),
  licenses: [{ name: page.licence.id, title: page.licence.name, path: page.licence.url }],
  contributors: [{ title: page.publisher, roles: ['publisher'] }],
  resources: files.map(file => resourceOf(file, tables)),
})

function resourceOf({ name, format, bytes, sha256 }: StoredFile, tables: ExportTable[]) {
  const table = tables.find(table => format === 'csv' && name === `${table.name}.csv`)
  return {
    name: table?.name ?? name.replaceAll('.', '-'),
    path: name,
    format,
    mediatype: fileFormats[format].split(';')[0],
    ...(format === 'sqlite' || format === 'parquet' ? {} : { encoding: 'utf-8' }),
    bytes,
    hash: `sha256:${sha256}`,
    ...(table ? { type: 'table', description: MARKED, dialect, schema: tableSchema(table) } : {}),
  }
}

/** What neither dialect nor schema can say. */
const MARKED =
  "A text that would run as a formula in a spreadsheet has a ' before it: one that begins with =, +, -, @, a tab or a carriage return."

const dialect = {
  $schema: `${PROFILES}/tabledialect.json`,
  delimiter: ',',
  lineTerminator: '\r\n',
  quoteChar: '"',
  doubleQuote: true,
  header: true,
}

const fieldTypes: Record<TableColumn['type'], string> = {
  string: 'string',
  date: 'date',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  json: 'any',
  array: 'array',
}

const tableSchema = ({ columns, key, references }: ExportTable) => ({
  $schema: `${PROFILES}/tableschema.json`,
  fields: columns.map(({ name, type, required, description }) => ({
    name,
    type: fieldTypes[type],
    description,
    ...(required ? { constraints: { required } } : {}),
  })),
  missingValues: [''],
  ...(key.length > 0 ? { primaryKey: key } : {}),
  ...(references.length > 0 ? { foreignKeys: references.map(toForeignKey) } : {}),
})

const toForeignKey = ({ columns, table, foreign }: Reference) => ({
  fields: columns,
  reference: { resource: table, fields: foreign },
})

const datatypes: Record<TableColumn['type'], string> = {
  string: 'string',
  date: 'date',
  integer: 'integer',
  number: 'double',
  boolean: 'boolean',
  json: 'json',
  array: 'json',
}

/** The description of the tables by CSV on the Web. */
export const tableGroup = (page: DatasetPage, tables: ExportTable[]) => ({
  '@context': 'http://www.w3.org/ns/csvw',
  'dc:title': page.title,
  'dc:description': page.description,
  'dc:license': { '@id': page.licence.url },
  'dc:publisher': page.publisher,
  tables: tables.map(({ name, columns, key, references }) => ({
    url: `${name}.csv`,
    'dc:description': MARKED,
    tableSchema: {
      columns: columns.map(({ name, type, required, description }) => ({
        name,
        titles: name,
        datatype: datatypes[type],
        required,
        'dc:description': description,
      })),
      ...(key.length > 0 ? { primaryKey: key } : {}),
      ...(references.length > 0
        ? {
            foreignKeys: references.map(({ columns, table, foreign }) => ({
              columnReference: columns,
              reference: { resource: `${table}.csv`, columnReference: foreign },
            })),
          }
        : {}),
    },
  })),
})
