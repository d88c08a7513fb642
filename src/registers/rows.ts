import { isLei } from '../model/lei.ts'
import {
  type FactColumn,
  type Facts,
  type Layout,
  listColumns,
  type RegisterSeed,
  SEPARATOR,
} from '../model/register.ts'
import { readAuthority } from './cells/authorities.ts'
import { readClients } from './cells/clients.ts'
import { readDay } from './cells/days.ts'
import { readDomains } from './cells/domains.ts'
import { readBrand, readName } from './cells/names.ts'
import { readPlace, readPlaces } from './cells/places.ts'
import { readServices } from './cells/services.ts'
import { checkText, cleanCell } from './cells/text.ts'
import type { Written } from './file/open.ts'
import { type Tally, type Touch, Unclear } from './rules.ts'

/** The register, the layout and the day by which a file is read, and the count of the rules. */
export type Scope = { register: RegisterSeed; layout: Layout; on: string; tally: Tally }

/** A row while it is read: what it says, and why a column or the row has no one reading. */
export type ReadRow = {
  written: Written
  facts: Facts
  faults: Map<FactColumn, string>
  touch: Touch
}

type Reader = (text: string, scope: Scope, row: ReadRow) => string

/** How the text of each column is read, in an order in which each finds what it needs. */
const readers: Partial<Record<FactColumn, Reader>> = {
  name: (text, _, { touch }) => readName(text, touch),
  brand: (text, _, { facts, touch }) => readBrand(facts.name!, text, touch),
  lei: readLei,
  reference: checkText,
  other_number: checkText,
  home: (text, { register }, { touch }) =>
    text === '' ? '' : readPlace(register.places, text, touch),
  authority: (text, { register }, { facts, touch }) =>
    readAuthority(register, text, facts.home!, touch),
  kind: asIs,
  rule: asIs,
  granted: readDate,
  ended: readDate,
  ended_by: asIs,
  state: asIs,
  updated: readDate,
  services: (text, { register }, { touch }) => readServices(register.services, text, touch),
  places: (text, { register }, { touch }) => readPlaces(register.places, text, touch),
  clients: (text, { register }) => readClients(register.clients, text),
  domains: (text, _, { touch }) => readDomains(text, touch),
}

function asIs(text: string): string {
  return text
}

function readDate(text: string, { layout }: Scope): string {
  return readDay(layout.dates, text)
}

/** A valid LEI; the place of another text is a column of its own. */
function readLei(text: string, _: Scope, { facts, touch }: ReadRow): string {
  const isValid = isLei(text)
  facts.lei_as_reported = isValid ? '' : text
  if (!isValid) touch(text === '' ? 'lei-missing' : 'lei-not-valid')
  return isValid ? text : ''
}

/** Reads a row of a file. */
export function readRow(scope: Scope, written: Written): ReadRow {
  const { tally, register, layout } = scope
  const row: ReadRow = {
    written,
    facts: {
      line: String(written.line),
      kind: register.kinds[0]!,
      name: '',
      authority: register.authority,
      home: '',
    },
    faults: new Map(written.broken === undefined ? [] : [['row', written.broken]]),
    touch: rule => tally.touch(rule, written.line),
  }
  for (const [column, read] of Object.entries(readers) as [FactColumn, Reader][])
    if (layout.columns[column]) readColumn(column, read, scope, row)
  if (layout.columns.comments) readComments(layout.columns.comments, register, row)
  return row
}

function readColumn(column: FactColumn, read: Reader, scope: Scope, row: ReadRow) {
  try {
    const text = textOf(column, scope.layout, row)
    const meanings = scope.layout.values[column]
    row.facts[column] = read(meanings ? meaningOf(column, meanings, text) : text, scope, row)
  } catch (error) {
    if (!(error instanceof Unclear)) throw error
    row.facts[column] = ''
    row.faults.set(column, error.message)
  }
}

/** The text of a column: a list has the items of all its columns of the file, another one the first that is filled. */
function textOf(column: FactColumn, layout: Layout, { written, touch }: ReadRow): string {
  const isList = listColumns.includes(column)
  const cells = layout.columns[column]!.map(name => written.cells.get(name)!)
  const texts = cells.map(cell => cleanCell(cell, isList && column !== 'clients', touch))
  const filled = texts.filter(text => text !== '')
  return isList ? filled.join(SEPARATOR) : (filled[0] ?? '')
}

function meaningOf(column: string, meanings: Record<string, string>, text: string): string {
  const meaning = Object.hasOwn(meanings, text) ? meanings[text] : undefined
  if (meaning === undefined) throw new Unclear(`'${text}' is no ${column} that register.yaml knows`)
  return meaning
}

/** Sets what the comments of a row state. */
function readComments(columns: string[], { comments }: RegisterSeed, row: ReadRow) {
  const { written, facts, touch } = row
  const text = columns
    .map(name => written.cells.get(name)!)
    .join(' ')
    .toLowerCase()
  for (const { words, set } of comments)
    if (text.includes(words.toLowerCase())) {
      Object.assign(facts, set)
      touch('said-in-comments')
    }
}
