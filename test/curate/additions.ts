import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import {
  curatorFolders,
  editDraft,
  exampleDraft,
  runCode,
  exampleWords as words,
} from '../fixtures/curate.ts'
import { dataFrom, seedWith } from '../fixtures/register-seed.ts'
import { actionFile, documentFile, seedWithReport, sentences } from '../fixtures/report.ts'
import { emptySeed, leanSeed } from '../fixtures/seed.ts'
import { buildProblems } from '../fixtures/seed-cases.ts'

const quote = `words: "${words}"`
const add = (...lines: string[]) => `additions:\n${lines.map(line => `  - ${line}\n`).join('')}`

const read = (seed: string, name: string) => readFileSync(join(seed, name), 'utf8')
/** The lines of a text that another one lacks. */
const newLines = (text: string, before: string) =>
  text.split('\n').filter(line => !before.split('\n').includes(line))

t.test('claims and entries of lists are added to records that exist', async t => {
  const seed = leanSeed(t)
  const folders = curatorFolders(t, seed)
  const [binance, bhex, notice] = [
    'actors/binance',
    'actors/bhex',
    'actions/2021/joint-notice-2021-09',
  ].map(name => `${name}.yaml`) as [string, string, string]
  const before = [binance, bhex, notice].map(name => read(seed, name))
  const additions = add(
    `{ record: actors/binance, names: [Binance as official, Bin as short], claims: [{ ${quote}, fields: [names/Bin] }] }`,
    `{ record: actors/bhex, affiliations: [{ actor: binance, relation: owned-by }], claims: [{ ${quote}, fields: [affiliations] }] }`,
    `{ record: actions/joint-notice-2021-09, claims: [{ ${quote}, fields: [date], status: consistent, value: { edtf: "2021", basis: stated } }] }`,
    `{ record: documents/exit-from-china-2021-10, claims: [{ ${quote}, fields: [published] }] }`,
  )
  editDraft(folders, ['documents:', `${additions}documents:`])
  t.match(await runCode(folders), { code: 0, out: [/ 14 claims, 3 passages$/] })
  const claim = (field: string, rest = '') =>
    `  - { field: ${field}, document: harbour-times-2023-03-14, passage: p02${rest} }`
  const now = [binance, bhex, notice].map(name => read(seed, name))
  t.strictSame(
    now.map((text, i) => newLines(text, before[i]!)),
    [
      ['  - { name: Bin, type: short }', claim('names/Bin')],
      [
        'affiliations:',
        '  - { actor: binance, relation: owned-by }',
        claim('affiliations/binance/owned-by'),
      ],
      [claim('date', ', value: { edtf: "2021", basis: stated }, status: consistent')],
    ],
  )
  t.match(now[1], /\naffiliations:\n.*\nclaims:\n/)
  t.strictSame(buildProblems(t, seed), [])
  t.match(await runCode(folders), { code: 0, out: [/: nothing new$/] })
  t.strictSame(
    [binance, bhex, notice].map(name => read(seed, name)),
    now,
  )
})

t.test('a draft may add to a record of its own, and to a region', async t => {
  const seed = emptySeed(t)
  const folders = curatorFolders(t, seed)
  const additions = add(
    `{ record: actors/je-fsc, names: [JFSC as short], claims: [{ ${quote}, fields: [names/JFSC] }] }`,
    `{ record: regions/x-islands, parents: [{ code: "150" }], claims: [{ ${quote}, fields: [parents/150], status: consistent, value: x }] }`,
  )
  const regions =
    'regions:\n  - { code: x-islands, name: Islands, kind: area, parents: [{ code: "001" }] }\n'
  editDraft(folders, ['documents:', `${additions}${regions}documents:`])
  t.match(await runCode(folders), { code: 0, out: [/1 region, /] })
  t.match(read(seed, 'actors/je-fsc.yaml'), '  - { name: JFSC, type: short }')
  t.match(
    read(seed, 'regions.yaml'),
    /^- \{ code: x-islands, .*parents: \[\{ code: "001" \}, \{ code: "150" \}\], claims/m,
  )
  t.strictSame(buildProblems(t, seed), [])
})

t.test('regions are added to their file, changed in it, and written again', async t => {
  const seed = emptySeed(t)
  writeFileSync(
    join(seed, 'regions.yaml'),
    '# Places.\n- code: x-old\n  name: Old\n  kind: area\n  parents: [{ code: "001" }]\n',
  )
  const folders = curatorFolders(t, seed)
  editDraft(folders, [
    'documents:',
    `${add('{ record: regions/x-old, parents: [{ code: "150" }] }')}regions:\n  - { code: x-new, name: New, kind: area, parents: [{ code: "001" }] }\ndocuments:`,
  ])
  t.match(await runCode(folders), { code: 0 })
  const old =
    '# Places.\n- code: x-old\n  name: Old\n  kind: area\n  parents: [{ code: "001" }, { code: "150" }]\n'
  t.equal(
    read(seed, 'regions.yaml'),
    `${old}- { code: x-new, name: New, kind: area, parents: [{ code: "001" }] }\n`,
  )
  editDraft(folders, ['name: New', 'name: Newest'])
  t.match(await runCode(folders, '--replace'), { code: 0 })
  t.equal(
    read(seed, 'regions.yaml'),
    `${old}- { code: x-new, name: Newest, kind: area, parents: [{ code: "001" }] }\n`,
  )
})

t.test('values are added that a record lacks', async t => {
  const seed = leanSeed(t)
  const folders = curatorFolders(t, seed)
  const id = 'companies-announce-exit-2021'
  const file = `actions/2021/${id}.yaml`
  const before = read(seed, file)
  const claims = `claims: [{ ${quote}, fields: [effect, due] }]`
  editDraft(folders, [
    'documents:',
    `${add(
      `{ record: actions/${id}, due: 2024, effect: { from: 2022-06-06 }, ${claims} }`,
      `{ record: actions/${id}, effect: { from: 2022-06-06, until: 2025-05-29 } }`,
    )}documents:`,
  ])
  t.match(await runCode(folders), { code: 0, out: [/ 12 claims, 3 passages$/] })
  const claim = (field: string) =>
    `  - { field: ${field}, document: harbour-times-2023-03-14, passage: p02 }`
  const [from, until] = ['2022-06-06', '2025-05-29'].map(day => `{ edtf: "${day}", basis: stated }`)
  t.strictSame(newLines(read(seed, file), before), [
    'due: { edtf: "2024", basis: stated }',
    `effect: { from: ${from}, until: ${until} }`,
    claim('effect'),
    claim('due'),
  ])
  t.strictSame(buildProblems(t, seed), [])
  t.match(await runCode(folders), { out: [/: nothing new$/] })
  const [head = '', rest = ''] = readFileSync(
    join(folders.drafts, 'blue-anchor.yaml'),
    'utf8',
  ).split(/^(?=documents:)/m)
  t.match(head, /until/)
  writeFileSync(
    join(folders.drafts, 'blue-anchor.yaml'),
    add(`{ record: actions/${id}, effect: { until_by: je-fsc-blue-anchor-order-2023-03 } }`) + rest,
  )
  t.match(await runCode(folders), { code: 0 })
  t.match(
    read(seed, file),
    `effect: { from: ${from}, until: ${until}, until_by: je-fsc-blue-anchor-order-2023-03 }`,
  )
})

t.test('a document of the seed gets new passages, and keeps those that it has', async t => {
  const { seed, documents } = seedWithReport(t)
  const folders = { ...curatorFolders(t, seed), texts: documents }
  const fingerprints = read(seed, documentFile)
  const more = `${sentences.p02}. Nobody has seen the crowd`
  const claims = [
    `{ document: test-report, words: ${JSON.stringify(sentences.p01)}, fields: [regions] }`,
    `{ document: test-report, words: ${JSON.stringify(more)}, fields: [details/scope] }`,
  ]
  writeFileSync(
    join(folders.drafts, 'blue-anchor.yaml'),
    add(`{ record: actions/reported, claims: [${claims.join()}] }`),
  )
  t.match(await runCode(folders), { code: 0, out: [/: 2 claims, 1 passage$/] })
  t.match(newLines(read(seed, documentFile), fingerprints), [
    /^ {2}- \{ key: p03, letters: \d+, sha256: /,
  ])
  t.match(
    read(seed, actionFile),
    `  - { field: regions/CN/jurisdiction, document: test-report, passage: p01 }
  - { field: details/scope, document: test-report, passage: p03 }
`,
  )
})

t.test('additions that do not fit are refused with the place', async t => {
  const refusals: [line: string, message: RegExp][] = [
    [
      '{ record: actors/je-fcs, names: [x as short] }',
      /:2:\d+: record: 'actors\/je-fcs' is not known; did you mean 'actors\/je-fsc'\?$/,
    ],
    [
      '{ record: actors/je-fsc, sector: bank }',
      /:2:\d+: 'sector' has a value: change it in its file$/,
    ],
    ['{ record: actors/je-fsc, nams: [x as short] }', /:2:\d+: additions.0: unknown key 'nams'$/],
    [
      '{ record: actors/je-fsc, names: [x as shrt] }',
      /:2:\d+: additions.0.names.1.type: 'shrt' is not/,
    ],
    [
      '{ record: actors/je-fsc, names: [x as short] }',
      /: claims: no accepted claim for 'names\/x'$/,
    ],
    [
      `{ record: actors/je-fsc, claims: [{ ${quote}, fields: [names/y] }] }`,
      /:2:\d+: claims.2.field: the record has no 'names\/y'/,
    ],
    [
      '{ record: actors/je-fsc, affiliations: [{ actor: x, relation: member }] }',
      /:2:\d+: affiliations.0.actor: 'x' is not known/,
    ],
  ]
  for (const [line, message] of refusals) {
    const folders = curatorFolders(t, emptySeed(t))
    editDraft(folders, ['documents:', `${add(line)}documents:`])
    const { code, err } = await runCode(folders)
    t.equal(code, 1)
    t.ok(
      err.some(one => message.test(one)),
      `${message}`,
      { found: err },
    )
  }
})

t.test('what a register names takes additions, with a file or without', async t => {
  const seed = await seedWith(t, ['2026-03-01', {}])
  const folders = curatorFolders(t, seed)
  const document = exampleDraft.slice(0, exampleDraft.indexOf('actors:'))
  type Shown = { name: string; names: { name: string }[] }
  const actorAt = (id: string): Promise<Shown> => dataFrom(t, seed, `/v1/actors/${id}`)
  const namesOf = async (id: string) => new Set((await actorAt(id)).names.map(({ name }) => name))
  const give = async (id: string, ...names: string[]) => {
    const claims = names.map(name => `{ ${quote}, fields: ["names/${name}"] }`)
    const given = names.map(name => `${name} as alias`)
    const draft = add(`{ record: actors/${id}, names: [${given}], claims: [${claims}] }`)
    writeFileSync(join(folders.drafts, 'blue-anchor.yaml'), document + draft)
    t.match(await runCode(folders), { code: 0 })
  }
  const known: [id: string, names: string[], kept: string][] = [
    ['blue-anchor', ['Blue Anchor Ltd'], '{ name: Blue Anchor Ltd, type: official }'],
    ['je-fsc', ['Jersey FSC', 'FSC'], '{ name: FSC, type: short }'],
  ]
  for (const [id, own, kept] of known) {
    const before = await actorAt(id)
    await give(id, 'Bluey')
    t.same(await namesOf(id), new Set([...own, 'Bluey']), id)
    t.ok(read(seed, `actors/${id}.yaml`).includes(`  - ${kept}\n  - { name: Bluey, type: alias }`))
    await give(id, 'Bluey', 'The Anchor')
    t.same(await namesOf(id), new Set([...own, 'Bluey', 'The Anchor']), id)
    t.match(await runCode(folders), { code: 0, out: [/: nothing new$/] })
    const { names: _, ...others } = before
    t.match(await actorAt(id), others)
    t.strictSame(buildProblems(t, seed), [])
  }
  const claims = await dataFrom(t, seed, '/v1/actors/je-fsc/claims')
  const documents = (field: string) =>
    claims
      .find((one: { field: string }) => one.field === field)
      .claims.map(({ document }: { document: string }) => document)
  t.strictSame(documents('names/Bluey'), ['harbour-times-2023-03-14'])
  t.strictSame(documents('names/Jersey FSC'), ['je-list-2026-03-01'])
  t.strictSame(documents('names/FSC'), ['je-list-2026-03-01'])
  t.strictSame(documents('region'), ['je-list-2026-03-01'])
})

t.test(
  'what a register names takes a second claim, and what only a register tells takes nothing',
  async t => {
    const seed = await seedWith(t, ['2026-03-01', {}])
    const folders = curatorFolders(t, seed)
    const document = exampleDraft.slice(0, exampleDraft.indexOf('actors:'))
    const write = (...records: string[]) =>
      writeFileSync(join(folders.drafts, 'blue-anchor.yaml'), document + add(...records))
    const claim = (field: string) => `claims: [{ ${quote}, fields: ["${field}"] }]`
    write(
      `{ record: actors/blue-anchor, ${claim('names/Blue Anchor Ltd')} }`,
      `{ record: actors/je-fsc, ${claim('region')} }`,
    )
    t.match(await runCode(folders), { code: 0 })
    const both = new Set(['harbour-times-2023-03-14', 'je-list-2026-03-01'])
    for (const [id, field] of [
      ['blue-anchor', 'names/Blue Anchor Ltd'],
      ['je-fsc', 'region'],
    ]) {
      const fields = await dataFrom(t, seed, `/v1/actors/${id}/claims`)
      const { claims } = fields.find((one: { field: string }) => one.field === field)
      t.same(new Set(claims.map(({ document }: { document: string }) => document)), both)
    }
    write(`{ record: actions/je-blue-anchor-je-granted, ${claim('date')} }`)
    const { code, err } = await runCode(folders)
    const reason =
      "'actions/je-blue-anchor-je-granted' comes from a register, and takes no additions"
    t.equal(code, 1)
    t.match(err, [new RegExp(`blue-anchor.yaml:\\d+:\\d+: record: ${reason}$`)])
  },
)
