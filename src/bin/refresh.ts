import { existsSync } from 'node:fs'
import { hasExports } from '../store/exports/folder.ts'
import { isFresh } from '../store/freshness.ts'
import type { Say } from './seed-commands.ts'

// What builds is loaded only where there is something to build.

/** Builds the dataset where it is not the one of this seed; where that fails, the old file is left to be served. Throws where there is none. */
export async function refreshDataset(seed: string, file: string, say: Say) {
  if (isFresh(file, seed)) return
  const { buildDataset } = await import('../store/build.ts')
  try {
    const { actions, claims } = buildDataset(seed, file)
    say.log(`Built ${file}: ${actions.length} actions, ${claims.length} claims.`)
  } catch (error) {
    say.error(`No dataset was built: ${(error as Error).message}`)
    if (!existsSync(file)) throw new Error('there is no older dataset to serve either')
    say.error(`${file} stays as it was and is served.`)
  }
}

/** Writes the files of a dataset file's release where they are not there yet; where that fails, the dataset is served without them. */
export async function refreshExports(file: string, say: Say) {
  try {
    if (hasExports(file)) return
    const { writeExports } = await import('../store/exports/write.ts')
    const { files, release } = await writeExports(file)
    say.log(`Wrote ${files.length} files of the release ${release.version}.`)
  } catch (error) {
    say.error(`No files of the release were written: ${(error as Error).message}`)
  }
}
