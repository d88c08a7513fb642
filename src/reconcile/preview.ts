import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import helmet from 'helmet'
import { z } from 'zod'
import type { Dataset } from '../dataset/dataset.ts'
import type { Source } from '../http/answers/respond.ts'
import { route } from '../http/routes/route.ts'
import { idOf, recordPath } from '../model/collections.ts'
import { quoted } from '../model/issues.ts'
import { nearest } from '../model/names.ts'
import { Html, html } from '../pages/html.ts'
import { shown } from '../queries/list/options.ts'
import { describeRetirement } from '../queries/record/find.ts'
import { MovedRecord, UnknownRecord, WithdrawnRecord } from '../queries/refusal.ts'
import { nameLabel, namesOf, textOf } from './entities.ts'
import { findEntity, propertyIds, propertyName, shownName, valuesOf } from './properties.ts'
import { LONGEST_TEXT } from './read.ts'
import { namedType, reconciled } from './types.ts'

const STYLE =
  'body{font:.875rem/1.4 system-ui,sans-serif;margin:.75rem}h1{font-size:1.1rem;margin:0}p,dl{margin:.4rem 0}dt{color:#555;float:left;clear:left;margin-right:.5em}dd{margin:0}'

const style = new Html(`<style>${STYLE}</style>`)

/** The policy of a page that other pages may frame. */
const frame = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      styleSrc: [`'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`],
      imgSrc: ['data:'],
      baseUri: ["'none'"],
      formAction: ["'none'"],
    },
  },
  frameguard: false,
  crossOriginResourcePolicy: { policy: 'cross-origin' as const },
  strictTransportSecurity: false,
})

const id = shown(z.string().min(1).max(LONGEST_TEXT), 'Id of the entity', 'actors/huobi')

/** The page of an entity, for a frame. */
export async function reconcilePreviewRoutes(app: FastifyInstance, source: Source) {
  app.addHook('onRequest', (request, reply, done) => frame(request.raw, reply.raw, () => done()))
  route(app, source, {
    path: '/v1/reconcile/preview',
    operationId: 'preview-entity',
    summary: 'A page about an entity',
    description:
      'A small page for a frame: what an actor, a rule, a case or a region is, and its names.',
    answer: ['The page', z.string()],
    failures: [404, 410],
    taken: [{ id }, ['html']],
    plan: ({ dataset, values, request: { server } }) => ({
      make: () => ({ body: previewPage(dataset, values.id, server.base.path) }),
    }),
  })
}

const entry = (term: string, value: string) => html`<dt>${term}</dt><dd>${value}</dd>`

const SHOWN_ELSEWHERE = ['kind', 'names', 'former-names']

/** The page by which a person recognises an entity. Throws MovedRecord, WithdrawnRecord, or UnknownRecord with the nearest ids. */
function previewPage(dataset: Dataset, id: string, base: string): string {
  const entity = findEntity(dataset, id)
  if (!entity) throw missing(dataset, id)
  const { collection, record } = entity
  const names = collection === 'actors' ? namesOf(entity) : []
  const entries = names.map(({ name, type }) => entry(nameLabel(type), name))
  for (const property of propertyIds.filter(id => !SHOWN_ELSEWHERE.includes(id))) {
    const values = valuesOf(property, entity, dataset).map(textOf)
    if (values.length > 0) entries.push(entry(propertyName(property), values.join(', ')))
  }
  const name = shownName(entity)
  const kind = namedType(record.kind).name
  const link = `${base}/${encodeURI(id)}`
  return `<!doctype html>${html`<html lang="en"><head><meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,">${style}</head><body><h1>${name}</h1><p>${kind}</p><dl>${entries}</dl><p><a href="${link}" target="_blank" rel="noopener">${id}</a></p></body></html>`.text}`
}

function missing(dataset: Dataset, id: string): Error {
  const retired = dataset.retired(id)
  if (retired?.into) return new MovedRecord(retired.into)
  if (retired) return new WithdrawnRecord(id, describeRetirement(retired))
  return new UnknownRecord(`there is no entity ${quoted(id)}`, nearIds(dataset, id))
}

/** The ids near one, in its collection if it names one. */
function nearIds(dataset: Dataset, id: string): string[] {
  const named = reconciled.filter(name => id.startsWith(`${name}/`))
  return (named.length > 0 ? named : reconciled).flatMap(name =>
    nearest(idOf(id), dataset.similarIds(name, idOf(id))).map(other => recordPath(name, other)),
  )
}
