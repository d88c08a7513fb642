import type { Claim, ClaimSeed } from '../../model/claim.ts'
import type { Records } from '../../model/collections.ts'
import { claimable, type Fields, isFieldPath } from '../../model/fields.ts'
import { didYouMean } from '../../model/names.ts'
import { byPath, valueSchema } from '../derive/claims.ts'
import type { ReleaseFile } from '../releases/release-files.ts'
import { type ClaimEntry, type ClaimedRecord, fullClaimId, type Seed } from '../seed/seed.ts'
import {
  closersOfCycles,
  type Problem,
  problemsIn,
  unlessKnown,
  unlessRepeated,
} from './problems.ts'

type Known = ReturnType<typeof knownIn>

const knownIn = ({ documents }: Seed, records: ClaimedRecord[]) => {
  const bases = new Map(records.flatMap(basesIn))
  return {
    /** The ids of all claims, with those of the claims that each rests on. */
    bases,
    closers: closersOfCycles(bases),
    /** The lengths of the documents by their ids, 0 for one without a text. */
    lengths: new Map(documents.map(({ value: { id, length } }) => [id, length ?? 0])),
  }
}

const basesIn = ({ path, claims }: ClaimedRecord) =>
  claims.map(
    ({ id, value }) => [id, value.rests_on.map(other => fullClaimId(path, other))] as const,
  )

/** Checks the claims without the values that they are about. */
export function checkClaims(seed: Seed, records: ClaimedRecord[]): string[] {
  const known = knownIn(seed, records)
  return records.flatMap(record => {
    const unlessIdRepeated = unlessRepeated()
    return problemsIn(record.claims, entry => [
      ...unlessIdRepeated([], entry.id),
      ...checkClaim(entry, record, known),
    ])
  })
}

function* checkClaim(
  { id, value: claim }: ClaimEntry,
  { collection, path }: ClaimedRecord,
  { bases, closers, lengths }: Known,
): Generator<Problem> {
  const { field, document } = claim
  const length = lengths.get(document)
  if (length !== undefined) yield* checkPlace(claim, length)
  yield* unlessKnown(lengths, ['document'], document)
  for (const [i, other] of claim.rests_on.entries())
    yield* unlessKnown(bases, ['rests_on', i], fullClaimId(path, other))
  if (closers.has(id)) yield [['rests_on'], `'${id}' rests on itself`]
  const { error } = valueSchema(field).safeParse(claim.value)
  for (const { message } of error?.issues ?? []) yield [['value'], message]
  if (!isFieldPath(collection, field)) yield [['field'], `'${field}' is no field of ${collection}`]
}

/** Checks the place of the words of a claim in a document with `length` code points. */
function* checkPlace(
  { start, end = 0, sha256, basis }: ClaimSeed,
  length: number,
): Generator<Problem> {
  if (start === undefined && basis === 'stated' && length > 0)
    yield [['field'], 'a stated claim needs start and end']
  if (end > length) yield [['end'], `the document has ${length} code points`]
  if (start !== undefined && sha256 === undefined)
    yield [['field'], 'sha256 is missing; npm run evidence names it']
}

/** Checks that each accepted claim is about a value of its record as served, and that each factual value has one. */
export function checkSupport(records: ClaimedRecord[], derived: Records): string[] {
  const served = byPath(derived)
  return records.flatMap(({ collection, path, entry }) =>
    problemsIn([entry], ({ value: { claims } }) =>
      checkFields(claims, claimable(collection, served.get(path))),
    ),
  )
}

function* checkFields(claims: ClaimSeed[], fields: Fields): Generator<Problem> {
  const accepted = new Set<string>()
  for (const [i, { field, status }] of claims.entries()) {
    if (status !== 'accepted') continue
    accepted.add(field)
    if (!fields.has(field))
      yield [
        ['claims', i, 'field'],
        `the record has no '${field}'${didYouMean(field, fields.keys())}`,
      ]
  }
  for (const [field, { required }] of fields)
    if (required && !accepted.has(field)) yield [['claims'], `no accepted claim for '${field}'`]
}

/** Identifies the source of a claim: its record, field, document, place and value. */
const drawnFrom = ({ record, field, document, start, end, value }: Claim): string =>
  JSON.stringify([record, field, document, start, end, value])

const claimsIn = ({ records }: ReleaseFile): Claim[] =>
  [...records].flatMap(([path, json]) => (path.startsWith('claims/') ? JSON.parse(json) : []))

/** Checks that no id of a claim is used again: one that had another id before gives its number, a new one has a number that was never used. */
export function checkClaimIds(claimed: ClaimedRecord[], releases: ReleaseFile[], claims: Claim[]) {
  const now = new Map(claims.map(claim => [claim.id, drawnFrom(claim)]))
  const before = new Map(releases.flatMap(claimsIn).map(claim => [claim.id, drawnFrom(claim)]))
  const idsBefore = new Map(before.entries().map(([id, words]) => [words, id]))
  const last = releases.at(-1)?.records
  const entries = claimed.flatMap(record => record.claims)
  return problemsIn(entries, ({ id }) => {
    const words = now.get(id)!
    if (!before.has(id) || before.get(id) === words) return []
    const former = idsBefore.get(words)
    if (former !== undefined)
      return [[[], `was ${former}; give it number: ${former.slice(former.lastIndexOf('.') + 1)}`]]
    if (last?.has(`claims/${id}`)) return []
    return [[[], `${id} was the id of other words; give it a number that was never used`]]
  })
}
