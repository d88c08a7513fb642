import { readFileSync, writeFileSync } from 'node:fs'
import { fillExamples } from './doc-examples.ts'
import { withFreshApp } from './fresh-app.ts'
import { release, type Say } from './seed-commands.ts'

/** Writes a release, and the answers of the new dataset into a page that shows them. Returns the exit code. */
export async function releaseWithReadme(
  seed: string,
  page: string,
  now: Date,
  args: string[],
  say: Say,
): Promise<number> {
  const code = release(seed, now, args, say)
  if (code === 0)
    await withFreshApp(seed, async app => {
      writeFileSync(page, await fillExamples(app, readFileSync(page, 'utf8')))
      say.log(`Updated the answers in ${page}.`)
    })
  return code
}
