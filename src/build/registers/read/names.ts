/** A name without its case, spaces and punctuation. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')

/** The decoder's mark of bytes that it could not read. */
const UNREADABLE = /\uFFFD+/u

/** Whether two names are one but for case, spaces, punctuation and letters that a file lost. */
export function isSameName(a: string, b: string): boolean {
  if (foldName(a) === foldName(b)) return true
  return UNREADABLE.test(a) || UNREADABLE.test(b) ? fits(a, b) || fits(b, a) : false
}

/** Whether a name is another one with letters that were lost. */
function fits(damaged: string, whole: string): boolean {
  const parts = damaged.split(/\uFFFD+/u).map(foldName)
  return new RegExp(`^${parts.join('\\p{L}{0,3}')}$`, 'u').test(foldName(whole))
}

/** Whether a file lost letters of a name. */
export const isDamaged = (name: string): boolean => UNREADABLE.test(name)
