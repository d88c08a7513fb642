import { TypedFastBitSet } from 'typedfastbitset'
import type { Dataset } from '../../dataset/dataset.ts'
import type { MatterName } from '../../model/matter.ts'
import { type Force, forceAt, keepOnDay, timesOfRecord } from '../list/times.ts'

/** The force of each time of a rule or case on the day of the dataset; undefined for those that do not include it. */
export function forceOfTimes(dataset: Dataset, of: MatterName, row: number): (Force | undefined)[] {
  const { as_of } = dataset.meta
  return timesOfRecord(dataset, of, row).map(time => {
    const wanted = new TypedFastBitSet([time])
    const current = wanted.clone()
    keepOnDay(dataset, of, current, as_of, 'possible')
    return current.isEmpty() ? undefined : forceAt(dataset, of, wanted, as_of)(row)
  })
}
