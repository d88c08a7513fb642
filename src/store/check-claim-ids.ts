import type { Claim } from '../model/claim.ts'
import { pathOf } from '../model/collections.ts'
import { claimed } from '../model/fields.ts'
import { claimIds } from './derive-claims.ts'
import { collect } from './report.ts'
import { claimedEntries, type Seed } from './seed.ts'

/** Ids of claims are never used again: one that had another id before must say its number, and a new one needs one that none had. */
export function checkClaimIds(seed: Seed, now: Map<string, object>): string[] {
  const last = seed.releases.at(-1)?.records ?? new Map<string, string>()
  const ever = everReleased(seed)
  const placeBefore = (path: string) => placeOf(path, JSON.parse(ever.get(path) as string))
  const places = new Map([...ever.keys()].filter(isClaim).map(path => [placeBefore(path), path]))
  return claimed.flatMap(name =>
    collect(claimedEntries(seed, name), (value, report) => {
      for (const [i, id] of claimIds(pathOf(name, value), value.claims).entries()) {
        const path = `claims/${id}`
        const place = placeOf(path, now.get(path) as Claim)
        if (!ever.has(path) || placeBefore(path) === place) continue
        const former = places.get(place)
        if (former !== undefined)
          report(
            ['claims', i],
            `was ${former.replace('claims/', '')}; give it number: ${numberOf(former)}`,
          )
        else if (!last.has(path))
          report(['claims', i], `${id} stood for other words; give it a number that none had`)
      }
    }),
  )
}

const isClaim = (path: string) => path.startsWith('claims/')
const numberOf = (path: string) => path.slice(path.lastIndexOf('.') + 1)

/** The last released JSON of every record that was ever released. */
const everReleased = ({ releases }: Seed): Map<string, string> =>
  new Map(releases.flatMap(({ records }) => [...records]))

/** The words that a claim is drawn from: the field that it is about, the document, and the place there. */
const placeOf = (path: string, { document, start, end, value }: Claim): string =>
  JSON.stringify([path.slice(0, path.lastIndexOf('.')), document, start, end, value])
