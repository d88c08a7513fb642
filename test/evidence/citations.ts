import t, { type Test } from 'tap'
import { everything, testApp } from '../fixtures/app.ts'
import { addActor } from '../fixtures/drafts.ts'
import { addRecord, copySeed } from '../fixtures/seed.ts'

type Citation = { text: string; bibtex: string; csl_json: Record<string, unknown> }

/** A name full of commands of TeX. */
const marked = 'Quill & Sons #1: 100% {of $5_000 ~ ^ \\ “x”'

const seed = copySeed(t)
addActor(seed, 'company', 'quill', marked)
const unread = { published: null, official: 'no', read: { on: '2026-11-22', as: 'page' } }
const paper = { id: 'quill-paper', kind: 'report', title: marked, language: 'en' }
addRecord(seed, 'documents', { ...paper, ...unread, origin: paper.id })
const { get } = await testApp(t, { seed })
const dataset = (await get('/v1')).json.data

/** Paths of records, with the field that is their title; the record, if its path is another. */
const records: [path: string, title: string, record?: string][] = [
  ['actions/joint-notice-2021-09', 'title'],
  ['exchanges/huobi', 'name', 'actors/huobi'],
  ['agencies/cn-peoples-bank-of-china', 'name', 'actors/cn-peoples-bank-of-china'],
  ['actors/quill', 'name'],
  ['regions/CN-NM', 'name'],
  ['documents/quill-paper', 'title'],
  ['claims/actions%2Fjoint-notice-2021-09.date.1', 'field'],
  ['vocabulary/action-type%2Fban', 'label'],
  ['changes/2026.11.0%2Factions%2Fjoint-notice-2021-09', 'id'],
]

const commands: Record<string, string> = {
  ...{ textbackslash: '\\', textasciitilde: '~', textasciicircum: '^' },
  ...{ textbraceleft: '{', textbraceright: '}' },
}

/** A text as TeX shows it; an exclamation mark precedes any character that TeX would take for a command. */
const typeset = (text: string): string =>
  text.replaceAll(/\\(text\w+)\{\}|\\(.)|[\\~^&%$#_{}]/g, (found, command, escaped) =>
    command ? (commands[command] ?? found) : (escaped ?? `!${found}`),
  )

/** The fields of a BibTeX entry, as TeX would show them. */
function fieldsOf(bibtex: string): Record<string, string> {
  const [, ...fields] = bibtex.replace(/\n\}$/, '').split(/,\n {2}(?=\w+ = \{)/)
  return Object.fromEntries(
    fields.map(field => {
      const [, name = '', value = ''] = /^(\w+) = \{(.*)\}$/.exec(field) ?? []
      return [name, typeset(value.replace(/^\{(.*)\}$/, '$1'))]
    }),
  )
}

function assertCites(
  t: Test,
  { text, bibtex, csl_json }: Citation,
  title: string,
  { version, date, hash } = dataset.release,
) {
  for (const part of [title, dataset.title, dataset.publisher, version, hash, date ?? version])
    t.ok(text.includes(part), part)
  const [year, month, day] = date?.split('-').map(Number) ?? []
  const fields = fieldsOf(bibtex)
  t.equal(bibtex.split('{').length, bibtex.split('}').length, 'braces are balanced')
  t.match(bibtex, /^@misc\{[\w.:/-]+,\n/)
  t.match(fields, { author: dataset.publisher, title, version })
  t.strictSame([fields.year, fields.month], date ? [`${year}`, `${month}`] : [undefined, undefined])
  t.ok(fields.note?.includes(hash))
  t.match(csl_json, { type: 'dataset', title, version, publisher: dataset.publisher })
  t.strictSame(csl_json.issued, date ? { 'date-parts': [[year, month, day]] } : undefined)
  t.ok(String(csl_json.note).includes(hash))
}

t.test('the dataset says how to cite it', async t => {
  assertCites(t, dataset.citation, dataset.title)
  t.notOk('container-title' in dataset.citation.csl_json)
})

t.test('each record is cited as part of the dataset, by an id of its own', async t => {
  const ids = new Set<unknown>()
  for (const [path, title, record = decodeURIComponent(path)] of records) {
    const { data } = (await get(`/v1/${path}?include=citation`)).json
    const { citation } = data
    assertCites(t, citation, data[title])
    t.ok(citation.text.includes(`Record ${record}, `), record)
    t.ok(fieldsOf(citation.bibtex).note?.startsWith(`Record ${record}, `))
    t.equal(citation.csl_json['container-title'], dataset.title)
    ids.add(citation.csl_json.id)
  }
  t.equal(ids.size, records.length)
})

t.test('a release is cited as the dataset was then', async t => {
  for (const release of await everything(get, '/v1/releases')) {
    t.not(release.date, null)
    const { citation } = (await get(`/v1/releases/${release.version}?include=citation`)).json.data
    assertCites(t, citation, dataset.title, release)
    t.notMatch(citation.text, 'Record')
  }
})

t.test('other paths and formats cite the same; without include there is no citation', async t => {
  const citationOf = async (path: string): Promise<Citation> => {
    const { data } = (await get(`/v1/${path}`)).json
    return [data].flat()[0].citation
  }
  const citation = await citationOf('actors/huobi?include=citation')
  for (const path of ['actors/huobi?fields=id&', 'exchanges/huobi?', 'exchanges?q=huobi&'])
    t.strictSame(await citationOf(`${path}include=citation`), citation, path)
  t.equal(await citationOf('actors/huobi'), undefined)
  const bibtex = await get('/v1/actors/huobi', { accept: 'application/x-bibtex' })
  t.equal(bibtex.body, `${citation.bibtex}\n`)
  const csl = await get('/v1/exchanges/huobi?format=csl')
  t.strictSame(csl.json, [citation.csl_json])
  t.strictSame((await get('/v1?format=csl')).json, [dataset.citation.csl_json])
  t.equal((await get('/v1?format=bibtex')).body, `${dataset.citation.bibtex}\n`)
})
