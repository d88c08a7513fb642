import { collection } from '../model/collections.ts'
import { type ClaimedCollection, claimed } from '../model/fields.ts'
import { didYouMean } from '../model/nearest.ts'
import { reaches } from './check-references.ts'
import { collect, type Report } from './report.ts'
import type { Seed } from './seed.ts'

/** Ids that are retired must be gone, lead somewhere, and be told: no released record may vanish without a word, or come back. */
export function checkRetired(seed: Seed): string[] {
  const present = new Set(claimed.flatMap(name => pathsOf(seed, name)))
  return [
    ...checkEntries(seed, present),
    ...checkSettled(seed),
    ...checkVanished(seed, present),
    ...checkReturned(seed, present),
  ]
}

function checkEntries(seed: Seed, present: Set<string>): string[] {
  const ways = new Map(
    seed.retired.map(({ value: { record, into } }) => [record, into === undefined ? [] : [into]]),
  )
  const released = releasedIn(seed)
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

function checkVanished(seed: Seed, present: Set<string>): string[] {
  const known = new Set([...present, ...seed.retired.map(({ value }) => value.record)])
  return [...releasedIn(seed)]
    .filter(([path]) => !known.has(path))
    .map(
      ([path, version]) =>
        `seed/retired.yaml:1:1: '${path}' of the release ${version} is gone: say here where it went or why`,
    )
}

const checkReturned = (seed: Seed, present: Set<string>): string[] =>
  [...goneIn(seed).values()]
    .filter(({ record }) => present.has(record))
    .map(
      ({ record, version }) =>
        `seed/retired.yaml:1:1: '${record}' is gone since the release ${version}: an id is never used again`,
    )

/** The records that were ever released, each with the last release that has it. */
const releasedIn = ({ releases }: Seed): Map<string, string> =>
  new Map(
    releases.flatMap(({ version, records }) =>
      Object.keys(records)
        .filter(path => claimed.some(name => name === collectionOf(path)))
        .map(path => [path, version] as const),
    ),
  )

/** What the releases have told of the ids that are gone. */
const goneIn = ({ releases }: Seed) =>
  new Map(
    releases.flatMap(({ version, changes }) =>
      changes
        .filter(({ change }) => change === 'merged' || change === 'removed')
        .map(change => [change.record, { ...change, version }]),
    ),
  )

/** What a release has told of an id that is gone stands. */
function checkSettled(seed: Seed): string[] {
  const gone = goneIn(seed)
  return collect(seed.retired, ({ record, into, reason }, report) => {
    const { version, ...before } = gone.get(record) ?? { version: '', into, reason }
    if (before.into !== into) report(['into'], `was '${before.into}' in the release ${version}`)
    if (before.reason !== reason)
      report(['reason'], `was '${before.reason}' in the release ${version}`)
  })
}

const pathsOf = (seed: Seed, name: ClaimedCollection): string[] =>
  seed[name].map(({ value }) => `${name}/${collection(name).key(value as never)}`)

const collectionOf = (path: string) => path.split('/')[0]

function checkTarget(record: string, into: string, known: Set<string>, report: Report) {
  if (!known.has(into)) report(['into'], `'${into}' is not known${didYouMean(into, known)}`)
  if (collectionOf(into) !== collectionOf(record))
    report(['into'], `'${into}' is of another collection`)
}
