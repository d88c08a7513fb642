import type { ActionSeed } from '../../model/action.ts'
import type { ActorSeed } from '../../model/actor.ts'
import type { DocumentSeed } from '../../model/document.ts'
import type { LicenceSeed } from '../../model/licence.ts'
import type { RegionSeed } from '../../model/region.ts'
import type { Register } from '../../model/register.ts'
import { standard } from '../derive/places.ts'
import type { Entry } from '../seed/entry.ts'
import { authorityEntries, withCoded } from './authorities.ts'
import { atRow } from './compare/track.ts'
import { documentOf, pageOf } from './documents.ts'
import { firmEntry, type Held } from './firms.ts'
import { codedGrants, type Grants, joinGrant } from './grants.ts'
import { decided, namesIn } from './naming.ts'
import type { RegisterFolder } from './read/folder.ts'
import { type RetiredEntry, retiredIn } from './retired.ts'
import { fromRegister } from './write/licence.ts'

/** The entries of a seed that registers add to. */
type Coded = {
  regions: Entry<RegionSeed>[]
  documents: Entry<DocumentSeed>[]
  licences: Entry<LicenceSeed>[]
  actors: Entry<ActorSeed>[]
  actions: Entry<ActionSeed>[]
  retired: RetiredEntry[]
}

/** The registers of a seed, and the readings that list each licence. */
type Registers = { registers: Register[]; listings: Map<string, string[]> }

/** Adds the records that follow from registers to those that are coded by hand. Mistakes are added to the problems. */
export function expand<C extends Coded>(
  coded: C,
  folders: RegisterFolder[],
  problems: string[],
): C & Registers {
  const grants = codedGrants(coded.actions)
  const placeName = namesOfPlaces(coded.regions)
  const derived = folders.map(folder => recordsOf(folder, grants, placeName, problems))
  const authorities = derived.flatMap(one => one.authorities)
  const actors = byId([...authorities, ...withCoded(authorities, coded.actors)])
  const held = Map.groupBy(
    derived.flatMap(one => one.held),
    ({ licence }) => licence.actor,
  )
  for (const [id, own] of held) actors.set(id, firmEntry(id, own, actors.get(id)))
  const actions = withActions(
    coded.actions,
    grants,
    derived.flatMap(one => one.actions),
  )
  const firms = new Map(
    derived.flatMap(one => one.held.map(({ licence }) => [licence.id, licence.actor] as const)),
  )
  const known = new Set([...actors.keys(), ...actions.map(({ value }) => value.id)])
  return {
    ...coded,
    documents: [...coded.documents, ...documentsOf(folders, actors)],
    licences: [...coded.licences, ...derived.flatMap(one => one.licences)],
    actors: [...actors.values()],
    actions,
    retired: [
      ...coded.retired,
      ...folders.flatMap(one => retiredIn(one, grants, known, id => firms.get(id))),
    ],
    registers: folders.map(pageOf),
    listings: new Map(derived.flatMap(({ listings }) => listings)),
  }
}

/** Entries by their ids; of two with one id the later one stays. */
const byId = <T extends { id: string }>(entries: Entry<T>[]): Map<string, Entry<T>> =>
  new Map(entries.map(entry => [entry.value.id, entry]))

/** The actions that are coded by hand and those that follow from registers; some of these are grants by hand with more claims. */
function withActions(
  coded: Entry<ActionSeed>[],
  grants: Grants,
  derived: Entry<ActionSeed>[],
): Entry<ActionSeed>[] {
  const ids = new Set(derived.map(({ value }) => value.id))
  const joined = new Set([...grants.values()].filter(({ value }) => ids.has(value.id)))
  return [...coded.filter(entry => !joined.has(entry)), ...derived]
}

function documentsOf(folders: RegisterFolder[], actors: Map<string, Entry<ActorSeed>>) {
  return folders.flatMap(({ value, readings, at }) => {
    const keeper = actors.get(value.authority)?.value.name ?? value.authority
    return readings.map(reading => ({ value: documentOf(value, reading, keeper), at }))
  })
}

/** Gives the names of places; an unknown one is reported elsewhere. */
function namesOfPlaces(regions: Entry<RegionSeed>[]) {
  const own = new Map(regions.map(({ value }) => [value.code, value.name]))
  return (code: string): string => own.get(code) ?? standard.get(code)?.name ?? code
}

/** The records that follow from one register. */
function recordsOf(
  folder: RegisterFolder,
  grants: Grants,
  placeName: (code: string) => string,
  problems: string[],
) {
  const names = namesIn(folder, grants, problems)
  const derived = {
    authorities: authorityEntries(folder, names.numberOf),
    licences: [] as Entry<LicenceSeed>[],
    actions: [] as Entry<ActionSeed>[],
    held: [] as Held[],
    listings: [] as [licence: string, readings: string[]][],
  }
  for (const track of folder.tracks) {
    const ids = names.named(track)
    if (!ids) continue
    const { id } = ids
    const { licence, actions } = fromRegister(track, folder.ends.get(track), {
      ...{ ...names, ...ids, placeName },
    })
    const at = atRow(track)
    derived.licences.push({ value: licence, at })
    derived.listings.push([id, track.observations.map(({ reading }) => reading.id)])
    const [name, sector] = [decided(track, 'firm_name'), decided(track, 'sector')]
    derived.held.push({ track, licence, numberOf: names.numberOf, name, sector })
    const grant = grants.get(id)
    for (const value of actions)
      derived.actions.push(value.id === grant?.value.id ? joinGrant(grant, value) : { value, at })
  }
  return derived
}
