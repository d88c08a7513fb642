import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { recordsFolder, removeUnreleased, stateFolder } from '../build/exports/folder.ts'
import { isUpToDate } from '../build/inputs.ts'
import { NotOurs } from '../build/workplace.ts'
import { verifyChecksum } from '../dataset/checksum.ts'
import { refuseOtherFormat } from '../dataset/format.ts'
import { metaOf } from '../dataset/meta.ts'
import { isComplete } from '../dataset/released.ts'
import { RELEASE_SUFFIX, RELEASES } from '../model/release.ts'
import type { Say } from './seed-commands.ts'

// The build is loaded only if there is something to build.

/**
 * Builds the dataset with its exports unless it is the one of this seed, undamaged. If that fails, the old file stays in
 * service; throws if there is none, or something else is in its place.
 */
export async function refreshDataset(seed: string, file: string, say: Say) {
  if (isUpToDate(file, seed)) {
    const damage = await damageOf(file)
    if (damage === undefined) return
    say.error(damage)
  }
  const { publishDataset } = await import('../build/build.ts')
  try {
    const { ranges, exports } = await publishDataset(seed, file)
    say.log(
      `Built ${file}: ${ranges.actions.count} actions, ${ranges.claims.count} claims, ${exports.files.length} files.`,
    )
  } catch (error) {
    if (error instanceof NotOurs) throw error
    say.error(`No dataset was built: ${(error as Error).message}`)
    const damage = await damageOf(file)
    if (damage !== undefined)
      throw new Error(`there is no older dataset to serve either: ${damage}`)
    say.error(`${file} stays as it was and is served.`)
  }
}

/** Why a dataset file cannot be served; undefined if it can. */
async function damageOf(file: string): Promise<string | undefined> {
  try {
    const meta = metaOf(file)
    refuseOtherFormat(file, meta)
    await verifyChecksum(file, meta.content)
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

/** Writes the exports of a dataset file and the records of all releases that are missing. If that fails, the dataset is served without them. */
export async function refreshExports(seed: string, file: string, say: Say) {
  try {
    const folder = stateFolder(file, metaOf(file))
    const releases = globSync(`*${RELEASE_SUFFIX}`, { cwd: join(seed, RELEASES) })
    const records = releases.map(name => recordsFolder(file, basename(name, RELEASE_SUFFIX)))
    if (![folder, ...records].every(isComplete)) {
      const { writeExports, writeReleaseRecords } = await import('../build/exports/write.ts')
      const { files } = await writeExports(file)
      await writeReleaseRecords(seed, file)
      say.log(`Wrote ${files.length} files that were missing.`)
    }
    removeUnreleased(file, [basename(folder)])
  } catch (error) {
    say.error(`No files of the release were written: ${(error as Error).message}`)
  }
}
