import { join } from 'node:path'
import { buildApp } from '../src/app.ts'
import { refreshDataset } from '../src/bin/refresh.ts'
import { readConfig } from '../src/config.ts'
import { CurrentDataset } from '../src/dataset/current.ts'
import { readTexts } from '../src/dataset/documents.ts'
import { projectRoot } from '../src/dataset/project.ts'
import { Quotes } from '../src/queries/record/quotes.ts'
import { version } from '../src/server.ts'

// Standard output belongs to the protocol.
const say = { log: console.error, error: console.error }

/** The API over the dataset, which is built if necessary; in this process and on no port. */
export async function openApi(env: NodeJS.ProcessEnv) {
  const config = readConfig({ ...env, LOG_LEVEL: 'silent', RATE_LIMIT: '0' })
  const { DATABASE, DOCUMENTS_DIR, REQUEST_TIMEOUT } = config
  const quotes = new Quotes(DOCUMENTS_DIR === undefined ? undefined : readTexts(DOCUMENTS_DIR))
  await refreshDataset(join(projectRoot, 'seed'), DATABASE, say)
  const datasets = await CurrentDataset.open(DATABASE, { timeout: 1_000 * REQUEST_TIMEOUT })
  const now = () => new Date()
  // The only client waits for its answers.
  const pressure = { maxEventLoopDelay: 0 }
  const app = await buildApp({ config, datasets, quotes, version, now, pressure })
  datasets.watch(app.log)
  const close = async () => {
    await app.close()
    await datasets.close()
  }
  return { app, close }
}
