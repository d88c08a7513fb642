import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Source } from '../../../http/answers/respond.ts'
import { toJsonLd } from '../../../http/formats/json-ld.ts'
import { jsonScript } from '../../html.ts'
import { page } from '../../page.ts'
import { frontPage } from './front.ts'
import { mapNames } from './world.ts'

/** The home page. */
export async function homePages(app: FastifyInstance, source: Source) {
  page(app, source, {
    path: '/',
    options: { map: z.enum(mapNames).default('events') },
    plan({ site, values }) {
      const { contact } = source
      const { digest, files } = source.datasets.exports
      const data = () => toJsonLd(site.dataset, { files, base: app.base.url, contact })
      const head = () => jsonScript('application/ld+json', data())
      return { also: [digest], make: () => frontPage(site, values.map, head()) }
    },
  })
}
