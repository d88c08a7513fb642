/** A text with a set of its letters as 32 bits, by which most texts are ruled out at once. */
export type Letters = { text: string; bits: number }

export function toLetters(text: string): Letters {
  let bits = 0
  for (let at = 0; at < text.length; at++) bits |= 1 << (text.charCodeAt(at) & 31)
  return { text, bits }
}

/** A lower bound of the letters to change: one step adds, removes or replaces only one. */
export const fewestSteps = (a: Letters, b: Letters): number =>
  Math.max(
    Math.abs(a.text.length - b.text.length),
    countBits(a.bits & ~b.bits),
    countBits(b.bits & ~a.bits),
  )

function countBits(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}
