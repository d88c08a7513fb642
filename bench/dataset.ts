import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../src/store/fingerprint.ts'
import { isFresh } from '../src/store/freshness.ts'
import { writeManyActions } from './many-actions.ts'

export const benchFolder = join(projectRoot, 'data/bench')

/** A dataset file with so many actions, made if it is not there or of another program. */
export function datasetOf(count: number): string {
  const seed = join(projectRoot, 'seed')
  const folder = join(benchFolder, String(count))
  const file = join(folder, 'events.sqlite')
  if (!isFresh(file, seed)) {
    console.error(`Building a dataset of ${count} actions …`)
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    writeManyActions(seed, file, count)
  }
  return file
}
