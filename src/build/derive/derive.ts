import type { Claim } from '../../model/claim.ts'
import { type CollectionName, collection, type Records } from '../../model/collections.ts'
import { compareDated, FIRST_BLOCK, toEventDate } from '../../model/dates.ts'
import { isOfficial } from '../../model/document.ts'
import { toSources } from '../../model/evidence.ts'
import { type Matter, matterNames } from '../../model/matter.ts'
import { encodePath } from '../../model/paths.ts'
import type { Register } from '../../model/register.ts'
import type { Change } from '../../model/release.ts'
import { terms } from '../../model/vocabulary.ts'
import type { ClaimedRecord, Seed } from '../seed/seed.ts'
import { toAction, toOptionalDate } from './actions.ts'
import { deriveClaims } from './claims.ts'
import { type History, historyOf } from './history.ts'
import { toLicence } from './licences.ts'
import { stepsByMatter, toMatter } from './matters.ts'
import { toRegions } from './places.ts'
import { withLicences } from './region-licences.ts'

/** The records that a dataset file is written from, which need not all be in memory at once, and their history. */
export type BuildInput = {
  records: { [N in CollectionName]: Iterable<Records[N][number]> }
  claimsOn: (record: string) => Claim[]
  registers: Register[]
  /** The readings of registers that list each licence. */
  listings: ReadonlyMap<string, string[]>
  /** The day on which the records were last compared with their sources. */
  asOf: string
  history: Pick<History, 'release' | 'releases' | 'changes'>
}

/** The dataset that a seed amounts to. */
export type Derived = BuildInput & { records: Records; history: History }

/** Derives the dataset from a seed that has been checked; `released` is the day on which it is about to be released. */
export function derive(seed: Seed, claimed: ClaimedRecord[], released?: string): Derived {
  const asOf = dayOf(seed, released)
  const { actions, ...others } = recordsOf(seed, asOf)
  const claims = deriveClaims(claimed, { actions, ...others })
  const byRecord = Map.groupBy(claims, ({ record }) => record)
  const claimsOn = (record: string) => byRecord.get(record)!
  const official = new Set(others.documents.filter(isOfficial).map(({ id }) => id))
  const supported = actions.map(action => ({
    ...action,
    sources: toSources(claimsOn(`actions/${action.id}`), id => official.has(id)),
  }))
  const records = {
    actions: inOrder('actions', supported),
    rules: inOrder('rules', others.rules),
    cases: inOrder('cases', others.cases),
    licences: inOrder('licences', others.licences),
    actors: inOrder('actors', others.actors),
    regions: inOrder('regions', others.regions),
    documents: inOrder('documents', others.documents),
    claims: inOrder('claims', claims),
    terms: inOrder('terms', [...terms]),
  }
  const history = historyOf(seed, records)
  const { releases } = history
  const changes = history.changes.map(toServed)
  return {
    records: { ...records, releases, changes },
    claimsOn,
    registers: seed.registers,
    listings: seed.listings,
    asOf,
    history,
  }
}

/** The day of the last release or, if that is later, of the last reading of a document. */
function dayOf({ releases, documents }: Seed, released = FIRST_BLOCK): string {
  const read = documents.map(({ value }) => value.read.on)
  return [released, ...read, ...releases.map(({ date }) => date)].sort().at(-1)!
}

/** A change whose paths can be opened. */
const toServed = (change: Change): Change => ({
  ...change,
  record: encodePath(change.record),
  ...(change.into !== undefined && { into: encodePath(change.into) }),
})

/** The records with claims on them; the actions still without their sources. */
function recordsOf(seed: Seed, asOf: string) {
  const actors = seed.actors.map(({ value: { claims: _, ...actor } }) => actor)
  const places = toRegions(seed)
  const documents = seed.documents.map(({ value: { claims: _, ...document } }) => ({
    ...document,
    published: toOptionalDate(document.published),
  }))
  const matters = [...seed.rules, ...seed.cases, ...seed.licences].map(
    ({ value }) => [value.id, value] as const,
  )
  const named = {
    matters: new Map(matters),
    actors: new Map(actors.map(actor => [actor.id, actor])),
    regions: new Map(places.map(place => [place.code, place])),
    dates: new Map(seed.actions.map(({ value }) => [value.id, toEventDate(value.date)])),
  }
  const actions = seed.actions.map(({ value }) => toAction(value, named))
  const steps = stepsByMatter(actions)
  const [rules, cases] = matterNames.map(name =>
    seed[name].map(({ value }) =>
      // Each is checked to have a step.
      toMatter(name, value, steps.get(value.id)!, named.regions, asOf),
    ),
  ) as [Matter[], Matter[]]
  const licences = seed.licences.map(({ value }) =>
    toLicence(value, steps.get(value.id) ?? [], named.regions, asOf),
  )
  const regions = withLicences(places, licences, asOf)
  return { actions, rules, cases, licences, actors, regions, documents }
}

function inOrder<N extends CollectionName>(name: N, records: Records[N][number][]) {
  const { key, date } = collection(name)
  return records
    .map(record => ({ earliest: null, latest: null, ...date?.(record), id: key(record), record }))
    .sort(compareDated)
    .map(({ record }) => record)
}
