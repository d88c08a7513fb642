import t from 'tap'
import { description, header, lineOf, listOf, read, refusalOf } from '../fixtures/registers.ts'

const good = listOf({}, { firm: 'Other Ltd', LEI: '' })
const json = (value: unknown) => JSON.stringify(value)
const entry = {
  name: 'Blue Anchor',
  type: 'Licence',
  status: 'Active',
  services: [],
  law: 'New',
  since: '',
}
const megabytes = (count: number) => count * 1e6
const nearest = 'no layout of je-list has its columns; the nearest is'

/** Files that are no such register, and the one line that says why. */
const refusals: Record<string, [file: string | Buffer, reason: string]> = {
  'an empty file': ['', '1:1: is empty'],
  'a file of spaces': ['\uFEFF \n', '1:1: is empty'],
  'a page': [
    '<!DOCTYPE html><html><body>Busy</body></html>',
    '1:1: is a page of HTML or XML, not a table',
  ],
  'another encoding': [
    Buffer.from(good.replace('Blue', 'Bl\u00FCe'), 'latin1'),
    '1:1: is not UTF-8',
  ],
  'UTF-16': [Buffer.from(`\uFEFF${good}`, 'utf16le'), '1:1: is not UTF-8'],
  'a huge file': [Buffer.alloc(megabytes(4) + 1, 'x'), '1:1: has more than 4 MB'],
  'another delimiter': [good.replaceAll(',', ';'), '1:1: its columns are separated by ";"'],
  tabs: [good.replaceAll(',', '\t'), '1:1: its columns are separated by "\\t"'],
  'a renamed column': [
    good.replace('firm', 'company'),
    `1:1: ${nearest} list; missing: 'firm'; unknown: 'company'`,
  ],
  'a missing column': [good.replace(',number', ''), `1:1: ${nearest} list; missing: 'number'`],
  'a new column': [
    good.replace('address', 'address,phone'),
    `1:1: ${nearest} list; unknown: 'phone'`,
  ],
  'a text': [
    'Dear reader,\nthis is no register',
    `1:1: ${nearest} list; missing: 'body', 'home', 'firm' and 12 more; unknown: 'Dear reader'`,
  ],
  'a file cut within the header': [header.join().slice(0, 20), `1:1: ${nearest} list; missing: `],
  'a file cut within a row': [good.slice(0, -40), '3:1: ends within a row: the file was cut'],
  'a file cut within a quoted cell': [
    good.replace('Other Ltd', '"Other Ltd'),
    '3:1: a quotation mark is never closed',
  ],
  'a quotation mark within a cell': [
    good.replace('Other Ltd', 'The "Other" Ltd'),
    '3:1: a quotation mark within a cell',
  ],
  'a file cut within a quoted name of a column': ['"bo', `1:1: ${nearest} list; missing: `],
  'a column twice': [good.replace('address', 'firm'), "1:1: has the column 'firm' twice"],
  'a table without rows': [`# Nothing\n${header.join()}\n`, '1:1: has no rows'],
  comments: ['# a\n# b', `1:1: ${nearest} list; missing: `],
  'two files in one': [`${good}${good}`, '4:1: has the names of the columns again'],
  'cut JSON': [
    json({ firms: [entry] }).slice(0, -9),
    '1:1: is no whole JSON: the file was cut or changed',
  ],
  'JSON without its list': [
    json({ firm: [entry] }),
    `1:1: ${nearest} site; missing: 'name', 'type', `,
  ],
  'JSON with a list of texts': [
    json({ firms: ['Blue'] }),
    `1:1: ${nearest} site; missing: 'name', `,
  ],
  'JSON with an empty list': [json({ firms: [] }), `1:1: ${nearest} site; missing: 'name', `],
  'JSON with another field': [
    json({ firms: [{ ...entry, phone: 1 }] }),
    `1:1: ${nearest} site; unknown: 'phone'`,
  ],
  'a list of JSON': [json([entry]), `1:1: ${nearest} site; missing: `],
}

for (const [what, [file, reason]] of Object.entries(refusals))
  t.test(`${what}: refused in one line`, async t => {
    const lines = refusalOf(file)
    t.equal(lines.length, 1)
    t.ok(lines[0]?.startsWith(`list.csv:${reason}`), reason, { found: lines })
    t.ok(lines[0]!.length < 250)
  })

t.test('a register without a layout in the format: refused', async t => {
  const { layouts } = description
  const only = (name: 'list' | 'site') => ({ layouts: { [name]: layouts[name] } })
  t.strictSame(refusalOf(json([entry]), only('list')), [
    'list.csv:1:1: no layout of je-list is in JSON',
  ])
  t.strictSame(refusalOf(good, only('site')), ['list.csv:1:1: no layout of je-list is in CSV'])
})

t.test('a row that is too long or too short stays out, with its line', async t => {
  const file = [
    header.join(),
    lineOf({}),
    'FSC,JE',
    `${lineOf({})},x`,
    lineOf({ LEI: '' }),
    '',
  ].join('\r\n')
  const { rows, undecided } = read(file)
  t.equal(rows.length, 2)
  t.match(undecided, [
    /^list.csv:3: has 2 cells in a table of 16 columns/,
    /^list.csv:4: has 17 cells in a table of 16 columns/,
  ])
})

t.test('lines are counted past comments, empty lines and line breaks in cells', async t => {
  const quoted = lineOf({ firm: 'Blue\r\nAnchor', address: 'a\nb' })
  const file = ['# a', '# b', header.join(), quoted, '', lineOf({ LEI: '' })].join('\r\n')
  t.match(read(file).rows, [{ line: '4' }, { line: '8' }])
})
