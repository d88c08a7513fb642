import { hash } from 'node:crypto'

/** sha256 of bytes, or of a text in UTF-8, in lower-case hex. */
export const sha256 = (content: string | Uint8Array): string => hash('sha256', content)
