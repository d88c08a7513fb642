import { codesOf, labelOf, parentOf } from '../../../model/vocabulary.ts'
import type { Facet } from '../../../queries/counts/facets.ts'
import type { Canonical } from '../../../queries/list/query.ts'
import { laneNames } from '../../charts/timeline.ts'
import type { Html } from '../../html.ts'
import {
  codeOptions,
  type Option,
  regionOptions,
  selectField,
  textField,
} from '../../parts/fields.ts'
import { filterForm, suggestActors } from '../../parts/filter-form.ts'
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

/** The form of the filters, each choice with the number of events that it would give. */
export const actionForm = (site: Site, canonical: Canonical, facets: Facets): Html =>
  filterForm(site, '/actions', canonical, take => {
    const select = (name: string, label: string, options: Option[]) =>
      selectField(name, label, options, take(name), code => regionName(site, code))
    return [
      textField('q', form.words, take('q'), form.wordsHint),
      select('region', form.region, [any(form.anywhere), ...regionOptions(site, facets.region)]),
      select('kind', form.kind, [any(form.any), ...codeOptions('action-kind', facets.kind)]),
      select('type', form.type, [
        any(form.any),
        ...codeOptions('action-type', facets.type, kindOf),
      ]),
      select('activity', form.activity, [
        any(form.any),
        ...codeOptions('activity', facets.activity),
      ]),
      textField('actor', form.actor, take('actor'), form.actorHint, suggestActors(site)),
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
  })

const kindLabels = Object.fromEntries(
  codesOf('action-kind').map(kind => [kind, labelOf('action-kind', kind)]),
)
