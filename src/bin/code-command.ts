import { existsSync, globSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { codeDrafts } from '../curate/code.ts'
import type { Tally } from '../curate/coding.ts'
import { copiesIn } from '../dataset/copies.ts'
import { fail, orNothing, type Say } from './seed-commands.ts'

const usage = `Usage: npm run code -- [--dry-run] [--replace] [<draft> …]
  without drafts: all in drafts/; the texts of their documents are in texts/
  --dry-run  checks, and writes nothing
  --replace  writes records again that exist and differ`

/** Where drafts and texts are, and the seed that they are coded into. */
export type Folders = { seed: string; drafts: string; texts: string }

/** Codes drafts into seed files. Returns the exit code. */
export function code({ seed, drafts, texts }: Folders, args: string[], say: Say): number {
  const read = readArguments(args)
  if (!read) return fail(say, 2, usage)
  const { named, options } = read
  const paths = named.length > 0 ? named : globSync(join(drafts, '*.yaml')).sort()
  if (paths.length === 0) return fail(say, 2, `there is no draft in ${drafts}`)
  const missing = [...paths, texts].find(path => !existsSync(path))
  if (missing !== undefined) return fail(say, 2, `there is no ${missing}`)
  const files = paths.map(path => ({ name: `drafts/${basename(path)}`, path: resolve(path) }))
  return orNothing(say, () => {
    let done = 0
    const warnings = codeDrafts(seed, copiesIn(texts), files, options, ({ name }, added) =>
      say.log(`${++done}/${files.length} ${name}: ${inWords(added)}`),
    )
    for (const warning of warnings) say.error(`warning: ${warning}`)
    if (options.dryRun) say.log('Nothing was written.')
    return 0
  })
}

function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { replace: { type: 'boolean' }, 'dry-run': { type: 'boolean' } },
    })
    const { replace = false, 'dry-run': dryRun = false } = values
    return { named: positionals, options: { replace, dryRun } }
  } catch {
    return undefined
  }
}

/** `1 action, 2 actors`, without what there is none of. */
function inWords(tally: Tally): string {
  const parts = [...tally].filter(([, count]) => count > 0)
  const words = parts.map(([name, count]) => `${count} ${count === 1 ? name.slice(0, -1) : name}`)
  return words.join(', ') || 'nothing new'
}
