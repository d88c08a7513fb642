import { misnamedIn } from '../build/lint/weekday-names.ts'
import type { Entry, Seed } from '../build/seed/seed.ts'
import type { Copies } from '../dataset/copies.ts'
import { type ClaimedCollection, claimed } from '../model/fields.ts'
import { didYouMean } from '../model/names.ts'
import type { Passage } from '../model/passage.ts'
import { addTo } from './additions.ts'
import { type DraftRecord, kinds } from './draft.ts'
import { Passages } from './passages.ts'
import { type Coded, codeRecord, differences, type Fields, type Value } from './records.ts'

/** How many of what has come to a seed: records by collection, claims, passages. */
export type Tally = Map<string, number>

/** In this order. */
const counted = [
  'actions',
  'rules',
  'cases',
  'actors',
  'regions',
  'documents',
  'claims',
  'passages',
]

/** A record that drafts have changed, and the record of the seed that it replaces. */
export type Change = { coded: Coded; before: Value | undefined }

/** A seed while drafts are coded into it. */
export class Coding {
  readonly problems: string[] = []
  readonly warnings: string[] = []
  readonly #seed: Seed
  readonly #replace: boolean
  readonly #passages: Passages
  readonly #known = new Map<string, Coded>()
  readonly #coded = new Map<string, Coded>()

  /** `replace` writes records again that exist and differ. */
  constructor(seed: Seed, copies: Copies, replace: boolean) {
    this.#seed = seed
    this.#replace = replace
    this.#passages = new Passages(copies)
    for (const { value } of seed.documents) this.#passages.add(value)
    for (const list of claimed)
      for (const entry of seed[list] as unknown as Entry<Value>[])
        this.#known.set(pathOf(list, entry.value), { list, appended: {}, ...entry })
  }

  /** Makes the documents of a draft known to the claims of all drafts. */
  open(records: DraftRecord[]) {
    for (const { list, fields } of records)
      if (list === 'documents')
        this.#passages.add({
          id: String(fields.id),
          language: String(fields.language),
          passages: [],
        })
  }

  /** Codes the records of a draft. */
  code(records: DraftRecord[]) {
    for (const record of records) this.warnings.push(...weekdayWarnings(record))
    for (const record of records)
      if (record.list === 'additions') this.#codeAdditions(record)
      else this.#codeRecord(record.list, record)
  }

  #codeRecord(list: ClaimedCollection, draft: DraftRecord) {
    const coded = codeRecord(list, draft, this.#passages, this.problems)
    if (!coded) return
    const path = pathOf(list, coded.value)
    const existing = this.#coded.get(path) ?? this.#known.get(path)
    const differing = existing ? differences(coded, existing) : [path]
    if (differing.length === 0) return
    if (existing && !(this.#replace && !this.#coded.has(path)))
      this.problems.push(
        coded.at(
          [kinds[list].key],
          `'${path}' exists, with other ${differing.join(', ')}; --replace writes it again`,
        ),
      )
    else this.#coded.set(path, coded)
  }

  #codeAdditions(draft: DraftRecord) {
    const path = String(draft.fields.record)
    const base = this.#coded.get(path) ?? this.#known.get(path)
    if (!base) {
      const near = didYouMean(path, [...this.#known.keys(), ...this.#coded.keys()])
      this.problems.push(
        draft.file.locate([...draft.path, 'record'], `record: '${path}' is not known${near}`),
      )
      return
    }
    const coded = addTo(base, draft, this.#passages, this.problems)
    if (coded) this.#coded.set(path, coded)
  }

  /** How many of what the drafts have added so far. */
  tally(): Tally {
    const tally: Tally = new Map(counted.map(name => [name, 0]))
    const add = (name: string, count: number) => tally.set(name, tally.get(name)! + count)
    for (const [path, { list, value }] of this.#coded) {
      const before = this.#known.get(path)?.value
      add(list, before ? 0 : 1)
      add('claims', value.claims.length - (before?.claims.length ?? 0))
    }
    for (const passages of this.#passages.added.values()) add('passages', passages.length)
    return tally
  }

  /** A document with its new passages. */
  #withPassages(document: Coded): Coded {
    const path = pathOf('documents', document.value)
    const known = (this.#known.get(path)?.value.passages ?? []) as Passage[]
    const added = this.#passages.added.get(String(document.value.id)) ?? []
    const passages = [...known, ...added]
    const { whole, appended } = document
    return {
      ...document,
      value: { ...document.value, passages },
      whole: whole && { ...whole, passages },
      appended: { ...appended, passages: added },
    }
  }

  /** The records that drafts without problems have changed, each with the record of the seed that it replaces. */
  changes(): Change[] {
    const paths = Array.from(this.#passages.added.keys(), id => `documents/${id}`)
    return [...new Set([...paths, ...this.#coded.keys()])].map(path => {
      const known = this.#known.get(path)
      // Without problems every path is that of a record.
      const now = (this.#coded.get(path) ?? known)!
      const coded = now.list === 'documents' ? this.#withPassages(now) : now
      return { coded, before: known?.value }
    })
  }

  /** The seed with changed records in it. */
  seedWith(changes: Change[]): Seed {
    const paths = new Set(changes.map(({ coded }) => pathOf(coded.list, coded.value)))
    const lists = claimed.map(list => {
      const entries = this.#seed[list] as unknown as Entry<Value>[]
      const kept = entries.filter(({ value }) => !paths.has(pathOf(list, value)))
      const changed = changes.map(({ coded }) => coded).filter(one => one.list === list)
      return [list, [...kept, ...changed]]
    })
    return { ...this.#seed, ...Object.fromEntries(lists) }
  }
}

/** A document may name the wrong weekday: then its date is in doubt. */
const weekdayWarnings = ({ file, path, claims }: DraftRecord): string[] =>
  claims.flatMap(({ words = '' }, i) => {
    const found = misnamedIn(words)
    if (!found) return []
    const reason = `${found.date} was a ${found.is}: look for another source, or say so in a note`
    return [file.locate([...path, 'claims', i, 'words'], reason)]
  })

const pathOf = (list: ClaimedCollection, value: Fields): string =>
  `${list}/${value[kinds[list].key]}`
