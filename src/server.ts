import { Registry } from 'prom-client'
import manifest from '../package.json' with { type: 'json' }
import { type AppOptions, buildApp } from './app.ts'
import type { Config } from './config.ts'
import { CurrentDataset } from './dataset/current.ts'
import type { Dataset } from './dataset/dataset.ts'
import { LogOutput } from './http/server/log-output.ts'
import { metricsServer } from './http/server/observe.ts'
import { Quotes } from './queries/record/claims.ts'

export const { version } = manifest

/** The app over the dataset as configured, not yet listening. */
export async function openApp(config: Config, more: Partial<AppOptions>) {
  const { DATABASE, DOCUMENTS_DIR, REQUEST_TIMEOUT } = config
  const quotes = await openQuotes(DOCUMENTS_DIR)
  const prepare = (dataset: Dataset) => quotes.prepare(dataset)
  const limits = { timeout: 1_000 * REQUEST_TIMEOUT }
  const datasets = await CurrentDataset.open(DATABASE, { limits, prepare })
  const now = () => new Date()
  const app = await buildApp({ config, datasets, quotes, version, now, ...more })
  return { app, datasets }
}

/** The parsers of documents are loaded only where there are some: they would delay every start. */
async function openQuotes(folder: string | undefined): Promise<Quotes> {
  if (folder === undefined) return new Quotes()
  const { copiesIn } = await import('./dataset/copies.ts')
  return new Quotes(copiesIn(folder))
}

/**
 * Serves the dataset as configured until it is closed. Closing lets answers in progress finish, for SHUTDOWN_GRACE at
 * most; it may be called twice.
 */
export async function start(config: Config) {
  const registry = config.METRICS_PORT === undefined ? undefined : new Registry()
  const metrics = registry && metricsServer(registry)
  const log = new LogOutput(process.stdout)
  const { app, datasets } = await openApp(config, { metrics: registry, log })
  const look = () => void datasets.look()
  let closing: Promise<unknown> | undefined
  const close = async () => {
    process.off('SIGHUP', look)
    closing ??= app.close().then(() => Promise.all([metrics?.close(), datasets.close()]))
    await closing
    log.end()
  }
  try {
    await metrics
      ?.listen({ host: '127.0.0.1', port: config.METRICS_PORT })
      .catch(advise('METRICS_PORT'))
    const url = await app.listen({ host: config.HOST, port: config.PORT }).catch(advise('PORT'))
    datasets.watch(app.log)
    process.on('SIGHUP', look)
    return { url, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Passes on why a server cannot listen, with the setting to change where another program has the port. */
const advise = (setting: string) => (error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE') error.message += `; set ${setting} to another port`
  throw error
}
