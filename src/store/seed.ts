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
import { type Manifest, RetiredSeed } from '../model/release.ts'
import { readVocabulary, type Term } from '../model/term.ts'
import { terms } from '../model/vocabulary.ts'
import { SeedError, YamlFile } from '../model/yaml-file.ts'
import { inVersionOrder, readManifest } from './manifests.ts'

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
  actors: Entry<ActorSeed & { kind: string }>[]
  actions: Entry<ActionSeed>[]
  retired: Entry<RetiredSeed>[]
  /** The releases, oldest first. */
  releases: Manifest[]
}

/** An entry about which claims are made. */
export type ClaimedEntry = Entry<{ claims: ClaimSeed[] }>

/** The entries of a collection about whose records claims are made. */
export const claimedEntries = (seed: Seed, name: ClaimedCollection) =>
  seed[name] as unknown as ClaimedEntry[]

/** The file that lists the actors of each kind. */
export const actorFiles = {
  agency: 'agencies.yaml',
  exchange: 'exchanges.yaml',
  company: 'companies.yaml',
  association: 'associations.yaml',
  institution: 'institutions.yaml',
  person: 'people.yaml',
}

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
  const seed = {
    dataset: read('dataset.yaml', file => file.read(DatasetSeed)) as DatasetSeed,
    terms: read('vocabulary.yaml', readCodebook) ?? [],
    documents: list('documents.yaml', DocumentSeed),
    regions: list('regions.yaml', RegionSeed),
    actors: Object.entries(actorFiles).flatMap(([kind, name]) =>
      list(name, ActorSeed).map(actor => ({ ...actor, value: { ...actor.value, kind } })),
    ),
    actions: files.filter(isAction).flatMap(name => read(name, readAction) ?? []),
    retired: list('retired.yaml', RetiredSeed),
    releases: attempt(() => readReleases(folder)) ?? [],
  }
  if (problems.length > 0) throw new SeedError(problems)
  return seed
}

/** The terms of the vocabulary file, by which all else is read as the program knows them. */
function readCodebook(file: YamlFile): Term[] {
  const found = readVocabulary(file)
  if (JSON.stringify(found) === JSON.stringify(terms)) return found
  throw new SeedError([
    `${file.name}:1:1: differs from the vocabulary that this program has; run \`npm run schemas\`, then start it again`,
  ])
}

const lists = [
  'dataset.yaml',
  'vocabulary.yaml',
  'documents.yaml',
  'regions.yaml',
  'retired.yaml',
  ...Object.values(actorFiles),
]

const seedFiles = (folder: string): string[] =>
  globSync('**/*.{yaml,yml}', { cwd: folder })
    .map(name => name.replaceAll('\\', '/'))
    .sort()

/** The folder of the releases, below that of the seed. */
export const RELEASES = 'releases'

const readReleases = (folder: string): Manifest[] =>
  inVersionOrder(
    globSync('*.json', { cwd: join(folder, RELEASES) })
      .sort()
      .map(name => readManifest(`seed/${RELEASES}/${name}`, join(folder, RELEASES, name))),
  )

const isAction = (name: string) => name.startsWith('actions/')

/** Files that nothing would read: what is in them would be lost in silence. */
const strayFiles = (files: string[]): string[] =>
  files
    .filter(name => !isAction(name) && !lists.includes(name))
    .map(name => `seed/${name}:1:1: no file of the seed has this name${didYouMean(name, lists)}`)

function readAction(file: YamlFile): Entry<ActionSeed> {
  const value = file.read(ActionSeed)
  const { earliest, latest } = toEventDate(value.date)
  const expected = `seed/actions/${(earliest ?? latest)?.slice(0, 4)}/${value.id}.yaml`
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
