import { ClaimSeed } from '../model/claim.ts'
import type { DraftClaim, DraftRecord } from './draft.ts'
import type { Passages } from './passages.ts'

/** A claim as a seed file has it, and the index of the claim in the draft that it comes from. */
export type Coded = { claim: Record<string, unknown>; from: number }

/** The fields that a path of a draft stands for: itself, or all below it. */
function fieldsBelow(path: string, fields: string[]): string[] {
  const below = fields.filter(field => field === path || field.startsWith(`${path}/`))
  // A claim that is not accepted may speak of a field that the record does not have.
  return below.length > 0 ? below : [path]
}

/** The claims of a record in a draft, one for each field, with passages in place of words. Mistakes are added to the problems. */
export function codeClaims(
  { file, path, claims }: DraftRecord,
  fields: string[],
  passages: Passages,
  problems: string[],
): Coded[] {
  return claims.flatMap((claim, i) => {
    const at = [...path, 'claims', i]
    const passage = passageOf(claim, passages)
    if ('reason' in passage) {
      problems.push(file.locate([...at, passage.at], passage.reason))
      return []
    }
    const { fields: paths, words: _, document, ...rest } = claim
    const own = [...new Set(paths.flatMap(one => fieldsBelow(one, fields)))]
    const coded = own.map(field => ({ field, document, ...passage, ...rest }))
    const { error } = ClaimSeed.safeParse(coded[0], { reportInput: true })
    if (error) problems.push(...file.explain(error, at))
    return coded.map(claim => ({ claim, from: i }))
  })
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
