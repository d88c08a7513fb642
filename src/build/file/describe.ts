import type { Database } from 'better-sqlite3'
import { prepareValues } from '../../dataset/database.ts'
import type { Ranges } from '../../dataset/meta.ts'
import { cite } from '../../model/citation.ts'
import { collectionNames, listPath } from '../../model/collections.ts'
import { type CoverageRow, gapsOf } from '../../model/coverage.ts'
import type { Coverage, DatasetSeed } from '../../model/dataset.ts'
import type { Register } from '../../model/register.ts'
import type { Release } from '../../model/release.ts'

/** Gaps of more than 92 days between actions whose date is known to within a year. */
const SILENCES = `
  SELECT date(covered, '+1 day') AS "from", date(earliest, '-1 day') AS "to" FROM (
    SELECT date_earliest AS earliest, max(date_latest) OVER before AS covered FROM actions
    WHERE julianday(date_latest) - julianday(date_earliest) < 366
    WINDOW before AS (ORDER BY rowid ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
  ) WHERE julianday(earliest) - julianday(covered) > 93`

/** How many documents actions rest on, and the last day of the newest. */
const CODED = `
  SELECT count(*) AS documents, max(published_latest) AS newest FROM documents
  WHERE id IN (SELECT document FROM claims WHERE record LIKE 'actions/%')`

/** What actions cover by jurisdiction, year and kind. */
export const coverageIn = (db: Database): CoverageRow[] =>
  db
    .prepare<[], Omit<CoverageRow, 'gaps'>>('SELECT * FROM coverage')
    .all()
    .map(row => ({ ...row, gaps: gapsOf(row) }))

/** The page of the dataset, which sums up the records in its tables. */
export function describe(
  db: Database,
  dataset: DatasetSeed,
  ranges: Ranges,
  release: Release,
  registers: Register[],
) {
  const { title, description, publisher, licence, gaps } = dataset
  const values = <V = string>(sql: string) => prepareValues<[], V>(db, sql).all()
  const period = db.prepare<[], Coverage['period']>(
    'SELECT min(date_earliest) AS earliest, max(date_latest) AS latest FROM actions',
  )
  const coded = db.prepare<[], { documents: number; newest: string | null }>(CODED).get()!
  const silences = db.prepare<[], Coverage['silences'][number]>(SILENCES)
  const coverage = {
    documents: coded.documents,
    period: period.get()!,
    regions: values('SELECT DISTINCT code FROM action_regions ORDER BY code'),
    kinds: values('SELECT DISTINCT kind FROM actions ORDER BY kind'),
    silences: silences.all(),
    gaps,
  }
  return {
    title,
    description,
    publisher,
    release,
    counts: Object.fromEntries(collectionNames.map(name => [listPath(name), ranges[name].count])),
    coverage,
    registers,
    freshness: { newest_document: coded.newest, newest_action: coverage.period.latest },
    licence,
    citation: cite(dataset, release),
    links,
  }
}

/** Where to go from the page of the dataset. */
const links = {
  actions: '/v1/actions',
  rules: '/v1/rules',
  cases: '/v1/cases',
  licences: '/v1/licences',
  exchanges: '/v1/exchanges',
  agencies: '/v1/agencies',
  actors: '/v1/actors',
  regions: '/v1/regions',
  documents: '/v1/documents',
  claims: '/v1/claims',
  counts: '/v1/counts?group_by=type',
  coverage: '/v1/coverage',
  search: '/v1/search?q=mining',
  vocabulary: '/v1/vocabulary',
  releases: '/v1/releases',
  changes: '/v1/changes',
  exports: '/v1/exports',
  docs: '/docs',
  openapi: '/openapi.json',
}
