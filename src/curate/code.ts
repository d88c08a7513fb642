import { checkSeed } from '../build/check/check.ts'
import { warningsOf } from '../build/lint/lint.ts'
import { readSeed } from '../build/seed/seed.ts'
import { attempt, throwIfAny } from '../build/seed/seed-error.ts'
import { YamlFile } from '../build/seed/yaml-file.ts'
import type { Copies } from '../dataset/copies.ts'
import { Coding, type Tally } from './coding.ts'
import { readDraft } from './draft.ts'
import { writeRecords } from './seed-files.ts'

/** A draft: its name in messages, and its path. */
export type DraftFile = { name: string; path: string }

export type Options = { replace: boolean; dryRun: boolean }

/**
 * Codes drafts into the files of a seed, and reports what each adds. Writes nothing unless all of them fit, together
 * with the rest of the seed. Returns warnings about the drafts. Throws a SeedError with every mistake.
 */
export function codeDrafts(
  seedFolder: string,
  copies: Copies,
  drafts: DraftFile[],
  { replace, dryRun }: Options,
  report: (draft: DraftFile, added: Tally) => void,
): string[] {
  const coding = new Coding(readSeed(seedFolder), copies, replace)
  const read = drafts.map(draft => {
    const file = () => readDraft(new YamlFile(draft.name, draft.path))
    return { draft, records: attempt(coding.problems, draft.name, file) ?? [] }
  })
  for (const { records } of read) coding.open(records)
  for (const { draft, records } of read) {
    const before = coding.tally()
    coding.code(records)
    const now = [...coding.tally()]
    report(draft, new Map(now.map(([name, count]) => [name, count - before.get(name)!])))
  }
  throwIfAny(coding.problems)
  const changes = coding.changes()
  const seed = coding.seedWith(changes)
  const warnings = warningsOf(seed, checkSeed(seed))
  if (!dryRun) writeRecords(seedFolder, changes)
  const isOnDraft = (warning: string) => drafts.some(({ name }) => warning.startsWith(`${name}:`))
  return [...coding.warnings, ...warnings.filter(isOnDraft)]
}
