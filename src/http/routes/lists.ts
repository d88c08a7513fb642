import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { isClaimed } from '../../model/fields.ts'
import type { View } from '../../model/views.ts'
import { listOptions, shown } from '../../queries/list/options.ts'
import { type Canonical, toQuery } from '../../queries/list/query.ts'
import { type Format, formatsOf } from '../answers/formats.ts'
import type { Source } from '../answers/respond.ts'
import { listAnswer } from '../openapi/schemas.ts'
import { route } from './route.ts'
import { writeLongCsv, writers } from './write-list.ts'

/** Whether a table has a row for each record or for each claim. */
const shapeOption = {
  shape: shown(
    z.enum(['wide', 'long']).optional(),
    'With format=csv: a row for each record (wide, the default), or for each claim on them (long)',
    'long',
  ),
}

/** The list of a view. */
export async function listRoutes(
  app: FastifyInstance,
  { view, describe, ...source }: Source & { view: View; describe: string },
) {
  const path = `/v1/${view.name}`
  const options = { ...listOptions(view), ...(isClaimed(view.of) ? shapeOption : {}) }
  route(app, source, {
    path,
    operationId: `list-${view.name}`,
    summary: `List ${view.name}`,
    description: describe,
    answer: [`A page of ${view.name}`, listAnswer(view)],
    taken: [options, formatsOf(view.of)],
    plan({ dataset, values, format, chosen, request }) {
      const query = toQuery(dataset, view, { ...values, ...ownSort(view, format, chosen) }, chosen)
      const { base } = request.server
      const listing = { dataset, query, quotes: source.quotes, path, base }
      const write = values.shape === 'long' ? writeLongCsv : writers[format]
      return { canonical: query.canonical, also: query.resolved, make: () => write(listing) }
    },
  })
}

/** The order of some formats of actions, unless a request asks for another one. */
const ownSorts: Partial<Record<Format, string>> = {
  atom: '-added',
  jsonfeed: '-added',
  ics: 'date',
}

function ownSort({ of }: View, format: Format, chosen: Canonical): { sort?: string } {
  const sort = of === 'actions' ? ownSorts[format] : undefined
  return sort === undefined || chosen.some(([name]) => name === 'sort') ? {} : { sort }
}
