import type { MatterName } from '../../../model/matter.ts'
import { labelOf, parentOf } from '../../../model/vocabulary.ts'
import type { Facet } from '../../../queries/counts/facets.ts'
import type { Canonical } from '../../../queries/list/query.ts'
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

/** The filter by which a list asks for a place: where a rule applies, or where a case is. */
export const placeFilter: Record<MatterName, string> = { rules: 'applies_in', cases: 'region' }
/** The scheme of the stages of each list. */
export const stageScheme: Record<MatterName, string> = { rules: 'stage', cases: 'action-type' }

/** How many rules or cases each value of a filter would give. */
export type Facets = Record<'place' | 'kind' | 'stage' | 'activity', Facet>

const { form } = texts.matters

const kindOf = (type: string) => labelOf('action-kind', parentOf('action-type', type)!)

/** The form of the filters of rules or cases, each choice with the number that it would give. */
export function matterForm(
  site: Site,
  name: MatterName,
  canonical: Canonical,
  facets: Facets,
): Html {
  const place = regionOptions(site, facets.place)
  const stages = codeOptions(stageScheme[name], facets.stage, name === 'cases' ? kindOf : undefined)
  return filterForm(site, `/${name}`, canonical, take => {
    const select = (field: string, label: string, any: string, options: Option[]) => {
      const all = [{ value: '', label: any }, ...options]
      return selectField(field, label, all, take(field), code => regionName(site, code))
    }
    return [
      textField('q', form.words, take('q'), form.wordsHint[name]),
      select(placeFilter[name], form.place[name], form.anywhere, place),
      select('kind', form.kind, form.any, codeOptions('matter-kind', facets.kind)),
      select('stage', form.stage[name], form.any, stages),
      select('activity', form.activity, form.any, codeOptions('activity', facets.activity)),
      textField(
        'actor',
        form.actor[name],
        take('actor'),
        form.actorHint[name],
        suggestActors(site),
      ),
      textField('number', form.number, take('number'), form.numberHint[name]),
      name === 'rules' && textField('in_force_on', form.day, take('in_force_on'), form.dayHint),
      selectField('sort', form.sort, sorts, take('sort')),
    ]
  })
}

const sorts: Option[] = Object.entries(form.sorts).map(([value, label]) => ({ value, label }))
