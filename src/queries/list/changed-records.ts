import { type Dataset, perDataset } from '../../dataset/dataset.ts'
import { inBatches, yieldToOthers } from '../../model/batches.ts'
import { decodePath } from '../../model/paths.ts'
import { type Change, compareVersions, subjectsOf } from '../../model/release.ts'
import { expectPlace, readCursor, writeCursor } from './cursor.ts'
import type { Query } from './query.ts'
import { wholeRows } from './run.ts'

/** The changes of a record by a release: its own change, if there is one, and how many changes of claims on it. */
export type ChangedRecord = {
  release: string
  date: string | null
  /** The path of the record. */
  path: string
  change: Change | undefined
  claims: number
}

/** The changes of a record by a release, and the rank of their collection in a list. */
type Group = { release: string; path: string; own: number | undefined; rank: number }

/** People look for rules, cases and events first; for words of the codebook last. */
const RANKS = ['rules', 'cases', 'actions', 'licences', 'actors', 'regions', 'documents']

const rankOf = (path: string): number => {
  const rank = RANKS.indexOf(path.slice(0, path.indexOf('/')))
  return rank < 0 ? RANKS.length : rank
}

const CHANGES_AT_ONCE = 500

/** The group of each change, by its row: claims are together with the record that they speak of. */
const groupsOf = perDataset(async dataset => {
  const groups = new Map<string, Group>()
  const byRow: Group[] = []
  for (const rows of inBatches(dataset.all('changes').array(), CHANGES_AT_ONCE)) {
    await yieldToOthers()
    for (const [at, json] of dataset.jsons('changes', rows).entries()) {
      const { release, record }: Change = JSON.parse(json)
      const [own, spoken] = subjectsOf(decodePath(record)) as [string, string?]
      const path = spoken ?? own
      const key = `${release} ${path}`
      const group = groups.get(key) ?? { release, path, own: undefined, rank: rankOf(path) }
      if (spoken === undefined) group.own = rows[at]
      groups.set(key, group)
      byRow.push(group)
    }
  }
  return byRow
})

/** The records whose changes a query selects, or the changes of claims on them; those of the last release first. */
export async function changedRecords(dataset: Dataset, query: Query) {
  const start = readCursor(dataset, query)
  const groups = await groupsOf(dataset)
  const rows = await wholeRows(dataset, query)
  const found = Map.groupBy(rows, row => groups[row]!)
  const direction = query.sort.startsWith('-') ? -1 : 1
  const sorted = [...found].sort(
    ([a], [b]) => direction * compareVersions(a.release, b.release) || a.rank - b.rank,
  )
  expectPlace(start, sorted.length)
  const end = start + query.limit
  return {
    records: sorted.slice(start, end).map(([group, own]) => read(dataset, group, own)),
    total: sorted.length,
    changes: rows.length,
    next: end < sorted.length ? writeCursor(dataset, query, end) : null,
  }
}

function read(dataset: Dataset, { release, path, own }: Group, rows: number[]): ChangedRecord {
  const isOwn = own !== undefined && rows.includes(own)
  const row = isOwn ? own : rows[0]!
  const change: Change = JSON.parse(dataset.record('changes', row).json)
  const claims = rows.length - (isOwn ? 1 : 0)
  return { release, date: change.date, path, change: isOwn ? change : undefined, claims }
}
