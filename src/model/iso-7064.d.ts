declare module 'iso-7064' {
  /** The remainder of a text of digits and capital letters by 97; of a right one with check digits it is 1. */
  export function compute(text: string): number
}
