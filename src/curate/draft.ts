import { z } from 'zod'
import { schemas } from '../build/seed/schemas.ts'
import type { YamlFile } from '../build/seed/yaml-file.ts'
import { ClaimSeed } from '../model/claim.ts'
import type { ClaimedCollection } from '../model/fields.ts'
import { Text } from '../model/text.ts'
import type { Fields } from './short-forms.ts'

/** The seed schema of each kind of record, documents first, and the field that tells its records apart. */
export const kinds = {
  documents: { schema: schemas.document, key: 'id' },
  regions: { schema: schemas.regions.element, key: 'code' },
  rules: { schema: schemas.rule, key: 'id' },
  cases: { schema: schemas.case, key: 'id' },
  licences: { schema: schemas.licence, key: 'id' },
  actors: { schema: schemas.actor, key: 'id' },
  actions: { schema: schemas.action, key: 'id' },
} satisfies Record<ClaimedCollection, { schema: z.ZodObject; key: 'id' | 'code' }>

const { field: _, number: _number, passage: _passage, ...shared } = ClaimSeed.shape

/** A claim with the words of the passage in place of its key, about one field or several. */
const DraftClaim = z.strictObject({
  ...shared,
  fields: z.array(Text).min(1),
  words: Text.optional(),
  document: shared.document.optional(),
  // Without their defaults, so that the seed file leaves out the same.
  status: shared.status.unwrap().optional(),
  basis: shared.basis.unwrap().optional(),
  rests_on: shared.rests_on.unwrap().optional(),
})
export type DraftClaim = z.output<typeof DraftClaim>

const Records = z.array(z.looseObject({ claims: z.array(DraftClaim).default([]) })).default([])

const Draft = z.strictObject({
  documents: Records,
  regions: Records,
  rules: Records,
  cases: Records,
  licences: Records,
  actors: Records,
  actions: Records,
  additions: Records,
})

/** A record as a draft has it, or additions to one, and its place there. */
export type DraftRecord = {
  file: YamlFile
  list: keyof z.output<typeof Draft>
  path: PropertyKey[]
  fields: Fields
  claims: DraftClaim[]
}

/** Reads the records of a draft. A claim that names no document is of the only one that the draft describes. Throws a SeedError. */
export function readDraft(file: YamlFile): DraftRecord[] {
  const draft = file.read(Draft)
  const only = draft.documents.length === 1 ? { document: String(draft.documents[0]!.id) } : {}
  return (Object.keys(Draft.shape) as DraftRecord['list'][]).flatMap(list =>
    draft[list].map(({ claims, ...fields }, i) => ({
      file,
      list,
      path: [list, i],
      fields,
      claims: claims.map(claim => ({ ...only, ...claim })),
    })),
  )
}
