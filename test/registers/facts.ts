import t from 'tap'
import type { FactColumn } from '../../src/model/register.ts'
import { writeFacts } from '../../src/registers/facts-text.ts'
import { readRow } from '../../src/registers/rows.ts'
import {
  day,
  decided,
  description,
  header,
  lei,
  listOf,
  read,
  registerWith,
} from '../fixtures/registers.ts'

t.test(
  'the text of the facts: head, columns in their order, rows in the order of the file',
  async t => {
    const { head, columns, rows } = read(
      listOf(
        { places: 'JE|NO|GG', services: 'b. advice|a. keeping', clients: 'Retail and Qualified' },
        { firm: 'Ænd, "Co"', LEI: 'none', number: 'C-1', body: 'C-1', home: 'IE', site: '' },
      ),
    )
    const [first, ...lines] = writeFacts(head, columns, rows).split('\n')
    t.match(first, /^# layout: list, sha256: [0-9a-f]{64}, length: 354$/)
    t.strictSame(lines, [
      'row,line,kind,name,brand,lei,lei_as_reported,reference,authority,home,granted,ended,ended_by,updated,services,places,clients,domains',
      `${lei},2,licence,Blue Anchor Ltd,,${lei},,,je-fsc,JE,2026-01-05,,,2026-01-06,a|b,GG|NO,qualified|retail,anchor.je`,
      'C-1,3,licence,"Ænd, ""Co""",,,none,C-1,ie-cbi,IE,2026-01-05,,,2026-01-06,a,GG|JE,,',
      '',
    ])
  },
)

t.test('the length counts code points, the mark at the beginning is one', async t => {
  const file = listOf({ firm: '\u{1F6A2} Ltd' })
  t.equal(read(file).head.length, [...file].length)
  t.equal(read(`\uFEFF${file}`).head.length, [...file].length + 1)
})

t.test('the same file gives the same text, whatever its line breaks', async t => {
  const file = listOf({}, { LEI: '', firm: 'Other Ltd' })
  const rowsOf = (text: string) => read(text).rows
  t.strictSame(rowsOf(file.replaceAll('\n', '\r\n')), rowsOf(file))
  t.strictSame(rowsOf(file.trimEnd()), rowsOf(file))
})

t.test(
  'keys: the LEI, else the reference, else authority and name; numbers where rows share one',
  async t => {
    const { rows } = read(
      listOf(
        ...[{}, { services: 'b. advice' }, { remarks: 'has notified' }],
        ...[
          { remarks: 'has notified', from: '06/01/2026' },
          { LEI: '', number: 'C 1' },
        ],
        ...[
          { LEI: 'x', firm: 'BLUE-Anchor Ltd.' },
          { LEI: 'x', firm: '!!' },
        ],
      ),
    )
    t.strictSame(
      rows.map(({ row }) => row),
      [
        ...[lei, `${lei} 2`, `${lei} notification`, `${lei} notification 2`],
        ...['C 1', 'je-fsc/blueanchorltd', 'je-fsc/!!'],
      ],
    )
  },
)

const firm = {
  ...{ name: 'Blue Anchor', type: 'Licence', status: 'Active', services: ['a'], law: 'Old' },
  since: '2015-09',
}
const site = (...firms: unknown[]) => JSON.stringify({ firms, source: 'site' })

t.test('entries of JSON are rows, numbered from 1', async t => {
  const pending = { ...firm, name: 'B', status: 'Pending', services: 'b', law: 'New' }
  const { head, columns, rows } = read(site(firm, pending))
  t.equal(head.layout, 'site')
  const shown: FactColumn[] = ['row', 'line', 'kind', 'name', 'authority', 'rule', 'home']
  t.strictSame(columns, [...shown, 'granted', 'state', 'services'])
  t.match(rows, [
    { line: '1', kind: 'licence', state: 'granted', rule: '', services: 'a', granted: '2015-09' },
    { line: '2', state: '', rule: 'je-law', services: 'b' },
  ])
})

t.test('a file of JSON may be the list itself', async t => {
  const { layouts } = description
  const { entries: _, ...whole } = layouts.site
  t.match(read(JSON.stringify([firm]), { layouts: { ...layouts, whole } }), {
    head: { layout: 'whole' },
    rows: [{ name: 'Blue Anchor' }],
  })
})

t.test('two rows of one grant may differ in what is no part of it', async t => {
  const { rows } = read(listOf({ brand: 'Anchor' }, { brand: 'Boat' }))
  t.match(rows, [
    { row: lei, brand: 'Anchor' },
    { row: `${lei} 2`, brand: 'Boat' },
  ])
})

t.test('a fault of the program is no fault of a row', async t => {
  const register = registerWith()
  const written = { line: 1, cells: new Map(header.map(column => [column, ' x'])) }
  // It has nobody to count its rules.
  const scope = { register, layout: register.layouts.list!, on: day, tally: null as never }
  t.throws(() => readRow(scope, written), TypeError)
})

t.test('values of JSON that are no texts, and texts without a meaning, stay out', async t => {
  const { rows, undecided } = read(
    site(
      ...[
        { ...firm, services: [{ a: 1 }] },
        { ...firm, services: { a: 1 } },
      ],
      ...[
        { ...firm, services: [['a']] },
        { ...firm, status: 'Sleeping' },
        { ...firm, name: null },
        { ...firm, since: '05/01/2026' },
      ],
      { ...firm, name: 7 },
    ),
  )
  const shape = "'services' is neither a text nor a list of texts"
  t.strictSame(undecided, [
    ...[1, 2, 3].map(line => `list.csv:${line}: ${shape}`),
    "list.csv:4: state: 'Sleeping' is no state that register.yaml knows",
    'list.csv:5: name: is missing',
    "list.csv:6: granted: '05/01/2026' is no day",
  ])
  t.match(rows, [{ name: '7' }])
})

t.test('a rule that a decision sets for one row is a column for all', async t => {
  const { columns, rows } = read(
    listOf({}, { LEI: '', firm: 'Old Ltd' }),
    decided({ rows: { name: 'Old Ltd' }, set: { rule: '' } }),
  )
  t.ok(columns.includes('rule'))
  t.match(rows, [{ rule: 'je-law' }, { rule: '' }])
})

t.test('an unnamed column with content makes its row unclear', async t => {
  const lines = listOf({}, { LEI: '' }).trimEnd().split('\n')
  const file = [`${lines[0]},`, `${lines[1]},x`, `${lines[2]}, `].join('\n')
  t.match(read(file), {
    rows: [{ line: '3' }],
    undecided: ["list.csv:2: 'x' is in a column without a name"],
  })
})
