import { createWriteStream } from 'node:fs'
import Fastify from 'fastify'
import { Registry } from 'prom-client'
const root = process.argv[2]!
const kind = process.argv[3]!
const { appWithoutRoutes, buildApp } = await import(`${root}/src/app.ts`)
const { readConfig } = await import(`${root}/src/config.ts`)
const { CurrentDataset } = await import(`${root}/src/store/current.ts`)
const { Quotes } = await import(`${root}/src/queries/quotes.ts`)
const path = process.argv[5] ?? '/v1/actions/joint-notice-2021-09'
const config = readConfig({ ...process.env, RATE_LIMIT: '100000000' })
const datasets = new CurrentDataset(process.env.DATABASE)
const options = { config, datasets, quotes: new Quotes(), version: '0', now: () => new Date(), metrics: new Registry() }
let app
if (kind === 'ours') app = await buildApp(options)
else {
  const full = await buildApp({ ...options, metrics: new Registry() })
  const { rawPayload, headers } = await full.inject(path)
  app = kind === 'bare' ? await appWithoutRoutes(options) : Fastify()
  const type = headers['content-type']
  app.get('/*', (_: unknown, reply: any) => reply.type(type).send(rawPayload))
  await app.ready()
}
await app.listen({ port: Number(process.argv[4]) })
process.on("SIGINT", () => process.exit())
