import type { Dataset } from '../../dataset/dataset.ts'
import type { Action } from '../../model/action.ts'
import type { Actor } from '../../model/actor.ts'
import { bounds, compareDated, dayNumber } from '../../model/dates.ts'
import { jurisdictionsOf } from '../../model/region.ts'
import type { LicenceAnswer } from '../list/licence-answer.ts'
import { placesBelow, placesFor } from '../list/places.ts'
import { tiesOfOthers } from './affiliations.ts'

/** The roles of those who do something or to whom it is done. */
const ROLES = ['issuer', 'target', 'defendant', 'claimant']

/** The relations of the parts of a firm to it. */
const PARTS = ['part-of', 'majority-owned-by']

/**
 * What a firm and its parts did or suffered by the law of a place, from above or below it, or of the places that granted
 * the licences by which it does business there: until a day, the newest first. Steps of licences are not among it, and
 * nothing of an authority, whose acts are about others.
 */
export function eventsThere(dataset: Dataset, answer: LicenceAnswer): Action[] {
  const { id, kind }: Actor = JSON.parse(dataset.find('actors', answer.actor)!.json)
  if (kind === 'agency') return []
  const parts = tiesOfOthers(dataset, id).filter(({ relation }) => PARTS.includes(relation))
  const firms = new Set([id, ...parts.map(({ of }) => of)])
  const isThere = placeTest(dataset, answer)
  const rows = dataset.rowsOfAny('actions', 'actor', firms)
  return dataset
    .jsons('actions', rows.array())
    .map((json): Action => JSON.parse(json))
    .filter(action => concerns(action, firms) && isThere(action))
    .filter(({ matters }) => !matters.some(({ id }) => dataset.find('licences', id)))
    .filter(action => isUntil(dataset, action, answer.day))
    .sort((a, b) => compareDated({ ...b.date, id: b.id }, { ...a.date, id: a.id }))
}

/** Whether an action is of a law that matters there; one without a jurisdiction must name the place or one below it. */
function placeTest(dataset: Dataset, { region, day, held }: LicenceAnswer) {
  const below = placesBelow(dataset, region, day)
  const granting = held.flatMap(({ licence }) => jurisdictionsOf(licence.regions))
  const lawful = new Set([...below, ...placesFor(dataset, region, day), ...granting])
  return ({ regions }: Action): boolean => {
    const laws = jurisdictionsOf(regions)
    return laws.length > 0
      ? laws.some(code => lawful.has(code))
      : regions.some(({ code }) => below.includes(code))
  }
}

const concerns = ({ actors }: Action, firms: Set<string>): boolean =>
  actors.some(({ id, role }) => id !== null && firms.has(id) && ROLES.includes(role))

/** Whether an action may have happened by the day of the dataset, or surely had by an earlier day. */
function isUntil({ meta }: Dataset, { date }: Action, day: string): boolean {
  const [first, last] = bounds(date)
  return (day < meta.as_of ? last : first) <= dayNumber(day)
}
