import type { FastifyInstance } from 'fastify'
import type { ViewName } from '../../model/collections.ts'
import { evidenceFor } from '../../queries/evidence.ts'
import type { Source } from '../answer.ts'
import { evidenceAnswer } from '../answer-schemas.ts'
import { formatOnly } from '../parameters.ts'
import { responses, retiredRecord } from '../responses.ts'
import { getById } from './by-id.ts'
import { whole } from './envelope.ts'
import { idParameter } from './records.ts'

/** What each field of a record rests on. */
export async function evidenceRoutes(
  app: FastifyInstance,
  { name, ...source }: Source & { name: ViewName },
) {
  const schema = {
    operationId: `evidence-${name}`,
    tags: [name],
    summary: `Evidence for one of the ${name}`,
    description:
      'For each field the value shown, the claims behind it and the claims that disagree, each with its place in a document.',
    params: idParameter(name),
    querystring: formatOnly,
    response: responses('The evidence, field by field', evidenceAnswer, retiredRecord),
  }
  getById(app, source, `/v1/${name}/:id/claims`, schema, (dataset, id) => {
    const fields = evidenceFor(dataset, name, id, source.quotes)
    return whole(
      dataset,
      fields.map(field => JSON.stringify(field)),
    )
  })
}
