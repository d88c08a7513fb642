import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import type { ActionSeed } from '../../model/action.ts'
import type { ClaimSeed } from '../../model/claim.ts'
import { pathOf } from '../../model/collections.ts'
import { toEventDate } from '../../model/dates.ts'
import { claimed } from '../../model/fields.ts'
import { sha256 } from '../../model/hash.ts'
import type { LicenceSeed } from '../../model/licence.ts'
import { didYouMean } from '../../model/names.ts'
import { RELEASES } from '../../model/release.ts'
import { terms, toTerms, vocabularyHash } from '../../model/vocabulary.ts'
import { expand } from '../registers/expand.ts'
import { type Overlay, readRegisters } from '../registers/read/folder.ts'
import { readReleases } from '../releases/release-files.ts'
import type { Entry } from './entry.ts'
import { schemas } from './schemas.ts'
import { attempt, SeedError } from './seed-error.ts'
import { YamlFile } from './yaml-file.ts'

export type Seed = ReturnType<typeof readSeed>

/**
 * Reads every file in `folder`, and derives the records that follow from its registers; `overlay` has files of registers
 * that count in place of those there. Throws a SeedError with the mistakes of form in all of them.
 */
export function readSeed(folder: string, overlay?: Overlay) {
  const problems: string[] = []
  const { dataset, ...coded } = readCoded(folder, problems)
  const expanded = expand(coded, readRegisters(folder, problems, overlay), problems)
  if (!dataset || problems.length > 0) throw new SeedError(problems)
  return { dataset, ...expanded }
}

/** Reads the records that are coded by hand, and the releases. Mistakes are added to the problems. */
export function readCoded(folder: string, problems: string[]) {
  const names = globSync('**/*.{yaml,yml}', { cwd: folder }).sort()
  problems.push(...strayFiles(names))
  const read = <T>(name: string, parse: (file: YamlFile) => T): T | undefined =>
    attempt(problems, `seed/${name}`, () => parse(new YamlFile(`seed/${name}`, join(folder, name))))
  const list = <T>(name: string, schema: z.ZodType<T[]>): Entry<T>[] =>
    read(name, file => file.read(schema).map((value, i) => toEntry(file, [i], value))) ?? []
  const records = <T extends { id: string }>(
    of: string,
    schema: z.ZodType<T>,
    placeOf = ({ id }: T) => id,
  ): Entry<T>[] =>
    names
      .filter(name => name.startsWith(`${of}/`))
      .flatMap(name => read(name, file => readRecord(file, schema, of, placeOf)) ?? [])
  const dataset = read('dataset.yaml', file => file.read(schemas.dataset))
  attempt(problems, 'seed/vocabulary.yaml', () => checkVocabulary(join(folder, 'vocabulary.yaml')))
  return {
    dataset,
    documents: records('documents', schemas.document),
    regions: list('regions.yaml', schemas.regions),
    rules: records('rules', schemas.rule),
    cases: records('cases', schemas.case),
    licences: records<LicenceSeed>('licences', schemas.licence),
    actors: records('actors', schemas.actor),
    actions: records('actions', schemas.action, placeOfAction),
    retired: list('retired.yaml', schemas.retired),
    releases:
      attempt(problems, `seed/${RELEASES}`, () => readReleases(join(folder, RELEASES))) ?? [],
  }
}

const lists = ['dataset.yaml', 'vocabulary.yaml', 'regions.yaml', 'retired.yaml']

/** Reports files that are never read: their content would be lost without notice. */
const strayFiles = (names: string[]): string[] =>
  names
    .filter(
      name =>
        !lists.includes(name) &&
        !/^(?:actions|rules|cases|licences|actors|documents)\//.test(name) &&
        !/^registers\/[^/]+\/register\.yaml$/.test(name),
    )
    .map(name => `seed/${name}:1:1: no file of the seed has this name${didYouMean(name, lists)}`)

/** Throws a SeedError unless the terms of the vocabulary are those of this program. */
function checkVocabulary(path: string) {
  // To parse it takes longer than to read all other files of a small seed.
  if (sha256(readFileSync(path)) === vocabularyHash) return
  const file = new YamlFile('seed/vocabulary.yaml', path)
  const found = toTerms(file.read(schemas.vocabulary))
  if (JSON.stringify(found) === JSON.stringify(terms)) return
  throw new SeedError([
    `${file.name}:1:1: differs from the vocabulary that this program has; run \`npm run schemas\`, then start it again`,
  ])
}

/** Reads a file with one record. Throws a SeedError unless the file is in its place. */
function readRecord<T extends { id: string }>(
  file: YamlFile,
  schema: z.ZodType<T>,
  folder: string,
  placeOf: (record: T) => string,
): Entry<T> {
  const value = file.read(schema)
  const expected = `seed/${folder}/${placeOf(value)}.yaml`
  if (file.name === expected) return toEntry(file, [], value)
  throw new SeedError([file.locate(['id'], `id: '${value.id}' belongs in ${expected}`)])
}

/** Actions have a folder for each year. */
export function placeOfAction({ id, date }: ActionSeed): string {
  const { earliest, latest, floor } = toEventDate(date)
  const day = floor ? latest : (earliest ?? latest)
  return `${day?.slice(0, 4)}/${id}`
}

const toEntry = <T>(file: YamlFile, base: PropertyKey[], value: T): Entry<T> => ({
  value,
  at: (path, reason) => file.locate([...base, ...path], `${path.join('.')}: ${reason}`),
})

/** A claim of a seed, at its place in the entry of its record. */
export type ClaimEntry = Entry<ClaimSeed> & { id: string }

export type ClaimedRecord = ReturnType<typeof claimedRecords>[number]

/** Every record of a seed that may have claims, with its path, such as `actors/huobi`. */
export const claimedRecords = (seed: Seed) =>
  claimed.flatMap(collection => {
    const entries: Entry<{ claims: ClaimSeed[] }>[] = seed[collection]
    return entries.map(entry => {
      const path = pathOf(collection, entry.value)
      return { collection, path, entry, claims: claimEntries(path, entry) }
    })
  })

/** The claims on a record; without a number a claim has the next one among those on its field. */
function claimEntries(
  record: string,
  { value: { claims }, at }: Entry<{ claims: ClaimSeed[] }>,
): ClaimEntry[] {
  const highest = new Map<string, number>()
  return claims.map((value, i) => {
    const last = highest.get(value.field) ?? 0
    const { field, number = last + 1 } = value
    highest.set(field, Math.max(number, last))
    return {
      id: `${record}.${field}.${number}`,
      value,
      at: (path, reason) => at(['claims', i, ...path], reason),
    }
  })
}

/** The whole id of a claim that `rests_on` names: on the same record it may begin with the dot. */
export const fullClaimId = (record: string, id: string) => (id.startsWith('.') ? record + id : id)
