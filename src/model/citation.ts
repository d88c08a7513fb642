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

/** How to cite a release of the dataset. */
export const cite = (cited: Cited, release: Release): Citation => citeAs(cited, release)

export type CitedRecord = { path: string; title: string }

/** Writes how to cite a record of a release, as JSON; what is the same for all of them is made once. */
export function recordCitations(cited: Cited, release: Release): (record: CitedRecord) => string {
  const pieces = JSON.stringify(citeAs(cited, release, blanks)).split(blank)
  return record => {
    const forms = formsOf(record)
    return pieces.map((piece, at) => (at % 2 === 0 ? piece : fill(forms, piece))).join('')
  }
}

/** A record in the forms in which a citation names it. */
type Forms = CitedRecord & Record<'id' | 'bibtexKey' | 'texPath' | 'texTitle', string>

function formsOf({ path, title }: CitedRecord): Forms {
  const id = path.replaceAll('/', '.')
  const [texPath, texTitle] = [escapeTex(path), escapeTex(title)]
  return { path, title, id, bibtexKey: toKey(id), texPath, texTitle }
}

/** In place of each form a letter that is in no text: those of private use have no meaning. */
const blanks: Forms = {
  path: '\u{E000}',
  title: '\u{E001}',
  id: '\u{E002}',
  bibtexKey: '\u{E003}',
  texPath: '\u{E004}',
  texTitle: '\u{E005}',
}
const blank = /([\u{E000}-\u{E005}])/u
const formNames = new Map(Object.entries(blanks).map(([name, letter]) => [letter, name]))

const fill = (forms: Forms, letter: string): string =>
  JSON.stringify(forms[formNames.get(letter) as keyof Forms]).slice(1, -1)

/** How to cite a release, or a record of it in the forms that are given. */
const citeAs = (cited: Cited, release: Release, record?: Forms): Citation => ({
  text: toText(cited, release, record),
  bibtex: toBibtex(cited, release, record),
  csl_json: toCsl(cited, release, record),
})

const idOf = (version: string, record?: string): string =>
  ['crypto-regulation-events', version, record ?? []].flat().join(':')

const noteOf = ({ hash }: Release, path?: string): string =>
  `${path === undefined ? '' : `Record ${path}, `}sha256 of the release ${hash}`

function toText({ title, publisher, licence }: Cited, release: Release, record?: Forms): string {
  const what = record ? `“${record.title}”. ${title}` : title
  const when = release.date === null ? '' : ` (${release.date})`
  return `${publisher}. ${what}, release ${release.version}${when}. ${licence.name}. ${noteOf(release, record?.path)}`
}

function toCsl(
  { title, publisher }: Cited,
  release: Release,
  record?: Forms,
): Citation['csl_json'] {
  const { version, date } = release
  return {
    id: idOf(version, record?.id),
    type: 'dataset',
    title: record?.title ?? title,
    ...(record ? { 'container-title': title } : {}),
    author: [{ literal: publisher }],
    publisher,
    ...(date === null ? {} : { issued: { 'date-parts': [date.split('-').map(Number)] } }),
    version,
    note: noteOf(release, record?.path),
  }
}

function toBibtex(cited: Cited, release: Release, record?: Forms): string {
  const key = idOf(toKey(release.version), record?.bibtexKey)
  const fields = Object.entries(bibtexFields(cited, release, record))
  return `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(',\n')}\n}`
}

const bibtexFields = (
  { title, publisher }: Cited,
  release: Release,
  record?: Forms,
): Record<string, string> => ({
  author: `{${escapeTex(publisher)}}`,
  title: `{${record?.texTitle ?? escapeTex(title)}}`,
  ...(record ? { howpublished: `{${escapeTex(title)}}` } : {}),
  ...(release.date === null
    ? {}
    : { year: release.date.slice(0, 4), month: String(Number(release.date.slice(5, 7))) }),
  version: escapeTex(release.version),
  note: noteOf(release, record?.texPath),
})

/** What BibTeX allows in a key; other characters stand there by their number. */
const toKey = (id: string): string =>
  id.replaceAll(/[^\w.:/-]/gu, character => `u${character.codePointAt(0)?.toString(16)}`)

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
