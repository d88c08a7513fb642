import { z } from 'zod'

export const Slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'not a slug of a-z, 0-9 and -')
// XML has no form for any of them but these three, and no text needs one.
const control = /[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/u

/** The first character of a text that none may hold, such as `U+0000`; undefined where it holds none. */
export function forbiddenIn(text: string): string | undefined {
  const found = control.exec(text)?.[0].codePointAt(0)
  return found === undefined ? undefined : `U+${found.toString(16).toUpperCase().padStart(4, '0')}`
}

export const Text = z
  .string()
  .min(1)
  .refine(
    text => forbiddenIn(text) === undefined,
    'holds a control character or half a surrogate pair',
  )
/** A text that fits on a line of a list: a title or a name. */
export const ShortText = Text.refine(text => text.length <= 300, 'has more than 300 characters')
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'not a sha256 in lower-case hex')
export const Language = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/, 'not a BCP 47 tag')
/** A count or a position: never negative, exact in every JSON reader. */
export const Size = z.int().nonnegative().max(Number.MAX_SAFE_INTEGER)
export const Url = z
  .httpUrl()
  .refine(url => /^[!-~]+$/.test(url), 'has letters that must be percent-encoded')

/** An object that the API description lists by its name. */
export const component = <S extends z.ZodRawShape>(id: string, description: string, shape: S) =>
  z.object(shape).meta({ id, description })
