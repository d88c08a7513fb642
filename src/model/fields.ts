import type { Action } from './action.ts'
import type { Actor } from './actor.ts'
import type { SourceDocument } from './document.ts'
import type { Region } from './region.ts'

/** A field that claims can be made about: its value in the record, and whether it must have an accepted claim. */
export type Field = { value: unknown; required: boolean }
export type Fields = Map<string, Field>

type Entries = [path: string, value: unknown][]

const present = (entries: Entries): Entries =>
  entries.filter(([, value]) => value !== null && value !== undefined && value !== false)

const toEntries = (entries: Entries, required: boolean) =>
  present(entries).map(([path, value]): [string, Field] => [path, { value, required }])

const toFields = (required: Entries, optional: Entries = []): Fields =>
  new Map([...toEntries(required, true), ...toEntries(optional, false)])

const actionFields = (action: Omit<Action, 'sources'>): Fields =>
  toFields([
    ['date', action.date],
    ['due', action.due],
    ['planned', action.planned],
    ['effect', action.effect],
    ...action.actors.map(
      entry => [`actors/${entry.id ?? entry.key}/${entry.role}`, entry] as [string, unknown],
    ),
    ...action.regions.map(
      entry => [`regions/${entry.code}/${entry.role}`, entry] as [string, unknown],
    ),
    ...action.amounts.map(amount => [`amounts/${amount.quantity}`, amount] as [string, unknown]),
    ...action.details.map(detail => [`details/${detail.aspect}`, detail.text] as [string, unknown]),
    ...action.links.map(link => [`links/${link.type}/${link.action}`, link] as [string, unknown]),
  ])

const actorFields = (actor: Actor): Fields =>
  toFields([
    ...actor.names.map(name => [`names/${name.name}`, name] as [string, unknown]),
    ['region', actor.region],
    ...actor.affiliations.map(
      it => [`affiliations/${it.actor}/${it.relation}`, it] as [string, unknown],
    ),
    ...actor.identifiers.map(it => [`identifiers/${it.scheme}`, it.value] as [string, unknown]),
  ])

const regionFields = ({ code, name, parent }: Region): Fields =>
  toFields(
    [],
    [
      ['code', code],
      ['name', name],
      ['parent', parent],
    ],
  )

const documentFields = ({
  title,
  publisher,
  author,
  url,
  published,
  origin,
}: SourceDocument): Fields =>
  toFields([['published', published]], Object.entries({ title, publisher, author, url, origin }))

const fieldsOf = {
  actions: actionFields,
  actors: actorFields,
  regions: regionFields,
  documents: documentFields,
}
export type ClaimedCollection = keyof typeof fieldsOf

/** The collections about whose records claims are made. */
export const claimed = Object.keys(fieldsOf) as ClaimedCollection[]

/** Whether claims are made about the records of a collection. */
export const isClaimed = (name: string): name is ClaimedCollection => name in fieldsOf

/** Every field of a record that a claim may be about, by its path, in the order of the record. */
export const claimable = (name: ClaimedCollection, record: unknown): Fields =>
  fieldsOf[name](record as never)

const families: Record<ClaimedCollection, RegExp> = {
  actions:
    /^(?:date|due|planned|effect|(?:actors|regions|links)\/[^/]+\/[^/]+|(?:amounts|details)\/[^/]+)$/,
  actors: /^(?:region|names\/.+|affiliations\/[^/]+\/[^/]+|identifiers\/[^/]+)$/,
  regions: /^(?:code|name|parent)$/,
  documents: /^(?:title|publisher|author|url|published|origin)$/,
}

/** Whether a path has the form of a field, though the record shown may not have it (a rival may). */
export const isFieldPath = (name: ClaimedCollection, path: string): boolean =>
  families[name].test(path)
