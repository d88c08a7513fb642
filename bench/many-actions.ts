import type { Action } from '../src/model/action.ts'
import type { Claim } from '../src/model/claim.ts'
import { writeDatabase } from '../src/store/build.ts'
import { checkSeed } from '../src/store/check.ts'
import type { Derived } from '../src/store/derive.ts'
import { inputsFingerprint } from '../src/store/fingerprint.ts'
import { readSeed } from '../src/store/seed.ts'

/**
 * Writes a dataset file with so many actions: those of the seed over and over, each copy with an id of its own and the
 * claim on its date, without what leads to others. Nothing is made up.
 */
export function writeManyActions(seedFolder: string, file: string, count: number) {
  const seed = readSeed(seedFolder)
  const { records, history } = checkSeed(seed)
  const actions = (records.actions as Action[]).toSorted(byDate)
  const claims = new Map(
    (records.claims as Claim[])
      .filter(({ field }) => field === 'date')
      .map(claim => [claim.record, claim]),
  )
  const others = (records.claims as Claim[]).filter(({ record }) => !record.startsWith('actions/'))
  const copies = Array.from({ length: count }, (_, i) => {
    // In the order of their dates, as the rows of a dataset are.
    const action = actions[Math.floor((i * actions.length) / count)] as Action
    return { ...action, effect: null, links: [], id: `${action.id}-${String(i).padStart(7, '0')}` }
  })
  const copied = copies.map(({ id }) => {
    const record = `actions/${id}`
    const claim = claims.get(`actions/${id.slice(0, -8)}`) as Claim
    return { ...claim, id: `${record}.date.1`, record }
  })
  const many = {
    records: {
      ...records,
      actions: copies,
      claims: [...others, ...copied].sort(byId),
      changes: [],
    },
    history,
  } as Derived
  writeDatabase(file, { ...seed, retired: [] }, many, inputsFingerprint(seedFolder))
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

const byDate = (a: Action, b: Action) => {
  const day = ({ date }: Action) => date.earliest ?? date.latest ?? '9999'
  return day(a) < day(b) ? -1 : 1
}
