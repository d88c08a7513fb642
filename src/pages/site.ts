import type { Dataset } from '../dataset/dataset.ts'
import type { Source } from '../http/answers/respond.ts'
import type { Base } from '../http/server/base.ts'
import type { Contact } from '../model/contact.ts'
import { labelOf } from '../model/vocabulary.ts'
import type { Quotes } from '../queries/record/claims.ts'
import type { Html } from './html.ts'

/** The surroundings of every page: the dataset that it is about, and where the server is. */
export type Site = {
  dataset: Dataset
  quotes: Quotes
  base: Base
  /** Where people can write to those who run the server. */
  contact: Contact | undefined
  /** An address on this server, from its path and query. */
  at: (path: string) => string
}

export const siteOf = (
  dataset: Dataset,
  base: Base,
  { quotes, contact }: Pick<Source, 'quotes' | 'contact'>,
): Site => ({ dataset, base, quotes, contact, at: path => base.path + path })

/** A name, and the address of its page. */
export type Step = [name: string, path: string]

/** The content of a page, and what its head says about it. */
export type Page = {
  title: string
  /** A sentence for search engines and previews of links. */
  description: string
  /** The pages above it, the topmost first. */
  trail?: Step[]
  main: Html
  /** The path and query of the same as JSON. */
  json?: string
  /** The path and query that it should be known by, if that is not how it was asked for. */
  canonical?: string
  /** Feeds of the same: name, path and query without the format. */
  feed?: Step
  head?: Html
}

/** The name of a region; its code if no record names it. */
export const regionName = ({ dataset }: Pick<Site, 'dataset'>, code: string): string =>
  dataset.regions.get(code)?.name ?? code

/** A code in lower-case words, as it stands within a sentence. Abbreviations stay as they are. */
export function wordOf(scheme: string, code: string): string {
  const label = labelOf(scheme, code)
  return /^[A-Z][a-z]/.test(label) ? label[0]!.toLowerCase() + label.slice(1) : label
}
