import type { FastifyInstance, FastifySchema } from 'fastify'
import type { Values } from '../../queries/query.ts'
import type { Dataset } from '../../store/dataset.ts'
import { answer, type Made, type Source } from '../answer.ts'

/** Serves something about one record: `path` has its id as `:id`, `make` makes the answer. */
export function getById(
  app: FastifyInstance,
  source: Source,
  path: string,
  schema: FastifySchema,
  make: (dataset: Dataset, id: string, values: Values) => Made | Promise<Made>,
) {
  app.get(path, { schema }, (request, reply) =>
    answer(source, request, reply, dataset => {
      const { id } = request.params as { id: string }
      const values = request.query as Values
      const about = path.replace(':id', () => id)
      return { path: about, values, make: () => make(dataset, id, values) }
    }),
  )
}
