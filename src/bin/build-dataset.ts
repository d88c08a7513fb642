import { join } from 'node:path'
import { readConfig } from '../config.ts'
import { SeedError } from '../model/yaml-file.ts'
import { buildDataset } from '../store/build.ts'
import { projectRoot } from '../store/fingerprint.ts'

const { DATABASE } = readConfig(process.env)
try {
  const records = buildDataset(join(projectRoot, 'seed'), DATABASE)
  for (const [name, list] of Object.entries(records))
    console.log(`${name.padEnd(10)} ${list.length}`)
} catch (error) {
  if (!(error instanceof SeedError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
