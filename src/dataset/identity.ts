import { statSync } from 'node:fs'

/** Differs between a file and one that took its place, and between a file before and after somebody wrote to it. */
export function identityOf(file: string): string {
  const { ino, size, mtimeMs } = statSync(file, { throwIfNoEntry: false }) ?? {}
  return `${ino} ${size} ${mtimeMs}`
}
