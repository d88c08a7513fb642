import { pathOf } from '../model/collections.ts'
import { claimed } from '../model/fields.ts'
import { didYouMean } from '../model/nearest.ts'
import type { RecordChange } from '../model/release.ts'
import { reaches } from './check-references.ts'
import { collect, type Report } from './report.ts'
import type { Seed } from './seed.ts'

/** The records of a seed and of its releases, by their paths. */
type Facts = {
  present: Set<string>
  /** Those that were ever released, each with the last release that has it. */
  released: Map<string, string>
  /** What the releases have told of those that are gone. */
  gone: Map<string, RecordChange & { version: string }>
}

/** Ids that are retired must be gone, lead somewhere, and be told: no released record may vanish without a word, or come back. */
export function checkRetired(seed: Seed): string[] {
  const present = new Set(
    claimed.flatMap(name => seed[name].map(({ value }) => pathOf(name, value))),
  )
  const facts = { present, released: releasedIn(seed), gone: goneIn(seed) }
  return [
    ...checkEntries(seed, facts),
    ...checkSettled(seed, facts),
    ...checkVanished(seed, facts),
    ...checkReturned(facts),
  ]
}

function checkEntries(seed: Seed, { present, released }: Facts): string[] {
  const ways = new Map(
    seed.retired.map(({ value: { record, into } }) => [record, into === undefined ? [] : [into]]),
  )
  const once = new Set([...released.keys(), ...[...ways.values()].flat()])
  const known = new Set([...present, ...ways.keys()])
  const seen = new Set<string>()
  return collect(seed.retired, ({ record, into }, report) => {
    if (present.has(record)) report(['record'], `'${record}' is still there`)
    if (seen.has(record)) report(['record'], `'${record}' is there twice`)
    if (!once.has(record))
      report(['record'], `'${record}' was never released${didYouMean(record, released.keys())}`)
    if (reaches(record, record, ways)) report(['into'], `'${record}' leads back to itself`)
    if (into !== undefined) checkTarget(record, into, known, report)
    seen.add(record)
  })
}

function checkVanished(seed: Seed, { present, released }: Facts): string[] {
  const known = new Set([...present, ...seed.retired.map(({ value }) => value.record)])
  return [...released]
    .filter(([path]) => !known.has(path))
    .map(
      ([path, version]) =>
        `seed/retired.yaml:1:1: '${path}' of the release ${version} is gone: say here where it went or why`,
    )
}

const checkReturned = ({ present, gone }: Facts): string[] =>
  [...gone.values()]
    .filter(({ record }) => present.has(record))
    .map(
      ({ record, version }) =>
        `seed/retired.yaml:1:1: '${record}' is gone since the release ${version}: an id is never used again`,
    )

/** The records that were ever released, each with the last release that has it. */
function releasedIn({ releases }: Seed): Facts['released'] {
  const released = new Map<string, string>()
  const present = new Set<string>()
  for (const { head } of releases) {
    for (const { record, change } of head.changes)
      isGone(change) ? present.delete(record) : present.add(record)
    for (const record of present) if (isClaimed(record)) released.set(record, head.version)
  }
  return released
}

const isClaimed = (path: string) => claimed.some(name => name === collectionOf(path))
const isGone = (change: string) => change === 'merged' || change === 'removed'

const goneIn = ({ releases }: Seed): Facts['gone'] =>
  new Map(
    releases.flatMap(({ head: { version, changes } }) =>
      changes
        .filter(({ change }) => isGone(change))
        .map(change => [change.record, { ...change, version }]),
    ),
  )

/** What a release has told of an id that is gone stands. */
function checkSettled(seed: Seed, { gone }: Facts): string[] {
  return collect(seed.retired, ({ record, into, reason }, report) => {
    const { version, ...before } = gone.get(record) ?? { version: '', into, reason }
    if (before.into !== into) report(['into'], `was '${before.into}' in the release ${version}`)
    if (before.reason !== reason)
      report(['reason'], `was '${before.reason}' in the release ${version}`)
  })
}

const collectionOf = (path: string) => path.split('/')[0]

function checkTarget(record: string, into: string, known: Set<string>, report: Report) {
  if (!known.has(into)) report(['into'], `'${into}' is not known${didYouMean(into, known)}`)
  if (collectionOf(into) !== collectionOf(record))
    report(['into'], `'${into}' is of another collection`)
}
