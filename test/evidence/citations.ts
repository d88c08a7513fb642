import { rmSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { buildDataset } from '../../src/store/build.ts'
import { temporaryFolder, testApp } from '../fixtures/app.ts'
import { addRecord, copySeed } from '../fixtures/seed.ts'

type Citation = { text: string; bibtex: string; csl_json: Record<string, unknown> }

const marked = 'Quill & Sons #1: 100% {of $5_000 ~ ^ \\ “x”'

/** A seed with a company and a document whose names hold what TeX takes for commands. */
function markedSeed(t: Test): string {
  const seed = copySeed(t)
  addRecord(seed, 'actors', {
    id: 'quill',
    kind: 'company',
    name: marked,
    names: [{ name: marked, type: 'official' }],
    claims: [{ field: `names/${marked}`, document: 'un-m49' }],
  })
  addRecord(seed, 'documents', {
    id: 'quill-paper',
    kind: 'reference',
    title: marked,
    language: 'en',
    published: null,
    origin: 'quill-paper',
    sha256: null,
    length: null,
  })
  return seed
}

const { get } = await testApp(t, { seed: markedSeed(t) })
const dataset = (await get('/v1')).json.data

const records: [path: string, record: string, titled: string][] = [
  ['actions/joint-notice-2021-09', '', 'title'],
  ['exchanges/huobi', 'actors/huobi', 'name'],
  ['agencies/peoples-bank-of-china', 'actors/peoples-bank-of-china', 'name'],
  ['actors/quill', '', 'name'],
  ['regions/CN-NM', '', 'name'],
  ['documents/quill-paper', '', 'title'],
  ['claims/actions%2Fjoint-notice-2021-09.date.1', '', 'field'],
  ['vocabulary/action-type%2Fban', '', 'label'],
  ['changes/2026.11.0%2Factions%2Fjoint-notice-2021-09', '', 'id'],
]

/** The fields of a BibTeX entry, as TeX would show them. */
function shownBy(bibtex: string): Record<string, string> {
  const [, ...fields] = bibtex.replace(/\n\}$/, '').split(/,\n {2}(?=\w+ = \{)/)
  return Object.fromEntries(
    fields.map(field => {
      const [, name = '', value = ''] = /^(\w+) = \{(.*)\}$/.exec(field) ?? []
      return [name, typeset(value.replace(/^\{(.*)\}$/, '$1'))]
    }),
  )
}

const commands: Record<string, string> = {
  '\\textbackslash{}': '\\',
  '\\textasciitilde{}': '~',
  '\\textasciicircum{}': '^',
  '\\textbraceleft{}': '{',
  '\\textbraceright{}': '}',
}

const bracesIn = (text: string) => [text.split('{').length, text.split('}').length]

/** A text as TeX shows it; what it would take for a command stays marked by an exclamation mark. */
const typeset = (text: string): string =>
  text.replaceAll(/\\text\w+\{\}|\\.|[\\~^&%$#_{}]/g, found =>
    found.length === 1 ? `!${found}` : (commands[found] ?? found.slice(1)),
  )

function assertCites(
  t: Test,
  { text, bibtex, csl_json }: Citation,
  titled: string,
  { version, date, hash } = dataset.release,
) {
  for (const part of [titled, dataset.title, dataset.publisher, version, hash, date ?? version])
    t.ok(text.includes(part), part)
  const [year, month, day] = date?.split('-').map(Number) ?? []
  const shown = shownBy(bibtex)
  const [opened, closed] = bracesIn(bibtex)
  t.equal(opened, closed, 'as many braces are closed as are opened')
  t.match(bibtex, /^@misc\{[\w.:/-]+,\n/)
  t.match(shown, { author: dataset.publisher, title: titled, version })
  t.strictSame([shown.year, shown.month], date ? [`${year}`, `${month}`] : [undefined, undefined])
  t.ok(shown.note?.includes(hash))
  t.match(csl_json, { type: 'dataset', title: titled, version, publisher: dataset.publisher })
  t.strictSame(csl_json.issued, date ? { 'date-parts': [[year, month, day]] } : undefined)
  t.ok(String(csl_json.note).includes(hash))
}

t.test('the dataset says how to cite it', async t => {
  assertCites(t, dataset.citation, dataset.title)
  t.notOk('container-title' in dataset.citation.csl_json)
})

for (const [path, record, titled] of records)
  t.test(`/v1/${path} says how to cite it, as part of the dataset`, async t => {
    const { data, meta } = (await get(`/v1/${path}`)).json
    const { citation } = meta
    assertCites(t, citation, data[titled])
    const own = record || decodeURIComponent(path)
    t.ok(citation.text.includes(`Record ${own}, `), own)
    t.ok(shownBy(citation.bibtex).note?.startsWith(`Record ${own}, `))
    t.equal(citation.csl_json['container-title'], dataset.title)
  })

t.test('a release is cited as the dataset was then', async t => {
  const releases = (await get('/v1/releases')).json.data
  t.ok(releases.every((release: { date: string | null }) => release.date !== null))
  for (const release of releases) {
    const { citation } = (await get(`/v1/releases/${release.version}`)).json.meta
    assertCites(t, citation, dataset.title, release)
    t.notMatch(citation.text, 'Record')
  }
})

t.test('citations differ by record, and a part of a record is cited as the record', async t => {
  const citationOf = async (path: string): Promise<Citation> =>
    (await get(`/v1/${path}`)).json.meta.citation
  const all = await Promise.all(records.map(([path]) => citationOf(path)))
  const ids = all.map(({ csl_json }) => csl_json.id)
  t.equal(new Set(ids).size, ids.length)
  t.strictSame(await citationOf('actors/quill?fields=id'), await citationOf('actors/quill'))
  t.strictSame(await citationOf('exchanges/huobi'), await citationOf('actors/huobi'))
})

t.test('what has never been released is cited without a date', async t => {
  const seed = copySeed(t)
  rmSync(join(seed, 'releases'), { recursive: true })
  const { get } = await testApp(t, { seed })
  const { release, citation } = (await get('/v1')).json.data
  t.strictSame([release.version, release.date], ['unreleased', null])
  assertCites(t, citation, dataset.title, release)
})

t.test('the same request of the same release has the same bytes', async t => {
  const seed = markedSeed(t)
  const apps = await Promise.all(
    ['one', 'other'].map(name => {
      const built = join(temporaryFolder(t), `${name}.sqlite`)
      buildDataset(seed, built)
      return testApp(t, { built })
    }),
  )
  const paths = [...records.map(([path]) => path), 'actions?in_force_on=2021-10-01&limit=500']
  for (const path of ['', '/claims?limit=500', '/changes', ...paths.map(path => `/${path}`)]) {
    const [one, other] = await Promise.all(apps.map(({ get }) => get(`/v1${path}`)))
    t.equal(one?.statusCode, 200, path)
    t.ok(one?.body === other?.body, path)
    t.equal(one?.headers.etag, other?.headers.etag, path)
  }
})
