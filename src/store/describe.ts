import type { Action } from '../model/action.ts'
import { cite } from '../model/citation.ts'
import { type CollectionName, collectionNames, viewNames } from '../model/collections.ts'
import type { Coverage, DatasetPage, DatasetSeed } from '../model/dataset.ts'
import type { EventDate } from '../model/dates.ts'
import type { SourceDocument } from '../model/document.ts'
import type { Release } from '../model/release.ts'
import { Silences } from './silences.ts'
import type { Ranges } from './told.ts'
import type { Writer } from './writer.ts'

/** Learns from the records, as they are written, what the dataset says of itself. */
export class Description {
  readonly #actions = new Extent()
  readonly #reports = new Extent()
  readonly #silences = new Silences()
  readonly #regions = new Set<string>()
  readonly #kinds = new Set<string>()
  readonly #documents: string[] = []

  readonly #learners: Partial<Record<CollectionName, Writer['add']>> = {
    actions: action => this.#addAction(action as Action),
    documents: document => this.#addDocument(document as SourceDocument),
  }

  /** Takes the records of a collection. */
  writers(name: CollectionName): Writer[] {
    const add = this.#learners[name]
    return add ? [{ add }] : []
  }

  #addAction({ date, regions, kind }: Action) {
    this.#actions.add(date)
    this.#silences.add(date)
    for (const { code } of regions) this.#regions.add(code)
    this.#kinds.add(kind)
  }

  #addDocument({ id, kind, published }: SourceDocument) {
    if (kind !== 'report') return
    this.#documents.push(id)
    if (published) this.#reports.add(published)
  }

  coverage(gaps: Coverage['gaps']): Coverage {
    const { earliest, latest } = this.#actions
    return {
      documents: this.#documents,
      period: { earliest, latest },
      regions: [...this.#regions].sort(),
      kinds: [...this.#kinds].sort(),
      silences: this.#silences.found,
      gaps,
    }
  }

  /** The page of the dataset, when all records have been taken. */
  page(dataset: DatasetSeed, ranges: Ranges, release: Release): DatasetPage {
    const { title, description, publisher, licence, gaps } = dataset
    return {
      title,
      description,
      publisher,
      release,
      counts: Object.fromEntries(collectionNames.map(name => [viewNames[name], ranges[name][1]])),
      coverage: this.coverage(gaps),
      freshness: {
        newest_document: this.#reports.latest,
        newest_action: this.#actions.latest,
      },
      licence,
      citation: cite(dataset, release),
      links,
    }
  }
}

/** The first of the earliest days of dates and the last of the latest ones; null where none is known. */
class Extent {
  earliest: string | null = null
  latest: string | null = null

  add({ earliest, latest }: Pick<EventDate, 'earliest' | 'latest'>) {
    if (earliest !== null && (this.earliest ?? earliest) >= earliest) this.earliest = earliest
    if (latest !== null && (this.latest ?? latest) <= latest) this.latest = latest
  }
}

/** Where to go from the page of the dataset. */
const links = {
  actions: '/v1/actions',
  exchanges: '/v1/exchanges',
  agencies: '/v1/agencies',
  actors: '/v1/actors',
  regions: '/v1/regions',
  documents: '/v1/documents',
  claims: '/v1/claims',
  counts: '/v1/counts?group_by=type',
  search: '/v1/search?q=mining',
  vocabulary: '/v1/vocabulary',
  releases: '/v1/releases',
  changes: '/v1/changes',
  exports: '/v1/exports',
  docs: '/docs',
  openapi: '/openapi.json',
}
