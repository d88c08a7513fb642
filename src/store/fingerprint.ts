import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sha256 } from '../model/hash.ts'

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url))

/** sha256 over the names and contents of files. */
function hashFiles(root: string, pattern: string): string {
  const hash = createHash('sha256')
  for (const name of globSync(pattern, { cwd: root }).sort())
    hash
      .update(`${name}\0`)
      .update(readFileSync(join(root, name)))
      .update('\0')
  return hash.digest('hex')
}

const PROGRAM_FILES = ['migrations/*.sql', 'src/model/*', 'src/store/*.ts']

// Of the files as they were when this process began: that is the program that runs.
const program = sha256(PROGRAM_FILES.map(pattern => hashFiles(projectRoot, pattern)).join('\n'))

/** Identifies how this program builds and reads a dataset: its migrations, its model with the vocabulary, and its store. */
export const programFingerprint = (): string => program

/** Identifies all that a dataset is built from: the program and the seed. */
export const inputsFingerprint = (seedFolder: string): string =>
  sha256(`${programFingerprint()}\n${hashFiles(seedFolder, '{**/*.yaml,releases/*.ndjson.gz}')}`)
