import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { RegisterSeed } from '../../../model/register.ts'
import type { Entry } from '../../seed/entry.ts'
import { attempt } from '../../seed/seed-error.ts'
import { YamlFile } from '../../seed/yaml-file.ts'
import { type End, endsOf } from '../compare/ends.ts'
import { type Track, trackOf } from '../compare/track.ts'
import { groupRows } from './identity.ts'
import { IDS, Ids } from './ids.ts'
import { type Reading, readReading } from './reading.ts'

/** A register with all its readings, and what they say of each licence. */
export type RegisterFolder = Entry<RegisterSeed> & {
  ids: Ids
  readings: Reading[]
  tracks: Track[]
  ends: Map<Track, End>
}

export const REGISTERS = 'registers'

/** Texts in place of files of a seed, by their names. */
export type Overlay = ReadonlyMap<string, string>

/** The registers of a seed. Mistakes are added to the problems. */
export function readRegisters(
  seed: string,
  problems: string[],
  overlay: Overlay = new Map(),
): RegisterFolder[] {
  const names = globSync(`${REGISTERS}/*/register.yaml`, { cwd: seed }).sort()
  return names.flatMap(name => {
    const files = new Files(seed, name.slice(0, name.lastIndexOf('/')), overlay)
    return attempt(problems, `seed/${name}`, () => readRegister(files, problems)) ?? []
  })
}

/** The files of a register, some of which may be replaced. */
class Files {
  readonly folder: string
  readonly #seed: string
  readonly #overlay: Overlay

  constructor(seed: string, folder: string, overlay: Overlay) {
    this.#seed = seed
    this.folder = folder
    this.#overlay = overlay
  }

  /** The tables, sorted by name. */
  tables(): string[] {
    const stored = globSync(`${this.folder}/*.csv`, { cwd: this.#seed })
    const given = [...this.#overlay.keys()].filter(name => name.startsWith(`${this.folder}/`))
    return [...new Set([...stored, ...given])].sort()
  }

  text(name: string): string {
    const path = join(this.#seed, name)
    return this.#overlay.get(name) ?? (existsSync(path) ? readFileSync(path, 'utf8') : '')
  }

  yaml(name: string): YamlFile {
    return new YamlFile(`seed/${name}`, join(this.#seed, name))
  }
}

function readRegister(files: Files, problems: string[]): RegisterFolder {
  const file = files.yaml(`${files.folder}/register.yaml`)
  const value = file.read(RegisterSeed)
  const at = (path: PropertyKey[], reason: string) => file.locate(path, reason)
  if (files.folder !== `${REGISTERS}/${value.id}`)
    problems.push(at(['id'], `id: '${value.id}' belongs in seed/${REGISTERS}/${value.id}`))
  const { authority, authorities } = value
  if (!authorities.some(({ id }) => id === authority))
    problems.push(at(['authority'], `authority: '${authority}' is not among the authorities`))
  const idsName = `${files.folder}/${IDS}`
  const read = (name: string) =>
    attempt(problems, name, () => readReading(`seed/${name}`, files.text(name), value))
  const names = files.tables().filter(name => name !== idsName)
  const readings = names.flatMap(name => read(name) ?? [])
  const ids = new Ids(`seed/${idsName}`, files.text(idsName))
  return { value, at, ids, ...compare(value, readings, problems) }
}

/** The licences of a register and their ends, by all its readings in the order of their days. */
export function compare(register: RegisterSeed, readings: Reading[], problems: string[]) {
  const groups = groupRows(register, readings)
  const tracks = groups.map(group => trackOf(register, readings, group, problems))
  return { readings, tracks, ends: endsOf(tracks, readings) }
}
