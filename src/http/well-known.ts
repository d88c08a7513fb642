import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Cited } from '../model/citation.ts'
import type { Source } from './answer.ts'
import { LIFETIME } from './caching.ts'

const CATALOG = '/.well-known/api-catalog'

/** The APIs of this origin as a linkset (RFC 9264), by RFC 9727. */
const catalog = (origin: string, { licence }: Cited) => {
  const link = (path: string, type: string) => ({ href: origin + path, type })
  return {
    linkset: [
      { anchor: origin + CATALOG, item: [{ href: `${origin}/v1` }] },
      {
        anchor: `${origin}/v1`,
        'service-desc': [
          link('/openapi.json', 'application/json'),
          link('/openapi.yaml', 'application/yaml'),
        ],
        'service-doc': [link('/docs', 'text/html')],
        'service-meta': [link('/v1?format=jsonld', 'application/ld+json')],
        status: [link('/health/ready', 'application/json')],
        license: [{ href: licence.url }],
      },
    ],
  }
}

const robots = `# Everything may be read. Whoever wants all of it gets it in one piece at /v1/exports.
User-agent: *
Allow: /
`

/** What a language model should know to use this origin well: https://llmstxt.org. */
const forModels = (origin: string, { title, licence }: Cited) => `# ${title}

> An open dataset of what governments did about cryptocurrency and what the industry did in answer, as a REST API. Every value traces to the words that it came from.

- Dates may be vague: each is a range from earliest to latest. Ask with date_match=certain for what must lie between from and to.
- Rival accounts are kept: /v1/claims?status=rival. A record shows the value that a published rule decided for.
- Nothing found is not proof that nothing happened: meta.coverage says what the dataset covers.
- What is unknown is refused with the allowed values and the nearest ones: read errors[] and ask again.
- Cite meta.citation of a record. Licence: ${licence.name}.

## API

- [OpenAPI description](${origin}/openapi.json): every path, parameter and answer
- [Documentation](${origin}/docs): try it in the browser
- [The dataset](${origin}/v1): release, counts, coverage, licence, citation
- [Actions](${origin}/v1/actions): the events, by type, region, actor, date and more
- [Search](${origin}/v1/search?q=mining): text search over all records
- [Codebook](${origin}/v1/vocabulary): what every code means

## Data

- [Files](${origin}/v1/exports): the whole dataset as SQLite, CSV, NDJSON and Parquet
- [Actions as CSV](${origin}/v1/actions?format=csv): any query takes format=csv or format=ndjson
`

/** What machines look for at known places. */
export async function wellKnownRoutes(app: FastifyInstance, { datasets }: Source) {
  const schema = { hide: true }
  app.get(CATALOG, { schema }, ({ origin }, reply) =>
    send(
      reply.header('link', `<${CATALOG}>; rel="api-catalog"`),
      'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
      JSON.stringify(catalog(origin, datasets.dataset.cited)),
    ),
  )
  app.get('/robots.txt', { schema }, (_, reply) => send(reply, 'text/plain; charset=utf-8', robots))
  app.get('/llms.txt', { schema }, ({ origin }, reply) =>
    send(reply, 'text/markdown; charset=utf-8', forModels(origin, datasets.dataset.cited)),
  )
}

const send = (reply: FastifyReply, type: string, body: string) =>
  reply.header('cache-control', LIFETIME).type(type).send(body)
