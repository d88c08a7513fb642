import type { Entry } from '../build/seed/entry.ts'
import type { ClaimSeed } from '../model/claim.ts'
import { type ClaimedCollection, claimable } from '../model/fields.ts'
import { codeClaims } from './claims.ts'
import { type DraftRecord, kinds } from './draft.ts'
import type { Passages } from './passages.ts'
import { type Fields, writeOut } from './short-forms.ts'

/** A record of a seed, whatever its kind. */
export type Value = Fields & { claims: ClaimSeed[] }

/** A record that drafts write or add to. */
export type Coded = Entry<Value> & {
  list: ClaimedCollection
  /** All of its fields, if a draft holds it whole. */
  whole?: Fields
  /** What comes to one that exists: items of its lists, and values that it lacks. */
  appended: Fields
}

/** Stands for the claims while the other fields are checked. */
const anyClaim = { field: 'date', document: 'any', passage: 'any' }

/** The fields of a record in the form of its seed file, checked but for its claims; undefined where they have mistakes. */
export function checkFields(
  list: ClaimedCollection,
  { file, path, fields: given }: DraftRecord,
  fields: Fields,
  problems: string[],
): Fields | undefined {
  if (given.passages !== undefined)
    problems.push(
      file.locate([...path, 'passages'], 'passages: come from the words of claims; leave them out'),
    )
  const checked = { ...fields, claims: [anyClaim] }
  const { data, error } = kinds[list].schema.safeParse(checked, { reportInput: true })
  if (error) problems.push(...file.explain(error, path))
  return data
}

/** The fields that claims on a record may name. */
export const fieldsOf = (list: ClaimedCollection, data: Fields | undefined): string[] =>
  data ? [...claimable(list, data).keys()] : []

/** Fields that a draft may leave out because another one gives them. */
const defaults: Partial<Record<ClaimedCollection, (fields: Fields) => Fields>> = {
  documents: ({ id }) => ({ origin: id }),
  actors: ({ names }) => ({ name: Array.isArray(names) ? names[0]?.name : undefined }),
}

/** Codes a record that a draft holds whole; undefined where it has mistakes. */
export function codeRecord(
  list: ClaimedCollection,
  draft: DraftRecord,
  passages: Passages,
  problems: string[],
): Coded | undefined {
  const { file, path } = draft
  const written = writeOut(draft.fields)
  const fields: Fields = { ...defaults[list]?.(written), ...written }
  const before = problems.length
  const data = checkFields(list, draft, fields, problems)
  const coded = codeClaims(draft, [fieldsOf(list, data)], passages, problems)
  if (!data || problems.length > before) return undefined
  return {
    list,
    value: { ...data, claims: coded.map(({ read }) => read) },
    whole: { ...fields, claims: coded.map(({ raw }) => raw) },
    appended: {},
    at: (place, reason) =>
      file.locate([...path, ...inDraft(place, coded)], `${place.join('.')}: ${reason}`),
  }
}

/** The place in a draft of a place in its record: several claims may come from one of the draft. */
export function inDraft(place: PropertyKey[], coded: { from: number }[]): PropertyKey[] {
  const [list, i, ...rest] = place
  if (list !== 'claims' || typeof i !== 'number') return place
  const [field, ...below] = rest
  const inClaim: Record<string, string> = { field: 'fields', passage: 'words' }
  const name = inClaim[String(field)] ?? field
  return ['claims', coded[i]!.from, ...(name === undefined ? [] : [name, ...below])]
}
