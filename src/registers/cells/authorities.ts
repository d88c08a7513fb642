import { quoted } from '../../model/issues.ts'
import { didYouMean } from '../../model/names.ts'
import type { RegisterSeed } from '../../model/register.ts'
import { type Touch, Unclear } from '../rules.ts'

/** The id of the authority that a cell names, or a number; where two have one name, the home state tells. */
export function readAuthority(
  { authorities }: RegisterSeed,
  text: string,
  home: string,
  touch: Touch,
): string {
  const named = authorities.filter(
    ({ written, numbers }) =>
      written.includes(text) || (numbers !== undefined && text.startsWith(numbers)),
  )
  const [found, other] = named.length > 1 ? named.filter(({ region }) => region === home) : named
  if (found && !other) {
    if (found.written.indexOf(text) > 0) touch('authority-by-other-name')
    return found.id
  }
  if (named.length > 1) throw new Unclear(`${quoted(text)} is the name of several authorities`)
  const near = didYouMean(
    text,
    authorities.flatMap(({ written }) => written),
  )
  throw new Unclear(`${quoted(text)} is no authority that register.yaml knows${near}`)
}
