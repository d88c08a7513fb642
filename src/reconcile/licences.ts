import type { Dataset } from '../dataset/dataset.ts'
import { dayNumber } from '../model/dates.ts'
import { timesOn } from '../model/force.ts'
import { type Licence, suspensionOf } from '../model/licence.ts'
import { APPROVAL } from '../model/register.ts'

/** The licences of an actor, by its id. */
export const licencesHeld = (dataset: Dataset, actor: string): Licence[] =>
  dataset.jsons('licences', dataset.list('licences', 'actor', actor)).map(json => JSON.parse(json))

/** The places in which an actor may be licensed on the day of the dataset. */
export function placesLicensed(dataset: Dataset, actor: string): string[] {
  const day = dataset.meta.as_of
  const counted = licencesHeld(dataset, actor).filter(
    licence => licence.kind !== APPROVAL && dayNumber(day) < suspensionOf(licence)[1],
  )
  const inForce = counted.flatMap(({ in_force }) => timesOn(in_force, day))
  return [...new Set(inForce.flatMap(({ regions }) => regions))].sort()
}
