import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Source } from '../../http/answers/respond.ts'
import { readOpenapi } from '../../http/openapi/openapi.ts'
import type { Parameter } from '../../http/openapi/spec.ts'
import { swaggerStyle } from '../assets.ts'
import { type Html, html, join } from '../html.ts'
import type { Step } from '../site.ts'
import { texts } from '../texts.ts'

const DOCS = '/docs'
/** Without it, a phone shows a page at the width of a desktop. */
const VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1">'

/** The way back from Swagger UI to the pages. */
const header = (base: string): Html =>
  html`<header class="site"><a class="brand" href="${base}/">${texts.site}</a><nav aria-label="${texts.menu}">${join(
    back.map(([name, path]) => html`<a href="${base}${path}">${name}</a>`),
    ' ',
  )}</nav></header>`

const back: Step[] = [
  [texts.sections.actions, '/actions'],
  [texts.docs.inWords, '/guide/api'],
  [texts.docs.recipes, '/guide/cookbook'],
  [texts.docs.description, '/openapi.json'],
]

/**
 * Adds a viewport and a header to Swagger UI's page, and the path of the server to its redirect, which would
 * also loop with a query.
 */
function patchSwaggerUi(reply: FastifyReply, payload: unknown, base: string): unknown {
  const { url } = reply.request.routeOptions
  const isRedirect = url === `${DOCS}/static/index.html` && reply.hasHeader('location')
  if (isRedirect) reply.header('location', base + DOCS)
  if (url !== DOCS || typeof payload !== 'string') return payload
  return payload
    .replace('<head>', `<head>${VIEWPORT}`)
    .replace('<body>', `<body>${header(base).text}`)
}

/** Reviver that adds a parameter's example to its description, since Swagger UI shows no `schema.examples`. */
function describedByExample(_: string, value: Parameter | null) {
  if (!value?.in || !value.schema?.examples) return value
  const [example] = value.schema.examples
  return { ...value, description: `${value.description}\n\n*Example*: \`${example}\`` }
}

/** Swagger UI, where the API can be tried in the browser. */
export async function swaggerPage(app: FastifyInstance, { contact }: Pick<Source, 'contact'>) {
  const { path } = app.base
  app.addHook('onSend', async (_request, reply, payload) => patchSwaggerUi(reply, payload, path))
  await app.register(swaggerUi, {
    routePrefix: DOCS,
    indexPrefix: path,
    uiConfig: { layout: 'BaseLayout', validatorUrl: null, tryItOutEnabled: true },
    theme: {
      title: `${texts.sections.docs} – ${texts.site}`,
      css: [{ filename: 'site.css', content: swaggerStyle }],
    },
    // The page calls its own server, whatever the address is.
    transformSpecification: () => ({
      ...JSON.parse(readOpenapi('json', contact), describedByExample),
      servers: [{ url: path || '/' }],
    }),
    transformSpecificationClone: false,
  })
}
