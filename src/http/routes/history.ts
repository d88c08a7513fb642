import type { FastifyInstance } from 'fastify'
import { changesOf } from '../../queries/history.ts'
import type { Values } from '../../queries/query.ts'
import { answer, type Source } from '../answer.ts'
import { historyAnswer } from '../answer-schemas.ts'
import { formatOnly } from '../parameters.ts'
import { responses, retiredRecord } from '../responses.ts'
import { many } from './envelope.ts'
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
  app.get('/v1/actions/:id/history', { schema }, (request, reply) =>
    answer(source, request, reply, dataset => {
      const { id } = request.params as { id: string }
      const make = () => {
        const changes = changesOf(dataset, id)
        return { body: many(changes, { release: dataset.release.version, total: changes.length }) }
      }
      return { path: `/v1/actions/${id}/history`, values: request.query as Values, make }
    }),
  )
}
