import { globSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { RELEASES } from '../model/release.ts'
import { fillExamples } from './doc-examples.ts'
import { withFreshApp } from './fresh-app.ts'
import { release, type Say } from './seed-commands.ts'

/**
 * Writes a release, and the answers of the new dataset into a page that shows them. A release whose answers cannot be
 * written is removed, so that the command can be run again. Returns the exit code.
 */
export async function releaseWithReadme(
  seed: string,
  page: string,
  now: Date,
  args: string[],
  say: Say,
): Promise<number> {
  const before = globSync(join(seed, RELEASES, '*'))
  const code = release(seed, now, args, say)
  if (code !== 0) return code
  try {
    await withFreshApp(seed, app => fillExamples(app, page))
  } catch (error) {
    rmSync(globSync(join(seed, RELEASES, '*')).find(path => !before.includes(path))!)
    throw error
  }
  say.log(`Updated the answers in ${page}.`)
  return code
}
