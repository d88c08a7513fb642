import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Cited } from '../../model/citation.ts'
import { addressOf, type Contact } from '../../model/contact.ts'
import { type Format, formats } from '../answers/formats.ts'
import { LIFETIME } from '../answers/headers.ts'
import type { Source } from '../answers/respond.ts'

/** A pair of scales in 16, 32 and 48 pixels. */
const icon = readFileSync(join(import.meta.dirname, '../assets/favicon.ico'))
const ICON_LIFETIME = 'public, max-age=2592000'

const CATALOG = '/.well-known/api-catalog'

/** The APIs of this server as a linkset (RFC 9264), by RFC 9727. */
const catalog = (base: string, { licence }: Cited) => {
  const link = (path: string, type: string) => ({ href: base + path, type })
  return {
    linkset: [
      { anchor: base + CATALOG, item: [{ href: `${base}/v1` }] },
      {
        anchor: `${base}/v1`,
        'service-desc': ['json', 'yaml'].map(it => link(`/openapi.${it}`, `application/${it}`)),
        'service-doc': [link('/docs', 'text/html')],
        'service-meta': [link('/v1?format=jsonld', 'application/ld+json')],
        status: [link('/health/ready', 'application/json')],
        license: [{ href: licence.url }],
      },
      {
        anchor: `${base}/v1/actions`,
        alternate: ['atom', 'jsonfeed', 'ics', 'csv', 'ndjson'].map(it =>
          link(`/v1/actions?format=${it}`, formats[it as Format].type),
        ),
      },
      {
        anchor: `${base}/v1/changes`,
        alternate: ['atom', 'jsonfeed'].map(it =>
          link(`/v1/changes?format=${it}`, formats[it as Format].type),
        ),
      },
    ],
  }
}

const robots = (
  base: string,
  contact: Contact | undefined,
) => `# Everything may be read. The whole dataset is available as files at ${base}/v1/exports.
${contact ? `# Contact: ${addressOf(contact)}\n` : ''}User-agent: *
Allow: /
`

/** Advice to language models on how to use this API: https://llmstxt.org. */
const forModels = (
  base: string,
  { title, licence }: Cited,
  contact: Contact | undefined,
) => `# ${title}

> An open dataset of government action on cryptocurrency and of the industry's response, as a REST API. Every value can be traced to the words that state it.

- Dates may be vague: each is a range from earliest to latest. Ask with date_match=certain for what must lie between from and to.
- Rival accounts are kept: [claims that disagree](${base}/v1/claims?status=rival). A record shows the value that a published rule decided for.
- Nothing found is not proof that nothing happened: meta.coverage says what the dataset covers.
- What is unknown is refused with the allowed values and the nearest ones: read errors[] and ask again.
- Cite records: include=citation, or format=bibtex or format=csl. Licence: ${licence.name}.
${contact ? `- Contact: ${addressOf(contact)}\n` : ''}
## API

- [OpenAPI description](${base}/openapi.json): every path, parameter and answer
- [Documentation](${base}/docs): try it in the browser
- [The dataset](${base}/v1): release, counts, coverage, licence, citation
- [Actions](${base}/v1/actions): the events, by type, region, actor, date and more
- [Licences](${base}/v1/licences): who is licensed where; [firms licensed in a place](${base}/v1/actors?licensed_in=FR)
- [Search](${base}/v1/search?q=mining): text search over all records
- [Codebook](${base}/v1/vocabulary): what every code means

## Data

- [Files](${base}/v1/exports): the whole dataset as SQLite, CSV, NDJSON and Parquet
- [Actions as CSV](${base}/v1/actions?format=csv): any query takes format=csv or format=ndjson
- [Actions as a feed](${base}/v1/actions?format=atom): any query as a feed, the newest in the dataset first
- [Actions as a calendar](${base}/v1/actions?format=ics&date_field=effect_from): what takes effect when
- [Changes as a feed](${base}/v1/changes?format=atom): what each release added, changed and removed
`

/** The well-known addresses that machines ask for. */
export async function wellKnownRoutes(app: FastifyInstance, { datasets, contact }: Source) {
  const schema = { hide: true }
  const send = (reply: FastifyReply, type: string, body: string) =>
    reply.header('cache-control', LIFETIME).type(type).send(body)
  const { base } = app
  app.get(CATALOG, { schema }, (_, reply) =>
    send(
      reply.header('link', `<${base.path}${CATALOG}>; rel="api-catalog"`),
      'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
      JSON.stringify(catalog(base.url, datasets.dataset.meta.page)),
    ),
  )
  app.get('/robots.txt', { schema }, (_, reply) =>
    send(reply, 'text/plain; charset=utf-8', robots(base.url, contact)),
  )
  app.get('/llms.txt', { schema }, (_, reply) =>
    send(
      reply,
      'text/markdown; charset=utf-8',
      forModels(base.url, datasets.dataset.meta.page, contact),
    ),
  )
  app.get('/favicon.ico', { schema }, (_, reply) =>
    reply.header('cache-control', ICON_LIFETIME).type('image/x-icon').send(icon),
  )
}
