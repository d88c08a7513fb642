import { iso31661, iso31662 } from 'iso-3166'
import { ZodError } from 'zod'
import type { ClaimSeed } from '../model/claim.ts'
import { collection } from '../model/collections.ts'
import { type ClaimedCollection, claimable, isFieldPath } from '../model/fields.ts'
import { didYouMean } from '../model/nearest.ts'
import { terms } from '../model/vocabulary.ts'
import { SeedError } from '../model/yaml-file.ts'
import { claimIds, deriveRecords, fullClaimId, type Records, toValue } from './derive.ts'
import type { Entry, Seed } from './seed.ts'

/** Reports a mistake at a path of a seed entry. */
type Report = (path: PropertyKey[], reason: string) => void
type Known = { documents: Set<string>; regions: Set<string>; actors: Set<string>; actions: Set<string> }

const isoCodes = new Set([...iso31661.map(({ alpha2 }) => alpha2), ...iso31662.map(({ code }) => code)])

/** Whether a code is one of ISO 3166-1 or ISO 3166-2. */
export const isIsoCode = (code: string): boolean => isoCodes.has(code)

/** Derives the records of a seed after checking all that ties them together. Throws a SeedError that names every mistake. */
export function checkSeed(seed: Seed): Records {
  const known = knownIds(seed)
  refuse([...checkVocabulary(seed), ...checkDuplicates(seed), ...checkReferences(seed, known), ...checkCycles(seed)])
  refuse(checkClaims(seed, known))
  const records = deriveRecords(seed)
  refuse(checkSupport(seed, records))
  return records
}

function refuse(problems: string[]) {
  if (problems.length > 0) throw new SeedError(problems)
}

const keysOf = <T>(entries: Entry<T>[], key: (value: T) => string) => new Set(entries.map(({ value }) => key(value)))

const knownIds = (seed: Seed): Known => ({
  documents: keysOf(seed.documents, ({ id }) => id),
  regions: keysOf(seed.regions, ({ code }) => code),
  actors: keysOf(seed.actors, ({ id }) => id),
  actions: keysOf(seed.actions, ({ id }) => id),
})

const checkVocabulary = (seed: Seed): string[] =>
  JSON.stringify(seed.terms) === JSON.stringify(terms)
    ? []
    : ['seed/vocabulary.yaml:1:1: differs from the vocabulary that this program was started with; start it again']

function checkDuplicates(seed: Seed): string[] {
  const lists: [Entry<{ [key: string]: unknown }>[], string][] = [
    [seed.documents, 'id'],
    [seed.regions, 'code'],
    [seed.actors, 'id'],
    [seed.actions, 'id'],
  ]
  return lists.flatMap(([entries, key]) => {
    const seen = new Set<unknown>()
    return entries.flatMap(({ value, at }) => {
      const twice = seen.has(value[key])
      seen.add(value[key])
      return twice ? at([key], `${key}: '${value[key]}' is there twice`) : []
    })
  })
}

/** Runs a check over entries and collects what it reports. */
function collect<T>(entries: Entry<T>[], check: (value: T, report: Report) => void): string[] {
  const problems: string[] = []
  for (const { value, at } of entries)
    check(value, (path, reason) => problems.push(at(path, `${path.join('.')}: ${reason}`)))
  return problems
}

function expectKnown(report: Report, known: Set<string>, path: PropertyKey[], value: string | null | undefined) {
  if (value !== null && value !== undefined && !known.has(value))
    report(path, `'${value}' is not known${didYouMean(value, known)}`)
}

function expectUnique(report: Report, path: PropertyKey[], keys: string[]) {
  keys.forEach((key, index) => {
    if (keys.indexOf(key) < index) report([...path, index], `'${key}' is there twice`)
  })
}

const checkReferences = (seed: Seed, known: Known): string[] => [
  ...collect(seed.regions, (region, report) => checkRegion(region, known, report)),
  ...collect(seed.actors, (actor, report) => checkActor(actor, known, report)),
  ...collect(seed.actions, (action, report) => checkAction(action, known, report)),
]

const standard = /^[A-Z]{2}(?:-|$)/

function checkRegion({ code, parent }: Seed['regions'][number]['value'], known: Known, report: Report) {
  if (standard.test(code) && !isIsoCode(code)) report(['code'], `'${code}' is not in ISO 3166${didYouMean(code, isoCodes)}`)
  expectKnown(report, known.regions, ['parent'], parent)
}

function checkActor(actor: Seed['actors'][number]['value'], known: Known, report: Report) {
  expectKnown(report, known.regions, ['region'], actor.region)
  actor.affiliations.forEach((it, i) => expectKnown(report, known.actors, ['affiliations', i, 'actor'], it.actor))
  expectUnique(report, ['names'], actor.names.map(({ name }) => name))
}

function checkAction(action: Seed['actions'][number]['value'], known: Known, report: Report) {
  action.actors.forEach((it, i) => 'id' in it && expectKnown(report, known.actors, ['actors', i, 'id'], it.id))
  action.regions.forEach((it, i) => expectKnown(report, known.regions, ['regions', i, 'code'], it.code))
  action.links.forEach((it, i) => expectKnown(report, known.actions, ['links', i, 'action'], it.action))
  expectKnown(report, known.actions, ['effect', 'until_by'], action.effect?.until_by)
  expectUnique(report, ['actors'], action.actors.map(it => `${'id' in it ? it.id : it.key} as ${it.role}`))
  expectUnique(report, ['regions'], action.regions.map(it => `${it.code} as ${it.role}`))
  expectUnique(report, ['amounts'], action.amounts.map(({ quantity }) => quantity))
  expectUnique(report, ['details'], action.details.map(({ aspect }) => aspect))
  expectUnique(report, ['links'], action.links.map(({ type, action }) => `${type} ${action}`))
  expectUnique(report, ['activities'], action.activities)
  action.amounts.forEach((amount, i) => checkAmount(amount, reason => report(['amounts', i], reason)))
  action.actors.forEach((it, i) => 'count' in it && it.count && checkAmount(it.count, reason => report(['actors', i, 'count'], reason)))
}

type Bounds = { low: number | null; best: number | null; high: number | null }

function checkAmount({ low, best, high }: Bounds, report: (reason: string) => void) {
  const known = [low, best, high].filter(number => number !== null)
  if (known.length === 0) report('neither low, best nor high is known')
  if (known.some((number, i) => i > 0 && number < (known[i - 1] as number))) report('low, best and high are not in order')
}

/** Regions below themselves, and links of one type that lead back to where they began. */
function checkCycles(seed: Seed): string[] {
  const parents = new Map(seed.regions.map(({ value }) => [value.code, value.parent ? [value.parent] : []]))
  const regions = collect(seed.regions, ({ code }, report) => {
    if (reaches(code, code, parents)) report(['parent'], `'${code}' is below itself`)
  })
  const types = new Set(seed.actions.flatMap(({ value }) => value.links.map(({ type }) => type)))
  return [...regions, ...[...types].flatMap(type => checkLinkCycles(seed, type))]
}

function checkLinkCycles(seed: Seed, type: string): string[] {
  const next = new Map(
    seed.actions.map(({ value }) => [value.id, value.links.filter(link => link.type === type).map(({ action }) => action)]),
  )
  return collect(seed.actions, ({ id }, report) => {
    if (reaches(id, id, next)) report(['links'], `'${id}' comes back to itself by ${type}`)
  })
}

function reaches(from: string, goal: string, next: Map<string, string[]>): boolean {
  const open = [...(next.get(from) ?? [])]
  const seen = new Set<string>()
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === goal) return true
    if (!seen.has(node)) open.push(...(seen.add(node) && (next.get(node) ?? [])))
  }
  return false
}

const claimedCollections = ['actions', 'actors', 'regions', 'documents'] as const

type Claims = { claims: ClaimSeed[] }
const entriesOf = (seed: Seed, name: ClaimedCollection) => seed[name] as unknown as Entry<Claims>[]

const pathOf = (name: ClaimedCollection, value: unknown): string => `${name}/${collection(name).key(value as never)}`

/** What must hold of each claim by itself. */
function checkClaims(seed: Seed, known: Known): string[] {
  const lengths = new Map(seed.documents.map(({ value }) => [value.id, value.length ?? 0]))
  const ids = new Set(
    claimedCollections.flatMap(name => entriesOf(seed, name).flatMap(({ value }) => claimIds(pathOf(name, value), value.claims))),
  )
  return claimedCollections.flatMap(name =>
    collect(entriesOf(seed, name), (value, report) => {
      value.claims.forEach((claim, i) => {
        const at: Report = (path, reason) => report(['claims', i, ...path], reason)
        expectKnown(at, known.documents, ['document'], claim.document)
        checkSpan(claim, lengths.get(claim.document) ?? 0, at)
        if (!isFieldPath(name, claim.field)) at(['field'], `'${claim.field}' is no field of ${name}`)
        claim.rests_on.forEach((id, j) => expectKnown(at, ids, ['rests_on', j], fullClaimId(pathOf(name, value), id)))
        checkValue(claim, at)
      })
    }),
  )
}

function checkSpan({ start, end, sha256, basis }: ClaimSeed, length: number, at: Report) {
  if (start === undefined && basis === 'stated' && length > 0) at(['field'], 'a stated claim needs start and end')
  if ((end ?? 0) > length) at(['end'], `the document has ${length} code points`)
  if (start !== undefined && sha256 === undefined) at(['field'], 'sha256 is missing; npm run evidence fills it in')
}

function checkValue(claim: ClaimSeed, at: Report) {
  try {
    toValue(claim)
  } catch (error) {
    if (!(error instanceof ZodError)) throw error
    at(['value'], error.issues.map(({ message }) => message).join('; '))
  }
}

/** Each accepted claim must be about a value that the record shows, and each factual value must have one. */
function checkSupport(seed: Seed, records: Records): string[] {
  return claimedCollections.flatMap(name => {
    const derived = new Map(records[name].map(record => [pathOf(name, record), record]))
    return collect(entriesOf(seed, name), (value, report) => {
      const fields = claimable(name, derived.get(pathOf(name, value)))
      value.claims.forEach(({ field, status }, i) => {
        if (status === 'accepted' && !fields.has(field))
          report(['claims', i, 'field'], `the record has no '${field}'${didYouMean(field, fields.keys())}`)
      })
      const accepted = new Set(value.claims.filter(({ status }) => status === 'accepted').map(({ field }) => field))
      for (const [field, { required }] of fields)
        if (required && !accepted.has(field)) report(['claims'], `no accepted claim for '${field}'`)
    })
  })
}
