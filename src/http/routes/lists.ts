import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { isClaimed } from '../../model/fields.ts'
import type { View } from '../../model/views.ts'
import { listOptions, shown } from '../../queries/list/options.ts'
import { toQuery } from '../../queries/list/query.ts'
import { actionFormats, listFormats } from '../answers/formats.ts'
import type { Source } from '../answers/respond.ts'
import { listAnswer } from '../openapi/schemas.ts'
import { takes } from '../parameters/request.ts'
import { route } from './route.ts'
import { listWriters } from './write-list.ts'

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
    taken: takes(options, view.of === 'actions' ? actionFormats : listFormats),
    plan({ dataset, values, format, chosen, request }) {
      const query = toQuery(dataset, view, values, chosen)
      const isLong = values.shape === 'long'
      const origin = () => request.origin
      const listing = { dataset, query, quotes: source.quotes, path, isLong, origin }
      return { canonical: query.canonical, make: () => listWriters[format](listing) }
    },
  })
}
