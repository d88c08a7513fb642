import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { respond, type Source } from '../http/answers/respond.ts'
import { type Shape, toReadable } from '../http/parameters/read.ts'
import type { Canonical } from '../queries/list/query.ts'
import { assetPath } from './assets.ts'
import { layOut } from './layout.ts'
import { pageAddress } from './links.ts'
import { setPictureHeaders } from './policy.ts'
import { readPageQuery } from './query.ts'
import { type Page, type Site, siteOf } from './site.ts'

type Asked<S extends Shape> = ReturnType<typeof readPageQuery<S>> & {
  site: Site
  /** The record that the path names, if it names one. */
  id: string
}

type Plan<Made> = {
  /** The query in its one form; as it was asked for, if left out. */
  canonical?: Canonical
  /** Further texts that it follows from. */
  also?: readonly unknown[]
  make: () => Made | Promise<Made>
}

type Route<S extends Shape, Made> = {
  path: string
  options: S
  plan: (asked: Asked<S>) => Plan<Made>
}

type Form<Made> = {
  format: 'html' | 'svg'
  write: (made: Made, site: Site, address: string) => string
  prepare?: (request: FastifyRequest, reply: FastifyReply) => void
}

type OfRecord = { Params: { id?: string } }

/** Registers a route for people. It takes the road of every answer: an ETag from the request, the cache, 304, a coding. */
function register<S extends Shape, Made>(
  app: FastifyInstance,
  source: Source,
  { path, options, plan }: Route<S, Made>,
  { format, write, prepare }: Form<Made>,
) {
  const readable = toReadable(options)
  const schema = { hide: true, querystring: z.strictObject(options) }
  app.get<OfRecord>(path, { schema }, (request, reply) =>
    respond(source, request, reply, dataset => {
      prepare?.(request, reply)
      const { id = '' } = request.params
      const site = siteOf(dataset, app.base, source)
      const asked = readPageQuery(request, readable)
      const { canonical = asked.chosen, also, make } = plan({ ...asked, site, id })
      const own = path.replace(':id', () => encodeURIComponent(id))
      const address = pageAddress(own, canonical)
      const body = async () => ({ body: write(await make(), site, address) })
      // The files that it links to, and the contact in its footer, change without the dataset.
      const around = [assetPath('style.css'), assetPath('script.js'), source.contact, also]
      return { path: own, canonical, format, also: around, make: body }
    }),
  )
}

/** Registers a page. */
export const page = <S extends Shape>(
  app: FastifyInstance,
  source: Source,
  route: Route<S, Page>,
) =>
  register(app, source, route, {
    format: 'html',
    write: (made, site, address) => layOut(site, address, made),
  })

/** Registers a picture as a file of its own, in SVG. */
export const picture = <S extends Shape>(
  app: FastifyInstance,
  source: Source,
  route: Route<S, string>,
) => register(app, source, route, { format: 'svg', write: svg => svg, prepare: setPictureHeaders })
