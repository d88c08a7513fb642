import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { metaOf } from '../dataset/meta.ts'
import { projectRoot } from '../dataset/project.ts'
import { sha256 } from '../model/hash.ts'

/** The code whose change may change what is built. */
const CODE = '{migrations/*.sql,src/{model,dataset,build}/**/*.{ts,json}}'
const SEED = '{**/*.yaml,registers/*/*.csv,releases/*.ndjson.gz}'

const hashesIn = (folder: string, pattern: string): [name: string, hash: string][] =>
  globSync(pattern, { cwd: folder })
    .sort()
    .map(name => [name, sha256(readFileSync(join(folder, name)))])

/** Identifies everything that a dataset is built from: the seed and the code of the build. */
export const inputsHash = (seedFolder: string): string =>
  sha256(JSON.stringify([hashesIn(projectRoot, CODE), hashesIn(seedFolder, SEED)]))

/** Whether a dataset file is the one that this program would build from this seed; file times do not count. */
export function isUpToDate(file: string, seedFolder: string): boolean {
  try {
    return metaOf(file).inputs === inputsHash(seedFolder)
  } catch {
    return false
  }
}
