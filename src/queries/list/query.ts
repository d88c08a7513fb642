import type { Filter } from '../../model/filter.ts'
import type { View } from '../../model/views.ts'
import type { Search } from '../search/text.ts'
import type { ListValues } from './options.ts'

/** The names and texts of parameters, sorted by name. */
export type Canonical = [name: string, text: string][]

/** A request that has pages. */
export type Paged = {
  /** The name of its list. */
  name: string
  /** The request in its one form: names resolved, lists sorted, defaults left out, parameters sorted. */
  canonical: Canonical
  cursor: string | undefined
}

/** Whether a vague date must, or only may, fulfil a condition. */
export type DateMatch = NonNullable<ListValues['date_match']>

/** Records that have one of some values of a filter or, if `isNot`, none of them; and the parameter that asks for it. */
export type Condition = { filter: Filter; parameter: string; isNot: boolean; values: string[] }

type Kept = 'in_force_on' | 'sort' | 'limit' | 'fields' | 'include'

/** A request for records of a view, checked and resolved. */
export type Query = Paged &
  Pick<ListValues, Kept> & {
    view: View
    conditions: Condition[]
    date_match: DateMatch
    /** First and last day that the dates of the records may have, as numbers; infinite if open. */
    from: number
    to: number
    search: Search | undefined
  }
