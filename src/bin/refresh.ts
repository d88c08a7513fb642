import { existsSync, globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { recordsFolder, removeUnreleased, stateFolder } from '../build/exports/folder.ts'
import { isUpToDate } from '../build/inputs.ts'
import { metaOf } from '../dataset/meta.ts'
import { RELEASE_SUFFIX, RELEASES } from '../model/release.ts'
import type { Say } from './seed-commands.ts'

// The build is loaded only if there is something to build.

/** Builds the dataset unless it is the one of this seed. If that fails, the old file stays in service; throws if there is none. */
export async function refreshDataset(seed: string, file: string, say: Say) {
  if (isUpToDate(file, seed)) return
  const { buildDataset } = await import('../build/build.ts')
  try {
    const { actions, claims } = buildDataset(seed, file)
    say.log(`Built ${file}: ${actions.length} actions, ${claims.length} claims.`)
  } catch (error) {
    say.error(`No dataset was built: ${(error as Error).message}`)
    if (!existsSync(file)) throw new Error('there is no older dataset to serve either')
    say.error(`${file} stays as it was and is served.`)
  }
}

/** Writes the exports of a dataset file and the records of all releases that are missing. If that fails, the dataset is served without them. */
export async function refreshExports(seed: string, file: string, say: Say) {
  try {
    await refreshState(file, say)
    await refreshRecords(seed, file, say)
  } catch (error) {
    say.error(`No files of the release were written: ${(error as Error).message}`)
  }
}

async function refreshState(file: string, say: Say) {
  const folder = stateFolder(file, metaOf(file))
  if (!existsSync(folder)) {
    const { writeExports } = await import('../build/exports/write.ts')
    const { files, release } = await writeExports(file)
    say.log(`Wrote ${files.length} files of the release ${release.version}.`)
  }
  removeUnreleased(folder)
}

async function refreshRecords(seed: string, file: string, say: Say) {
  const missing = globSync(`*${RELEASE_SUFFIX}`, { cwd: join(seed, RELEASES) })
    .map(name => basename(name, RELEASE_SUFFIX))
    .filter(version => !existsSync(recordsFolder(file, version)))
  if (missing.length === 0) return
  const { writeReleaseRecords } = await import('../build/exports/write.ts')
  await writeReleaseRecords(seed, file)
  say.log(`Wrote the records of ${missing.sort().join(', ')}.`)
}
