import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Dataset } from '../../dataset/dataset.ts'
import type { Format } from '../answers/formats.ts'
import { type Plan, respond, type Source } from '../answers/respond.ts'
import { responses } from '../openapi/responses.ts'
import type { Shape } from '../parameters/read.ts'
import { readRequest, takes } from '../parameters/request.ts'

/** An operation as the API description shows it, and how it plans an answer. */
type Route<S extends Shape, F extends Format> = {
  path: string
  operationId: string
  summary: string
  description?: string
  answer: [description: string, schema: z.ZodType]
  /** Statuses of failures beyond those of every route. */
  failures?: number[]
  /** The schema of `:id` in the path. */
  params?: z.ZodObject
  /** Whether ids have slashes, which clients may leave as they are. */
  hasSlashes?: boolean
  /** The parameters, and the formats of the answer. */
  taken: [options: S, formats: readonly [F, ...F[]]]
  /** `id` is the record that the path names, if it names one. */
  plan: (
    asked: ReturnType<typeof readRequest<S, F>> & {
      dataset: Dataset
      request: FastifyRequest
      id: string
    },
  ) => Pick<Plan, 'make'> & Partial<Plan>
}

/** Registers a GET route; its tag is the first part of the path below /v1. */
export function route<S extends Shape, F extends Format>(
  app: FastifyInstance,
  source: Source,
  { path, answer, failures, params, hasSlashes, taken, plan, ...operation }: Route<S, F>,
) {
  const [options, formats] = taken
  const described = 'callback' in options ? [...formats, 'jsonp' as const] : formats
  const readable = takes(...taken)
  const schema = {
    ...operation,
    tags: [path.split('/')[2] ?? 'dataset'],
    ...(params && { params }),
    querystring: readable.querystring,
    response: responses(...answer, failures, described),
  }
  const handle = (request: FastifyRequest<OfRecord>, reply: FastifyReply) =>
    respond(source, request, reply, dataset => {
      const { '*': rawId = '', id = rawId } = request.params
      const asked = readRequest(request, readable)
      const { format, chosen: canonical } = asked
      const own = plan({ ...asked, dataset, request, id })
      // Encoded, so that an id with a slash is no other path.
      const filled = path.replace(':id', () => encodeURIComponent(id))
      return { path: filled, canonical, format, ...own }
    })
  app.get<OfRecord>(path, { schema }, handle)
  const hidden = { ...schema, hide: true }
  if (hasSlashes) app.get<OfRecord>(path.replace(':id', '*'), { schema: hidden }, handle)
}

type OfRecord = { Params: { id?: string; '*'?: string } }
