import { bounds } from '../../model/dates.ts'
import type { Licence } from '../../model/licence.ts'
import { jurisdictionsOf } from '../../model/region.ts'
import type { LintedAction, LintInput } from './input.ts'

/** Days between which two accounts may date one grant: registers lag, and announcements run ahead. */
const NEAR = 31

/** A grant that is coded by hand names its licence, so that a register does not add it a second time. */
export function lintTwinGrants({ actions, derived }: LintInput): string[] {
  const byActor = Map.groupBy(derived.records.licences, ({ actor }) => actor)
  return [...actions.values()].flatMap(one => {
    const { type, matters, actors } = one.action
    if (type !== 'licence-grant' || matters.length > 0) return []
    const licences = actors.flatMap(({ id }) => byActor.get(id ?? '') ?? [])
    const twin = licences.find(licence => isTwin(one, licence))
    return twin
      ? one.at(
          ['matters'],
          `may be the grant of '${twin.id}', which a register lists; name that licence`,
        )
      : []
  })
}

function isTwin({ action }: LintedAction, { granted, regions }: Licence): boolean {
  const places = new Set(jurisdictionsOf(action.regions))
  if (!granted || !jurisdictionsOf(regions).some(code => places.has(code))) return false
  const [[first, last], [from, to]] = [bounds(action.date), bounds(granted)]
  return first - NEAR <= to && last + NEAR >= from
}
