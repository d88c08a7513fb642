import type { Dataset } from '../../dataset/dataset.ts'
import type { Rows } from '../../dataset/rows.ts'
import { NOT_STATED } from '../../model/filters.ts'
import { keepBetween } from './dates.ts'
import { countPlanned, countWithoutTimes, rowsUnstated } from './force.ts'
import { asksForFirms } from './licensed.ts'
import { askedFor, type DateMatch, type Query } from './query.ts'
import { filterRows, keepMatches, selectDated, type Undated } from './select.ts'

/**
 * Counts by their force the records that a query selects; undefined if it names no day. Those with a lower certainty
 * include those with a higher one.
 */
export function countForce(dataset: Dataset, query: Query, undated: Undated) {
  const { view, in_force_on: on } = query
  if (on === undefined) return undefined
  const select = (match: DateMatch, part = query) => selectDated(dataset, part, undated, match)
  const possible = select('possible')
  const all = select('possible', { ...query, in_force_on: undefined })
  const isOfMatters = view.of === 'rules' || view.of === 'cases'
  return {
    on,
    certain: select('certain').size(),
    presumed: select('presumed').size(),
    possible: possible.size(),
    planned: countPlanned(dataset, query, possible),
    no_known_effect: countWithoutTimes(dataset, query, all),
    ...(isOfMatters && { activity_not_stated: countUnstated(dataset, query, undated) }),
  }
}

/** How many other licences, or licensed firms, the answer would have if they stated the activity that a query asks for. */
export const countUnstatedLicences = (dataset: Dataset, query: Query, undated: Undated) =>
  query.view.of === 'licences' || asksForFirms(query)
    ? countUnstated(dataset, query, undated)
    : undefined

/** How many other records the answer would have if they stated the activity that a query asks for; undefined if it asks for none. */
function countUnstated(dataset: Dataset, query: Query, undated: Undated): number | undefined {
  if (!askedFor(query, 'activity')) return undefined
  const conditions = query.conditions.filter(({ parameter }) => parameter !== 'activity')
  const others = { ...query, conditions }
  const rows = filterRows(dataset, others)
  if (undated.matches) keepMatches(rows, undated.matches)
  if (query.view.collection.date) keepBetween(dataset, query, rows, query.date_match)
  rows.intersection(unstatedBy(dataset, others))
  return rows.difference_size(selectDated(dataset, query, undated, 'possible'))
}

/** The records that state no activity; with a day, those that may have force then by times that state none. */
const unstatedBy = (dataset: Dataset, query: Query): Rows =>
  query.in_force_on === undefined
    ? dataset.rows('licences', 'activity', NOT_STATED)
    : rowsUnstated(dataset, query)
