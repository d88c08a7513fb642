import { join } from 'node:path'
import { readConfig } from '../config.ts'
import { projectRoot } from '../store/fingerprint.ts'

try {
  // Not before here: the vocabulary is read as the program is loaded, and a mistake in it is told like any other.
  const { refreshDataset, refreshExports } = await import('./refresh.ts')
  const { start } = await import('../server.ts')
  const config = readConfig(process.env)
  await refreshDataset(join(projectRoot, 'seed'), config.DATABASE, console)
  await refreshExports(config.DATABASE, console)
  const { url, close } = await start(config)
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void close())
  console.log(
    `Crypto Regulation Events at ${url}\n  ${url}/docs  try it in the browser\n  ${url}/v1    the dataset`,
  )
} catch (error) {
  const { name, message } = error as Error
  console.error(`${name}: ${message}`)
  process.exitCode = 1
}
