declare module 'iso-7064' {
  const iso7064: {
    /** The remainder of a text of digits and capital letters by 97; it is 1 where check digits are right. */
    compute(text: string): number
  }
  export default iso7064
}
