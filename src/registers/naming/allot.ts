import { actionKeys, licenceIds } from '../../build/registers/compare/keys.ts'
import { shown, type Track } from '../../build/registers/compare/track.ts'
import { brandOf } from '../../build/registers/firms.ts'
import { decided } from '../../build/registers/naming.ts'
import type { RegisterFolder } from '../../build/registers/read/folder.ts'
import { namesOf } from '../../build/registers/write/times.ts'
import { APPROVAL } from '../../model/register.ts'
import type { Candidate, KnownFirms, Match } from './firms.ts'
import { freeId, plainName, slugOf } from './slugs.ts'

/** The first number of a reading: claims by hand have lower ones. */
const FIRST_READING = 1_001

/** A licence that got a firm. */
export type Named = Match & { licence: string }

/** Gives an id to everything that follows from a register and has none yet. `highest` is the last number of a reading. */
export function allot(folder: RegisterFolder, firms: KnownFirms, highest: number): Named[] {
  const { ids, readings, tracks, ends } = folder
  let number = Math.max(highest, FIRST_READING - 1)
  for (const { on } of readings)
    if (ids.get('reading', on) === undefined) ids.add('reading', on, String(++number))
  return tracks.flatMap(track => {
    const [known] = licenceIds(track, ids)
    const licence = known ?? newLicence(track, folder)
    const named = nameFirm(track, licence, folder, firms)
    for (const key of actionKeys(licence, track, ends.get(track)))
      if (ids.get('action', key) === undefined)
        ids.add('action', key, actionId(licence, key, folder))
    return named
  })
}

/** Makes the firms known that licences of a register have already. */
export function rememberFirms({ ids, tracks }: RegisterFolder, firms: KnownFirms) {
  for (const track of tracks) {
    const [licence = ''] = licenceIds(track, ids)
    const firm = ids.get('firm', licence)
    if (firm !== undefined) firms.remember(firm, candidateOf(track, licence))
  }
}

function candidateOf(track: Track, licence: string): Candidate {
  const { name, names_before } = namesOf(track)
  const brand = decided(track, 'firm_name') ?? brandOf(track)
  const { home } = track.observations[0]!
  const slug = licence
    .replace(`${slugOf(home)}-`, '')
    .replace(new RegExp(`-${track.register.suffix}$`), '')
  return { brand, names: [name, ...names_before], lei: shown(track.leis), slug }
}

function newLicence(track: Track, { value: register, ids }: RegisterFolder): string {
  const { home, kind, brand } = track.observations[0]!
  const { name } = namesOf(track)
  const holder = [name, brand].map(one => one && slugOf(plainName(one))).find(Boolean)
  const end = kind === APPROVAL ? `${register.suffix}-approval` : register.suffix
  const id = freeId(
    decided(track, 'id') ?? [slugOf(home), holder, end].filter(Boolean).join('-'),
    taken => ids.lines.some(line => line.type === 'licence' && line.id === taken),
  )
  ids.add('licence', track.keys[0]!, id)
  return id
}

/** The firm of a licence is decided once; a decision of a curator comes first. */
function nameFirm(track: Track, licence: string, { ids }: RegisterFolder, firms: KnownFirms) {
  const candidate = candidateOf(track, licence)
  const known = decided(track, 'firm') ?? ids.get('firm', licence)
  const match =
    known === undefined ? firms.match(candidate) : { firm: known, by: 'decision' as const }
  firms.remember(match.firm, candidate)
  if (ids.get('firm', licence) !== undefined) return []
  ids.add('firm', licence, match.firm)
  return [{ ...match, licence }]
}

/** The id of an action by what it is known by: `-granted`, `-ended`, or the number of the change. */
function actionId(licence: string, key: string, { ids }: RegisterFolder): string {
  const step = key.slice(licence.length + 1)
  if (step === 'granted' || step === 'ended') return `${licence}-${step}`
  const changes = ids.lines.filter(
    ({ type, id }) => type === 'action' && id.startsWith(`${licence}-changed-`),
  )
  return `${licence}-changed-${changes.length + 1}`
}
