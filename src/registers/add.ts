import { join } from 'node:path'
import { checkSeed } from '../build/check/check.ts'
import { decisionsOf } from '../build/registers/naming.ts'
import {
  type Overlay,
  REGISTERS,
  type RegisterFolder,
  readRegisters,
} from '../build/registers/read/folder.ts'
import { IDS } from '../build/registers/read/ids.ts'
import { readCoded, readSeed } from '../build/seed/seed.ts'
import { SeedError, throwIfAny } from '../build/seed/seed-error.ts'
import { didYouMean } from '../model/names.ts'
import { type Changes, changesBetween } from './changes.ts'
import { writeFacts } from './facts-text.ts'
import { allot, type Named, rememberFirms } from './naming/allot.ts'
import { KnownFirms, type Near } from './naming/firms.ts'
import { type Reading, readReading } from './reading.ts'

/** A file of a register, current on a day. */
export type RegisterFile = { id: string; name: string; bytes: Buffer; on: string }

/** The result of adding a reading: the texts of the files to write, and a report. */
export type Added = {
  files: Map<string, string>
  reading: Reading
  /** The other days whose reading is the same file. */
  same: string[]
  /** Decisions about no row of any reading, with their places. */
  idle: string[]
  /** Whether it replaces another reading of that day. */
  isReplaced: boolean
  changes: Changes
  firms: Named[]
  near: Near[]
}

/**
 * Reads a file of a register and compares it with the other readings. Nothing is written. Throws a SeedError if it is
 * no such file, or if the seed with it has a mistake.
 */
export function addReading(seedFolder: string, { id, name, bytes, on }: RegisterFile): Added {
  const problems: string[] = []
  const read = (overlay?: Overlay) => readRegisters(seedFolder, problems, overlay)
  const registers = read()
  const before = registers.find(({ value }) => value.id === id)
  throwIfAny(problems)
  if (!before) {
    const ids = registers.map(({ value }) => value.id)
    throw new SeedError([`there is no register '${id}'${didYouMean(id, ids)}`])
  }
  const reading = readReading(before.value, name, bytes, on)
  if (reading.rows.length === 0)
    throw new SeedError([...reading.undecided, `${name}: no row could be read`])
  const folder = `${REGISTERS}/${id}`
  const text = writeFacts(reading.head, reading.columns, reading.rows)
  const facts = [`${folder}/${on}.csv`, text] as const
  const now = read(new Map([facts])).find(({ value }) => value.id === id)!
  throwIfAny(problems)
  const coded = readCoded(seedFolder, problems).actors.map(({ value }) => value)
  const firms = new KnownFirms(coded)
  for (const register of registers) rememberFirms(register, firms)
  const numbers = registers.flatMap(({ ids }) =>
    ids.lines.flatMap(({ type, id }) => (type === 'reading' ? Number(id) : [])),
  )
  const named = allot(now, firms, Math.max(0, ...numbers))
  const files = new Map([facts, [`${folder}/${IDS}`, now.ids.toString()]])
  checkSeed(readSeed(seedFolder, files))
  const others = before.readings.filter(other => other.head.sha256 === reading.head.sha256)
  const old = before.readings.find(other => other.on === on)
  return {
    files,
    reading,
    same: others.flatMap(other => (other.on === on ? [] : other.on)),
    idle: idleDecisions(now),
    isReplaced: old !== undefined && old.head.sha256 !== reading.head.sha256,
    changes: changesBetween(before, now, on),
    firms: named,
    near: firms.near,
  }
}

/** The paths of files in a seed folder. */
export const pathsIn = (seedFolder: string, files: Map<string, string>) =>
  new Map([...files].map(([name, text]) => [join(seedFolder, name), text]))

/** The decisions about firms and ids that no row fits; those about the rows of a file are checked as it is read. */
function idleDecisions({ value, at, tracks }: RegisterFolder): string[] {
  const used = new Set(tracks.flatMap(decisionsOf))
  return value.decisions.flatMap((decision, i) => {
    const { firm, firm_name, sector, id, same } = decision
    const isIdle = (firm ?? firm_name ?? sector ?? id ?? same) !== undefined && !used.has(decision)
    return isIdle ? at(['decisions', i], `decisions.${i}: no row fits it`) : []
  })
}
