import { pathOf } from '../model/collections.ts'
import { claimed } from '../model/fields.ts'
import type { Fingerprint } from '../model/release.ts'
import { claimIds } from './derive-claims.ts'
import type { Fingerprints } from './fingerprints.ts'
import { collect } from './report.ts'
import { claimedEntries, type Seed } from './seed.ts'

/** Ids of claims are never used again: one that had another id before must say its number, and a new one needs one that none had. */
export function checkClaimIds(seed: Seed, now: Fingerprints): string[] {
  const last = seed.releases.at(-1)?.records ?? {}
  const ever: Fingerprints = Object.assign({}, ...seed.releases.map(({ records }) => records))
  const places = placesOf(ever)
  return claimed.flatMap(name =>
    collect(claimedEntries(seed, name), (value, report) => {
      for (const [i, id] of claimIds(pathOf(name, value), value.claims).entries()) {
        const path = `claims/${id}`
        if (ever[path] === undefined || placeOf(path, ever) === placeOf(path, now)) continue
        const former = places.get(placeOf(path, now))
        if (former !== undefined)
          report(
            ['claims', i],
            `was ${former.replace('claims/', '')}; give it number: ${numberOf(former)}`,
          )
        else if (last[path] === undefined)
          report(['claims', i], `${id} stood for other words; give it a number that none had`)
      }
    }),
  )
}

const numberOf = (path: string) => path.slice(path.lastIndexOf('.') + 1)

/** The words that a claim is drawn from: the field that it speaks of, the document, and where it has them from there. */
function placeOf(path: string, prints: Fingerprints): string {
  const { document, start, end, value } = (prints[path] as Fingerprint).fields
  return [path.slice(0, path.lastIndexOf('.')), document, start, end, value].join(' ')
}

const placesOf = (prints: Fingerprints) =>
  new Map(
    Object.keys(prints)
      .filter(path => path.startsWith('claims/'))
      .map(path => [placeOf(path, prints), path]),
  )
