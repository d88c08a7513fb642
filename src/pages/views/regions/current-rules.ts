import type { Matter } from '../../../model/matter.ts'
import { jurisdictionsOf } from '../../../model/region.ts'
import type { RegionTopic } from '../../../model/region-detail.ts'
import { views } from '../../../model/views.ts'
import { forceReader } from '../../../queries/list/force.ts'
import { runPage } from '../../../queries/list/run.ts'
import { ownQuery } from '../../own-query.ts'
import type { Site } from '../../site.ts'
import type { Asked } from './asked.ts'

/** A rule in a table of the rules of a place. */
export type Rule = Omit<RegionTopic['rules'][number], 'stage'>

/** The rules that are in force in a place, or may be, whatever their subject. */
export async function findCurrent({ dataset }: Site, code: string) {
  const asked = { applies_in: code, in_force_on: dataset.meta.as_of }
  const query = ownQuery(dataset, views.rules, asked, { limit: dataset.count('rules') })
  return { query, ...(await runPage(dataset, query)) }
}
export type Current = Awaited<ReturnType<typeof findCurrent>>

/** Those of them that belong to no subject, such as rules on the security of computers. */
export function othersOf(
  { dataset }: Site,
  { region, detail }: Asked,
  { query, rows }: Current,
): Rule[] {
  const told = new Set(detail.topics.flatMap(({ rules }) => rules.map(({ id }) => id)))
  const forceOf = forceReader(dataset, query)
  return rows.flatMap(row => {
    const { id, title, json } = dataset.record('rules', row)
    if (told.has(id)) return []
    const { regions }: Matter = JSON.parse(json)
    return { id, title, own: jurisdictionsOf(regions).includes(region.code), ...forceOf(row) }
  })
}
