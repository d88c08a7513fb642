import { bounds, compareDated } from '../../model/dates.ts'
import { jurisdictionsOf } from '../../model/region.ts'
import type { LintedAction, LintInput } from './input.ts'

/** Days within which two accounts may date one event. */
const NEAR = 3

/** Two actions that may be one: alike in all but a few days, and not linked to each other. */
export function lintDuplicates({ actions }: LintInput): string[] {
  const known = actions.values().filter(({ action: { date } }) => {
    const [first, last] = bounds(date)
    return last - first <= NEAR
  })
  const likenesses = known.flatMap(one => likenessesOf(one).map(likeness => ({ likeness, one })))
  const groups = Map.groupBy(likenesses, ({ likeness }) => likeness).values()
  const problems = groups.flatMap(group => problemsAmong(group.map(({ one }) => one)))
  // Two actions may be alike in several ways.
  return [...new Set(problems)]
}

/** Each part of a rule may begin on a day of its own. */
const beginnings = ['in-force', 'applies']

/** Texts of which two actions that may be one share at least one. */
function likenessesOf({ action }: LintedAction): string[] {
  const { kind, type, matters, regions, actors, date } = action
  const stages = matters.flatMap(({ stage }) => stage ?? []).sort()
  const day = stages.some(stage => beginnings.includes(stage)) ? date.edtf : ''
  const targets = actors.flatMap(({ id, role }) => (role === 'target' && id !== null ? id : []))
  // A firm may get several licences on one day.
  const isOfLicence = kind === 'licensing' && matters.length > 0
  const subjects = [...matters.map(({ id }) => id), ...(isOfLicence ? [] : targets)]
  return jurisdictionsOf(regions).flatMap(code =>
    subjects.map(subject => `${type} ${stages} ${day} ${code} ${subject}`),
  )
}

function problemsAmong(group: LintedAction[]): string[] {
  const sorted = group.toSorted(({ action: a }, { action: b }) =>
    compareDated({ ...a.date, id: a.id }, { ...b.date, id: b.id }),
  )
  return sorted.flatMap((later, i) => {
    const other = nearestBefore(sorted, i)
    if (!other) return []
    const { id } = other.value
    return later.at(['id'], `may be the same as '${id}': merge them, or link one to the other`)
  })
}

/** The nearest action before one that may be the same. */
function nearestBefore(sorted: LintedAction[], index: number): LintedAction | undefined {
  const later = sorted[index]!
  const [start] = bounds(later.action.date)
  for (let i = index - 1; i >= 0; i--) {
    const earlier = sorted[i]!
    const [first, last] = bounds(earlier.action.date)
    // None of those before it can be near.
    if (first + NEAR + NEAR < start) return undefined
    if (last + NEAR >= start && !isLinked(earlier, later) && !isLinked(later, earlier))
      return earlier
  }
  return undefined
}

const isLinked = ({ value: { links } }: LintedAction, { value: { id } }: LintedAction): boolean =>
  links.some(({ action }) => action === id)
