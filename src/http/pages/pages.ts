import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { nearest } from '../../model/names.ts'
import { UnknownRecord } from '../../queries/refusal.ts'
import { readOpenapi } from '../openapi/openapi.ts'
import type { Parameter } from '../openapi/spec.ts'
import { explanations, type ProblemCode, problems } from '../problems/problems.ts'
import { hashOf, htmlPage, VIEWPORT } from './html.ts'

const DOCS = '/docs'
const TITLE = 'Crypto Regulation Events'
const HTML = 'text/html; charset=utf-8'
const STYLE =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:3rem auto;padding:0 1rem}code{background:#eee;padding:.1em .3em}'

// The one inline style of Swagger UI 6.1.3.
const SWAGGER_STYLE = "'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='"

const policy = {
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", SWAGGER_STYLE, hashOf(STYLE)],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    fontSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
    upgradeInsecureRequests: null,
  },
}

const links: [path: string, text: string][] = [
  ['/docs', 'Try it in the browser'],
  ['/v1', 'The dataset: release, counts, coverage, licence'],
  ['/v1/actions', 'The events'],
  ['/v1/licences', 'Who is licensed where'],
  ['/v1/exchanges', 'Exchanges'],
  ['/v1/agencies', 'Agencies'],
  ['/v1/claims?status=rival', 'Where the documents disagree'],
  ['/v1/vocabulary', 'The codebook'],
  ['/v1/releases', 'Releases, and what they changed'],
  ['/v1/exports', 'The whole dataset as files'],
  ['/openapi.yaml', 'OpenAPI description'],
]

/** Links for machines: feed readers and search engines look here. */
const alternates: [href: string, type: string][] = [
  ['/v1/actions?format=atom', 'application/atom+xml'],
  ['/v1/actions?format=jsonfeed', 'application/feed+json'],
  ['/v1?format=jsonld', 'application/ld+json'],
]

/** The home page; `base`: the path of the server. */
function homePage(base: string): string {
  const items = links.map(([path, text]) => `<li><a href="${base}${path}">${text}</a></li>`)
  const body = `<h1>${TITLE}</h1><p>Government action on cryptocurrency and the industry's response, with the source of every value.</p><ul>${items.join('')}</ul>`
  const head = alternates.map(
    ([path, type]) => `<link rel="alternate" type="${type}" href="${base}${path}">`,
  )
  return htmlPage(STYLE, TITLE, body, head.join(''))
}

const isProblem = (code: string): code is ProblemCode => Object.hasOwn(problems, code)

function problemPage(code: ProblemCode, base: string): string {
  const { status, title } = problems[code]
  const explanation = explanations[code].replaceAll(/(?<=^|\s)(?=\/)/g, () => base)
  const body = `<h1>${title}</h1><p>Problem <code>${code}</code>, status ${status}.</p><p>${explanation}</p><p><a href="${base}/docs">API documentation</a></p>`
  return htmlPage(STYLE, title, body)
}

/** Adds a viewport to Swagger UI's page, and the path of the server to its redirect, which would also loop with a query. */
function patchSwaggerUi(reply: FastifyReply, payload: unknown, base: string): unknown {
  const { url } = reply.request.routeOptions
  const isRedirect = url === `${DOCS}/static/index.html` && reply.hasHeader('location')
  if (isRedirect) reply.header('location', base + DOCS)
  if (url !== DOCS || typeof payload !== 'string') return payload
  return payload.replace('<head>', `<head>${VIEWPORT}`)
}

/** Reviver that adds a parameter's example to its description, since Swagger UI shows no `schema.examples`. */
function describedByExample(_: string, value: Parameter | null) {
  if (!value?.in || !value.schema?.examples) return value
  const [example] = value.schema.examples
  return { ...value, description: `${value.description}\n\n*Example*: \`${example}\`` }
}

/** The pages for people: home, problems, and Swagger UI. Only they get the headers of a page. */
export async function pageRoutes(app: FastifyInstance) {
  const { path } = app.base
  app.addHook('onSend', async (_request, reply, payload) => patchSwaggerUi(reply, payload, path))
  await app.register(compress, { encodings: ['br', 'gzip'] })
  await app.register(helmet, { contentSecurityPolicy: policy, strictTransportSecurity: false })
  await app.register(swaggerUi, {
    routePrefix: DOCS,
    indexPrefix: path,
    uiConfig: { layout: 'BaseLayout', validatorUrl: null, tryItOutEnabled: true },
    theme: { title: TITLE },
    // The page calls its own server, whatever the address is.
    transformSpecification: () => ({
      ...JSON.parse(readOpenapi().json, describedByExample),
      servers: [{ url: path || '/' }],
    }),
    transformSpecificationClone: false,
  })
  const schema = { hide: true }
  const home = homePage(path)
  app.get('/', { schema }, (_, reply) => reply.type(HTML).send(home))
  app.get<{ Params: { code: string } }>('/problems/:code', { schema }, (request, reply) => {
    const { code } = request.params
    if (!isProblem(code))
      throw new UnknownRecord(`there is no problem '${code}'`, nearest(code, Object.keys(problems)))
    return reply.type(HTML).send(problemPage(code, path))
  })
}
