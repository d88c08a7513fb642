import type { ActionSeed } from '../../model/action.ts'
import type { ActorSeed } from '../../model/actor.ts'
import type { DocumentSeed } from '../../model/document.ts'
import type { LicenceSeed } from '../../model/licence.ts'
import type { Register } from '../../model/register.ts'
import type { RetiredSeed } from '../../model/release.ts'
import type { Entry } from '../seed/seed.ts'
import { authorityEntries } from './authorities.ts'
import { documentOf, pageOf } from './documents.ts'
import { firmEntry, type Held } from './firms.ts'
import type { RegisterFolder } from './folder.ts'
import { codedGrants, joinGrant } from './grants.ts'
import { decisionsOn } from './identity.ts'
import { actionKeys, grantKey, licenceIds } from './keys.ts'
import { fromRegister } from './licence.ts'
import { retiredIn } from './retired.ts'
import type { NumberOf } from './runs.ts'
import { shown, type Track } from './track.ts'

/** The entries of a seed that registers add to. */
type Coded = {
  documents: Entry<DocumentSeed>[]
  licences: Entry<LicenceSeed>[]
  actors: Entry<ActorSeed>[]
  actions: Entry<ActionSeed>[]
  retired: Entry<RetiredSeed>[]
}

/** A seed with what its registers tell. */
type Expanded<C extends Coded> = C & { registers: Register[]; listings: Map<string, string[]> }

const MISSING = 'has no id yet; run `npm run register`'

/** Adds the records that registers tell of to those that are coded by hand. Mistakes are added to the problems. */
export function expand<C extends Coded>(
  coded: C,
  folders: RegisterFolder[],
  problems: string[],
): Expanded<C> {
  const grants = codedGrants(coded.actions)
  const actors = new Map(coded.actors.map(entry => [entry.value.id, entry]))
  const held = new Map<string, Held[]>()
  const expanded: Expanded<C> = { ...coded, registers: [], listings: new Map() }
  const actions = new Map(coded.actions.map(entry => [entry.value.id, entry]))
  for (const folder of folders) {
    const names = namesIn(folder, grants, problems)
    const { value: register, readings } = folder
    for (const entry of authorityEntries(folder, names.numberOf))
      if (!actors.has(entry.value.id)) actors.set(entry.value.id, entry)
    const keeper = actors.get(register.authority)?.value.name ?? register.authority
    expanded.registers.push(pageOf(register, readings))
    expanded.documents = [
      ...expanded.documents,
      ...readings.map(reading => ({
        value: documentOf(register, reading, keeper),
        at: folder.at,
      })),
    ]
    for (const track of folder.tracks) {
      const id = names.licenceOf(track)
      if (id === undefined) continue
      const firm = names.firmOf(track)
      const named = { id, firm, ...names }
      const written = fromRegister(track, folder.ends.get(track), named)
      const at = atRow(track)
      expanded.licences = [...expanded.licences, { value: written.licence, at }]
      expanded.listings.set(
        id,
        track.observations.map(({ reading }) => reading.id),
      )
      const name = decidedName(track)
      held.set(firm, [
        ...(held.get(firm) ?? []),
        { track, licence: written.licence, numberOf: names.numberOf, ...(name && { name }) },
      ])
      for (const value of written.actions) {
        const own = grants.get(id)
        if (own && value.id === own.value.id) actions.set(value.id, joinGrant(own, value, at))
        else actions.set(value.id, { value, at })
      }
    }
  }
  for (const [id, own] of held) actors.set(id, firmEntry(id, own, actors.get(id)))
  const result = { ...expanded, actors: [...actors.values()], actions: [...actions.values()] }
  return { ...result, retired: [...coded.retired, ...retiredOf(folders, grants, result)] }
}

const atRow =
  ({ observations }: Track): Entry<0>['at'] =>
  (path, reason) =>
    observations[0]!.at(`${path.join('.')}: ${reason}`)

const decidedName = (track: Track) =>
  decisionsOf(track).find(({ firm_name }) => firm_name !== undefined)?.firm_name

/** The decisions about the rows of a licence. */
export const decisionsOf = ({ register, rows }: Track) =>
  rows.flatMap(row => decisionsOn(register, row))

type Grants = ReturnType<typeof codedGrants>

/** How the records of a register are named. An id that is missing is a problem. */
function namesIn({ ids, readings }: RegisterFolder, grants: Grants, problems: string[]) {
  const numbers = new Map(readings.map(({ on }) => [on, Number(ids.get('reading', on))]))
  for (const { on, id } of readings)
    if (ids.get('reading', on) === undefined) problems.push(`${id}: ${MISSING}`)
  const numberOf: NumberOf = ({ reading }) => numbers.get(reading.on)!
  const actionId = (key: string) => {
    const own = grants.get(key.replace(/ granted$/, ''))
    return key.endsWith(' granted') && own ? own.value.id : (ids.get('action', key) ?? '')
  }
  const licenceOf = (track: Track) => {
    const [id] = licenceIds(track, ids)
    if (id === undefined) problems.push(track.observations[0]!.at(MISSING))
    return id
  }
  const firmOf = (track: Track) => {
    const decided = decisionsOf(track).find(({ firm }) => firm !== undefined)?.firm
    return decided ?? ids.get('firm', licenceIds(track, ids)[0]!) ?? ''
  }
  const grantClaim = (track: Track) => {
    const id = actionId(grantKey(licenceIds(track, ids)[0]!))
    const stated = track.granted.seen.find(({ value }) => value === shown(track.granted))!
    return `actions/${id}.date.${numberOf(stated.observation)}`
  }
  return { numberOf, actionId, licenceOf, firmOf, grantClaim }
}

/** The ids that the registers gave and that no record has any more. */
function retiredOf(
  folders: RegisterFolder[],
  grants: Grants,
  { actors, actions }: Pick<Coded, 'actors' | 'actions'>,
) {
  const known = new Set([...actors, ...actions].map(({ value }) => value.id))
  return folders.flatMap(({ ids, tracks, ends }) => {
    const owners = new Map(
      tracks.flatMap(track => licenceIds(track, ids).map(id => [id, track] as const)),
    )
    const licenceOf = (id: string) => {
      const track = owners.get(id)
      return track && licenceIds(track, ids)[0]
    }
    const keys = new Set(
      tracks.flatMap(track => {
        const [id] = licenceIds(track, ids)
        return id === undefined ? [] : actionKeys(id, track, ends.get(track))
      }),
    )
    return retiredIn(ids, {
      licenceOf,
      actionOf: key => actionOf(key, keys, ids, licenceOf, grants),
      firmOf: licence => ids.get('firm', licence),
      isActor: id => known.has(id),
    })
  })
}

/** The action that a key of the file of ids stands for now, that of a merged licence under the other one. */
function actionOf(
  key: string,
  keys: Set<string>,
  ids: RegisterFolder['ids'],
  licenceOf: (id: string) => string | undefined,
  grants: Grants,
): string | undefined {
  const [id = '', ...rest] = key.split(' ')
  const now = [licenceOf(id) ?? id, ...rest].join(' ')
  if (!keys.has(now)) return undefined
  const own = rest.join(' ') === 'granted' ? grants.get(licenceOf(id) ?? id) : undefined
  return own?.value.id ?? ids.get('action', now)
}
