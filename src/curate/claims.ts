import { isDeepStrictEqual } from 'node:util'
import { ClaimSeed } from '../model/claim.ts'
import type { DraftClaim, DraftRecord } from './draft.ts'
import type { Passages } from './passages.ts'
import type { Fields } from './short-forms.ts'

/** A claim as a seed file has it, as the schema reads it, and the index of the claim in the draft that it comes from. */
export type CodedClaim = { raw: Fields; read: ClaimSeed; from: number }

/** The fields that a path of a draft stands for: itself, or all below it, in the first list that has any. */
function fieldsBelow(path: string, lists: string[][]): string[] {
  const found = lists.map(fields =>
    fields.filter(field => field === path || field.startsWith(`${path}/`)),
  )
  // A claim that is not accepted may speak of a field that the record does not have.
  return found.find(below => below.length > 0) ?? [path]
}

/**
 * The claims of a record in a draft, one for each field, with passages in place of words. `fields` are lists of fields, the
 * preferred ones first. Mistakes are added to the problems.
 */
export function codeClaims(
  { file, path, claims }: DraftRecord,
  fields: string[][],
  passages: Passages,
  problems: string[],
): CodedClaim[] {
  const coded: CodedClaim[] = []
  for (const [from, claim] of claims.entries()) {
    const at = [...path, 'claims', from]
    const passage = passageOf(claim, passages)
    if ('reason' in passage) {
      problems.push(file.locate([...at, passage.at], passage.reason))
      continue
    }
    const { fields: paths, words: _, document, ...rest } = claim
    for (const field of new Set(paths.flatMap(one => fieldsBelow(one, fields)))) {
      const raw = { field, document, ...passage, ...rest }
      const { data, error } = ClaimSeed.safeParse(raw, { reportInput: true })
      if (coded.some(other => isDeepStrictEqual(other.raw, raw)))
        problems.push(
          file.locate([...at, 'fields'], `'${field}' is claimed twice with these words`),
        )
      if (data) coded.push({ raw, read: data, from })
      else problems.push(...file.explain(error, at))
    }
  }
  return coded
}

type Unfit = { at: keyof DraftClaim; reason: string }

/** The passage of a claim, empty for one that is only inferred. */
function passageOf(claim: DraftClaim, passages: Passages): { passage?: string } | Unfit {
  if (claim.document === undefined)
    return { at: 'document', reason: 'document: is required; the draft does not describe just one' }
  if (claim.words === undefined) return {}
  const found = passages.find(claim.document, claim.words)
  return 'key' in found ? { passage: found.key } : { at: 'words', ...found }
}
