import t from 'tap'
import { claim, type Draft, note, stated, writeDraft } from '../fixtures/drafts.ts'
import { act, addRules, assertFound, testLint } from '../fixtures/lint-cases.ts'
import { emptySeed } from '../fixtures/seed.ts'

/** A step of a rule in Japan, named after both. */
const step = (
  rule: string,
  stage: string,
  date: string,
  { parts = [], ...more }: Partial<Draft> = {},
) =>
  act(`${rule}-${stage}`, {
    ...{ type: 'rule', year: date.slice(0, 4), date: stated(date) },
    parts: [`matters/${rule}/${stage}`, 'regions/JP/jurisdiction', ...parts],
    ...more,
  })
const again = (draft: Draft, more: object = {}): Draft => ({
  ...draft,
  id: `${draft.id}-2`,
  ...more,
})
const excused = (rule: string) => ({ accounts: [{ ...claim(`matters/${rule}`), note }] })

const outOfOrder = (stage: string, later: string, id: string) =>
  `matters.0.stage: '${stage}' comes after '${later}' ('${id}'); if both are right, a note on the claim for one of the stages says why`

testLint('a rule goes through its stages in their order, for the first time at least', {
  prepare: seed =>
    addRules(
      seed,
      'mixed',
      'early',
      'late',
      'fine',
      'changed',
      'parts',
      'back',
      'abroad',
      'unsure',
    ),
  refused: [
    [
      step('mixed', 'proposed', '2021-03-02'),
      '"proposed"',
      outOfOrder('proposed', 'passed', 'mixed-passed'),
    ],
    [
      step('early', 'signed', '2021-05-02'),
      '"signed"',
      outOfOrder('signed', 'in-force', 'early-in-force'),
    ],
    [
      step('late', 'consulted', '2021-01-02', { parts: ['regions/KR/jurisdiction'] }),
      '"consulted"',
      outOfOrder('consulted', 'proposed', 'late-proposed'),
    ],
  ],
  accepted: [
    step('mixed', 'passed', '2021-03-01'),
    step('early', 'passed', '2021-05-01', { planned: true }),
    step('early', 'in-force', '2021-05-01'),
    step('late', 'proposed', '2021-01-01', { parts: ['regions/KR/jurisdiction'] }),
    step('late', 'in-force', '2021-01-03'),
    ...['consulted', 'proposed', 'passed', 'signed', 'published', 'in-force', 'applies'].map(
      (stage, i) => step('fine', stage, `2021-0${i + 1}`),
    ),
    again(step('fine', 'proposed', '2022')),
    step('changed', 'published', '2020'),
    step('changed', 'consulted', '2021'),
    again(step('changed', 'published', '2022')),
    step('parts', 'passed', '2020'),
    step('parts', 'in-force', '2021'),
    again(step('parts', 'passed', '2022')),
    step('back', 'in-force', '2020', excused('back')),
    step('back', 'signed', '2021'),
    act('abroad', {
      ...{ type: 'rule', date: stated('2021-01-01') },
      parts: ['matters/abroad/in-force', 'regions/NO/jurisdiction'],
    }),
    again(step('abroad', 'passed', '2021')),
    step('unsure', 'passed', '2021-05'),
    step('unsure', 'signed', '2021'),
    step('unsure', 'amended', '2019'),
  ],
})

t.test('a rule that an act repeals is no longer in force', t => {
  const seed = emptySeed(t)
  const rules = ['kept', 'ended', 'partly', 'later', 'vowed', 'deferred', 'draft']
  addRules(seed, ...rules)
  for (const rule of rules) writeDraft(seed, step(rule, 'in-force', '2020'))
  const repealing = (rule: string, { parts = [], ...more }: Partial<Draft> = {}) =>
    act(`${rule}-end`, { parts: [`links/repeals/${rule}-in-force`, ...parts], ...more })
  for (const draft of [
    step('kept', 'applies', '2020-06'),
    repealing('kept', { parts: ['links/repeals/kept-applies'] }),
    repealing('ended', { parts: ['matters/ended/repealed'] }),
    act('partly-end', { parts: ['links/amends/partly-in-force'] }),
    repealing('later', { year: '2027', date: stated('2027') }),
    repealing('vowed', { planned: true }),
    repealing('deferred', { effect: { from: stated('2027') } }),
    step('draft', 'proposed', '2019'),
    act('draft-end', { parts: ['links/repeals/draft-proposed'] }),
  ])
    writeDraft(seed, draft)
  const problem =
    "id: 'kept' is still applies, though 'kept-end' repeals it: make that a step with stage repealed, or its link amends if it ends only a part"
  assertFound(t, seed, 'mistakes', [['rules/kept.yaml', '"kept"', problem]])
  t.end()
})
