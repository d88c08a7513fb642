import { lagInWords } from '../../model/date-words.ts'
import type { Chain } from '../../queries/record/chain.ts'
import { type Html, html } from '../html.ts'
import type { Site } from '../site.ts'
import { wordOf } from '../site.ts'
import { texts } from '../texts.ts'
import { dateText } from '../words/fields.ts'

type Node = Chain['nodes'][number]
type Edge = Chain['edges'][number]

const MOST_AT_ONCE = 40

/** The causes and effects of an action as a tree; links that the coder inferred are drawn differently. */
export function chainSection(site: Site, id: string, chain: Chain): Html | undefined {
  const { nodes, edges } = chain
  if (nodes.length < 2) return undefined
  const nodeOf = new Map(nodes.map(node => [node.id, node]))
  const branch = (from: string, direction: 1 | -1): Html | undefined => {
    const step = nodeOf.get(from)!.step
    const found = edges
      .map(edge => ({
        edge,
        other: nodeOf.get(direction > 0 ? edge.from : edge.to)!,
        at: direction > 0 ? edge.to : edge.from,
      }))
      .filter(({ other, at }) => at === from && other.step === step + direction)
    if (found.length === 0) return undefined
    const items = found
      .slice(0, MOST_AT_ONCE)
      .map(
        ({ edge, other }) =>
          html`<li class="${edge.basis === 'inferred' ? 'inferred' : 'stated'}">${nodeText(site, other)}${linkText(edge, direction)}${branch(other.id, direction)}</li>`,
      )
    const more =
      found.length > MOST_AT_ONCE &&
      html`<li><a href="${site.at(`/actions?linked_to=${from}`)}">${texts.chain.more(found.length - MOST_AT_ONCE)}</a></li>`
    return html`<ul class="tree">${items}${more}</ul>`
  }
  const [causes, effects] = [branch(id, -1), branch(id, 1)]
  return html`<section id="chain"><h2>${texts.chain.title}</h2>${causes && html`<h3>${texts.chain.causes}</h3>${causes}`}${effects && html`<h3>${texts.chain.effects(chain.reactions.total)}</h3>${effects}`}<p class="hint">${texts.chain.hint}</p></section>`
}

/** How an action relates to another: its word, how long after, and who says so. */
function linkText({ type, lag_days, basis, disputed }: Edge, direction: 1 | -1): Html {
  const { after, before } = texts.chain
  const say = direction > 0 ? after : before
  return html`<p class="how">${say(wordOf('link-type', type), lagInWords(lag_days))} (${wordOf('link-basis', basis)}${disputed && `, ${texts.badge.disputed}`})</p>`
}

const nodeText = (site: Site, { id, title, date, planned }: Node): Html =>
  html`<span class="when">${dateText(date)}</span> <a href="${site.at(`/actions/${id}`)}">${title}</a>${planned && html` <span class="badge">${texts.badge.planned}</span>`}`
