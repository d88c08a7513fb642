import { statSync } from 'node:fs'

/** Differs between a file and one that took its place, and between a file before and after somebody wrote to it, or gave it its former time. */
export function identityOf(file: string): string {
  const { ino, size, mtimeMs, ctimeMs } = statSync(file, { throwIfNoEntry: false }) ?? {}
  return `${ino} ${size} ${mtimeMs} ${ctimeMs}`
}

/** Whether somebody wrote to a file between two looks; that another one took its place does not count. */
export const isWritten = (before: string, now: string): boolean =>
  before !== now && before.split(' ')[0] === now.split(' ')[0]
