import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { register } from '../../src/bin/register-command.ts'
import { temporaryFolder } from '../fixtures/app.ts'
import { callCommand, importCommand, nothing } from '../fixtures/command.ts'
import {
  addFile,
  addList,
  dataFrom,
  decideAlso,
  describeRegister,
  registerSeed,
  seedWith,
  textIn,
} from '../fixtures/register-seed.ts'
import { lei, listOf } from '../fixtures/registers.ts'

const day = '2026-03-01'
const other = { firm: 'Red Buoy Ltd', LEI: '', site: '', number: '7' }

t.test('a file becomes facts and ids, and the command says what it did', async t => {
  const seed = registerSeed(t)
  const { code, out, err } = await addList(t, seed, day, { firm: ' Blue Anchor Ltd' }, other)
  t.strictSame(
    { code, err, out },
    {
      code: 0,
      err: [],
      out: [
        '2 rows read',
        '  1 × spaces',
        '  1 × lei-missing',
        'added: Blue Anchor Ltd',
        'added: Red Buoy Ltd',
        'firm: je-blue-anchor-je → blue-anchor (new)',
        'firm: je-red-buoy-je → red-buoy (new)',
        'Wrote 2026-03-01.csv and ids.csv.',
      ],
    },
  )
  const [head, columns, row] = textIn(seed, '2026-03-01.csv').split('\n')
  t.match(head, /^# layout: list, sha256: [0-9a-f]{64}, length: \d+$/)
  t.match(columns, /^row,line,kind,name,/)
  t.match(row, RegExp(`^${lei},2,licence,Blue Anchor Ltd,`))
  t.notMatch(row, /Quay/, 'addresses are not kept')
  t.equal(textIn(seed, 'ids.csv').split('\n')[1], `reading,2026-03-01,1001`)
})

t.test('the same file twice changes nothing, and a dry run writes nothing', async t => {
  const seed = registerSeed(t)
  const files = () => [textIn(seed, `${day}.csv`), textIn(seed, 'ids.csv')]
  t.match(await addFile(t, seed, day, listOf({}), '--dry-run'), {
    code: 0,
    out: ['1 rows read', /added/, /firm/, 'Nothing was written.'],
  })
  t.throws(files)
  await addList(t, seed, day, {})
  const before = files()
  t.match(await addList(t, seed, day, {}), { code: 0, out: ['1 rows read', 'Nothing changed.'] })
  t.strictSame(files(), before)
})

t.test('a row that has no single reading stays out and is listed', async t => {
  const seed = registerSeed(t)
  const { code, out, err } = await addList(t, seed, day, {}, { ...other, from: '31/02/2026' })
  t.match({ code, out }, { code: 0, out: ['1 rows read'] })
  t.match(err, [/^stays out: list\.csv:3: .*31\/02\/2026/])
  t.equal(err.length, 1)
})

t.test('changes, corrections, ends and losses are reported', async t => {
  const seed = await seedWith(
    t,
    ['2026-01-31', {}, { ...other, places: 'JE' }],
    ['2026-03-01', { places: 'JE', changed: '20/02/2026' }, { ...other, places: 'JE|GG' }],
  )
  const { out } = await addList(t, seed, '2026-04-01', {
    ...{ places: 'JE', changed: '20/03/2026', services: 'a. keeping | b. advice' },
  })
  t.match(out, [
    '1 rows read',
    /other-words-for-service/,
    'changed: Blue Anchor Ltd: activities custody > advice+custody',
    'ended: Red Buoy Ltd: not-listed, between 2026-01-07 and 2026-04-01',
    /^Wrote/,
  ])
  const again = await addList(t, seed, '2026-04-01', { places: 'JE', changed: '20/02/2026' }, other)
  t.match(again.out, [
    /^it replaces/,
    '2 rows read',
    /lei-missing/,
    'gone: Blue Anchor Ltd: activities custody > advice+custody',
    'gone: Red Buoy Ltd: its end',
    /^Wrote/,
  ])
})

t.test('many ends at once need a second look', async t => {
  const rows = Array.from({ length: 10 }, (_, i) => ({
    ...other,
    firm: `Firm ${i}`,
    number: `${i}`,
  }))
  const seed = await seedWith(t, ['2026-01-31', ...rows])
  const cut = listOf(...rows.slice(0, 5))
  const refused = await addFile(t, seed, day, cut)
  t.match(refused, { code: 1, err: [/^5 of 10 licences would end .*--yes-ended/] })
  t.throws(() => textIn(seed, `${day}.csv`))
  t.match(await addFile(t, seed, day, cut, '--yes-ended'), { code: 0 })
  const three = listOf(...rows.slice(0, 2))
  t.match(await addFile(t, seed, '2026-04-01', three), { code: 0 }, 'three are few')
})

t.test('a file that replaces one of that day may not lose many', async t => {
  const rows = Array.from({ length: 10 }, (_, i) => ({
    ...other,
    firm: `Firm ${i}`,
    number: `${i}`,
  }))
  const seed = await seedWith(t, [day, ...rows])
  const cut = listOf(...rows.slice(0, 5))
  t.match(await addFile(t, seed, day, cut), {
    code: 1,
    out: [/it replaces the reading of that day/],
    err: [/^5 of 10 licences would be gone/],
  })
  t.match(await addFile(t, seed, day, cut, '--yes-ended'), { code: 0 })
})

t.test('a row that stays out does not count as absent', async t => {
  const seed = await seedWith(t, ['2026-01-31', {}, other])
  const { out } = await addList(t, seed, day, {}, { ...other, from: 'soon' })
  t.notOk(out.some(line => line.startsWith('ended')))
  t.match(textIn(seed, `${day}.csv`), /^# layout: list, .*, undecided: 1\n/)
  t.match(await dataFrom(t, seed, `/v1/documents/je-list-${day}`), { covers: { length: 0 } })
})

t.test('a file whose rows all stay out is refused', async t => {
  const seed = registerSeed(t)
  const { code, err } = await addList(t, seed, day, { from: 'soon' })
  t.match(
    { code, err: err.join('\n') },
    { code: 1, err: /'soon' is no day\n.*no row could be read/ },
  )
})

t.test('decisions that no row fits and the same file on two days are noted', async t => {
  const seed = await seedWith(t, ['2026-01-31', {}])
  const names = ['Nobody Ltd']
  decideAlso(seed, { names, firm: 'nobody' }, { names, sector: 'bank' })
  const { err } = await addList(t, seed, day, {})
  t.match(err, [
    /^note: seed\/registers\/je-list\/register\.yaml:1:\d+: decisions\.0: no row fits it/,
    /decisions\.1: no row fits it/,
    'note: it is the file of 2026-01-31',
  ])
  decideAlso(seed, { names: ['Nobody Ltd'] })
  t.match((await addList(t, seed, day, {})).err, [/decisions\.0: decides nothing/])
  describeRegister(seed, { authority: 'je-fscs' })
  t.match((await addList(t, seed, day, {})).err, [/'je-fscs' is not among the authorities/])
})

t.test('near names are shown and never merged', async t => {
  const seed = registerSeed(t)
  const near = { ...other, firm: 'Blue Anchors Ltd' }
  const { out } = await addList(t, seed, day, {}, near)
  t.match(out, ['2 rows read'])
  t.ok(
    out.includes(
      `near: 'Blue Anchors Ltd' (blue-anchors) may be blue-anchor; decide with firm in register.yaml`,
    ),
  )
})

t.test('files that are no such register end with one line and change nothing', async t => {
  const seed = await seedWith(t, [day, {}])
  const before = [textIn(seed, `${day}.csv`), textIn(seed, 'ids.csv')]
  const files = {
    'a page of HTML': '<!doctype html><title>Error</title>',
    'an empty file': '',
    'another delimiter': listOf({}).replaceAll(',', ';'),
    'renamed columns': listOf({}).replace('firm', 'name of firm'),
    'cut within a row': listOf({}, other).slice(0, -40),
    'a hundred times the size': listOf({}).padEnd(21_000_000, ' '),
  }
  for (const [name, text] of Object.entries(files)) {
    const { code, out, err } = await addFile(t, seed, day, text)
    const lines = err.filter(line => line !== 'Nothing was written.')
    t.match({ code, lines, out }, { code: 1, lines: [/^\S*list\.csv/], out: nothing }, name)
    t.equal(lines.length, 1, name)
    t.notMatch(lines[0], '\n', name)
  }
  t.strictSame([textIn(seed, `${day}.csv`), textIn(seed, 'ids.csv')], before)
})

t.test('wrong arguments, registers and files are refused', async t => {
  const seed = registerSeed(t)
  const file = join(temporaryFolder(t), 'list.csv')
  writeFileSync(file, listOf({}))
  const run = (...args: string[]) => callCommand(say => register(seed, args, say))
  for (const args of [
    [],
    ['je-list', file],
    ['je-list', file, '--on', '2026-02-30'],
    ['je-list', file, file, '--on', day],
    ['je-list', file, '--on', day, '--strange'],
  ])
    t.match(await run(...args), { code: 2, err: [/^Usage: npm run register/] }, args.join(' '))
  t.match(await run('je-list', `${file}.gone`, '--on', day), { code: 2, err: [/^there is no/] })
  t.match(await run('je-list', seed, '--on', day), { code: 2, err: [/^there is no file/] })
  t.match(await run('je-list', file, '--on', '2999-01-01'), {
    code: 2,
    err: ['--on: 2999-01-01 has not come yet'],
  })
  t.match(await run('je-lists', file, '--on', day), {
    code: 1,
    err: [/^there is no register 'je-lists'; did you mean 'je-list'\?/, 'Nothing was written.'],
  })
})

t.test('mistakes in the files of a register are reported with their places', async t => {
  const cases: [file: string, text: (text: string) => string, reason: RegExp][] = [
    ['ids.csv', () => 'type,key\n', /ids\.csv:1:1: is not a table of type, key and id/],
    ['ids.csv', text => `${text}licence,lei ${lei},other\n`, /ids\.csv:\d+:1: .*another id/],
    ['ids.csv', text => text.replace(/^licence.*\n/m, ''), /csv:3:1: has no id yet/],
    ['ids.csv', text => text.replace(/^reading.*\n/m, ''), /has no id yet/],
    [`${day}.csv`, text => text.replace('layout: list', 'layout: lost'), /csv:1:1: is no head/],
    [`${day}.csv`, text => text.replace('row,', 'rows,'), /csv:2:1: 'rows' is no column/],
    [`${day}.csv`, text => `${text}"`, /csv:1:1: Quote/],
  ]
  for (const [name, edit, reason] of cases) {
    const seed = await seedWith(t, [day, {}])
    writeFileSync(join(seed, 'registers/je-list', name), edit(textIn(seed, name)))
    const { code, err } = await addList(t, seed, '2026-04-01', {})
    // A reading of the command gives the ids that are missing.
    if (reason.source.includes('no id')) t.equal(code, 0, name)
    else t.match(err, [reason], name)
  }
  const seed = await seedWith(t, [day, {}])
  writeFileSync(join(seed, 'registers/je-list/spring.csv'), textIn(seed, `${day}.csv`))
  t.match((await addList(t, seed, day, {})).err, [/spring\.csv:1:1: 'spring' is no day/])
  describeRegister(seed, { id: 'other-list' })
  t.match((await addList(t, seed, day, {})).err, [/belongs in seed\/registers\/other-list/])
})

t.test('the program runs on the seed of the project', async t => {
  const { code, errors } = await importCommand(t, 'src/bin/register.ts', ['none'])
  t.match({ code, errors }, { code: 2, errors: /^Usage/ })
})
