import { SEPARATOR } from '../../model/register.ts'
import type { Row, Table } from './csv-file.ts'
import { refuse } from './decode.ts'

/** The value of a file in JSON. Throws a SeedError where it is none. */
export function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return refuse(name, 'is no whole JSON: the file was cut or changed')
  }
}

/** The entries in a value of JSON as a table, numbered from 1; undefined where there is no list of objects. */
export function readEntries(root: unknown, field: string | undefined): Table | undefined {
  const list = field === undefined ? root : isObject(root) ? root[field] : undefined
  if (!Array.isArray(list) || !list.every(isObject)) return undefined
  const header = [...new Set(list.flatMap(entry => Object.keys(entry)))]
  return { header, rows: list.map((entry, i) => readEntry(entry, i + 1, header)) }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function readEntry(entry: Record<string, unknown>, line: number, header: string[]): Row {
  const texts = header.map(name => textOf(entry[name]))
  const cells = texts.map(text => text ?? '')
  const at = texts.indexOf(undefined)
  if (at < 0) return { line, cells }
  return { line, cells, broken: `'${header[at]}' is neither a text nor a list of texts` }
}

/** A value as a cell; undefined where it is none. */
function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return ''
  if (!Array.isArray(value)) return typeof value === 'object' ? undefined : String(value)
  const items = value.map(item => (Array.isArray(item) ? undefined : textOf(item)))
  return items.includes(undefined) ? undefined : items.join(SEPARATOR)
}
