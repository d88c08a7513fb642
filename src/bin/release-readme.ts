import { globSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DatasetPage } from '../model/dataset.ts'
import { RELEASES } from '../model/release.ts'
import { citationFile } from './citation-file.ts'
import { fillExamples } from './doc-examples.ts'
import { withFreshApp } from './fresh-app.ts'
import { release, type Say } from './seed-commands.ts'

/**
 * Writes a release, the answers of the new dataset into a page that shows them, and CITATION.cff beside it. A release whose answers cannot be
 * written is removed, so that the command can be run again. Returns the exit code.
 */
export async function releaseWithReadme(
  seed: string,
  page: string,
  now: Date,
  args: string[],
  say: Say,
): Promise<number> {
  const citation = join(dirname(page), 'CITATION.cff')
  const before = globSync(join(seed, RELEASES, '*'))
  const code = release(seed, now, args, say)
  if (code !== 0) return code
  try {
    await withFreshApp(seed, async app => {
      await fillExamples(app, page)
      const { data } = (await app.inject('/v1')).json<{ data: DatasetPage }>()
      writeFileSync(citation, citationFile(data))
    })
  } catch (error) {
    rmSync(globSync(join(seed, RELEASES, '*')).find(path => !before.includes(path))!)
    throw error
  }
  say.log(`Updated the answers in ${page}, and ${citation}.`)
  return code
}
