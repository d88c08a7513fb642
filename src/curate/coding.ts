import type { Entry } from '../build/seed/entry.ts'
import type { Seed } from '../build/seed/seed.ts'
import type { Copies } from '../dataset/copies.ts'
import { type ClaimedCollection, claimed } from '../model/fields.ts'
import { didYouMean } from '../model/names.ts'
import type { Passage } from '../model/passage.ts'
import { addTo } from './additions.ts'
import { newIn } from './compare.ts'
import { type DraftRecord, kinds } from './draft.ts'
import { Passages } from './passages.ts'
import { dayWarnings } from './quoted-days.ts'
import { type Coded, codeRecord, type Value } from './records.ts'
import type { Fields } from './short-forms.ts'

/** How many of what has come to a seed: records by collection, claims, passages. */
export type Tally = Map<string, number>

/** In this order. */
const counted = [
  ...['actions', 'rules', 'cases', 'licences', 'actors', 'regions', 'documents'],
  ...['claims', 'passages'],
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
    for (const { list, fields } of records) {
      const { id, language, sha256 = '' } = fields
      const texts = { id: String(id), language: String(language), sha256: String(sha256) }
      if (list === 'documents') this.#passages.add({ ...texts, passages: [] })
    }
  }

  /** Codes a record that a draft holds whole, or additions to one that is known. */
  code(draft: DraftRecord) {
    this.warnings.push(...dayWarnings(draft))
    if (draft.list === 'additions') this.#codeAdditions(draft)
    else this.#codeRecord(draft.list, draft)
  }

  #codeRecord(list: ClaimedCollection, draft: DraftRecord) {
    const coded = codeRecord(list, draft, this.#passages, this.problems)
    if (!coded) return
    const path = pathOf(list, coded.value)
    const [earlier, known] = [this.#coded.get(path), this.#known.get(path)]
    if (list === 'documents') coded.value.passages = known?.value.passages ?? []
    const existing = earlier ?? known
    const fields = existing ? newIn(coded.value, existing.value) : []
    const refuse = (reason: string) =>
      this.problems.push(
        coded.at([kinds[list].key], `'${path}' ${reason}, with other ${fields.join(', ')}`),
      )
    if (earlier) {
      if (fields.length > 0) refuse('is in another place of the drafts')
    } else if (!known) this.#coded.set(path, coded)
    else if (this.#replace) this.#replaceKnown(path, coded, known)
    else if (fields.length > 0) refuse('exists; --replace would write it again')
  }

  #replaceKnown(path: string, coded: Coded, known: Coded) {
    const differing = [...newIn(coded.value, known.value), ...newIn(known.value, coded.value)]
    if (differing.length > 0) this.#coded.set(path, coded)
  }

  #codeAdditions(draft: DraftRecord) {
    const path = String(draft.fields.record)
    const base = this.#coded.get(path) ?? this.#known.get(path)
    if (base && base.list !== 'actors' && base.at([], '').startsWith('seed/registers/')) {
      const reason = `record: '${path}' comes from a register, and takes no additions`
      this.problems.push(draft.file.locate([...draft.path, 'record'], reason))
      return
    }
    if (base) {
      const coded = addTo(base, draft, this.#passages, this.problems)
      if (coded) this.#coded.set(path, coded)
      return
    }
    const near = didYouMean(path, [...this.#known.keys(), ...this.#coded.keys()])
    const reason = `record: '${path}' is not known${near}`
    this.problems.push(draft.file.locate([...draft.path, 'record'], reason))
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
    const known = document.value.passages as Passage[]
    const added = this.#passages.added.get(String(document.value.id)) ?? []
    const passages = [...known, ...added]
    const { value, whole, appended } = document
    return {
      ...document,
      value: { ...value, passages },
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

const pathOf = (list: ClaimedCollection, value: Fields): string =>
  `${list}/${value[kinds[list].key]}`
