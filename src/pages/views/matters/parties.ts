import type { Action, ActorEntry } from '../../../model/action.ts'
import type { MatterName } from '../../../model/matter.ts'
import { codesOf, labelOf } from '../../../model/vocabulary.ts'
import { type Html, html, join, type Part } from '../../html.ts'
import { factList } from '../../parts/facts.ts'
import type { Site } from '../../site.ts'
import { texts } from '../../texts.ts'
import { participant } from '../../words/fields.ts'

const roles = codesOf('actor-role')

const keyOf = ({ id, kind, count, as_reported }: ActorEntry): string =>
  id ?? JSON.stringify([kind, count, as_reported])

/** Everybody who took part in the steps of a rule or case, by their roles; of a rule only those with a name. */
export function partySection(site: Site, name: MatterName, actions: Action[]): Html | undefined {
  const actors = actions.flatMap(({ actors }) => actors)
  const shown = name === 'cases' ? actors : actors.filter(({ id }) => id !== null)
  const byRole = Map.groupBy(shown, ({ role }) => role)
  const rows = [...byRole]
    .sort(([a], [b]) => roles.indexOf(a) - roles.indexOf(b))
    .map(([role, own]): [string, Part] => {
      const distinct = [...new Map(own.map(actor => [keyOf(actor), actor])).values()]
      return [labelOf('actor-role', role), join(distinct.map(actor => participant(site, actor)))]
    })
  if (rows.length === 0) return undefined
  return html`<section><h2>${texts.matters.who}</h2>${factList(rows)}</section>`
}
