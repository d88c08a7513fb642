import { readConfig } from '../config.ts'
import { seedFolder } from '../dataset/project.ts'
import { start } from '../server.ts'
import { refreshDataset, refreshExports } from './refresh.ts'
import { stopper } from './stop.ts'

/** Builds the dataset if need be, and serves it until SIGINT or SIGTERM; a second one ends the process at once. */
export async function runServer(): Promise<number> {
  const config = readConfig(process.env)
  await refreshDataset(seedFolder, config.DATABASE, console)
  await refreshExports(seedFolder, config.DATABASE, console)
  const { url, close } = await start(config)
  const stop = stopper(close, process.exit)
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop)
  const { PUBLIC_URL: base = url } = config
  console.log(
    `Crypto Regulation Events at ${url}\n  ${base}/      pages, in a browser\n  ${base}/docs  the API, to try in a browser\n  ${base}/v1    the dataset`,
  )
  return 0
}
