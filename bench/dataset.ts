import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inputsFingerprint, projectRoot } from '../src/store/fingerprint.ts'
import { writeSynthetic } from './synthesize/write.ts'

export const benchFolder = join(projectRoot, 'data/bench')

const GENERATOR = 'bench/synthesize/*.ts'

/** Names what a dataset is made by. */
function fingerprint(seed: string): string {
  const hash = createHash('sha256').update(inputsFingerprint(seed))
  for (const name of globSync(GENERATOR, { cwd: projectRoot }).sort())
    hash.update(readFileSync(join(projectRoot, name)))
  return hash.digest('hex').slice(0, 8)
}

/** A dataset file with so many actions, in a folder of its own; made if there is none by this program, in place of an older one. */
export function datasetOf(count: number): string {
  const seed = join(projectRoot, 'seed')
  const folder = join(benchFolder, `${count}-${fingerprint(seed)}`)
  const file = join(folder, 'events.sqlite')
  if (existsSync(file)) return file
  console.error(`Building a dataset of ${count} actions …`)
  for (const old of globSync(`${count}-*`, { cwd: benchFolder }))
    rmSync(join(benchFolder, old), { recursive: true })
  mkdirSync(folder, { recursive: true })
  writeSynthetic(`${file}.draft`, count)
  renameSync(`${file}.draft`, file)
  return file
}
