import { Registry } from 'prom-client'
import { appWithoutRoutes } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { CurrentDataset } from '../../src/dataset/current.ts'
import { LogOutput } from '../../src/http/server/log-output.ts'
import { Quotes } from '../../src/queries/record/claims.ts'
import { version } from '../../src/server.ts'

// All plugins of our server, but routes that only send bytes in memory: copies of its answers with their own headers.
const OWN = ['etag', 'cache-control', 'last-modified', 'vary', 'x-dataset-release', 'link']
const { COPY_FROM, ACTION } = process.env
const copies = { '/page': '/v1/actions?limit=100', '/action/:id': `/v1/actions/${ACTION}` }

const config = readConfig(process.env)
const datasets = await CurrentDataset.open(config.DATABASE)
const source = { datasets, quotes: new Quotes(), version, now: () => new Date() }
const log = new LogOutput(process.stdout)
const app = await appWithoutRoutes({ ...source, config, log, metrics: new Registry() })
app.register(async routes => {
  for (const [route, path] of Object.entries(copies)) {
    const answer = await fetch(COPY_FROM + path, { headers: { 'accept-encoding': 'identity' } })
    const bytes = Buffer.from(await answer.arrayBuffer())
    const type = answer.headers.get('content-type') as string
    const headers = Object.fromEntries([...answer.headers].filter(([name]) => OWN.includes(name)))
    routes.get(route, (request, reply) =>
      request.headers['if-none-match'] === headers.etag
        ? reply.code(304).headers(headers).send()
        : reply.type(type).headers(headers).send(bytes),
    )
  }
})
await app.listen({ port: config.PORT })
