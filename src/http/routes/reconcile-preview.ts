import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Values } from '../../queries/query.ts'
import { type Preview, previewOf } from '../../queries/reconcile-preview.ts'
import { answer, type Source } from '../answer.ts'
import { escapeHtml, hashOf, htmlPage } from '../html.ts'
import { SERVICE } from '../reconcile-manifest.ts'
import { previewParameters } from '../reconcile-parameters.ts'
import { responses, retiredRecord } from '../responses.ts'

const STYLE =
  'body{font:.875rem/1.4 system-ui,sans-serif;margin:.75rem}h1{font-size:1.1rem;margin:0}p,dl{margin:.4rem 0}dt{color:#555;float:left;clear:left;margin-right:.5em}dd{margin:0}'

/** The policy of a page that other pages may have in a frame: that is what it is for. */
const framed = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      styleSrc: [hashOf(STYLE)],
      imgSrc: ['data:'],
      baseUri: ["'none'"],
      formAction: ["'none'"],
    },
  },
  frameguard: false,
  crossOriginResourcePolicy: { policy: 'cross-origin' as const },
  strictTransportSecurity: false,
}

/** The page of an entity, for a frame. */
export async function reconcilePreviewRoutes(app: FastifyInstance, source: Source) {
  await app.register(helmet, framed)
  const path = `${SERVICE}/preview`
  app.get(path, { schema }, (request, reply) =>
    answer(source, request, reply, dataset => {
      const values = request.query as Values
      const make = () => ({ body: toPage(previewOf(dataset, values.id as string)) })
      return { path, values, make }
    }),
  )
}

function toPage({ id, name, kind, names, facts }: Preview): string {
  const entries = [
    ...names.map(({ name, reads }) => [reads, name]),
    ...facts.map(({ name, values }) => [name, values.join(', ')]),
  ].map(([term, value]) => `<dt>${escapeHtml(`${term}`)}</dt><dd>${escapeHtml(`${value}`)}</dd>`)
  const title = escapeHtml(name)
  const link = escapeHtml(`/v1/${encodeURI(id)}`)
  return htmlPage(
    STYLE,
    title,
    `<h1>${title}</h1><p>${escapeHtml(kind)}</p><dl>${entries.join('')}</dl><p><a href="${link}" target="_blank" rel="noopener">${escapeHtml(id)}</a></p>`,
  )
}

const schema = {
  operationId: 'preview-entity',
  tags: ['reconcile'],
  summary: 'A page about an entity',
  description: 'A small page for a frame: what an actor or a region is, and its names.',
  querystring: previewParameters,
  response: responses('The page', z.string(), retiredRecord, ['html']),
}
