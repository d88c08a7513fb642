import type { ClaimSeed } from '../model/claim.ts'
import { pathOf } from '../model/collections.ts'
import { claimable, claimed, isFieldPath } from '../model/fields.ts'
import { didYouMean } from '../model/nearest.ts'
import { keysOf } from './check-references.ts'
import type { Records } from './derive.ts'
import { claimIds, fullClaimId, valueSchema } from './derive-claims.ts'
import { collect, expectKnown, expectUnique, type Report } from './report.ts'
import { claimedEntries, type Seed } from './seed.ts'

type Known = { documents: Set<string>; claims: Set<string>; lengths: Map<string, number> }

function knownOf(seed: Seed): Known {
  const ids = claimed.flatMap(name =>
    claimedEntries(seed, name).flatMap(({ value }) => claimIds(pathOf(name, value), value.claims)),
  )
  return {
    documents: keysOf(seed.documents, ({ id }) => id),
    claims: new Set(ids),
    lengths: new Map(seed.documents.map(({ value }) => [value.id, value.length ?? 0])),
  }
}

/** What must hold of each claim by itself. */
export function checkClaims(seed: Seed): string[] {
  const known = knownOf(seed)
  return claimed.flatMap(name =>
    collect(claimedEntries(seed, name), (value, report) => {
      expectUnique(report, ['claims'], claimIds(pathOf(name, value), value.claims))
      for (const [i, claim] of value.claims.entries()) {
        const at: Report = (path, reason) => report(['claims', i, ...path], reason)
        checkClaim(claim, pathOf(name, value), known, at)
        if (!isFieldPath(name, claim.field))
          at(['field'], `'${claim.field}' is no field of ${name}`)
      }
    }),
  )
}

function checkClaim(claim: ClaimSeed, record: string, known: Known, at: Report) {
  expectKnown(at, known.documents, ['document'], claim.document)
  const length = known.lengths.get(claim.document)
  if (length !== undefined) checkSpan(claim, length, at)
  for (const [i, id] of claim.rests_on.entries())
    expectKnown(at, known.claims, ['rests_on', i], fullClaimId(record, id))
  checkValue(claim, at)
}

function checkSpan({ start, end, sha256, basis }: ClaimSeed, length: number, at: Report) {
  if (start === undefined && basis === 'stated' && length > 0)
    at(['field'], 'a stated claim needs start and end')
  if ((end ?? 0) > length) at(['end'], `the document has ${length} code points`)
  if (start !== undefined && sha256 === undefined)
    at(['field'], 'sha256 is missing; npm run evidence fills it in')
}

function checkValue({ field, value }: ClaimSeed, at: Report) {
  if (value === undefined || value === null) return
  const result = valueSchema(field).safeParse(value)
  for (const { message } of result.error?.issues ?? []) at(['value'], message)
}

/** Each accepted claim must be about a value that its record shows, and each factual value must have one. */
export function checkSupport(seed: Seed, records: Records): string[] {
  return claimed.flatMap(name => {
    const derived = new Map(records[name].map(record => [pathOf(name, record), record]))
    return collect(claimedEntries(seed, name), (value, report) => {
      const fields = claimable(name, derived.get(pathOf(name, value)))
      const accepted = new Set<string>()
      for (const [i, { field, status }] of value.claims.entries()) {
        if (status !== 'accepted') continue
        accepted.add(field)
        if (!fields.has(field))
          report(
            ['claims', i, 'field'],
            `the record has no '${field}'${didYouMean(field, fields.keys())}`,
          )
      }
      for (const [field, { required }] of fields)
        if (required && !accepted.has(field)) report(['claims'], `no accepted claim for '${field}'`)
    })
  })
}
