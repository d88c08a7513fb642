import type { Claim, ClaimSeed } from '../../model/claim.ts'
import type { Records } from '../../model/collections.ts'
import type { DocumentSeed } from '../../model/document.ts'
import { claimable, type Fields, isFieldPath } from '../../model/fields.ts'
import { didYouMean } from '../../model/names.ts'
import { fewestLetters, type Passage } from '../../model/passage.ts'
import { byPath, valueSchema } from '../derive/claims.ts'
import { isRemoved } from '../releases/records.ts'
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
    /** The passages of each document by their keys. */
    passages: new Map(documents.map(({ value: { id, passages } }) => [id, byKey(passages)])),
  }
}

const byKey = (passages: Passage[]) => new Map(passages.map(passage => [passage.key, passage]))

const basesIn = ({ path, claims }: ClaimedRecord) =>
  claims.map(
    ({ id, value }) => [id, value.rests_on.map(other => fullClaimId(path, other))] as const,
  )

/** Checks the claims without the values that they are about. */
export function checkClaims(seed: Seed, records: ClaimedRecord[]): string[] {
  const known = knownIn(seed, records)
  return [
    ...problemsIn(seed.documents, ({ value }) => checkPassages(value)),
    ...records.flatMap(record => {
      const unlessIdRepeated = unlessRepeated()
      return problemsIn(record.claims, entry => [
        ...unlessIdRepeated([], entry.id),
        ...checkClaim(entry, record, known),
      ])
    }),
  ]
}

function* checkPassages({ language, passages }: DocumentSeed): Generator<Problem> {
  const [unlessKeyRepeated, unlessHashRepeated] = [unlessRepeated(), unlessRepeated()]
  const fewest = fewestLetters(language)
  for (const [i, { key, letters, sha256 }] of passages.entries()) {
    yield* unlessKeyRepeated(['passages', i, 'key'], key)
    yield* unlessHashRepeated(['passages', i, 'sha256'], sha256)
    if (letters < fewest)
      yield [['passages', i, 'letters'], `fewer than ${fewest} letters may occur elsewhere too`]
  }
}

function* checkClaim(
  { id, value: claim }: ClaimEntry,
  { collection, path }: ClaimedRecord,
  { bases, closers, passages }: Known,
): Generator<Problem> {
  const { field, document } = claim
  yield* unlessKnown(passages, ['document'], document)
  const known = passages.get(document)
  if (known) yield* unlessKnown(known, ['passage'], claim.passage)
  for (const [i, other] of claim.rests_on.entries())
    yield* unlessKnown(bases, ['rests_on', i], fullClaimId(path, other))
  if (closers.has(id)) yield [['rests_on'], `'${id}' rests on itself`]
  const { error } = valueSchema(field).safeParse(claim.value)
  for (const { message } of error?.issues ?? []) yield [['value'], message]
  if (!isFieldPath(collection, field)) yield [['field'], `'${field}' is no field of ${collection}`]
}

const dateFields = ['date', 'due', 'published']

const isInferred = ({ value }: Claim): boolean => Object(value).basis === 'inferred'

/** Checks that a date that rests on inferred dates alone is inferred, too. */
export function checkDates(records: ClaimedRecord[], claims: Claim[]): string[] {
  const dates = claims.filter(({ field }) => dateFields.includes(field))
  const inferred = new Set(dates.filter(isInferred).map(({ id }) => id))
  const accepted = dates.filter(({ status }) => status === 'accepted')
  const unsure = new Map(
    [...Map.groupBy(accepted, ({ record, field }) => `${record} ${field}`)].filter(
      ([, own]) =>
        !own.some(isInferred) && own.every(({ rests_on }) => rests_on.some(id => inferred.has(id))),
    ),
  )
  return records.flatMap(({ path, entry }) =>
    dateFields.flatMap(field => {
      const claims = unsure.get(`${path} ${field}`)
      if (!claims) return []
      const basis = claims[0]!.rests_on.find(id => inferred.has(id))
      return [
        entry.at([field, 'basis'], `rests on an inferred date, ${basis}: it is inferred, too`),
      ]
    }),
  )
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

/** Identifies the subject of a claim and its source. */
const drawnFrom = ({ record, field, document, passage }: Claim): string =>
  JSON.stringify([record, field, document, passage?.key])

/** The claims of a release. Claims of the first releases have no passages: nothing says where they come from now. */
const claimsIn = ({ records }: ReleaseFile): Claim[] =>
  [...records]
    .flatMap(([path, record]): Claim[] =>
      path.startsWith('claims/') && !isRemoved(record) ? JSON.parse(record) : [],
    )
    .filter(claim => 'passage' in claim)

/** Checks that no id of a claim is used again: one that had another id before gives its number, a new one has a number that was never used. */
export function checkClaimIds(claimed: ClaimedRecord[], releases: ReleaseFile[], claims: Claim[]) {
  const now = new Map(claims.map(claim => [claim.id, drawnFrom(claim)]))
  const before = new Map(releases.flatMap(claimsIn).map(claim => [claim.id, drawnFrom(claim)]))
  const idsBefore = new Map(before.entries().map(([id, source]) => [source, id]))
  const last = releases.at(-1)?.records
  const entries = claimed.flatMap(record => record.claims)
  return problemsIn(entries, ({ id }) => {
    const source = now.get(id)!
    if (!before.has(id) || before.get(id) === source) return []
    const former = idsBefore.get(source)
    if (former !== undefined)
      return [[[], `was ${former}; give it number: ${former.slice(former.lastIndexOf('.') + 1)}`]]
    if (last?.has(`claims/${id}`)) return []
    return [[[], `${id} was the id of another claim; give it a number that was never used`]]
  })
}
