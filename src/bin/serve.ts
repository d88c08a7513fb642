import { join } from 'node:path'
import { BadSettings, readConfig } from '../config.ts'
import { SeedError } from '../model/yaml-file.ts'
import { start } from '../server.ts'
import { buildDataset } from '../store/build.ts'
import { projectRoot } from '../store/fingerprint.ts'
import { isFresh } from '../store/freshness.ts'

/** Builds the dataset where it is not the one of this seed; a seed that is not fit leaves the old file to be served. */
function refresh(file: string) {
  const seed = join(projectRoot, 'seed')
  if (isFresh(file, seed)) return
  try {
    const records = buildDataset(seed, file)
    console.log(
      `Built ${file}: ${records.actions.length} actions, ${records.claims.length} claims.`,
    )
  } catch (error) {
    if (!(error instanceof SeedError)) throw error
    console.error(`The seed is not fit; ${file} stays as it was.\n${error.message}`)
  }
}

try {
  const config = readConfig(process.env)
  refresh(config.DATABASE)
  const { url, close } = await start(config)
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void close())
  console.log(
    `Crypto Regulation Events at ${url}\n  ${url}/docs        try it in the browser\n  ${url}/v1/actions  the events`,
  )
} catch (error) {
  console.error(
    error instanceof BadSettings || error instanceof Error
      ? `${error.name}: ${error.message}`
      : error,
  )
  process.exitCode = 1
}
