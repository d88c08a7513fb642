import { collection } from '../model/collections.ts'
import { type ClaimedCollection, claimed } from '../model/fields.ts'
import { didYouMean } from '../model/nearest.ts'
import { reaches } from './check-references.ts'
import { collect, type Report } from './report.ts'
import type { Seed } from './seed.ts'

/** Ids that are retired must be gone, lead somewhere, and be told: no released record may vanish without a word. */
export function checkRetired(seed: Seed): string[] {
  const present = new Set(claimed.flatMap(name => pathsOf(seed, name)))
  const retired = new Set(seed.retired.map(({ value }) => value.record))
  const ways = new Map(
    seed.retired.map(({ value: { record, into } }) => [record, into === undefined ? [] : [into]]),
  )
  const known = new Set([...present, ...retired])
  const targets = new Set([...ways.values()].flat())
  const released = releasedIn(seed)
  const seen = new Set<string>()
  return [
    ...collect(seed.retired, ({ record, into }, report) => {
      if (present.has(record)) report(['record'], `'${record}' is still there`)
      if (seen.has(record)) report(['record'], `'${record}' is there twice`)
      if (!released.has(record) && !targets.has(record))
        report(['record'], `'${record}' was never released${didYouMean(record, released.keys())}`)
      if (reaches(record, record, ways)) report(['into'], `'${record}' leads back to itself`)
      if (into !== undefined) checkTarget(record, into, known, report)
      seen.add(record)
    }),
    ...checkSettled(seed),
    ...[...released]
      .filter(([path]) => !known.has(path))
      .map(
        ([path, version]) =>
          `seed/retired.yaml:1:1: '${path}' of the release ${version} is gone: say here where it went or why`,
      ),
  ]
}

/** The records that were ever released, each with the last release that has it. */
const releasedIn = ({ releases }: Seed): Map<string, string> =>
  new Map(
    releases.flatMap(({ version, records }) =>
      Object.keys(records)
        .filter(path => claimed.some(name => name === collectionOf(path)))
        .map(path => [path, version] as const),
    ),
  )

/** What a release has told of an id that is gone stands. */
function checkSettled(seed: Seed): string[] {
  const told = new Map(
    seed.releases.flatMap(({ version, changes }) =>
      changes
        .filter(({ change }) => change === 'merged' || change === 'removed')
        .map(change => [change.record, { ...change, version }]),
    ),
  )
  return collect(seed.retired, ({ record, into, reason }, report) => {
    const { version, ...before } = told.get(record) ?? { version: '', into, reason }
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
