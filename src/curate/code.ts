import { checkSeed } from '../build/check/check.ts'
import { warningsOf } from '../build/lint/lint.ts'
import { readSeed } from '../build/seed/seed.ts'
import { attempt, throwIfAny } from '../build/seed/seed-error.ts'
import { YamlFile } from '../build/seed/yaml-file.ts'
import type { Copies } from '../dataset/copies.ts'
import { type Change, Coding, type Tally } from './coding.ts'
import { lossesIn } from './compare.ts'
import { type DraftRecord, kinds, readDraft } from './draft.ts'
import { writeRecords } from './write.ts'

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
    const records = attempt(coding.problems, draft.name, file) ?? []
    const { whole = [], additions = [] } = Object.groupBy(records, ({ list }) =>
      list === 'additions' ? list : 'whole',
    )
    return { draft, whole, additions }
  })
  for (const { whole } of read) coding.open(whole)
  // Any draft may hold the records of additions.
  const added = read.map(({ whole }) => code(coding, whole))
  for (const [i, { draft, additions }] of read.entries())
    report(draft, sumOf(added[i]!, code(coding, additions)))
  throwIfAny(coding.problems)
  const changes = coding.changes()
  const seed = coding.seedWith(changes)
  const warnings = warningsOf(seed, checkSeed(seed)).filter(isAbout(changes, drafts))
  if (!dryRun) writeRecords(seedFolder, changes)
  return [...coding.warnings, ...changes.flatMap(lossWarnings), ...warnings]
}

/** Codes records of a draft. Returns how many of what this adds. */
function code(coding: Coding, records: DraftRecord[]): Tally {
  const before = coding.tally()
  for (const record of records) coding.code(record)
  return new Map([...coding.tally()].map(([name, count]) => [name, count - before.get(name)!]))
}

const sumOf = (a: Tally, b: Tally): Tally =>
  new Map([...a].map(([name, count]) => [name, count + b.get(name)!]))

/** Whether a warning is about a record in the drafts: it has its place there, or names one. */
function isAbout(changes: Change[], drafts: DraftFile[]): (warning: string) => boolean {
  const ids = changes.map(({ coded }) => `'${coded.value.id}'`)
  return warning =>
    drafts.some(({ name }) => warning.startsWith(`${name}:`)) ||
    ids.some(id => warning.includes(id))
}

/** A draft may lack what somebody else has added to its record since. */
function lossWarnings({ coded, before }: Change): string[] {
  if (!before) return []
  const losses = lossesIn(coded.value, before).map(([list, count]) => `${count} of its ${list}`)
  if (losses.length === 0) return []
  return [coded.at([kinds[coded.list].key], `loses ${losses.join(', ')}, which no draft has`)]
}
