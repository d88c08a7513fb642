import { labelOf } from '../../model/vocabulary.ts'
import type { Facet } from '../../queries/counts/facets.ts'
import { type Html, html, type Part } from '../html.ts'
import { regionName, type Site } from '../site.ts'

export type Option = { value: string; label: string; group?: string }

const number = new Intl.NumberFormat('en')

const withCount = (label: string, count: number | undefined): string =>
  count === undefined ? label : `${label} (${number.format(count)})`

/** The values of a facet as options, by their labels. */
export const codeOptions = (
  scheme: string,
  facet: Facet,
  groupOf?: (code: string) => string,
): Option[] =>
  facet
    .map(({ value, count }) => ({
      value,
      label: withCount(labelOf(scheme, value), count),
      ...(groupOf && { group: groupOf(value) }),
    }))
    .sort(byLabel)

/** The regions of a facet as options: countries first, wider ones behind. */
export const regionOptions = (site: Site, facet: { value: string; count?: number }[]): Option[] =>
  facet
    .map(({ value, count }) => {
      const { kind } = site.dataset.regions.get(value)!
      const label = withCount(regionName(site, value), count)
      return { value, label, group: regionGroups[kind]! }
    })
    .sort((a, b) => groupRank(a) - groupRank(b) || byLabel(a, b))

const regionGroups: Record<string, string> = {
  country: 'Countries and territories',
  territory: 'Countries and territories',
  union: 'Unions',
  subdivision: 'States and provinces',
  area: 'Wider areas',
  world: 'Wider areas',
}
const ranks = [...new Set(Object.values(regionGroups))]
const groupRank = ({ group = '' }: Option): number => ranks.indexOf(group)

const byLabel = (a: Option, b: Option): number => a.label.localeCompare(b.label, 'en')

/** A choice of one value; one that is not offered, such as a list of several, stays as it is. `say` writes a value for people. */
export function selectField(
  name: string,
  label: string,
  options: Option[],
  chosen: string,
  say: (value: string) => string = value => value,
): Html {
  const isOffered = options.some(({ value }) => value === chosen)
  const all = isOffered
    ? options
    : [{ value: chosen, label: chosen.split(',').map(say).join(' or ') }, ...options]
  const groups = [...Map.groupBy(all, ({ group = '' }) => group)]
  const parts = groups.map(([group, own]) => {
    const items = own.map(option => optionOf(option, chosen))
    return group === '' ? items : html`<optgroup label="${group}">${items}</optgroup>`
  })
  return html`<label>${label}<select name="${name}">${parts}</select></label>`
}

const optionOf = ({ value, label }: Option, chosen: string): Html =>
  html`<option value="${value}"${value === chosen && html` selected`}>${label}</option>`

/** A field for text; `more` are further attributes. */
export const textField = (
  name: string,
  label: string,
  value: string,
  hint: string,
  more: Part = null,
) =>
  html`<label>${label}<input name="${name}" value="${value}" placeholder="${hint}" autocomplete="off"${more}></label>`
