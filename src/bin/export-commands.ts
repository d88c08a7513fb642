import { hasExports, writeExports } from '../store/exports/write.ts'
import type { Say } from './seed-commands.ts'

/** Writes the files of a dataset file's release where they are not there yet; where that fails, the dataset is served without them. */
export async function refreshExports(file: string, say: Say) {
  try {
    if (hasExports(file)) return
    const { files, release } = await writeExports(file)
    say.log(`Wrote ${files.length} files of the release ${release.version}.`)
  } catch (error) {
    say.error(`No files of the release were written: ${(error as Error).message}`)
  }
}
