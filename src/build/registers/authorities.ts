import type { ActorSeed } from '../../model/actor.ts'
import type { Entry } from '../seed/entry.ts'
import type { RegisterFolder } from './read/folder.ts'
import { type NumberOf, type Report, Runs } from './write/runs.ts'

/** The authorities that a register names, as actors. */
export function authorityEntries(
  { value: register, tracks, at }: RegisterFolder,
  numberOf: NumberOf,
): Entry<ActorSeed>[] {
  return register.authorities.flatMap((authority, i) => {
    const track = tracks.find(one => one.observations.some(it => it.authority === authority.id))
    if (!track) return []
    const { id, name, short, region, sector, written } = authority
    const asReported = written[0]
    const reports = track.observations
      .filter(it => it.authority === id)
      .map((observation): Report => {
        const status = { status: 'accepted' as const }
        return { observation, value: name, status, ...(asReported ? { asReported } : {}) }
      })
    const claimsOn = (field: string) => new Runs(track, field, reports, numberOf).claims
    const names = [
      { name, type: 'official' },
      ...(short === name ? [] : [{ name: short, type: 'short' }]),
    ]
    const fields = [...names.map(({ name }) => `names/${name}`), 'region']
    const value = {
      ...{ id, kind: 'agency', name, names, sector, region },
      ...{ affiliations: [], identifiers: [], claims: fields.flatMap(claimsOn) },
    }
    const place = ['authorities', i]
    return {
      value,
      at: (path, reason) => {
        const full = [...place, ...path]
        return at(full, `${full.join('.')}: ${reason}`)
      },
    }
  })
}

/** Authorities with those coded by hand in their place: these keep their values, and get the claims of registers on them. */
export function withCoded(
  authorities: Entry<ActorSeed>[],
  coded: Entry<ActorSeed>[],
): Entry<ActorSeed>[] {
  const claimsOn = Map.groupBy(
    authorities.flatMap(({ value: { id, claims } }) => claims.map(claim => ({ id, claim }))),
    ({ id }) => id,
  )
  return coded.map(entry => {
    const { claims, names, region, id } = entry.value
    const shown = new Set(names.map(({ name }) => `names/${name}`))
    if (authorities.some(({ value }) => value.id === id && value.region === region))
      shown.add('region')
    const lent = (claimsOn.get(id) ?? []).flatMap(({ claim }) =>
      shown.has(claim.field) ? claim : [],
    )
    return { ...entry, value: { ...entry.value, claims: [...claims, ...lent] } }
  })
}
