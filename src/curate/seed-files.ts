import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { Document, isMap, isSeq, type Pair, parseDocument, visit, type YAMLMap } from 'yaml'
import { placeOfAction } from '../build/seed/seed.ts'
import { ActionSeed } from '../model/action.ts'
import type { ClaimedCollection } from '../model/fields.ts'
import type { Change } from './coding.ts'
import { kinds } from './draft.ts'
import type { Coded, Fields, Value } from './records.ts'
import { toText } from './yaml-text.ts'

const REGIONS = 'regions.yaml'

/** The file of a record, which is no region, in a seed folder. */
export function fileOf(list: ClaimedCollection, value: Value): string {
  const place = list === 'actions' ? placeOfAction(ActionSeed.parse(value)) : String(value.id)
  return `${list}/${place}.yaml`
}

const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0

/** The fields of a record in the order of its schema, without empty lists. */
const inOrder = (list: ClaimedCollection, fields: Fields): Fields =>
  Object.fromEntries(
    Object.keys(kinds[list].schema.shape)
      .filter(name => fields[name] !== undefined && !isEmpty(fields[name]))
      .map(name => [name, fields[name]]),
  )

const parse = (path: string): Document => {
  const document = parseDocument(readFileSync(path, 'utf8'), { schema: 'core' })
  // What is there stays as it is laid out.
  visit(document, {
    Collection: (_, node) => {
      if (node.items.length > 0) node.flow ??= false
      else node.flow = undefined
    },
  })
  return document as Document
}

/** Adds items to lists of the record at `base` of a document, and values that it lacks; a new field comes before the claims. */
function append(document: Document, base: PropertyKey[], fields: Fields) {
  const record = document.getIn(base) as YAMLMap
  for (const [name, value] of Object.entries(fields)) {
    if (isEmpty(value)) continue
    const known = record.get(name)
    if (isMap(known))
      for (const [key, one] of Object.entries(value as Fields))
        known.set(key, document.createNode(one))
    else if (isSeq(known)) for (const one of value as unknown[]) known.add(document.createNode(one))
    else insert(record, document.createPair(name, value) as Pair)
  }
}

/** Puts a new field before the claims of a record. */
function insert(record: YAMLMap, pair: Pair) {
  const claims = record.items.findIndex(({ key }) => String(key) === 'claims')
  record.items.splice(claims < 0 ? record.items.length : claims, 0, pair)
}

/** The text of the file of one record, a new one or one that exists. */
function textOf(seed: string, file: string, { list, whole, appended }: Coded): string {
  if (!whole) {
    const document = parse(join(seed, file))
    append(document, [], appended)
    return toText(document)
  }
  const schema = relative(dirname(file), `schemas/${list.slice(0, -1)}.json`)
  const head = `# yaml-language-server: $schema=${schema}\n`
  return head + toText(new Document(inOrder(list, whole), { schema: 'core' }))
}

/** The text of the file with all regions. */
function textOfRegions(seed: string, coded: Coded[]): string {
  const document = parse(join(seed, REGIONS))
  for (const { list, value, whole, appended } of coded) {
    const codes = (document.toJS() as { code: string }[]).map(({ code }) => code)
    const at = codes.indexOf(String(value.code))
    if (!whole) append(document, [at], appended)
    else document.setIn([at < 0 ? codes.length : at], document.createNode(inOrder(list, whole)))
  }
  return toText(document)
}

/** Writes records into the files of a seed. A record whose file gets another name leaves the old one. */
export function writeRecords(seed: string, changes: Change[]) {
  const texts = new Map<string, string>()
  const regions = changes.map(({ coded }) => coded).filter(({ list }) => list === 'regions')
  if (regions.length > 0) texts.set(REGIONS, textOfRegions(seed, regions))
  for (const { coded, before } of changes) {
    if (coded.list === 'regions') continue
    const file = fileOf(coded.list, coded.value)
    texts.set(file, textOf(seed, file, coded))
    if (before) rmSync(join(seed, fileOf(coded.list, before)))
  }
  for (const [file, text] of texts) {
    mkdirSync(dirname(join(seed, file)), { recursive: true })
    writeFileSync(join(seed, file), text)
  }
}
