import { terms } from '../model/vocabulary.ts'
import { SeedError } from '../model/yaml-file.ts'
import { checkClaims, checkSupport } from './check-claims.ts'
import { checkReferences } from './check-references.ts'
import { deriveRecords, type Records } from './derive.ts'
import type { Seed } from './seed.ts'

/** Derives the records of a seed after checking all that ties them together. Throws a SeedError that names every mistake. */
export function checkSeed(seed: Seed): Records {
  refuse([...checkVocabulary(seed), ...checkReferences(seed), ...checkClaims(seed)])
  const records = deriveRecords(seed)
  refuse(checkSupport(seed, records))
  return records
}

function refuse(problems: string[]) {
  if (problems.length > 0) throw new SeedError(problems)
}

const checkVocabulary = (seed: Seed): string[] =>
  JSON.stringify(seed.terms) === JSON.stringify(terms)
    ? []
    : [
        'seed/vocabulary.yaml:1:1: differs from the vocabulary that this program was started with; start it again',
      ]
