import type { Action } from '../../src/model/action.ts'
import type { Claim } from '../../src/model/claim.ts'
import { pathOf } from '../../src/model/collections.ts'
import { sha256 } from '../../src/model/hash.ts'
import { terms } from '../../src/model/vocabulary.ts'
import type { Frame, Told } from '../../src/store/told.ts'
import { actionAt } from './actions.ts'
import { claimsFor } from './claims.ts'
import { Random } from './random.ts'
import { makeRecipe, type Recipe } from './recipe.ts'
import { regions } from './regions.ts'

const SEED = 20_211_024

/** What the dataset says of itself. */
export const frame: Frame = {
  dataset: {
    title: 'Synthetic Crypto Regulation Events',
    description:
      'Made up by a program from a fixed seed, to see how the server bears many records.',
    publisher: 'Nobody',
    licence: {
      id: 'CC0-1.0',
      name: 'CC0 1.0 Universal',
      url: 'https://creativecommons.org/publicdomain/zero/1.0/',
    },
    gaps: [],
  },
  retired: [],
}

/** Records that are made anew each time they are gone through; `made` is told of every so many. */
export function synthesize(count: number, made: (records: number) => void = () => {}): Told {
  const recipe = makeRecipe(SEED, count)
  const at = remembering(recipe)
  const others = claimsOnOthers(recipe)
  return {
    records: {
      actions: again(() => actions(count, at, made)),
      actors: recipe.actors,
      regions,
      documents: recipe.documents,
      claims: again(() => claims(recipe.ids.inOrder(), at, others, made)),
      terms: terms.toSorted(byId),
      releases: [],
      changes: [],
    },
    claimsOn: record => others.get(record) ?? at(recipe.ids.rowOf(record)).claims,
    history: {
      release: { version: 'unreleased', date: null, hash: hashOf(recipe) },
      releases: [],
      changes: [],
    },
  }
}

type Made = ReturnType<typeof actionAt>
type At = (row: number) => Made

/** The build asks for the claims on an action just when it has got it. */
function remembering(recipe: Recipe): At {
  let last: { row: number; made: Made } | undefined
  return row => {
    if (last?.row !== row) last = { row, made: actionAt(recipe, row) }
    return last.made
  }
}

const again = <T>(begin: () => Iterator<T>): Iterable<T> => ({ [Symbol.iterator]: begin })

const STEP = 1_000

function* actions(count: number, at: At, made: (records: number) => void): Generator<Action> {
  for (let row = 0; row < count; row++) {
    yield at(row).action
    if ((row + 1) % STEP === 0) made(STEP)
  }
}

/** Every claim in the order of the ids, which begin with the paths of the records. */
function* claims(
  rows: Iterable<number>,
  at: At,
  others: Map<string, Claim[]>,
  made: (records: number) => void,
): Generator<Claim> {
  let told = 0
  for (const row of rows) {
    yield* at(row).claims
    if (++told % STEP === 0) made(STEP)
  }
  for (const claims of others.values()) yield* claims
}

/** The claims on what is no action, in the order of their ids. */
function claimsOnOthers(recipe: Recipe): Map<string, Claim[]> {
  const others = { actors: recipe.actors, documents: recipe.documents, regions }
  const names = Object.keys(others) as (keyof typeof others)[]
  const all = names.flatMap((name, purpose) =>
    others[name].map((record, i) => ({
      path: pathOf(name, record),
      claims: claimsFor(recipe, name, record, new Random(SEED, 9 + purpose, i)),
    })),
  )
  // As claims have a dot behind the path.
  all.sort((a, b) => (`${a.path}.` < `${b.path}.` ? -1 : 1))
  return new Map(all.map(({ path, claims }) => [path, claims]))
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

const hashOf = ({ count, words, documents, actors }: Recipe): string =>
  sha256(JSON.stringify([SEED, count, words, documents, actors]))
