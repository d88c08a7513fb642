import type { MatterName } from '../../../model/matter.ts'
import { labelOf, parentOf } from '../../../model/vocabulary.ts'
import type { Facet } from '../../../queries/counts/facets.ts'
import type { Canonical } from '../../../queries/list/query.ts'
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

/** The filter by which a list asks for a place: where a rule applies, or where a case is. */
export const placeFilter: Record<MatterName, string> = { rules: 'applies_in', cases: 'region' }
/** The scheme of the stages of each list. */
export const stageScheme: Record<MatterName, string> = { rules: 'stage', cases: 'action-type' }

/** How many rules or cases each value of a filter would give. */
export type Facets = Record<'place' | 'kind' | 'stage' | 'activity', Facet>

const { form } = texts.matters

const kindOf = (type: string) => labelOf('action-kind', parentOf('action-type', type)!)

/** The form of the filters of rules or cases: a plain GET, each choice with the number that it would give. */
export function filterForm(
  site: Site,
  name: MatterName,
  canonical: Canonical,
  facets: Facets,
): Html {
  const given = new Map(canonical)
  const take = (field: string): string => {
    const value = given.get(field) ?? ''
    given.delete(field)
    return value
  }
  const select = (field: string, label: string, any: string, options: Option[]) =>
    selectField(field, label, [{ value: '', label: any }, ...options], take(field), value =>
      sayAll(site, value),
    )
  const place = regionOptions(site, facets.place)
  const stages = codeOptions(stageScheme[name], facets.stage, name === 'cases' ? kindOf : undefined)
  const suggest = html` data-suggest="${site.at('/v1/reconcile/suggest/entity')}" data-type="actor"`
  const fields = [
    textField('q', form.words, take('q'), form.wordsHint[name]),
    select(placeFilter[name], form.place[name], form.anywhere, place),
    select('kind', form.kind, form.any, codeOptions('matter-kind', facets.kind)),
    select('stage', form.stage[name], form.any, stages),
    select('activity', form.activity, form.any, codeOptions('activity', facets.activity)),
    textField('actor', form.actor[name], take('actor'), form.actorHint[name], suggest),
    textField('number', form.number, take('number'), form.numberHint[name]),
    name === 'rules' && textField('in_force_on', form.day, take('in_force_on'), form.dayHint),
    selectField('sort', form.sort, sorts, take('sort')),
  ]
  const kept = [...given].filter(([field]) => field !== 'cursor')
  return html`<form class="filters" action="${site.at(`/${name}`)}">${fields}${kept.map(([field, text]) => html`<input type="hidden" name="${field}" value="${text}">`)}<p class="buttons"><button>${form.button}</button> <a href="${site.at(`/${name}`)}">${form.reset}</a></p></form>`
}

const sorts: Option[] = Object.entries(form.sorts).map(([value, label]) => ({ value, label }))

/** Several values, as they stand in a query. */
const sayAll = (site: Site, value: string): string =>
  value
    .split(',')
    .map(code => regionName(site, code))
    .join(' or ')
