import { cpSync, existsSync, globSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeRelease } from '../build/releases/release.ts'
import { readReleases } from '../build/releases/release-files.ts'
import { SeedError } from '../build/seed/seed-error.ts'
import { RELEASES, releaseFile } from '../model/release.ts'
import { fail, onSeed, type Say } from './seed-commands.ts'

const ownReleases =
  'The frozen dataset stays as it was. It has releases of its own: records that these never had cannot be in its retired.yaml.'

/**
 * Copies files of a seed into the frozen one: those named, or all that it has; of these, the ones that the seed no longer
 * has are removed. Its last release then gets the new state under the old version, so that examples and tests name the
 * same releases as before. If the frozen seed would not be valid, it stays as it was. Returns the exit code.
 */
export function freeze(seed: string, frozen: string, names: string[], say: Say): number {
  const all = names.length > 0 ? names : globSync('**/*.yaml', { cwd: frozen }).sort()
  const copied = all.filter(name => existsSync(join(seed, name)))
  const missing = all.filter(name => !copied.includes(name))
  if (names.length > 0 && missing.length > 0)
    return fail(say, 1, `seed has no ${missing.join(', ')}`)
  const exit = onSeed(say, () => {
    const version = replaceSeed(frozen, draft => {
      for (const name of missing) rmSync(join(draft, name))
      for (const name of copied) cpSync(join(seed, name), join(draft, name))
    })
    const [copies, removals] = [copied.length, missing.length]
    say.log(`${copies} files copied, ${removals} removed, ${version} released again.`)
    return 0
  })
  return exit === 0 ? 0 : fail(say, exit, ownReleases)
}

/** Changes a draft of a seed and its last release, and replaces the seed with it. Returns the version of the release. */
function replaceSeed(seed: string, change: (draft: string) => void): string {
  const draft = `${seed}.draft`
  rmSync(draft, { recursive: true, force: true })
  try {
    cpSync(seed, draft, { recursive: true })
    change(draft)
    const version = releaseAgain(draft)
    rmSync(seed, { recursive: true })
    renameSync(draft, seed)
    return version
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Gives the last release of a seed its present state. Returns its version. */
function releaseAgain(seed: string): string {
  const folder = join(seed, RELEASES)
  const last = readReleases(folder).at(-1)
  if (!last) throw new SeedError([`seed/${RELEASES}: has no release that could be made again`])
  const { version, time } = last.head
  rmSync(join(folder, releaseFile(version)))
  if (!makeRelease(seed, new Date(time), { fallback: 'new-evidence', named: new Map() }))
    throw new SeedError([`seed: nothing would differ from the release before ${version}`])
  return version
}
