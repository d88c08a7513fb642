import { globSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ActionSeed } from '../model/action.ts'
import { ActorSeed } from '../model/actor.ts'
import type { ClaimSeed } from '../model/claim.ts'
import { DatasetSeed } from '../model/dataset.ts'
import { toEventDate } from '../model/dates.ts'
import { DocumentSeed } from '../model/document.ts'
import type { ClaimedCollection } from '../model/fields.ts'
import { didYouMean } from '../model/nearest.ts'
import { RegionSeed } from '../model/region.ts'
import { RELEASES, RetiredSeed } from '../model/release.ts'
import { readVocabulary, type Term } from '../model/term.ts'
import { terms } from '../model/vocabulary.ts'
import { SeedError, YamlFile } from '../model/yaml-file.ts'
import { type ReleaseFile, readReleases } from './release-files.ts'

/** A value from a seed file, with its place there and the way to say where something in it stands. */
export type Entry<T> = {
  value: T
  file: YamlFile
  base: PropertyKey[]
  at: (path: PropertyKey[], reason: string) => string
}

export type Seed = {
  dataset: DatasetSeed
  terms: Term[]
  documents: Entry<DocumentSeed>[]
  regions: Entry<RegionSeed>[]
  actors: Entry<ActorSeed>[]
  actions: Entry<ActionSeed>[]
  retired: Entry<RetiredSeed>[]
  /** The releases, oldest first. */
  releases: ReleaseFile[]
}

/** An entry about which claims are made. */
export type ClaimedEntry = Entry<{ claims: ClaimSeed[] }>

/** The entries of a collection about whose records claims are made. */
export const claimedEntries = (seed: Seed, name: ClaimedCollection) =>
  seed[name] as unknown as ClaimedEntry[]

/** Reads every file below `folder`. Throws a SeedError that names all mistakes of form. */
export function readSeed(folder: string): Seed {
  const files = seedFiles(folder)
  const problems = strayFiles(files)
  const attempt = <T>(parse: () => T): T | undefined => {
    try {
      return parse()
    } catch (error) {
      if (!(error instanceof SeedError)) throw error
      problems.push(...error.problems)
    }
  }
  const read = <T>(name: string, parse: (file: YamlFile) => T): T | undefined =>
    attempt(() => parse(new YamlFile(`seed/${name}`, join(folder, name))))
  const list = <S extends z.ZodType>(name: string, schema: S) =>
    read(name, file => file.read(z.array(schema)).map((value, i) => entry(file, value, [i]))) ?? []
  const each = <S extends RecordSchema>(name: RecordFolder, schema: S) =>
    files
      .filter(file => folderOf(file) === name)
      .flatMap(file => read(file, yaml => readRecord(yaml, name, schema)) ?? [])
  const seed = {
    dataset: read('dataset.yaml', file => file.read(DatasetSeed)) as DatasetSeed,
    terms: read('vocabulary.yaml', readCodebook) ?? [],
    documents: each('documents', DocumentSeed),
    regions: list('regions.yaml', RegionSeed),
    actors: each('actors', ActorSeed),
    actions: each('actions', ActionSeed),
    retired: list('retired.yaml', RetiredSeed),
    releases: attempt(() => readReleases(join(folder, RELEASES))) ?? [],
  }
  if (problems.length > 0) throw new SeedError(problems)
  return seed
}

/** The terms of the vocabulary file. Throws a SeedError unless the program was started with the same ones. */
function readCodebook(file: YamlFile): Term[] {
  const found = readVocabulary(file)
  if (JSON.stringify(found) === JSON.stringify(terms)) return found
  throw new SeedError([
    `${file.name}:1:1: differs from the vocabulary that this program has; run \`npm run schemas\`, then start it again`,
  ])
}

const lists = ['dataset.yaml', 'vocabulary.yaml', 'regions.yaml', 'retired.yaml']

type RecordSchema = z.ZodType<{ id: string }>

/** The folders with one file a record, and where a record belongs in them. */
const recordFolders = {
  actions: ({ id, date }: ActionSeed) => {
    const { earliest, latest } = toEventDate(date)
    return `${(earliest ?? latest)?.slice(0, 4)}/${id}`
  },
  actors: ({ id }: ActorSeed) => id,
  documents: ({ id }: DocumentSeed) => id,
}
type RecordFolder = keyof typeof recordFolders

const folderOf = (name: string) => name.split('/')[0] as string

const seedFiles = (folder: string): string[] =>
  globSync('**/*.{yaml,yml}', { cwd: folder })
    .map(name => name.replaceAll('\\', '/'))
    .sort()

const isRecord = (name: string) =>
  name.includes('/') && Object.hasOwn(recordFolders, folderOf(name))

/** Reports files that nothing reads: their content would be lost without notice. */
const strayFiles = (files: string[]): string[] =>
  files
    .filter(name => !isRecord(name) && !lists.includes(name))
    .map(name => `seed/${name}:1:1: no file of the seed has this name${didYouMean(name, lists)}`)

function readRecord<S extends RecordSchema>(file: YamlFile, folder: RecordFolder, schema: S) {
  const value = file.read(schema)
  const place = recordFolders[folder](value as never)
  const expected = `seed/${folder}/${place}.yaml`
  if (file.name !== expected)
    throw new SeedError([file.locate(['id'], `id: '${value.id}' belongs into ${expected}`)])
  return entry(file, value, [])
}

const entry = <T>(file: YamlFile, value: T, base: PropertyKey[]): Entry<T> => ({
  value,
  file,
  base,
  at: (path, reason) => file.locate([...base, ...path], reason),
})
