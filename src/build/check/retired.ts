import { idOf } from '../../model/collections.ts'
import { isClaimed } from '../../model/fields.ts'
import { didYouMean } from '../../model/names.ts'
import { LEGAL, type RecordChange, subjectsOf } from '../../model/release.ts'
import { standard } from '../derive/places.ts'
import type { RetiredEntry } from '../registers/retired.ts'
import { isRemoved } from '../releases/records.ts'
import type { ClaimedRecord, Seed } from '../seed/seed.ts'
import { isOnCycle, type Problem, problemsIn, unlessKnown, unlessRepeated } from './problems.ts'

type Paths = ReturnType<typeof pathsIn>

/** The paths of records, by what became of them. */
const pathsIn = ({ retired, releases }: Seed, records: ClaimedRecord[]) => ({
  present: new Set(records.map(({ path }) => path)),
  /** Retired in this seed, with their successors. */
  retired: new Map(retired.map(({ value: { record, into } }) => [record, into])),
  /** Ever released, with the last release that has them. */
  released: new Map(
    releases.flatMap(({ head: { version }, records }) =>
      [...records.keys()].filter(isRecordPath).map(path => [path, version]),
    ),
  ),
  /** Removed or merged by a release, with the change and the version. */
  gone: new Map(
    releases.flatMap(({ head: { version, changes } }) =>
      changes.filter(isRemoval).map(change => [change.record, { ...change, version }]),
    ),
  ),
})

const collectionOf = (path: string) => path.slice(0, path.indexOf('/'))
/** Whether a path is that of a record that stays for ever. A region of a standard is served as long as a record names it. */
const isRecordPath = (path: string) =>
  isClaimed(collectionOf(path)) && !(collectionOf(path) === 'regions' && standard.has(idOf(path)))
const isRemoval = ({ change }: RecordChange) => change === 'merged' || change === 'removed'

/** Checks that each retired id is gone and leads to a record, and that no released record is missing or comes back. */
export function checkRetired(seed: Seed, records: ClaimedRecord[]): string[] {
  const paths = pathsIn(seed, records)
  const unlessPathRepeated = unlessRepeated()
  return [
    ...problemsIn(seed.retired, ({ value: { record } }) => unlessPathRepeated(['record'], record)),
    ...problemsIn(seed.retired, entry => checkEntry(entry, paths)),
    ...[...checkReleased(paths)].map(reason => `seed/retired.yaml:1:1: ${reason}`),
  ]
}

function* checkEntry({ value, isDerived }: RetiredEntry, paths: Paths): Generator<Problem> {
  const { record, into, reason } = value
  const { present, retired, released, gone } = paths
  if (present.has(record)) yield [['record'], `'${record}' is still there`]
  const isKnown = isDerived || released.has(record)
  if (!isKnown && !retired.values().some(successor => successor === record))
    yield [['record'], `'${record}' was never released${didYouMean(record, released.keys())}`]
  if (isOnCycle(record, path => [retired.get(path) ?? []].flat()))
    yield [['into'], `'${record}' leads back to itself`]
  yield* unlessKnown(present.union(retired), ['into'], into)
  if (into !== undefined && collectionOf(into) !== collectionOf(record))
    yield [['into'], `'${into}' is of another collection`]
  const { version, ...before } = gone.get(record) ?? { ...value, version: '' }
  if (before.into !== into) yield [['into'], `was '${before.into}' in the release ${version}`]
  // A record may have gone for another reason before somebody demands the removal of its content.
  if (before.reason !== reason && reason !== LEGAL)
    yield [['reason'], `was '${before.reason}' in the release ${version}`]
}

/** Checks that each released record is present or retired, and stays gone once a release says so. */
function* checkReleased({ present, retired, released, gone }: Paths): Generator<string> {
  for (const [path, version] of released)
    if (!present.has(path) && !retired.has(path))
      yield `'${path}' of the release ${version} is gone: say here where it went or why`
  for (const [path, { version }] of gone)
    if (present.has(path))
      yield `'${path}' is gone since the release ${version}: an id is never used again`
}

/** The ids that were withdrawn on legal grounds, and those that led to one of them. They must not lead in a circle. */
export function withdrawnOnLegalGrounds({ retired }: Seed): Set<string> {
  const entries = new Map(retired.map(({ value }) => [value.record, value]))
  const isLegal = (path: string): boolean => {
    const { into, reason } = entries.get(path) ?? {}
    return into === undefined ? reason === LEGAL : isLegal(into)
  }
  return new Set(entries.keys().filter(isLegal))
}

/** Checks that each record that a release has only as a notice is withdrawn on legal grounds. */
export function checkRemoved(seed: Seed): string[] {
  const withdrawn = withdrawnOnLegalGrounds(seed)
  const isAllowed = (path: string) => subjectsOf(path).some(subject => withdrawn.has(subject))
  return seed.releases.flatMap(({ head: { version }, records }) =>
    [...records]
      .filter(([path, record]) => isRemoved(record) && !isAllowed(path))
      .map(
        ([path]) =>
          `seed/retired.yaml:1:1: '${path}' is removed from the release ${version}, but not withdrawn with the reason '${LEGAL}'`,
      ),
  )
}
