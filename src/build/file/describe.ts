import type { Ranges } from '../../dataset/meta.ts'
import type { Action } from '../../model/action.ts'
import { cite } from '../../model/citation.ts'
import { collectionNames, listPath } from '../../model/collections.ts'
import type { Coverage, DatasetPage, DatasetSeed } from '../../model/dataset.ts'
import { type Bounds, bounds, isoDay } from '../../model/dates.ts'
import type { Release } from '../../model/release.ts'
import type { BuildInput } from '../derive/derive.ts'

/** The page of the dataset, which sums up its records. */
export function describe(
  dataset: DatasetSeed,
  { actions, documents }: BuildInput['records'],
  ranges: Ranges,
  release: Release,
): DatasetPage {
  const { title, description, publisher, licence, gaps } = dataset
  const reports = [...documents].filter(({ kind }) => kind === 'report')
  const covered = coverageOf(actions)
  const reported = new Extent()
  for (const { published } of reports) if (published) reported.add(published)
  return {
    title,
    description,
    publisher,
    release,
    counts: Object.fromEntries(collectionNames.map(name => [listPath(name), ranges[name].count])),
    coverage: { documents: reports.map(({ id }) => id), ...covered, gaps },
    freshness: { newest_document: reported.latest, newest_action: covered.period.latest },
    licence,
    citation: cite(dataset, release),
    links,
  }
}

/** The first of the earliest days of dates and the last of the latest ones; null if none is known. */
class Extent {
  earliest: string | null = null
  latest: string | null = null

  add({ earliest, latest }: Bounds) {
    if (earliest !== null && (this.earliest ?? earliest) >= earliest) this.earliest = earliest
    if (latest !== null && (this.latest ?? latest) <= latest) this.latest = latest
  }
}

/** Days. */
const KNOWN_WITHIN = 366
const SILENCE = 92

function coverageOf(actions: Iterable<Action>): Omit<Coverage, 'documents' | 'gaps'> {
  const [regions, kinds] = [new Set<string>(), new Set<string>()]
  const silences: Coverage['silences'] = []
  const period = new Extent()
  let lastDay = -Infinity
  for (const action of actions) {
    for (const { code } of action.regions) regions.add(code)
    kinds.add(action.kind)
    period.add(action.date)
    const [first, last] = bounds(action.date)
    if (last - first >= KNOWN_WITHIN) continue
    const [from, to] = [lastDay + 1, first - 1]
    if (Number.isFinite(from) && to - from >= SILENCE)
      silences.push({ from: isoDay(from), to: isoDay(to) })
    lastDay = Math.max(lastDay, last)
  }
  return { period: { ...period }, regions: [...regions].sort(), kinds: [...kinds].sort(), silences }
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
