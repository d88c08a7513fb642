import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { Document, isMap, isSeq, type Node, parseDocument, visit, type YAMLMap } from 'yaml'
import type { ActorSeed } from '../model/actor.ts'
import type { ClaimedCollection } from '../model/fields.ts'
import { kinds } from './draft.ts'
import type { Coded } from './records.ts'
import { type Fields, isObject } from './short-forms.ts'
import { toText } from './yaml-text.ts'

/** Seed files have no aliases: what several claims share is written with each. */
const noAliases = { schema: 'core', aliasDuplicateObjects: false } as const

const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0

/** The fields of a record in the order of its schema, without empty lists. */
const inOrder = (list: ClaimedCollection, fields: Fields): Fields =>
  Object.fromEntries(
    Object.keys(kinds[list].schema.shape)
      .filter(name => fields[name] !== undefined && !isEmpty(fields[name]))
      .map(name => [name, fields[name]]),
  )

/** A seed file. What is there stays as it is laid out. */
function parse(path: string): Document {
  const document = parseDocument(readFileSync(path, 'utf8'), { schema: 'core' })
  if (isSeq(document.contents)) document.contents.flow = false
  visit(document, {
    Collection: (_, node) => {
      node.flow ??= false
    },
  })
  return document as Document
}

/** Adds to the record at `base` of a document: items to its lists, and values that it lacks. */
function append(document: Document, base: PropertyKey[], fields: Fields) {
  const record = document.getIn(base) as YAMLMap
  for (const [name, value] of Object.entries(fields))
    if (!isEmpty(value)) add(document, record, name, value)
}

function add(document: Document, map: YAMLMap, name: string, value: unknown) {
  const known = map.get(name)
  const node = document.createNode(value, noAliases)
  if (isMap(known) && isObject(value))
    for (const [key, one] of Object.entries(value)) add(document, known, key, one)
  else if (isSeq(known) && known.items.length > 0) known.items.push(...(node as typeof known).items)
  else if (!known) put(map, name, node)
}

/** Gives a map a value, in the place of an empty one, else before the claims. */
function put(map: YAMLMap, name: string, node: Node) {
  if (map.has(name)) return map.set(name, node)
  const claims = map.items.findIndex(({ key }) => String(key) === 'claims')
  map.set(name, node)
  const [pair] = map.items.splice(-1)
  map.items.splice(claims < 0 ? map.items.length : claims, 0, pair!)
}

/** The text of the file of one record, a new one or one that exists. */
export function textOf(seed: string, file: string, coded: Coded): string {
  const { list, appended } = coded
  const path = join(seed, file)
  const whole = coded.whole ?? (existsSync(path) ? undefined : actorOf(coded))
  if (!whole) {
    const document = parse(path)
    append(document, [], appended)
    return toText(document)
  }
  const schema = relative(dirname(file), `schemas/${list.slice(0, -1)}.json`)
  const head = `# yaml-language-server: $schema=${schema}\n`
  return head + toText(new Document(inOrder(list, whole), noAliases))
}

/**
 * The fields of the file of an actor that only registers knew. The registers go on to add their claims and, to a firm,
 * their names; the names of an authority are those of its file.
 */
function actorOf({ value, appended }: Coded): Fields {
  const { id, kind, name, names, sector, region } = value as ActorSeed
  const shown = names.filter(one => one.name === name)
  const added = (appended.names ?? []) as unknown[]
  const own = { names: kind === 'agency' ? names : [...shown, ...added] }
  return { id, kind, name, sector, region, ...appended, ...own }
}

/** The text of a file with all regions. */
export function textOfRegions(file: string, regions: Coded[]): string {
  const document = parse(file)
  for (const { list, value, whole, appended } of regions) {
    const codes = (document.toJS() as { code: string }[]).map(({ code }) => code)
    const at = codes.indexOf(String(value.code))
    if (!whole) append(document, [at], appended)
    else {
      const node = document.createNode(inOrder(list, whole), noAliases)
      node.commentBefore = (document.getIn([at]) as YAMLMap | undefined)?.commentBefore
      document.setIn([at < 0 ? codes.length : at], node)
    }
  }
  return toText(document)
}
