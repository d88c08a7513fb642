import type { Action } from '../model/action.ts'
import { collectionNames } from '../model/collections.ts'
import type { Coverage, DatasetPage, Release } from '../model/dataset.ts'
import type { EventDate } from '../model/dates.ts'
import type { SourceDocument } from '../model/document.ts'
import type { Records } from './derive.ts'
import type { Seed } from './seed.ts'

/** What the dataset says of itself: release, coverage and its page. */
export function describeDataset(seed: Seed, records: Records, hash: string) {
  const release: Release = { ...seed.dataset.release, hash }
  const coverage = coverageOf(records, seed.dataset.gaps)
  return { release, coverage, page: pageOf(seed, records, release, coverage) }
}

const ends = (dates: (EventDate | null)[], end: 'earliest' | 'latest'): string[] =>
  dates.flatMap(date => date?.[end] ?? []).sort()

function coverageOf(records: Records, gaps: string[]): Coverage {
  const actions = records.actions as Action[]
  const dates = actions.map(({ date }) => date)
  return {
    documents: reports(records).map(({ id }) => id),
    period: {
      earliest: ends(dates, 'earliest').at(0) ?? null,
      latest: ends(dates, 'latest').at(-1) ?? null,
    },
    regions: [...new Set(actions.flatMap(({ regions }) => regions.map(({ code }) => code)))].sort(),
    kinds: [...new Set(actions.map(({ kind }) => kind))].sort(),
    gaps,
  }
}

const reports = (records: Records): SourceDocument[] =>
  (records.documents as SourceDocument[]).filter(({ kind }) => kind === 'report')

function pageOf(seed: Seed, records: Records, release: Release, coverage: Coverage): DatasetPage {
  const { title, description, publisher, licence } = seed.dataset
  const dates = (records.actions as Action[]).map(({ date }) => date)
  return {
    title,
    description,
    publisher,
    release,
    counts: Object.fromEntries(collectionNames.map(name => [name, records[name].length])),
    coverage,
    freshness: {
      newest_document:
        ends(
          reports(records).map(({ published }) => published),
          'latest',
        ).at(-1) ?? null,
      newest_action: ends(dates, 'latest').at(-1) ?? null,
    },
    licence,
    citation: `${publisher}. ${title}, release ${release.version} (${release.date}). ${licence.name}. sha256 ${release.hash}`,
    links: {
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
      docs: '/docs',
      openapi: '/openapi.json',
    },
  }
}
