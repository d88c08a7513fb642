import type { Action } from '../model/action.ts'
import { cite } from '../model/citation.ts'
import { collectionNames, viewNames } from '../model/collections.ts'
import type { Coverage, DatasetPage } from '../model/dataset.ts'
import { bounds, type EventDate, isoDay } from '../model/dates.ts'
import type { SourceDocument } from '../model/document.ts'
import type { Release } from '../model/release.ts'
import type { Records } from './derive.ts'
import type { Seed } from './seed.ts'

/** What the dataset says of itself: its coverage and its page. */
export function describeDataset(seed: Seed, records: Records, release: Release) {
  const coverage = coverageOf(records, seed.dataset.gaps)
  return { coverage, page: pageOf(seed, records, release, coverage) }
}

/** The first of the earliest days of dates, or the last of the latest ones; null where none is known. */
function outermost(dates: (EventDate | null)[], end: 'earliest' | 'latest'): string | null {
  const days = dates.flatMap(date => date?.[end] ?? []).sort()
  return days.at(end === 'earliest' ? 0 : -1) ?? null
}

function coverageOf(records: Records, gaps: Coverage['gaps']): Coverage {
  const actions = records.actions as Action[]
  const dates = actions.map(({ date }) => date)
  return {
    documents: reports(records).map(({ id }) => id),
    period: {
      earliest: outermost(dates, 'earliest'),
      latest: outermost(dates, 'latest'),
    },
    regions: [...new Set(actions.flatMap(({ regions }) => regions.map(({ code }) => code)))].sort(),
    kinds: [...new Set(actions.map(({ kind }) => kind))].sort(),
    silences: silencesOf(dates),
    gaps,
  }
}

const KNOWN_WITHIN = 366
const SILENCE = 92

/** The stretches of more than 92 days between dates that are known to within a year, on which none of them lies. */
function silencesOf(dates: EventDate[]): Coverage['silences'] {
  const known = dates
    .map(bounds)
    .filter(([first, last]) => last - first < KNOWN_WITHIN)
    .sort((a, b) => a[0] - b[0])
  let told = -Infinity
  return known.flatMap(([first, last]) => {
    const [from, to] = [told + 1, first - 1]
    told = Math.max(told, last)
    const isSilence = Number.isFinite(from) && to - from >= SILENCE
    return isSilence ? { from: isoDay(from), to: isoDay(to) } : []
  })
}

const reports = (records: Records): SourceDocument[] =>
  (records.documents as SourceDocument[]).filter(({ kind }) => kind === 'report')

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

function pageOf(seed: Seed, records: Records, release: Release, coverage: Coverage): DatasetPage {
  const { title, description, publisher, licence } = seed.dataset
  const dates = (records.actions as Action[]).map(({ date }) => date)
  return {
    title,
    description,
    publisher,
    release,
    counts: Object.fromEntries(
      collectionNames.map(name => [viewNames[name], records[name].length]),
    ),
    coverage,
    freshness: {
      newest_document: outermost(
        reports(records).map(({ published }) => published),
        'latest',
      ),
      newest_action: outermost(dates, 'latest'),
    },
    licence,
    citation: cite(seed.dataset, release),
    links,
  }
}
