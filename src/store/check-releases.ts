import { differences } from './record-hashes.ts'
import type { Seed } from './seed.ts'

/** What a merged record has become is told by the change; that it is gone shows in the records. */
const kindOf = (change: string) => (change === 'merged' ? 'removed' : change)

/** Releases must tell each change since the one before: ids that are gone, and copies of the dataset, rest on it. */
export function checkReleases({ releases }: Pick<Seed, 'releases'>): string[] {
  return releases.flatMap((release, i) => {
    const { version, changes } = release.head
    const told = changes.map(({ record, change }) => `${kindOf(change)} ${record}`)
    const before = releases[i - 1]?.records ?? new Map<string, string>()
    const found = differences(before, release.records).map(it => `${it.change} ${it.record}`)
    const wrong = [...new Set(told).symmetricDifference(new Set(found))]
    const isTold = new Set(told)
    return wrong.map(
      change =>
        `seed/releases/${version}.ndjson.gz:1:1: changes: ${isTold.has(change) ? 'has' : 'lacks'} '${change}', against the release before`,
    )
  })
}
