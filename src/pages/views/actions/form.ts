import { codesOf, labelOf, parentOf } from '../../../model/vocabulary.ts'
import type { Facet } from '../../../queries/counts/facets.ts'
import type { Canonical } from '../../../queries/list/query.ts'
import { laneNames } from '../../charts/timeline.ts'
import { type Html, html } from '../../html.ts'
import {
  codeOptions,
  type Option,
  regionOptions,
  selectField,
  textField,
} from '../../parts/fields.ts'
import { regionName, type Site } from '../../site.ts'
import { texts } from '../../texts.ts'

/** The filters with a choice of values. */
export const faceted = ['kind', 'type', 'region', 'activity', 'has'] as const
/** How many events each value of a filter would give. */
export type Facets = Record<(typeof faceted)[number], Facet>

const { form } = texts.actions

const any = (label: string): Option => ({ value: '', label })

const kindOf = (type: string) => labelOf('action-kind', parentOf('action-type', type)!)

const optionsOf = (codes: readonly string[], labels: Record<string, string>): Option[] =>
  codes.map(value => ({ value, label: labels[value]! }))

/** The form of the filters: a plain GET, each choice with the number of events that it would give. */
export function filterForm(site: Site, canonical: Canonical, facets: Facets): Html {
  const given = new Map(canonical)
  const select = (name: string, label: string, options: Option[]) =>
    selectField(name, label, options, take(name), value => sayAll(site, value))
  const take = (name: string): string => {
    const value = given.get(name) ?? ''
    given.delete(name)
    return value
  }
  const suggest = html` data-suggest="${site.at('/v1/reconcile/suggest/entity')}" data-type="actor"`
  const fields = [
    textField('q', form.words, take('q'), form.wordsHint),
    select('region', form.region, [any(form.anywhere), ...regionOptions(site, facets.region)]),
    select('kind', form.kind, [any(form.any), ...codeOptions('action-kind', facets.kind)]),
    select('type', form.type, [any(form.any), ...codeOptions('action-type', facets.type, kindOf)]),
    select('activity', form.activity, [any(form.any), ...codeOptions('activity', facets.activity)]),
    textField('actor', form.actor, take('actor'), form.actorHint, suggest),
    textField('from', form.from, take('from'), form.dayHint),
    textField('to', form.to, take('to'), form.dayHint),
    select('has', form.has, [any(form.all), ...codeOptions('feature', facets.has)]),
    select('planned', form.planned, [any(form.all), ...optionsOf(['false', 'true'], form.plans)]),
    select('not_kind', form.without, [
      any(form.nothing),
      ...optionsOf(codesOf('action-kind'), kindLabels),
    ]),
    select('sort', form.sort, optionsOf(['', 'date', '-added'], form.sorts)),
    select('lanes', form.lanes, optionsOf(['', ...laneNames.slice(1)], form.lanesBy)),
  ]
  const kept = [...given].filter(([name]) => name !== 'cursor')
  return html`<form class="filters" action="${site.at('/actions')}">${fields}${kept.map(([name, text]) => html`<input type="hidden" name="${name}" value="${text}">`)}<p class="buttons"><button>${form.button}</button> <a href="${site.at('/actions')}">${form.reset}</a></p></form>`
}

const kindLabels = Object.fromEntries(
  codesOf('action-kind').map(kind => [kind, labelOf('action-kind', kind)]),
)

/** Several values, as they stand in a query. */
const sayAll = (site: Site, value: string): string =>
  value
    .split(',')
    .map(code => regionName(site, code))
    .join(' or ')
