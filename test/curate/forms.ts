import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { curatorFolders, editDraft, runCode, exampleWords as words } from '../fixtures/curate.ts'
import { emptySeed } from '../fixtures/seed.ts'

const claims = `    claims: [{ words: "${words}", fields: [date, due, planned, matters, actors, amounts, links, effect], basis: inferred, note: By the words., rests_on: [actions/je-fsc-blue-anchor-order-2023-03.date.1] }]`

/** An action with short forms, and the same written out. */
const action = {
  short: `
  - id: blue-anchor-lawsuit
    title: Blue Anchor plans to sue Jersey's financial regulator
    summary: The exchange said that it would go to court.
    type: lawsuit
    matters: [je-blue-anchor, je-order as proposed]
    date: 2023
    planned: true
    due: 2023-04
    effect: { from: 2023-03, until: "[2023..2024]", until_by: je-fsc-blue-anchor-order-2023-03 }
    actors: [blue-anchor as claimant, { key: lawyers, kind: person, role: affected, count: { low: 2 } }]
    amounts: [{ quantity: fine, best: 5, unit: GBP, modality: sought, as_reported: five }]
    links: [responds-to je-fsc-blue-anchor-order-2023-03 stated-by-source]
${claims}
`,
  long: `
  - id: blue-anchor-lawsuit
    title: Blue Anchor plans to sue Jersey's financial regulator
    summary: The exchange said that it would go to court.
    type: lawsuit
    matters: [{ id: je-blue-anchor }, { id: je-order, stage: proposed }]
    date: { edtf: "2023", basis: stated }
    planned: true
    due: { edtf: "2023-04", basis: stated }
    effect: { from: { edtf: "2023-03", basis: stated }, until: { edtf: "[2023..2024]", basis: stated }, until_by: je-fsc-blue-anchor-order-2023-03 }
    actors: [{ id: blue-anchor, role: claimant }, { key: lawyers, kind: person, role: affected, count: { low: 2, best: null, high: null } }]
    amounts: [{ quantity: fine, low: null, best: 5, high: null, approximate: false, unit: GBP, modality: sought, as_reported: five }]
    links: [{ type: responds-to, action: je-fsc-blue-anchor-order-2023-03, basis: stated-by-source }]
${claims}
`,
}

const matters = (numbers: string) => `cases:
  - { id: je-blue-anchor, kind: case, title: Blue Anchor's case, numbers: ${numbers}, regions: [JE as jurisdiction], claims: [{ words: "${words}", fields: [numbers, regions] }] }
rules:
  - { id: je-order, kind: order, title: The order, regions: [{ code: JE, role: jurisdiction }], claims: [{ words: "${words}", fields: [regions] }] }
`

t.test('short forms are the same as those of seed files', async t => {
  const written = async (form: keyof typeof action, numbers: string) => {
    const folders = curatorFolders(t, emptySeed(t))
    editDraft(folders, ['actions:\n', `${matters(numbers)}actions:${action[form]}`])
    t.match(await runCode(folders), { code: 0, out: [/: 2 actions, 1 rule, 1 case, 2 actors,/] })
    const names = ['actions/2023/blue-anchor-lawsuit', 'cases/je-blue-anchor', 'rules/je-order']
    return names.map(name => readFileSync(join(folders.seed, `${name}.yaml`), 'utf8'))
  }
  const long = await written('long', '[{ value: No. 5 as filed, type: docket }]')
  t.strictSame(await written('short', '[No. 5 as filed as docket]'), long)
  t.match(long[0], /\neffect: \{ from: \{ edtf: "2023-03", basis: stated \}, until: /)
})

t.test('forms that are neither are refused', async t => {
  const refusals: [from: string, to: string, message: RegExp][] = [
    [
      'effect: { from: 2023-03-20 }',
      'effect: soon',
      /:12:13: actions.0.effect: 'soon' is not an object$/m,
    ],
    [
      'details: { motive: It is said to keep no records of its clients. }',
      'details: none',
      /:16:14: actions.0.details: 'none' is not a list$/m,
    ],
    [
      'details: {',
      'amounts: [many]\n    details: {',
      /:16:15: actions.0.amounts.0: 'many' is not an object$/m,
    ],
    [
      'details: {',
      'links: [{ type: x }, responds-to]\n    details: {',
      /:16:\d+: actions.0.links.1: 'responds-to' is not an object$/m,
    ],
    [
      'names: [Blue Anchor as official]',
      'names: Blue Anchor',
      /:5:\d+: actors.1.name: is required$/m,
    ],
    ['language: en', 'language: English', /:2:\d+: documents.0.language: not a BCP 47 tag$/m],
  ]
  for (const [from, to, message] of refusals) {
    const folders = curatorFolders(t, emptySeed(t))
    editDraft(folders, [from, to])
    const { code, err } = await runCode(folders)
    t.match({ code, err: err.join('\n') }, { code: 1, err: message })
  }
})

t.test('a list is added to a record without claims', async t => {
  const seed = emptySeed(t)
  const regions = join(seed, 'regions.yaml')
  writeFileSync(regions, '- code: x-old\n  name: Old\n  kind: area\n')
  const folders = curatorFolders(t, seed)
  const addition = 'additions: [{ record: regions/x-old, parents: [{ code: "001" }] }]\n'
  editDraft(folders, ['documents:', `${addition}documents:`])
  t.match(await runCode(folders), { code: 0 })
  t.match(
    readFileSync(regions, 'utf8'),
    /kind: area\n {2}parents:\n? +(?:- |\[)\{ code: "001" \}\]?\n$/,
  )
})
