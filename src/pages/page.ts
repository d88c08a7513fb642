import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { respond, type Source } from '../http/answers/respond.ts'
import { type Shape, toReadable } from '../http/parameters/read.ts'
import type { Canonical } from '../queries/list/query.ts'
import { layOut } from './layout.ts'
import { pageAddress } from './links.ts'
import { readPageQuery } from './query.ts'
import { type Page, type Site, siteOf } from './site.ts'

type Asked<S extends Shape> = ReturnType<typeof readPageQuery<S>> & {
  site: Site
  request: FastifyRequest
  /** The record that the path names, if it names one. */
  id: string
}

type Plan = {
  /** The query in its one form; as it was asked for, if left out. */
  canonical?: Canonical
  make: () => Page | Promise<Page>
}

type Route<S extends Shape> = { path: string; options: S; plan: (asked: Asked<S>) => Plan }

type OfRecord = { Params: { id?: string } }

/** Registers a page. It takes the road of every answer: an ETag from the request, the cache, 304, one coding. */
export function page<S extends Shape>(
  app: FastifyInstance,
  source: Source,
  { path, options, plan }: Route<S>,
) {
  const readable = toReadable(options)
  const schema = { hide: true, querystring: z.strictObject(options) }
  app.get<OfRecord>(path, { schema }, (request, reply) =>
    respond(source, request, reply, dataset => {
      const { id = '' } = request.params
      const site = siteOf(dataset, app.base, source.quotes)
      const asked = readPageQuery(request, readable)
      const { canonical = asked.chosen, make } = plan({ ...asked, site, request, id })
      const own = path.replace(':id', () => encodeURIComponent(id))
      return {
        ...{ path: own, canonical, format: 'html' },
        make: async () => ({ body: layOut(site, pageAddress(own, canonical), await make()) }),
      }
    }),
  )
}
