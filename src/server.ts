import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { destination } from 'pino'
import { Registry } from 'prom-client'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import { metricsServer } from './http/metrics.ts'
import { Quotes } from './queries/quotes.ts'
import { CurrentDataset } from './store/current.ts'
import { readTexts } from './store/documents.ts'
import { projectRoot } from './store/fingerprint.ts'

export const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
  version: string
}

/** Log lines are written many at a time, after a second at the latest. */
export const GATHERED = { sync: false, minLength: 16_000, periodicFlush: 1_000 }

export type Running = { url: string; close: () => Promise<void> }

/**
 * Serves the dataset as configured until it is closed; closing lets what is in flight finish, and may be asked twice.
 * Stops by itself where the file proves damaged, if it is so large that this is checked meanwhile.
 */
export async function start(config: Config, checkedAtOnce?: number): Promise<Running> {
  const datasets = new CurrentDataset(config.DATABASE, {
    search: { timeout: 1_000 * config.REQUEST_TIMEOUT },
    checkedAtOnce,
  })
  const quotes = new Quotes(
    config.DOCUMENTS_DIR === undefined ? undefined : readTexts(config.DOCUMENTS_DIR),
  )
  const registry = config.METRICS_PORT === undefined ? undefined : new Registry()
  const metrics = registry && metricsServer(registry)
  const now = () => new Date()
  const log = destination(GATHERED)
  const app = await buildApp({ config, datasets, quotes, version, now, metrics: registry, log })
  const look = () => void datasets.look()
  let closing: Promise<unknown> | undefined
  const close = async () => {
    process.off('SIGHUP', look)
    closing ??= app.close().then(() => Promise.all([metrics?.close(), datasets.close()]))
    await closing
    log.flushSync()
  }
  try {
    await metrics?.listen({ host: '127.0.0.1', port: config.METRICS_PORT })
    const url = await app.listen({ host: config.HOST, port: config.PORT })
    datasets.watch(app.log)
    datasets.check().catch(error => {
      app.log.fatal({ err: error }, 'the dataset is damaged; the server stops')
      process.exitCode = 1
      void close()
    })
    process.on('SIGHUP', look)
    return { url, close }
  } catch (error) {
    await close()
    throw error
  }
}
