import { existsSync, globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { RELEASE_SUFFIX, RELEASES } from '../model/release.ts'
import { hasExports, recordsFolder } from '../store/exports/folder.ts'
import { isFresh } from '../store/freshness.ts'
import type { Say } from './seed-commands.ts'

// The build is loaded only if there is something to build.

/** Builds the dataset unless it is the one of this seed; if that fails, the old file is left to be served. Throws if there is none. */
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

/** Writes the files of a dataset file's release and the records of all releases, unless they are there; if that fails, the dataset is served without them. */
export async function refreshExports(seed: string, file: string, say: Say) {
  try {
    if (!hasExports(file)) {
      const { writeExports } = await import('../store/exports/write.ts')
      const { files, release } = await writeExports(file)
      say.log(`Wrote ${files.length} files of the release ${release.version}.`)
    }
    await refreshRecords(seed, file, say)
  } catch (error) {
    say.error(`No files of the release were written: ${(error as Error).message}`)
  }
}

async function refreshRecords(seed: string, file: string, say: Say) {
  const folder = join(seed, RELEASES)
  const versions = globSync(`*${RELEASE_SUFFIX}`, { cwd: folder }).map(name =>
    basename(name, RELEASE_SUFFIX),
  )
  if (versions.every(version => existsSync(recordsFolder(file, version)))) return
  const { readReleases } = await import('../store/release-files.ts')
  const { writeReleaseRecords } = await import('../store/exports/release-records.ts')
  const written = await writeReleaseRecords(readReleases(folder), file)
  say.log(`Wrote the records of ${written.join(', ')}.`)
}
