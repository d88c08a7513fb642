import { deepStrictEqual } from 'node:assert'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import { draftOf } from '../build/draft.ts'
import { placeOfAction } from '../build/seed/seed.ts'
import { ActionSeed } from '../model/action.ts'
import type { ClaimedCollection } from '../model/fields.ts'
import type { Change } from './coding.ts'
import { newIn } from './compare.ts'
import { kinds } from './draft.ts'
import type { Coded, Value } from './records.ts'
import { textOf, textOfRegions } from './seed-text.ts'

const REGIONS = 'regions.yaml'

/** The file of a record in a seed folder. */
function fileOf(list: ClaimedCollection, value: Value): string {
  if (list === 'regions') return REGIONS
  const place = list === 'actions' ? placeOfAction(ActionSeed.parse(value)) : String(value.id)
  return `${list}/${place}.yaml`
}

/**
 * Writes records into the files of a seed. A record whose file gets another name leaves the old one. If a file cannot be
 * written, the seed stays as it was.
 */
export function writeRecords(seed: string, changes: Change[]) {
  const texts = textsOf(seed, changes)
  /** The paths of files by those under which they are written first. */
  const unfinished = new Map<string, string>()
  try {
    for (const [file, text] of texts) {
      const path = join(seed, file)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(draftOf(path), text)
      unfinished.set(draftOf(path), path)
    }
    for (const [from, path] of unfinished) renameSync(from, path)
  } finally {
    for (const path of unfinished.keys()) rmSync(path, { force: true })
  }
  for (const { coded, before } of changes) {
    const left = before && fileOf(coded.list, before)
    if (left !== undefined && !texts.has(left)) rmSync(join(seed, left))
  }
}

/** The texts of the files that change, each with what was coded. */
function textsOf(seed: string, changes: Change[]): Map<string, string> {
  const texts = new Map<string, string>()
  const records = Object.groupBy(changes, ({ coded }) =>
    coded.list === 'regions' ? 'regions' : 'others',
  )
  const regions = records.regions?.map(({ coded }) => coded)
  if (regions) texts.set(REGIONS, textOfRegions(join(seed, REGIONS), regions))
  for (const { coded } of records.others ?? []) {
    const file = fileOf(coded.list, coded.value)
    const text = textOf(seed, file, coded)
    expectWritten(coded, text)
    texts.set(file, text)
  }
  return texts
}

/** Throws unless what was checked is what is written. A register may add to a record what its file does not have. */
function expectWritten({ list, value, whole, appended }: Coded, text: string) {
  const written: Value = kinds[list].schema.parse(parse(text))
  if (whole) return deepStrictEqual(written, value)
  deepStrictEqual(newIn(written, value), [])
  for (const [name, added] of Object.entries(appended)) {
    const last = (of: Value) => (Array.isArray(added) ? lastOf(of[name], added.length) : of[name])
    deepStrictEqual(last(written), last(value))
  }
}

const lastOf = (list: unknown, count: number) =>
  (list as unknown[]).slice((list as unknown[]).length - count)
