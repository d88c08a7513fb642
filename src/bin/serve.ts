import { readConfig } from '../config.ts'
import { seedFolder } from '../dataset/project.ts'
import { start } from '../server.ts'
import { refreshDataset, refreshExports } from './refresh.ts'

try {
  const config = readConfig(process.env)
  await refreshDataset(seedFolder, config.DATABASE, console)
  await refreshExports(seedFolder, config.DATABASE, console)
  const { url, close } = await start(config)
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void close())
  const { PUBLIC_URL: base = url } = config
  console.log(
    `Crypto Regulation Events at ${url}\n  ${base}/docs  try it in the browser\n  ${base}/v1    the dataset`,
  )
} catch (error) {
  const { name, message } = error as Error
  console.error(`${name}: ${message}`)
  process.exitCode = 1
}
