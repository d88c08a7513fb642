import { pointInWords } from '../../model/date-words.ts'
import type { Register } from '../../model/register.ts'
import { licenceCoverage } from '../../queries/list/coverage.ts'
import type { Query } from '../../queries/list/query.ts'
import { type Html, html, join } from '../html.ts'
import type { Site } from '../site.ts'
import { texts } from '../texts.ts'
import { dayText } from '../words/days.ts'
import { actorLink, regionLink } from '../words/fields.ts'

const words = texts.licences.coverage

/** The basis of an answer about licences: the registers, until when they were read, and what they lack. */
export function coverageNote(site: Site, query: Query): Html | undefined {
  const coverage = licenceCoverage(site.dataset, query)
  if (!coverage) return undefined
  const ids = coverage.registers.map(({ id }) => id)
  const registers = site.dataset.meta.page.registers.filter(({ id }) => ids.includes(id))
  const days = registers.flatMap(({ readings }) => readings.at(-1)?.on ?? []).sort()
  const parts = coverage.parts.map(code => regionLink(site, code))
  if (registers.length === 0)
    return html`<section class="note coverage"><p>${words.none} ${words.caution}</p>${parts.length > 0 && html`<p>${words.parts} ${join(parts)}</p>`}</section>`
  return html`<section class="note coverage"><p>${words.rests(registers.length)} ${readText(days)} <b>${words.caution}</b></p>${parts.length > 0 && html`<p>${words.parts} ${join(parts)}</p>`}<details class="fold"${registers.length < 3 && html` open`}><summary>${words.which}</summary>${registers.map(register => registerItem(site, register))}</details></section>`
}

/** Until when registers were read, from the days of their last readings. */
function readText(days: string[]): string {
  const [first, last] = [days[0], days.at(-1)]
  return first && last ? words.read(pointInWords(first), pointInWords(last)) : words.unread
}

function registerItem(site: Site, register: Register): Html {
  const { id, title, authority, readings, complete_from, lateness, leaves_out } = register
  const last = readings.at(-1)
  const facts = [
    last && html`${words.readings(readings.length)} ${dayText(last.on)}`,
    complete_from ? html`${words.complete} ${dayText(complete_from)}` : words.incomplete,
    lateness && lateness.late > 0 && words.late(lateness),
  ].filter(Boolean)
  return html`<div class="register"><h2><a href="${site.at(`/licences?register=${id}`)}">${title}</a></h2><p>${words.kept} ${actorLink(site, authority)}; ${join(facts, '; ')}.</p><p class="remark">${words.missing} ${leaves_out}</p></div>`
}
