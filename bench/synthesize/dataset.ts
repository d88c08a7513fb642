import type { BuildInput } from '../../src/build/derive/derive.ts'
import { type Frame, writeDatabase } from '../../src/build/file/write-database.ts'
import { Workplace } from '../../src/build/workplace.ts'
import type { Claim } from '../../src/model/claim.ts'
import { pathOf } from '../../src/model/collections.ts'
import { sha256 } from '../../src/model/hash.ts'
import type { MatterName } from '../../src/model/matter.ts'
import type { Change } from '../../src/model/release.ts'
import { terms } from '../../src/model/vocabulary.ts'
import { actionAt, idOf, rowOf } from './actions.ts'
import { makeActors } from './actors.ts'
import { claimsOn } from './claims.ts'
import { documents } from './documents.ts'
import { matterSeeds, matters } from './matters.ts'
import { Random } from './random.ts'
import { regions } from './regions.ts'

const frame: Frame = {
  dataset: {
    title: 'Synthetic Crypto Regulation Events',
    description: 'Invented by a program, to measure the server with many records.',
    publisher: 'Nobody',
    licence: { id: 'CC0-1.0', name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/' },
    gaps: [],
  },
  retired: [],
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

/** A dataset of so many actions. Actions and claims are generated again in each pass, so that memory stays small. */
export function synthesize(count: number): BuildInput {
  const actors = makeActors(count)
  const [rules, cases] = [matterSeeds('rules', count), matterSeeds('cases', count)]
  const others = claimsOnOthers({ actors, documents, regions, rules, cases })
  let last = { row: -1, ...actionAt(0, count, actors) }
  // The build asks for an action and then for its claims.
  const at = (row: number) => {
    if (last.row !== row) last = { row, ...actionAt(row, count, actors) }
    return last
  }
  function* actions() {
    for (let row = 0; row < count; row++) yield at(row).action
  }
  function* claims() {
    for (let row = 0; row < count; row++) yield* at(row).claims
    for (const claims of others.values()) yield* claims
  }
  const { release, releases, changes } = historyOf(count)
  const asOf = releases.at(-1)!.date
  const mattersOf = (name: MatterName) => ({
    [Symbol.iterator]: () => matters(name, count, row => at(row).action, asOf),
  })
  const sorted = { actors: actors.toSorted(byId), terms: terms.toSorted(byId) }
  return {
    records: {
      ...{ ...sorted, regions, documents, releases, changes },
      ...{ rules: mattersOf('rules'), cases: mattersOf('cases'), licences: [] },
      actions: { [Symbol.iterator]: actions },
      claims: { [Symbol.iterator]: claims },
    },
    claimsOn: record => others.get(record) ?? at(rowOf(record)).claims,
    registers: [],
    listings: new Map(),
    asOf,
    history: { release, releases, changes },
  }
}

const others = ['actors', 'documents', 'regions', 'rules', 'cases'] as const

/** The claims on all records but the actions, by path, in the order of the claims' ids. */
function claimsOnOthers(records: Record<(typeof others)[number], object[]>) {
  const claims = others.flatMap((name, purpose) =>
    records[name].map((record, i): [string, Claim[]] => {
      return [pathOf(name, record), claimsOn(name, record, new Random(5 + purpose, i))]
    }),
  )
  // A claim's id is the path, a dot and more.
  return new Map(claims.sort(([a], [b]) => (`${a}.` < `${b}.` ? -1 : 1)))
}

/** One release, which changed some actions. */
function historyOf(count: number): BuildInput['history'] {
  const [release, date, hash] = ['2026.01.0', '2026-01-15', sha256(`synthetic ${count}`)]
  const changes = Array.from({ length: Math.min(count, 50) }, (_, row): Change => {
    const record = `actions/${idOf(row)}`
    const what = { change: 'changed', fields: ['summary'], reason: 'coding-error' }
    return { id: `${release}/${record}`, release, date, record, ...what }
  })
  const numbers = { counts: { actions: count }, changes: { changed: changes.length } }
  const version = { version: release, date, hash }
  const releases = [{ ...version, time: `${date}T12:00:00Z`, ...numbers }]
  return { release: version, releases, changes }
}

/** Writes a dataset file of so many actions. */
export function writeSynthetic(file: string, count: number) {
  using place = new Workplace(file)
  writeDatabase(place.draft, frame, synthesize(count), `synthetic ${count}`)
  place.publish()
}
