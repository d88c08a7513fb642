import type { ActorSeed } from '../../model/actor.ts'
import type { ClaimSeed } from '../../model/claim.ts'
import type { LicenceSeed } from '../../model/licence.ts'
import { withWider } from '../../model/vocabulary.ts'
import type { Entry } from '../seed/entry.ts'
import { atRow, shown, type Track } from './compare/track.ts'
import { isDamaged } from './read/names.ts'
import { reportedListing } from './write/reported.ts'
import { type NumberOf, type Report, Runs } from './write/runs.ts'

/** A licence that a firm holds. */
export type Held = {
  track: Track
  licence: LicenceSeed
  numberOf: NumberOf
  /** As a curator decided. */
  name: string | undefined
  sector: string | undefined
}

type Name = ActorSeed['names'][number]
type Identifier = ActorSeed['identifiers'][number]

/** The names and identifiers that registers give a firm, and the claims on them. */
type Given = { names: Name[]; identifiers: Identifier[]; claims: ClaimSeed[] }

/** A firm coded by hand with the facts that registers add, or one that only registers know. */
export function firmEntry(
  id: string,
  held: Held[],
  coded: Entry<ActorSeed> | undefined,
): Entry<ActorSeed> {
  const given = givenBy(held)
  const [{ track }] = held as [Held]
  const value = coded ? joined(coded.value, given) : newFirm(id, held, given)
  return { value, at: coded?.at ?? atRow(track) }
}

function joined(actor: ActorSeed, given: Given): ActorSeed {
  const known = new Set(actor.names.map(({ name }) => name))
  const identified = new Set(actor.identifiers.map(keyOf))
  return {
    ...actor,
    names: [...actor.names, ...given.names.filter(({ name }) => !known.has(name))],
    identifiers: [
      ...actor.identifiers,
      ...given.identifiers.filter(one => !identified.has(keyOf(one))),
    ],
    claims: [...actor.claims, ...given.claims],
  }
}

const keyOf = ({ scheme, value }: Identifier) => `${scheme}/${value}`

const BANK = /(?:^|\P{L})\p{L}*(?:bank|banque|banco|banca|banka|sparkasse)(?:\P{L}|$)/iu

function newFirm(id: string, held: Held[], given: Given): ActorSeed {
  const decided = held.find(({ name }) => name !== undefined)?.name
  const name = decided ?? given.names[0]!.name
  const isBank = held.some(({ licence }) => BANK.test(licence.holder.name))
  const isExchange = held.some(({ licence }) =>
    (licence.activities ?? []).flatMap(withWider).includes('exchange-service'),
  )
  const sector =
    held.find(one => one.sector !== undefined)?.sector ??
    (isBank ? 'bank' : isExchange ? 'exchange' : undefined)
  const kind = isExchange && sector !== 'bank' ? 'exchange' : 'company'
  return {
    ...{ id, kind, name, names: given.names, ...(sector === undefined ? {} : { sector }) },
    ...{ affiliations: [], identifiers: given.identifiers, claims: given.claims },
  }
}

function givenBy(held: Held[]): Given {
  const names = new Map<string, Name>()
  const identifiers = new Map<string, Identifier>()
  const claims = new Map<string, ClaimSeed>()
  const claim = ({ track, numberOf }: Held, field: string, reports: Report[]) => {
    for (const one of new Runs(track, field, reports, numberOf).claims) {
      const key = `${field}.${one.number}`
      const known = claims.get(key)
      if (!known || lastOf(known) < lastOf(one)) claims.set(key, one)
    }
  }
  const brands = held.map(one => [one, brandOf(one.track)] as const)
  for (const [one, brand] of brands) if (brand !== undefined) addBrand(names, one, brand, claim)
  for (const one of held) {
    if (one.name !== undefined) addShortName(names, one, one.name, claim)
    const { holder } = one.licence
    addName(names, one, holder.name, 'official', claim)
    for (const before of holder.names_before) addName(names, one, before, 'former', claim)
    for (const identifier of identifiersOf(one)) {
      identifiers.set(keyOf(identifier), identifier)
      claim(one, `identifiers/${keyOf(identifier)}`, seenIdentifier(one.track, identifier))
    }
  }
  const sorted = [...claims.values()].sort((a, b) => (a.field < b.field ? -1 : 1))
  return { names: [...names.values()], identifiers: [...identifiers.values()], claims: sorted }
}

const lastOf = ({ document, last_document = document }: ClaimSeed): string => last_document

/** The name by which people call the holder, as the register gives it: in a column of its own, or behind its name in parentheses. */
export function brandOf({ brands, names }: Track): string | undefined {
  const [brand, name] = [shown(brands), shown(names)!]
  if (brand && !isDamaged(brand) && brand !== name) return brand
  return /\(["“]?([^()"”]+)["”]?\)$/.exec(name)?.[1]
}

type Claim = (held: Held, field: string, reports: Report[]) => void

function addName(names: Map<string, Name>, held: Held, name: string, type: string, claim: Claim) {
  const { language } = held.track.register
  const isForeign = language !== 'en' && /[^\p{Script=Latin}\P{L}]/u.test(name)
  if (!names.has(name)) names.set(name, { name, type, ...(isForeign ? { lang: language } : {}) })
  const { brands, names: holders } = held.track
  claim(held, `names/${name}`, seenWith(type === 'short' ? brands.seen : holders.seen, name))
}

function addBrand(names: Map<string, Name>, held: Held, brand: string, claim: Claim) {
  const isWritten = held.track.brands.seen.some(({ value }) => value === brand)
  if (isWritten) addName(names, held, brand, 'short', claim)
  else addShortName(names, held, brand, claim)
}

/** A name that the register has within another, or in other letters. */
function addShortName(names: Map<string, Name>, held: Held, name: string, claim: Claim) {
  if (names.has(name)) return
  names.set(name, { name, type: 'short' })
  const reports = reportedListing(held.track).map(one => {
    const { brand, name: holder } = one.observation
    return { ...one, asReported: brand || holder }
  })
  claim(held, `names/${name}`, reports)
}

type Seen = { observation: Report['observation']; value: string }

const seenWith = (seen: Seen[], value: string): Report[] =>
  seen.flatMap(one =>
    one.value === value
      ? { observation: one.observation, value, status: { status: 'accepted' } }
      : [],
  )

function identifiersOf({ licence: { holder, websites } }: Held): Identifier[] {
  const lei = holder.lei === undefined ? [] : [{ scheme: 'lei', value: holder.lei }]
  const domains = websites.map(value => ({ scheme: 'domain', value }))
  return [...lei, ...domains].map(one => ({ ...one, name: holder.name }))
}

function seenIdentifier({ leis, domains }: Track, { scheme, value }: Identifier): Report[] {
  if (scheme === 'lei') return seenWith(leis.seen, value)
  const seen = domains.seen.filter(one => one.value.includes(value))
  return seenWith(
    seen.map(one => ({ ...one, value })),
    value,
  )
}
