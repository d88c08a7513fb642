import { APPROVAL } from '../../../model/register.ts'
import { labelOf } from '../../../model/vocabulary.ts'

const MAX_CHARACTERS = 80

/** A title with a name in it, which is cut after a word where the title would not fit on a line. */
export function fitTitle(name: string, toTitle: (name: string) => string): string {
  const whole = toTitle(name)
  const excess = [...whole].length - MAX_CHARACTERS
  if (excess <= 0) return whole
  const room = [...name].slice(0, -excess - 1).join('')
  const words = room.replace(/[\s,;:–-]*\s\S*$/, '')
  return toTitle(`${words}…`)
}

/** An authority as a title begins with it: the Dutch AFM, with a capital. */
const capital = (text: string): string => text.replace(/^\p{Ll}/u, first => first.toUpperCase())

/** The parts of a sentence about a step of a licence. */
export type Wording = {
  /** The kind of licence at the step. */
  kind: string
  authority: string
  holder: string
  /** The business of the holder under the licence, with an article: a crypto-asset service provider. */
  as: string
}

/** A step, in the present tense of a title and in the past tense of a summary. */
type Act = { title: (words: Wording) => string; summary: (words: Wording) => string }

const permission = ({ kind }: Wording) => labelOf('matter-kind', kind).toLowerCase()

const admits: Act = {
  title: ({ authority, holder, as }) => `${capital(authority)} admits ${holder} as ${as}`,
  summary: ({ authority, holder, as }) => `${authority} admitted ${holder} as ${as}`,
}

const approves: Act = {
  title: ({ authority, holder, as }) =>
    `${capital(authority)} approves ${holder} in principle as ${as}`,
  summary: ({ authority, holder, as }) => `${authority} approved ${holder} in principle as ${as}`,
}

/** The grant of a licence: one verb fits all kinds, since registers do not always tell a licence from a notification. */
export const grantOf = (kind: string): Act => (kind === APPROVAL ? approves : admits)

const endings: Record<string, Act> = {
  holder: {
    title: words => `${words.holder} gives up its ${permission(words)} as ${words.as}`,
    summary: words => `${words.holder} gave up its ${permission(words)} as ${words.as}`,
  },
  authority: {
    title: words =>
      `${capital(words.authority)} withdraws the ${permission(words)} of ${words.holder}`,
    summary: words =>
      `${words.authority} withdrew the ${permission(words)} of ${words.holder} as ${words.as}`,
  },
  successor: {
    title: words =>
      `${capital(words.authority)} replaces the ${permission(words)} of ${words.holder} by a licence`,
    summary: words =>
      `${words.authority} replaced the ${permission(words)} of ${words.holder} by a licence`,
  },
  expiry: {
    title: words => `${words.holder} lets its ${permission(words)} as ${words.as} expire`,
    summary: words => `${words.holder} let its ${permission(words)} as ${words.as} expire`,
  },
}

const ends: Act = {
  title: words => `The ${permission(words)} of ${words.holder} as ${words.as} ends`,
  summary: words => `the ${permission(words)} of ${words.holder} as ${words.as} ended`,
}

const leaves: Act = {
  title: ({ holder, as }) => `The register no longer lists ${holder} as ${as}`,
  summary: ({ holder, as }) => `${holder} is no longer listed as ${as}`,
}

/** The end of a licence, by who ended it, as far as the register says. */
export const endingOf = (by: string | undefined, isListed: boolean): Act =>
  by === undefined ? (isListed ? ends : leaves) : endings[by]!

/** A change of a licence, in the present tense; `isOther` is one of its kind. */
export const changeTitle =
  (what: { isRenamed: boolean; isOther: boolean; added: number; removed: number }) =>
  (words: Wording): string => {
    const { isRenamed, isOther, added, removed } = what
    if (isRenamed && !isOther && added + removed === 0) return `${words.holder} changes its name`
    const verb = (added === 0) === (removed === 0) ? 'changes' : added > 0 ? 'widens' : 'narrows'
    return `${capital(words.authority)} ${verb} the ${permission(words)} of ${words.holder}`
  }
