import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { buildApp } from '../src/app.ts'
import { refreshDataset } from '../src/bin/refresh.ts'
import { type Config, readConfig } from '../src/config.ts'
import { Quotes } from '../src/queries/quotes.ts'
import { version } from '../src/server.ts'
import { CurrentDataset } from '../src/store/current.ts'
import { readTexts } from '../src/store/documents.ts'
import { projectRoot } from '../src/store/fingerprint.ts'

export type Api = { app: FastifyInstance; close: () => Promise<void> }

// Standard output belongs to the protocol.
const say = { log: console.error, error: console.error }

/** The API over the dataset, which is built if need be, in this process and on no port. */
export async function openApi(env: NodeJS.ProcessEnv): Promise<Api> {
  const config = readConfig({ ...env, LOG_LEVEL: 'silent', RATE_LIMIT: '0' })
  await refreshDataset(join(projectRoot, 'seed'), config.DATABASE, say)
  const datasets = new CurrentDataset(config.DATABASE, {
    search: { timeout: 1_000 * config.REQUEST_TIMEOUT },
    // Nobody is answered before the file has been checked, however large it is.
    checkedAtOnce: Number.POSITIVE_INFINITY,
  })
  const app = await buildApp({
    config,
    datasets,
    quotes: quotesFrom(config),
    version,
    now: () => new Date(),
    // The one client here waits for its answers.
    pressure: { maxEventLoopDelay: 0 },
  })
  datasets.watch(app.log)
  const close = async () => {
    await app.close()
    await datasets.close()
  }
  return { app, close }
}

const quotesFrom = ({ DOCUMENTS_DIR }: Config) =>
  new Quotes(DOCUMENTS_DIR === undefined ? undefined : readTexts(DOCUMENTS_DIR))
