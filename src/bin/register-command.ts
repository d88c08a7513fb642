import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { draftOf } from '../build/draft.ts'
import { Day } from '../model/dates.ts'
import { type Added, addReading, pathsIn } from '../registers/add.ts'
import { fail, orNothing, type Say } from './seed-commands.ts'

const usage = `Usage: npm run register -- <id> <file> --on <day> [--dry-run] [--yes-ended]
  <id>         the register: a folder in seed/registers
  <file>       the register as it was published, or a copy of it
  --on         the day on which it was current, such as 2026-06-28
  --dry-run    checks and compares, and writes nothing
  --yes-ended  many licences end because the file no longer lists them, and that is right`

/** Megabytes. No register is near as large. */
const LARGEST_FILE = 20

/** Reads a file of a register into a seed. Returns the exit code. */
export function register(seed: string, args: string[], say: Say, now = new Date()): number {
  const read = readArguments(args)
  if (!read) return fail(say, 2, usage)
  if (read.on > now.toISOString().slice(0, 10))
    return fail(say, 2, `--on: ${read.on} has not come yet`)
  const { id, file, on, dryRun, yesEnded } = read
  if (!existsSync(file) || !statSync(file).isFile()) return fail(say, 2, `there is no file ${file}`)
  if (statSync(file).size > LARGEST_FILE * 1e6)
    return fail(say, 1, `${file}: has more than ${LARGEST_FILE} MB`)
  return orNothing(say, () => {
    const given = { id, name: basename(file), bytes: readFileSync(file), on }
    const added = addReading(seed, given)
    report(added, say)
    const refusal = yesEnded ? undefined : tooMany(added)
    if (refusal !== undefined) return fail(say, 1, refusal)
    if (dryRun) say.log('Nothing was written.')
    else say.log(write(seed, added))
    return 0
  })
}

function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        on: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        'yes-ended': { type: 'boolean', default: false },
      },
    })
    const [id, file, ...others] = positionals
    const on = Day.safeParse(values.on).data
    if (!id || !file || others.length > 0 || on === undefined) return undefined
    return { id, file, on, dryRun: values['dry-run'], yesEnded: values['yes-ended'] }
  } catch {
    return undefined
  }
}

const MANY = 3
const MANY_OF_ALL = 0.05

/** Why so many ends or losses at once need a second look; undefined if they are few. */
function tooMany({ changes: { notListed, lost } }: Added): string | undefined {
  const isMany = (count: number, of: number) => count > MANY && count > MANY_OF_ALL * of
  const { count, covered } = notListed
  if (isMany(count, covered))
    return `${count} of ${covered} licences would end because this file no longer lists them. ${WHOLE}`
  if (isMany(lost.count, lost.of))
    return `${lost.count} of ${lost.of} licences would be gone, since this file replaces one that lists them. ${WHOLE}`
  return undefined
}

const WHOLE = 'Is it whole? If so, add --yes-ended. Nothing was written.'

function report({ reading, same, idle, isReplaced, changes, firms, near }: Added, say: Say) {
  const { rules, undecided, left_out } = reading
  for (const place of idle) say.error(`note: ${place}`)
  for (const on of same) say.error(`note: it is the file of ${on}`)
  if (isReplaced) say.log('it replaces the reading of that day, which differs')
  say.log(`${reading.rows.length} rows read`)
  for (const [rule, count] of rules) say.log(`  ${count} × ${String(rule)}`)
  if (left_out > 0) say.log(`  ${left_out} left out by decisions`)
  for (const reason of undecided) say.error(`stays out: ${reason}`)
  for (const name of ['added', 'changed', 'ended', 'corrected', 'gone'] as const)
    for (const line of changes[name]) say.log(`${name}: ${line}`)
  for (const { licence, firm, by } of firms) say.log(`firm: ${licence} → ${firm} (${by})`)
  for (const { firm, name, other } of near)
    say.log(`near: '${name}' (${firm}) may be ${other}; decide with firm in register.yaml`)
}

/** Writes the files that differ. Returns what was done in words. */
function write(seed: string, { files }: Added): string {
  const changed = [...pathsIn(seed, files)].filter(
    ([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text,
  )
  for (const [path, text] of changed) writeFileSync(draftOf(path), text)
  for (const [path] of changed) renameSync(draftOf(path), path)
  if (changed.length === 0) return 'Nothing changed.'
  return `Wrote ${changed.map(([path]) => basename(path)).join(' and ')}.`
}
