import type { RegisterSeed } from '../../../model/register.ts'

const MAX_CHARACTERS = 80

/** A title with a name in it, which is cut where the title would not fit on a line. */
export function fitTitle(name: string, toTitle: (name: string) => string): string {
  const whole = toTitle(name)
  const excess = [...whole].length - MAX_CHARACTERS
  if (excess <= 0) return whole
  const letters = [...name]
  return toTitle(
    `${letters
      .slice(0, letters.length - excess - 1)
      .join('')
      .trimEnd()}…`,
  )
}

type Act = (register: RegisterSeed, authority: string, holder: string) => string

const APPROVAL = 'approval-in-principle'

/** A grant in the present tense. */
export const grantTitle =
  (kind: string): Act =>
  ({ holder_is }, authority, holder) =>
    kind === APPROVAL
      ? `${authority} approves ${holder} in principle as ${holder_is}`
      : `${authority} admits ${holder} as ${holder_is}`

const endTitles: Record<string, Act> = {
  holder: (register, _, holder) => `${holder} gives up its ${permission(register)}`,
  authority: (register, authority, holder) =>
    `${authority} withdraws the ${permission(register)} of ${holder}`,
  successor: (_, authority, holder) =>
    `${authority} replaces the approval in principle of ${holder}`,
  expiry: (register, _, holder) => `${holder} loses its ${permission(register)} by expiry`,
}

const permission = ({ holder_is }: RegisterSeed) => `licence as ${holder_is}`

/** An end in the present tense. */
export const endTitle =
  (by = ''): Act =>
  (register, authority, holder) =>
    endTitles[by]?.(register, authority, holder) ??
    `${holder} is no longer listed as ${register.holder_is}`

/** A change in the present tense. */
export function changeTitle(what: { renamed: boolean; added: number; removed: number }): Act {
  return (_, authority, holder) => {
    if (what.renamed && what.added + what.removed === 0) return `${holder} changes its name`
    const verb = what.removed === 0 ? 'widens' : what.added === 0 ? 'narrows' : 'changes'
    return `${authority} ${verb} the licence of ${holder}`
  }
}
