import { z } from 'zod'
import type { Release } from './release.ts'

export const Citation = z
  .object({
    text: z.string().describe('In words'),
    bibtex: z.string().describe('As a BibTeX entry'),
    csl_json: z
      .object({
        id: z.string(),
        type: z.literal('dataset'),
        title: z.string(),
        'container-title': z.string().optional(),
        author: z.array(z.object({ literal: z.string() })),
        publisher: z.string(),
        issued: z.object({ 'date-parts': z.array(z.array(z.int().min(1).max(9999))) }).optional(),
        version: z.string(),
        note: z.string(),
      })
      .describe('As CSL-JSON, which reference managers import'),
  })
  .meta({ id: 'Citation', description: 'How to cite this, naming release and hash.' })
export type Citation = z.output<typeof Citation>

/** What a citation says of the dataset itself. */
export type Cited = { title: string; publisher: string; licence: { name: string; url: string } }

/** How to cite a release of the dataset, or one record of it. */
export function cite(cited: Cited, release: Release, record?: CitedRecord): Citation {
  const note = `${record ? `Record ${record.path}, ` : ''}sha256 of the release ${release.hash}`
  const id = ['crypto-regulation-events', release.version, record?.path.replaceAll('/', '.') ?? []]
    .flat()
    .join(':')
  return {
    text: toText(cited, release, note, record),
    bibtex: toBibtex(id, bibtexFields(cited, release, note, record)),
    csl_json: toCsl(id, cited, release, note, record),
  }
}

type CitedRecord = { path: string; title: string }

function toText(
  { title, publisher, licence }: Cited,
  { version, date }: Release,
  note: string,
  record?: CitedRecord,
): string {
  const what = record ? `“${record.title}”. ${title}` : title
  const when = date === null ? '' : ` (${date})`
  return `${publisher}. ${what}, release ${version}${when}. ${licence.name}. ${note}`
}

function toCsl(
  id: string,
  { title, publisher }: Cited,
  { version, date }: Release,
  note: string,
  record?: CitedRecord,
): Citation['csl_json'] {
  return {
    id,
    type: 'dataset',
    title: record?.title ?? title,
    ...(record ? { 'container-title': title } : {}),
    author: [{ literal: publisher }],
    publisher,
    ...(date === null ? {} : { issued: { 'date-parts': [date.split('-').map(Number)] } }),
    version,
    note,
  }
}

const bibtexFields = (
  { title, publisher }: Cited,
  { version, date }: Release,
  note: string,
  record?: CitedRecord,
): Record<string, string> => ({
  author: `{${escapeTex(publisher)}}`,
  title: `{${escapeTex(record?.title ?? title)}}`,
  ...(record ? { howpublished: `{${escapeTex(title)}}` } : {}),
  ...(date === null ? {} : { year: date.slice(0, 4), month: String(Number(date.slice(5, 7))) }),
  version: escapeTex(version),
  note: escapeTex(note),
})

/** An entry whose key has what BibTeX allows in one; other characters stand there by their number. */
const toBibtex = (id: string, fields: Record<string, string>): string =>
  `@misc{${id.replaceAll(/[^\w.:/-]/gu, character => `u${character.codePointAt(0)?.toString(16)}`)},\n${Object.entries(
    fields,
  )
    .map(([name, value]) => `  ${name} = {${value}}`)
    .join(',\n')}\n}`

const tex: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  // BibTeX counts braces though a backslash stands before them.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
}

/** A text with what TeX would take for a command made harmless. */
const escapeTex = (text: string): string =>
  text.replaceAll(/[\\~^&%$#_{}]/g, character => tex[character] ?? `\\${character}`)
