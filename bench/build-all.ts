import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publishDataset } from '../src/build/build.ts'
import { seedFolder } from '../src/dataset/project.ts'

// Prints how many seconds of CPU the build of the dataset takes, with its exports.
const folder = mkdtempSync(join(tmpdir(), 'events-build-'))
try {
  await publishDataset(seedFolder, join(folder, 'events.sqlite'))
  const { user, system } = process.cpuUsage()
  console.log((user + system) / 1e6)
} finally {
  rmSync(folder, { recursive: true })
}
