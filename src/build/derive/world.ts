import type { Action } from '../../model/action.ts'
import { isOfficial, type SourceDocument } from '../../model/document.ts'
import { dateSources, isRival, isSupporting } from '../../model/evidence.ts'
import type { World } from '../../model/filter.ts'
import { upwards } from '../../model/places.ts'
import { BEGINNING, type RetiredSeed } from '../../model/release.ts'
import { type CommonValues, commonValues } from './common-values.ts'
import type { BuildInput } from './derive.ts'

/** The facts that the keys of records depend on besides the record itself. */
export function worldOf(retired: { value: RetiredSeed }[], input: BuildInput): World {
  const { records, claimsOn, listings, asOf, history } = input
  const documents = new Map(Array.from(records.documents, document => [document.id, document]))
  let registers: Map<string, string | undefined> | undefined
  let parties: Map<string, string[]> | undefined
  const places = new Map(Array.from(records.regions, region => [region.code, region]))
  const successors = new Map(retired.map(({ value: { record, into } }) => [record, into]))
  const versions = [BEGINNING, ...history.releases.map(({ version }) => version)]
  const changed = new Map(history.changes.map(({ record, release }) => [record, release]))
  const additions = history.changes.filter(({ change }) => change === 'added')
  const added = new Map(additions.map(({ record, release }) => [record, release]))
  let values: Map<string, CommonValues> | undefined
  const world: World = {
    upwards: (code, days = { earliest: asOf, latest: asOf }) =>
      upwards(code => places.get(code), code, days),
    documents: record => [...new Set(claimsOn(record).map(({ document }) => document))],
    readings: licence => listings.get(licence) ?? [],
    registerOf(licence) {
      registers ??= new Map(Array.from(records.licences, one => [one.id, one.register?.id]))
      return registers.get(licence)
    },
    isDisputed: record => claimsOn(record).some(isRival),
    dateSources: record => dateSources(claimsOn(record), id => isOfficial(documents.get(id)!)),
    forceEvidence(action) {
      const told = claimsOn(`actions/${action}`).filter(({ field }) => field === 'effect')
      const support = told.filter(isSupporting)
      const stated = support.filter(({ basis }) => basis === 'stated')
      return {
        shown: support.flatMap(({ document }) => lastShown(documents.get(document)!)),
        ends: told.filter(isRival).flatMap(({ value }) => endIn(value)),
        isOfficial: stated.some(({ document }) => isOfficial(documents.get(document)!)),
      }
    },
    actorsOn(matter) {
      parties ??= partiesOf(records.actions)
      return parties.get(matter)!
    },
    addedBy(record) {
      const at = versions.indexOf(added.get(record) ?? BEGINNING)
      return at < 0 ? versions.length : at
    },
    releasesBefore: version =>
      versions.includes(version) ? versions.slice(0, versions.indexOf(version)) : versions,
    heirs: record => chain(successors, record),
    lastChanged: record => changed.get(record),
    valuesOf(record, filter) {
      values ??= commonValues(input, world)
      return values.get(record)?.[filter] ?? []
    },
  }
  return world
}

/** The first day that may be the last day of force by an account. */
const endIn = (effect: unknown): string | never[] =>
  (effect as Action['effect'])?.until?.earliest ?? []

/** The days up to which a document shows something in force: that of its publication and, of an official register or repository, that of its reading. */
function lastShown(document: SourceDocument): string[] {
  const { kind, published, read } = document
  const isCurrent = isOfficial(document) && (kind === 'register' || read.as === 'repository')
  return [published?.earliest ?? [], isCurrent ? read.on : []].flat()
}

/** The actors of the steps of each rule and case. */
function partiesOf(actions: Iterable<Action>): Map<string, string[]> {
  const parties = new Map<string, string[]>()
  for (const { matters, actors } of actions)
    for (const { id } of matters)
      parties.set(id, [...(parties.get(id) ?? []), ...actors.flatMap(actor => actor.id ?? [])])
  return parties
}

/** The keys that a map leads to from a key, one after the other. */
function chain(next: Map<string, string | null | undefined>, key: string): string[] {
  const value = next.get(key)
  return typeof value === 'string' ? [value, ...chain(next, value)] : []
}
