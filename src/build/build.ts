import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Records } from '../model/collections.ts'
import { checkSeed } from './check/check.ts'
import { writeDatabase } from './file/write-database.ts'
import { inputsHash } from './inputs.ts'
import { readSeed } from './seed/seed.ts'

/** Builds the dataset file from a seed folder. Throws a SeedError if the seed has a mistake. */
export function buildDataset(seedFolder: string, file: string): Records {
  const seed = readSeed(seedFolder)
  const derived = checkSeed(seed)
  mkdirSync(dirname(file), { recursive: true })
  writeDatabase(file, seed, derived, inputsHash(seedFolder))
  return derived.records
}
