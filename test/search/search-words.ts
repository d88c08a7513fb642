import assert from 'node:assert/strict'
import type { Database } from 'better-sqlite3'
import fc from 'fast-check'
import { RoaringBitmap32 } from 'roaring-wasm'
import t from 'tap'
import { newestOf } from '../../src/queries/search-ranks.ts'
import { findRows } from '../../src/queries/search-rows.ts'
import { readSearch, toMatch } from '../../src/queries/search-text.ts'
import { createDatabase, openReadOnly } from '../../src/store/database.ts'
import { Dataset } from '../../src/store/dataset.ts'
import { freeingRows, fromBytes } from '../../src/store/rows.ts'
import type { SearchRequest } from '../../src/store/search.ts'
import { Words } from '../../src/store/words.ts'
import { writeWords } from '../../src/store/write-words.ts'
import { buildFor } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'

const file = buildFor(t, inventedSeed(t))
const dataset = new Dataset(file)
const db = openReadOnly(file)
t.teardown(async () => {
  await dataset.search.close()
  db.close()
})

const rowsOf = (index: Database, match: string) =>
  index.prepare('SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid').pluck().all(match)

/** An index of texts, with its words. */
function indexOf(texts: string[], slice?: number): Database {
  const index = createDatabase(':memory:')
  t.teardown(() => index.close())
  const insert = index.prepare('INSERT INTO search (title, names, body) VALUES (?, ?, ?)')
  texts.forEach((text, at) => {
    insert.run(at % 3 === 0 ? text : '', at % 3 === 1 ? text : '', at % 3 === 2 ? text : '')
  })
  writeWords(index, slice)
  return index
}

const parts = [
  'mining',
  'China',
  'Café',
  'cafe\u0301',
  'ÉCOLE',
  'e\u0301',
  'Ǆ',
  'ﬁat',
  'straße',
  'STRASSE',
  'İstanbul',
  'ı',
  '中国',
  '中国人民银行',
  '火币',
  '한국',
  'ไทย',
  'हिन्दी',
  'عملة',
  'Ωμέγα',
  'ΣΊΣΥΦΟΣ',
  'co-founder',
  'U.S.',
  "O'Neil",
  '2021',
  '2021-09-24',
  '50%',
  'BTC/USD',
  'a',
  'ab',
  'abc',
  'abcd',
  'abcde',
  'x_y',
  '①',
  'Ⅷ',
  '½',
  '٣',
  '😀',
  '\u{10400}',
  'the',
  'of',
  'AND',
  'NOT',
  'title',
  '(b)',
  '\u{E000}',
  '\u{1E900}',
  '\u{20000}',
  // A letter for JavaScript, but not for the search index.
  '\u{19B0}',
]
const join = (separators: string[]) =>
  fc
    .array(fc.tuple(fc.constantFrom(...parts), fc.constantFrom(...separators)), {
      minLength: 1,
      maxLength: 8,
    })
    .map(pairs => pairs.flat().join(''))

t.test('the sets of words say what the index says of any search', async t => {
  const texts = fc.sample(join([' ', '-', ', ', '\n', '']), { numRuns: 400, seed: 1 })
  const index = indexOf(texts)
  // So few sets are kept that each search ends the time of others.
  const words = new Words(index, 2_000)
  const asked: string[] = []
  const search = {
    ask: async ({ match }: SearchRequest) => {
      asked.push(match)
      return new Uint8Array()
    },
  }
  const term = fc.oneof(
    fc.constantFrom(...parts),
    fc.constantFrom(...parts).map(part => `${part}*`),
    fc.constantFrom(...parts).map(part => `-${part}`),
    fc.constantFrom(...parts).map(part => `"${part}"`),
    join(['']),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }),
  )
  const met = { rows: 0, none: 0, process: 0, refused: 0 }
  const property = fc.asyncProperty(fc.array(term, { minLength: 1, maxLength: 4 }), async terms => {
    const read = readOrUndefined(terms.join(' '))
    if (!read) return void met.refused++
    asked.length = 0
    const make = await findRows({ words, search } as never, read, [0, 1_000])
    if (asked.length > 0) return void met.process++
    const rows = freeingRows(() => make().toArray())
    assert.deepEqual(rows, rowsOf(index, toMatch(read)), toMatch(read))
    met[rows.length > 0 ? 'rows' : 'none']++
  })
  await fc.assert(property, { numRuns: 3_000, seed: 2021_09_24 })
  t.ok(
    Object.values(met).every(count => count > 100),
    JSON.stringify(met),
  )
})

function readOrUndefined(q: string) {
  try {
    return readSearch('q', q)
  } catch {
    return undefined
  }
}

t.test('each word has the rows in which it stands, however many are read at once', async t => {
  const texts = fc.sample(join([' ', ', ']), { numRuns: 100, seed: 2 })
  for (const slice of [undefined, 1, 7]) {
    const index = indexOf(texts, slice)
    index.exec('CREATE VIRTUAL TABLE vocabulary USING fts5vocab(search, instance)')
    const found = index
      .prepare('SELECT DISTINCT term, doc FROM vocabulary ORDER BY term, doc')
      .raw()
      .all() as [string, number][]
    const stored = index.prepare('SELECT word, rows FROM words ORDER BY word').raw().all()
    const pairs = (stored as [string, Uint8Array][]).flatMap(([word, bytes]) =>
      fromBytes(bytes)
        .toArray()
        .map(row => [word, row]),
    )
    t.ok(pairs.length > 200)
    t.strictSame(pairs, found)
  }
})

const spanOf = (): [number, number] => [0, dataset.span('changes')[1]]

t.test('words that stand together are looked for by the search process', async t => {
  const asked: string[] = []
  const ask = dataset.search.ask.bind(dataset.search)
  dataset.search.ask = request => {
    asked.push(request.match)
    return ask(request)
  }
  const cases: [q: string, isAsked: boolean][] = [
    ['mining', false],
    ['mining china -bitcoin', false],
    ['min* -chi*', false],
    ['"mining"', false],
    ['nothing-like-this', true],
    ['"bitcoin mining"', true],
    ['china -"bitcoin mining"', true],
    ['co-fou*', true],
  ]
  for (const [q, isAsked] of cases) {
    asked.length = 0
    const search = readSearch('q', q)
    const make = await findRows(dataset, search, spanOf())
    t.equal(asked.length > 0, isAsked, q)
    t.strictSame(
      freeingRows(() => make().toArray()),
      rowsOf(db, toMatch(search)),
      q,
    )
  }
})

t.test('prefixes that stand for very many words are left to the search process', async t => {
  const texts = Array.from({ length: 600 }, (_, at) => `word${at} ${at < 450 ? `other${at}` : ''}`)
  const index = indexOf(texts)
  const asked: string[] = []
  const search = { ask: async ({ match }: SearchRequest) => asked.push(match) }
  const words = new Words(index)
  const isAsked = async (q: string) => {
    asked.length = 0
    await findRows({ words, search } as never, readSearch('q', q), [0, 1_000])
    return asked.length > 0
  }
  t.equal(await isAsked('word*'), true)
  t.equal(await isAsked('other*'), false)
  t.equal(await isAsked('other* oth*'), true, 'together they are too many')
  t.equal(await isAsked('other* word1* -word2*'), true)
  t.equal(await isAsked('word1* -word2*'), false)
})

t.test('of more matches than are ranked only the newest are asked for', async t => {
  const rows = RoaringBitmap32.fromRange(0, 25_000)
  rows.remove(20_000)
  const { total, ranges } = newestOf(
    () => rows,
    [
      [0, 12_000],
      [12_000, 12_500],
      [12_500, 25_000],
      [25_000, 30_000],
    ],
  )
  t.equal(total, 24_999)
  t.strictSame(ranges, [
    [2_000, 12_000],
    [12_000, 12_500],
    [14_999, 25_000],
  ])
})

t.test('what is freed is read anew', async t => {
  const rows = dataset.words.rows('mining').toArray()
  t.ok(rows.length > 0)
  dataset.words.clear()
  t.strictSame(dataset.words.rows('mining').toArray(), rows)
})
