import { z } from 'zod'

export const Slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'not a slug of a-z, 0-9 and -')
export const Text = z.string().min(1)
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'not a sha256 in lower-case hex')
export const Language = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/, 'not a BCP 47 tag')
/** A count or a position: never negative, exact in every JSON reader. */
export const Size = z.int().nonnegative().max(Number.MAX_SAFE_INTEGER)
export const Url = z.httpUrl()
