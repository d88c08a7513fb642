import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Records } from '../model/collections.ts'
import { checkSeed } from './check/check.ts'
import { writeDatabase } from './file/write-database.ts'
import { inputsHash } from './inputs.ts'
import { readSeed } from './seed/seed.ts'

/**
 * Builds the dataset file from a seed folder. Writes a draft beside it, syncs it and renames it, so that the old file
 * stays in use until the new one is complete. Throws a SeedError if the seed has a mistake.
 */
export function buildDataset(seedFolder: string, file: string): Records {
  const seed = readSeed(seedFolder)
  const derived = checkSeed(seed)
  const draft = `${file}.${process.pid}.draft`
  mkdirSync(dirname(file), { recursive: true })
  rmSync(draft, { force: true })
  try {
    writeDatabase(draft, seed, derived, inputsHash(seedFolder))
    renameSync(draft, file)
  } finally {
    rmSync(draft, { force: true })
  }
  return derived.records
}
