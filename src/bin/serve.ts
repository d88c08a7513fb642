import { join } from 'node:path'
import { readConfig } from '../config.ts'
import { start } from '../server.ts'
import { projectRoot } from '../store/fingerprint.ts'
import { refreshDataset, refreshExports } from './refresh.ts'

const seed = join(projectRoot, 'seed')

try {
  const config = readConfig(process.env)
  await refreshDataset(seed, config.DATABASE, console)
  await refreshExports(seed, config.DATABASE, console)
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
