import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Cited } from '../../model/citation.ts'
import { LIFETIME } from '../answers/headers.ts'
import type { Source } from '../answers/respond.ts'

const CATALOG = '/.well-known/api-catalog'

/** The APIs of this origin as a linkset (RFC 9264), by RFC 9727. */
const catalog = (origin: string, { licence }: Cited) => {
  const link = (path: string, type: string) => ({ href: origin + path, type })
  return {
    linkset: [
      { anchor: origin + CATALOG, item: [{ href: `${origin}/v1` }] },
      {
        anchor: `${origin}/v1`,
        'service-desc': ['json', 'yaml'].map(it => link(`/openapi.${it}`, `application/${it}`)),
        'service-doc': [link('/docs', 'text/html')],
        'service-meta': [link('/v1?format=jsonld', 'application/ld+json')],
        status: [link('/health/ready', 'application/json')],
        license: [{ href: licence.url }],
      },
    ],
  }
}

const robots = `# Everything may be read. The whole dataset is available as files at /v1/exports.
User-agent: *
Allow: /
`

/** Advice to language models on how to use this API: https://llmstxt.org. */
const forModels = (origin: string, { title, licence }: Cited) => `# ${title}

> An open dataset of government action on cryptocurrency and of the industry's response, as a REST API. Every value can be traced to the words that state it.

- Dates may be vague: each is a range from earliest to latest. Ask with date_match=certain for what must lie between from and to.
- Rival accounts are kept: /v1/claims?status=rival. A record shows the value that a published rule decided for.
- Nothing found is not proof that nothing happened: meta.coverage says what the dataset covers.
- What is unknown is refused with the allowed values and the nearest ones: read errors[] and ask again.
- Cite records: include=citation, or format=bibtex or format=csl. Licence: ${licence.name}.

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

/** The well-known addresses that machines ask for. */
export async function wellKnownRoutes(app: FastifyInstance, { datasets }: Source) {
  const schema = { hide: true }
  const send = (reply: FastifyReply, type: string, body: string) =>
    reply.header('cache-control', LIFETIME).type(type).send(body)
  app.get(CATALOG, { schema }, ({ origin }, reply) =>
    send(
      reply.header('link', `<${CATALOG}>; rel="api-catalog"`),
      'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
      JSON.stringify(catalog(origin, datasets.dataset.meta.page)),
    ),
  )
  app.get('/robots.txt', { schema }, (_, reply) => send(reply, 'text/plain; charset=utf-8', robots))
  app.get('/llms.txt', { schema }, ({ origin }, reply) =>
    send(reply, 'text/markdown; charset=utf-8', forModels(origin, datasets.dataset.meta.page)),
  )
}
