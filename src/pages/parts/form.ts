import { yieldToOthers } from '../../model/batches.ts'
import type { Filter } from '../../model/filter.ts'
import { codesOf, labelOf } from '../../model/vocabulary.ts'
import { countChoices, isTyped } from '../../queries/counts/choices.ts'
import type { Facet } from '../../queries/counts/facets.ts'
import type { Query } from '../../queries/list/query.ts'
import { selectUndated } from '../../queries/list/select.ts'
import { registerOf } from '../../queries/record/readings.ts'
import type { Html } from '../html.ts'
import type { Site } from '../site.ts'
import { texts } from '../texts.ts'
import { sayFor } from '../words/sentence.ts'
import { codeOptions, type Option, regionOptions, selectField, textField } from './fields.ts'
import { filterForm, suggestActors } from './filter-form.ts'

/** The fields of a form in their order: the name for people of each parameter, and a hint where one types. */
export type Labels = Record<string, [label: string, hint?: string]>

const words = texts.actions.form

/** A form for the filters of a list, each choice with the number of records that it would give. */
export async function listForm(
  site: Site,
  path: string,
  query: Query,
  labels: Labels,
): Promise<Html> {
  const { view, canonical } = query
  const { matches } = await selectUndated(site.dataset, query)
  const fields: Omit<Field, 'value'>[] = []
  for (const [name, [label, hint = '']] of Object.entries(labels)) {
    const filter = view.filters.find(filter => filter.name === name)
    const choices = filter ? countChoices(site.dataset, query, filter, matches) : []
    fields.push({ name, label, hint, filter, choices })
    await yieldToOthers()
  }
  return filterForm(site, path, canonical, take =>
    fields.map(field => fieldOf(site, { ...field, value: take(field.name) })),
  )
}

type Field = {
  name: string
  label: string
  hint: string
  /** The filter that it sets; undefined for another parameter, such as a day. */
  filter: Filter | undefined
  choices: Facet
  value: string
}

function fieldOf(site: Site, { name, label, hint, filter, choices, value }: Field): Html {
  if (!filter || isTyped(filter))
    return textField(
      name,
      label,
      value,
      hint,
      filter && 'actor' in filter.takes && suggestActors(site),
    )
  const options = [{ value: '', label: words.any }, ...optionsOf(site, filter, choices)]
  return selectField(name, label, options, value, one => sayValue(site, filter, one))
}

function optionsOf(site: Site, filter: Filter, choices: Facet): Option[] {
  const { takes } = filter
  if ('scheme' in takes) return codeOptions(takes.scheme, choices)
  if ('region' in takes) return regionOptions(site, choices)
  return choices
    .map(({ value, count }) => {
      return { value, label: `${sayValue(site, filter, value)} (${count.toLocaleString('en')})` }
    })
    .sort((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true }))
}

const languages = new Intl.DisplayNames('en', { type: 'language' })

/** The schemes of the kinds that records have. */
const kinds = ['action-kind', 'matter-kind', 'actor-kind', 'region-kind', 'document-kind']

/** How values are written that are neither codes nor ids of records. */
const said: Record<string, (site: Site, value: string) => string> = {
  register: ({ dataset }, value) => registerOf(dataset, value).title,
  language: (_, value) => languages.of(value)!,
  kind: (_, value) => labelOf(kinds.find(scheme => codesOf(scheme).includes(value))!, value),
}

const sayValue = (site: Site, filter: Filter, value: string): string =>
  said[filter.name]?.(site, value) ?? sayFor(site)(filter, value).replaceAll(/[“”]/g, '')
