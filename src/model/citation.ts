import { z } from 'zod'
import type { Release } from './release.ts'
import { component } from './text.ts'

const Csl = component('Csl', 'An item of CSL-JSON.', {
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
type Csl = z.output<typeof Csl>

export const CslItems = z.array(Csl).meta({ id: 'CslItems' })

export const Citation = z
  .object({
    text: z.string().describe('In words'),
    bibtex: z.string().describe('As a BibTeX entry'),
    csl_json: Csl.describe('As CSL-JSON, which reference managers import'),
  })
  .meta({ id: 'Citation', description: 'How to cite this, with release and hash.' })
export type Citation = z.output<typeof Citation>

/** The parts of a citation that are the same for every release and record. */
export type Cited = { title: string; publisher: string; licence: { name: string; url: string } }

type CitedRecord = { path: string; title: string }

/** How to cite a release of the dataset, or a record in it. */
export function cite(cited: Cited, release: Release, record?: CitedRecord): Citation {
  const { title, publisher, licence } = cited
  const { version, date, hash } = release
  const about = record ? `Record ${record.path}, ` : ''
  const csl: Csl = {
    id: `crypto-regulation-events:${version}${record ? `:${record.path.replaceAll('/', '.')}` : ''}`,
    type: 'dataset',
    title: record?.title ?? title,
    ...(record && { 'container-title': title }),
    author: [{ literal: publisher }],
    publisher,
    ...(date !== null && { issued: { 'date-parts': [date.split('-').map(Number)] } }),
    version,
    note: `${about}sha256 of the release ${hash}`,
  }
  const work = record ? `“${record.title}”. ${title}` : title
  const when = date === null ? '' : ` (${date})`
  return {
    text: `${publisher}. ${work}, release ${version}${when}. ${licence.name}. ${csl.note}`,
    bibtex: toBibtex(csl),
    csl_json: csl,
  }
}

function toBibtex({ id, title, publisher, issued, version, note, ...others }: Csl): string {
  const container = others['container-title']
  const fields = {
    author: `{${escapeTex(publisher)}}`,
    title: `{${escapeTex(title)}}`,
    ...(container !== undefined && { howpublished: `{${escapeTex(container)}}` }),
    ...(issued && { year: issued['date-parts'][0]![0], month: issued['date-parts'][0]![1] }),
    version: escapeTex(version),
    note: escapeTex(note),
  }
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`)
  return `@misc{${toKey(id)},\n${lines.join(',\n')}\n}`
}

/** The id as a BibTeX key; a character that BibTeX forbids there is written as its number. */
const toKey = (id: string): string =>
  id.replaceAll(/[^\w.:/-]/gu, character => `u${character.codePointAt(0)!.toString(16)}`)

const tex: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  // BibTeX counts braces even behind a backslash.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
}

/** A text with every character escaped that TeX would read as a command. */
const escapeTex = (text: string): string =>
  text.replaceAll(/[\\~^&%$#_{}]/g, character => tex[character] ?? `\\${character}`)
