import { compareDated, isoDay } from '../../src/model/dates.ts'
import type { SourceDocument } from '../../src/model/document.ts'
import type { Calendar } from './calendar.ts'
import { Random } from './random.ts'
import { capital, phrase } from './words.ts'

const REPORTS = 400
const RETELLING = 0.3
/** 1 January 2017, in days since 1970. */
const FIRST_PUBLISHED = 17_167

/** What the codes of regions are taken from. */
export const STANDARD = 'iso-3166'

const standard: SourceDocument = {
  id: STANDARD,
  kind: 'reference',
  title: 'ISO 3166: Codes for the representation of names of countries and their subdivisions',
  language: 'en',
  url: 'https://www.iso.org/iso-3166-country-codes.html',
  published: null,
  origin: STANDARD,
  sha256: null,
  length: null,
}

/** The documents in the order of their rows: a few hundred reports, some of which retell another, and a reference. */
export function makeDocuments(seed: number, words: string[], calendar: Calendar): SourceDocument[] {
  const reports = Array.from({ length: REPORTS }, (_, i): SourceDocument => {
    const random = new Random(seed, 6, i)
    const id = `report-${String(i).padStart(4, '0')}`
    const original = `report-${String(random.below(i + 1)).padStart(4, '0')}`
    return {
      id,
      kind: 'report',
      title: capital(phrase(random, words, 7)),
      publisher: capital(phrase(random, words, 2)),
      language: random.early(['en', 'zh', 'ko', 'ja', 'ru', 'de']),
      published: random.chance(0.95)
        ? calendar.date(isoDay(FIRST_PUBLISHED + random.below(9 * 365)), 'stated')
        : null,
      origin: random.chance(RETELLING) ? original : id,
      sha256: random.sha256(),
      length: 20_000,
    }
  })
  const dated = [...reports, standard].map(document => ({
    document,
    id: document.id,
    earliest: document.published?.earliest ?? null,
    latest: document.published?.latest ?? null,
  }))
  return dated.sort(compareDated).map(({ document }) => document)
}
