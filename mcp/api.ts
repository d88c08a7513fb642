import { refreshDataset } from '../src/bin/refresh.ts'
import { readConfig } from '../src/config.ts'
import { seedFolder } from '../src/dataset/project.ts'
import { openApp } from '../src/server.ts'

// Standard output belongs to the protocol.
const say = { log: console.error, error: console.error }

/** The API over the dataset, which is built if necessary; in this process and on no port. */
export async function openApi(env: NodeJS.ProcessEnv) {
  const config = readConfig({ ...env, LOG_LEVEL: 'silent', RATE_LIMIT: '0' })
  await refreshDataset(seedFolder, config.DATABASE, say)
  // The only client waits for its answers.
  const { app, datasets } = await openApp(config, { pressure: false })
  datasets.watch(app.log)
  const close = async () => {
    await app.close()
    await datasets.close()
  }
  return { app, close }
}
