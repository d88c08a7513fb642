/** Words that say what kind of company a firm is, not how it is called. */
const legalForms = new Set(
  `ab ad ag aps as asa bv co company corp corporation dac dmcc dmccs doo ead eg eood fz fzco fze
   gmbh holdings inc incorporated kft kg kgaa kk limited llc llp lp ltd ltda lta nv ood oy oyj
   plc pjsc pte pty sa sarl sas sasu se sia sl slu spa spzoo sr sro srl uab vof`.split(/\s+/),
)

const LONGEST = 60

/** A text as a slug of Latin letters and digits; empty where it has none. */
export const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replaceAll(/ß/g, 'ss')
    .replaceAll(/ø/g, 'o')
    .replaceAll(/đ/g, 'd')
    .replaceAll(/ł/g, 'l')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replaceAll(/^-+|-+$/g, '')

/** An id that is not taken: with a number behind it, if others have it. */
export function freeId(base: string, isTaken: (id: string) => boolean, n = 1): string {
  const id = n === 1 ? base : `${base}-${n}`
  return isTaken(id) ? freeId(base, isTaken, n + 1) : id
}

/** A name without what is in parentheses and without its legal form: `Bybit EU GmbH` is `bybit eu`. */
export function plainName(name: string): string {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\(.*?\)/g, ' ')
    // S.A. and B.V. are one word each.
    .replaceAll(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .replaceAll(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
  const kept = words.filter(word => !legalForms.has(word))
  return (kept.length > 0 ? kept : words).join(' ')
}
