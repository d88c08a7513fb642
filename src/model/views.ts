import { type Collection, type CollectionName, collection, listPath } from './collections.ts'
import type { Filter } from './filter.ts'

/** A list at `/v1/<name>`: a collection, or the part of one that has a filter's value. */
export type View<Of extends CollectionName = CollectionName> = {
  name: string
  of: Of
  collection: Collection
  where: { filter: string; value: string } | undefined
  /** The filters of the collection but for the one that the view fixes. */
  filters: Filter[]
}

function view<Of extends CollectionName>(name: string, of: Of, where?: View['where']): View<Of> {
  const filters = collection(of).filters.filter(filter => filter.name !== where?.filter)
  return { name, of, collection: collection(of), where, filters }
}

export const views = {
  actions: view('actions', 'actions'),
  rules: view('rules', 'rules'),
  cases: view('cases', 'cases'),
  licences: view('licences', 'licences'),
  exchanges: view('exchanges', 'actors', { filter: 'kind', value: 'exchange' }),
  agencies: view('agencies', 'actors', { filter: 'kind', value: 'agency' }),
  actors: view('actors', 'actors'),
  regions: view('regions', 'regions'),
  documents: view('documents', 'documents'),
  claims: view('claims', 'claims'),
  vocabulary: view('vocabulary', 'terms'),
  releases: view('releases', 'releases'),
  changes: view('changes', 'changes'),
}

/** The views that text search looks in. */
export const searchedViews: View[] = Object.values(views).filter(
  ({ name, of, collection }) => collection.text && listPath(of) === name,
)
