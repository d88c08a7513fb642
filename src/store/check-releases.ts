import { releaseFile } from '../model/release.ts'
import { differences } from './record-hashes.ts'
import type { Seed } from './seed.ts'

/** A merged record is missing from the records like any other that was removed. */
const kindOf = (change: string) => (change === 'merged' ? 'removed' : change)

/** A release must list every change since the one before: removed ids, and copies of the dataset, depend on it. */
export function checkReleases({ releases }: Pick<Seed, 'releases'>): string[] {
  return releases.flatMap(({ head, records }, i) => {
    const before = releases[i - 1]?.records ?? new Map<string, string>()
    const listed = new Set(head.changes.map(({ record, change }) => `${kindOf(change)} ${record}`))
    const found = new Set(differences(before, records).map(it => `${it.change} ${it.record}`))
    const place = `seed/releases/${releaseFile(head.version)}:1:1: changes`
    return [...listed.symmetricDifference(found)].map(
      change =>
        `${place}: ${listed.has(change) ? 'has' : 'lacks'} '${change}', against the release before`,
    )
  })
}
