import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Dataset } from '../../dataset/dataset.ts'
import { mapInBatches } from '../../model/batches.ts'
import { views } from '../../model/views.ts'
import { codesOf } from '../../model/vocabulary.ts'
import { type Counts, countActions, groupings } from '../../queries/counts/counts.ts'
import { measureFor, type Unit, units } from '../../queries/counts/measure.ts'
import { choiceOptions, list, shown } from '../../queries/list/options.ts'
import { type Canonical, type Query, toQuery } from '../../queries/list/query.ts'
import { toSentence } from '../../queries/list/sentence.ts'
import { listFormats } from '../answers/formats.ts'
import type { Source } from '../answers/respond.ts'
import { countsAnswer } from '../openapi/answer-schemas.ts'
import { route } from './route.ts'
import { coverageIfEmpty, linesOf, list as listBody, table, toJson, whole } from './write-body.ts'

const { date_match: _, ...choices } = choiceOptions(views.actions)
const options = {
  group_by: shown(
    list(z.enum(groupings)).max(2),
    'One or two groupings; pairs without any are left out',
    ['month', 'type'],
  ),
  unit: shown(z.enum(units).default('actions'), 'What is counted', 'matters'),
  sum: shown(
    z.enum(codesOf('quantity')).optional(),
    'Counts the actions with this quantity, and adds what was imposed; needs one amount_unit',
    'fine',
  ),
  ...choices,
}

/** Counts of distinct actions by one or two groupings. */
export async function countRoutes(app: FastifyInstance, source: Source) {
  route(app, source, {
    path: '/v1/counts',
    operationId: 'count-actions',
    summary: 'Count actions',
    description:
      'Numbers of distinct actions by one or two groupings, with the filters of /v1/actions. A vague date makes an action possible in each period that it overlaps, and certain only in one that contains it; date_match is therefore not a parameter here. An action counts for the regions that it names, not for those above them; of its amounts those are added that were imposed, for actions that certainly belong to a group.',
    answer: ['The counts', countsAnswer],
    taken: [options, listFormats],
    plan({ dataset, values, format, chosen }) {
      const { group_by: groupBy, unit, sum } = values
      // A sum is of the actions that have the quantity, unless the request names others.
      const isOpen = sum !== undefined && !chosen.some(([name]) => name === 'quantity')
      const implied = isOpen ? { quantity: sum } : {}
      const asked: Canonical = [...chosen, ...Object.entries(implied)]
      const query = toQuery(dataset, views.actions, { ...values, ...implied }, asked)
      return {
        canonical: query.canonical,
        also: query.resolved,
        async make() {
          const measure = measureFor(dataset, query, { unit, sum })
          const counted = await countActions(dataset, query, groupBy, measure)
          return writers[format]({ ...counted, dataset, query, groupBy, unit, sum })
        },
      }
    },
  })
}

type Counted = Counts & {
  dataset: Dataset
  query: Query
  groupBy: string[]
  unit: Unit
  sum: string | undefined
}

const counted: Record<Unit, string> = {
  actions: 'distinct actions',
  matters: 'distinct rules, cases and licences of the actions',
}

const SUM = ['low', 'best', 'high'] as const

const COUNTS_AT_ONCE = 1_000

/** How counts are written in each format. */
const writers = {
  async json({ dataset, query, groupBy, counts, total, in_force, unit }: Counted) {
    const items = await mapInBatches(counts, COUNTS_AT_ONCE, toJson)
    const meta = {
      release: dataset.meta.release.version,
      total,
      in_force,
      unit: counted[unit],
      resolved: query.resolved,
      note: 'An action is counted in each group that it belongs to; one with a vague date is possible in each period that its date overlaps. The columns need not add up to total.',
      query: `${toSentence(query, false)}, counted by ${groupBy.join(' and ')}`,
      ...coverageIfEmpty(dataset, items),
    }
    return { body: listBody(items, meta) }
  },
  csv: ({ groupBy, counts, sum: added }: Counted) =>
    table(
      [...groupBy, 'certain', 'possible', ...(added ? SUM.map(part => `sum_${part}`) : [])],
      whole(counts),
      ({ group, certain, possible, sum }) => [
        ...groupBy.map(name => group[name]!),
        ...[certain, possible],
        ...(sum ? SUM.map(part => sum[part]) : []),
      ],
    ),
  ndjson: ({ counts }: Counted) => linesOf(counts),
}
