import type { FastifyInstance, FastifySchema } from 'fastify'
import type { Dataset } from '../dataset/dataset.ts'
import type { Format } from '../http/answers/formats.ts'
import { respond, type Source } from '../http/answers/respond.ts'
import type { Shape } from '../http/parameters/read.ts'
import { readRequest, type Takes } from '../http/parameters/request.ts'
import type { ValuesOf } from '../queries/list/options.ts'

/** The path of the service. */
export const SERVICE = '/v1/reconcile'
export const tags = ['reconcile']

/** A route below the path of the service: its parameters, its description, and what makes the body of its answer. */
export type ServiceRoute<S extends Shape, F extends Format> = {
  path: string
  taken: Takes<S, F>
  schema: FastifySchema
  write: (dataset: Dataset, values: ValuesOf<S>) => string | Promise<string>
}

export function serviceRoute<S extends Shape, F extends Format>(
  app: FastifyInstance,
  source: Source,
  { path: below, taken, schema, write }: ServiceRoute<S, F>,
) {
  const path = `${SERVICE}/${below}`
  app.get(path, { schema: { ...schema, tags, querystring: taken.querystring } }, (request, reply) =>
    respond(source, request, reply, dataset => {
      const { values, format, chosen: canonical } = readRequest(request, taken)
      return { path, canonical, format, make: async () => ({ body: await write(dataset, values) }) }
    }),
  )
}
