import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { compareVersions, Manifest } from '../model/release.ts'
import { SeedError, YamlFile } from '../model/yaml-file.ts'
import { countRecords, differences, releaseHash } from './fingerprints.ts'

/** Reads the manifest of one release. Throws a SeedError where it is none, or contradicts itself. */
export function readManifest(name: string, path: string): Manifest {
  const manifest = parse(name, path)
  const [fault] = checks.filter(([fails]) => fails(manifest, name))
  if (fault) throw new SeedError([`${name}:1:1: ${fault[1]}`])
  return manifest
}

function parse(name: string, path: string): Manifest {
  try {
    return Manifest.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    // JSON is YAML: read as such, it says in which line the mistake is, unless it is one in JSON alone.
    new YamlFile(name, path).read(Manifest)
    throw new SeedError([`${name}:1:1: ${(error as Error).message}`])
  }
}

const checks: [fails: (manifest: Manifest, name: string) => boolean, reason: string][] = [
  [
    ({ version }, name) => version !== basename(name, '.json'),
    'the release belongs into a file of the name of its version',
  ],
  [
    ({ version, date }) => !date.startsWith(version.slice(0, 7).replace('.', '-')),
    'version: is not of the month of the date',
  ],
  [
    ({ hash, records }) => hash !== releaseHash(hashesOf(records)),
    'the records do not have the hash of the release',
  ],
  [
    ({ counts, records }) => !isSame(counts, countRecords(records)),
    'counts: are not those of the records',
  ],
]

const hashesOf = (records: Manifest['records']) =>
  Object.entries(records).map(([path, { sha256 }]): [string, string] => [path, sha256])

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Manifests in the order of their versions. Throws a SeedError where one does not go on from the one before it. */
export function inVersionOrder(manifests: Manifest[]): Manifest[] {
  const ordered = manifests.toSorted((a, b) => compareVersions(a.version, b.version))
  const problems = ordered.flatMap((manifest, i) => checkSequence(ordered[i - 1], manifest))
  if (problems.length > 0) throw new SeedError(problems)
  return ordered
}

function checkSequence(before: Manifest | undefined, manifest: Manifest): string[] {
  const { version, date, changes, records } = manifest
  const faults = [
    before && date < before.date ? `date: '${date}' is before that of ${before.version}` : [],
    isSame(bare(changes), differences(before?.records ?? {}, records))
      ? []
      : `changes: are not what differs from ${before?.version ?? 'nothing'}`,
  ]
  return faults.flat().map(fault => `seed/releases/${version}.json:1:1: ${fault}`)
}

/** Changes without what a curator says of them: a merged record is one that is not there any more. */
const bare = (changes: Manifest['changes']) =>
  changes.map(({ record, change, fields }) => ({
    record,
    change: change === 'merged' ? 'removed' : change,
    ...(fields ? { fields } : {}),
  }))

/** The text of a manifest: one line a change and a record, so that two can be compared by eye. */
export function manifestText({ changes, records, ...head }: Manifest): string {
  const lines = Object.entries(head).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`,
  )
  const changeLines = changes.map(change => `    ${JSON.stringify(change)}`)
  const recordLines = Object.entries(records).map(
    ([path, print]) => `    ${JSON.stringify(path)}: ${JSON.stringify(print)}`,
  )
  return `{\n${lines.join('')}  "changes": [\n${changeLines.join(',\n')}\n  ],\n  "records": {\n${recordLines.join(',\n')}\n  }\n}\n`
}
