import type { z } from 'zod'
import type { ReleaseSummary } from '../../../model/release.ts'
import { type Html, html } from '../../html.ts'
import type { Site } from '../../site.ts'
import { texts } from '../../texts.ts'
import { dayText } from '../../words/days.ts'

const words = texts.changes

/** What people ask about what is new, as links. */
export function presets({ dataset, at }: Site): Html {
  const before = dataset.meta.releases.at(-2)?.version ?? 'beginning'
  const links: [path: string, name: string][] = [
    ['/actions?type=licence-end,licence-withdrawal', words.preset.ended],
    ['/actions?region=EU&type=licence-end,licence-withdrawal', words.preset.endedInEurope],
    ['/actions?type=licence-change', words.preset.widened],
    [`/rules?changed_since=${before}`, words.preset.rules(before)],
    ['/changes?reason=coding-error', words.preset.corrected],
    ['/actions?not_kind=licensing&sort=-added', words.preset.added],
    ['/disagreements', words.preset.disputed],
  ]
  return html`<section><h2>${words.presets}</h2><ul class="links">${links.map(([path, name]) => html`<li><a href="${at(path)}">${name}</a></li>`)}</ul></section>`
}

type Release = z.output<typeof ReleaseSummary>

/** The releases, the newest first, with how many changes each brought. */
export function releaseTable(site: Site): Html {
  const { dataset } = site
  const rows = dataset.all('releases').array().reverse()
  const items = dataset.jsons('releases', rows).map(json => releaseRow(site, JSON.parse(json)))
  return html`<section><h2>${words.releases}</h2><div class="scroll" tabindex="0" role="group" aria-label="${words.releases}"><table class="numbers"><thead><tr>${words.columns.map(name => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${items}</tbody></table></div></section>`
}

const KINDS = ['added', 'changed', 'removed', 'merged']

function releaseRow({ at }: Site, { version, date, changes, counts }: Release): Html {
  const cells = [...KINDS.map(kind => changes[kind]), counts.actions, counts.claims]
  return html`<tr><th scope="row"><a href="${at(`/changes?release=${version}`)}">${version}</a></th><td>${dayText(date)}</td>${cells.map(count => html`<td>${(count ?? 0).toLocaleString('en')}</td>`)}</tr>`
}
