import type { FastifyInstance } from 'fastify'
import { changesOf } from '../../queries/history.ts'
import type { Source } from '../answer.ts'
import { historyAnswer } from '../answer-schemas.ts'
import { formatOnly } from '../parameters.ts'
import { responses, retiredRecord } from '../responses.ts'
import { getById } from './by-id.ts'
import { whole } from './envelope.ts'
import { idParameter } from './records.ts'

/** What the releases did to an action. */
export async function historyRoutes(app: FastifyInstance, source: Source) {
  const schema = {
    operationId: 'history-actions',
    tags: ['actions'],
    summary: 'What the releases did to an action',
    description:
      'The changes of the action, of the claims on it, and of what was merged into it, newest first.',
    params: idParameter('actions'),
    querystring: formatOnly,
    response: responses('The changes', historyAnswer, retiredRecord),
  }
  getById(app, source, '/v1/actions/:id/history', schema, (dataset, id) =>
    whole(dataset, changesOf(dataset, id)),
  )
}
