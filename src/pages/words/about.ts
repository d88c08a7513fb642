import type { Action } from '../../model/action.ts'
import type { Actor } from '../../model/actor.ts'
import type { Claim } from '../../model/claim.ts'
import type { CollectionName } from '../../model/collections.ts'
import type { SourceDocument } from '../../model/document.ts'
import type { Licence } from '../../model/licence.ts'
import type { Matter } from '../../model/matter.ts'
import type { Region } from '../../model/region.ts'
import { labelOf, type Term } from '../../model/vocabulary.ts'
import { html, join, type Part } from '../html.ts'
import { regionName, type Site, wordOf } from '../site.ts'
import { dateText, fieldName, fieldValue } from './fields.ts'

/** The collections that a search finds. */
export type SearchedName = Exclude<CollectionName, 'releases' | 'changes'>

type Describe = (site: Site, record: never) => Part[]

const placesOf = (site: Site, regions: { code: string }[]): string =>
  [...new Set(regions.map(({ code }) => regionName(site, code)))].join(', ')

const matter =
  (stages: string): Describe =>
  (site, { kind, regions, status }: Matter) => [
    labelOf('matter-kind', kind),
    placesOf(site, regions),
    status && html`${wordOf(stages, status.stage)}: ${dateText(status.since)}`,
  ]

/** A line for a record of each collection, beside its title. */
const table: Record<SearchedName, Describe> = {
  actions: (site, { type, date, due, planned, regions }: Action) => [
    labelOf('action-type', type),
    dateText((planned && due) || date),
    placesOf(site, regions),
  ],
  rules: matter('stage'),
  cases: matter('action-type'),
  licences: (site, { kind, holder, regions, status }: Licence) => [
    labelOf('matter-kind', kind),
    holder.name,
    placesOf(site, regions),
    status && wordOf('licence-status', status.stage),
  ],
  actors: (site, { kind, sector, region }: Actor) => [
    labelOf('actor-kind', kind),
    sector && sector !== kind && wordOf('sector', sector),
    region && regionName(site, region),
  ],
  regions: (site, { kind, code, parents }: Region) => [
    labelOf('region-kind', kind),
    code,
    placesOf(site, parents),
  ],
  documents: (_, { kind, publisher, published }: SourceDocument) => [
    labelOf('document-kind', kind),
    publisher,
    published && dateText(published),
  ],
  claims: (site, { field, value, status }: Claim) => [
    html`${fieldName(field)}: ${fieldValue(site, field, value)}`,
    wordOf('claim-status', status),
  ],
  terms: (_, { definition }: Term) => [definition],
}

/** A line that says what a record is: an exchange of Japan, a law in force since a day. */
export function aboutRecord(site: Site, of: SearchedName, json: string): Part {
  const parts = table[of](site, JSON.parse(json) as never)
  return join(parts.filter(Boolean))
}
