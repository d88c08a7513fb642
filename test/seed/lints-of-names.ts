import t from 'tap'
import { addActor, dated, stated, writeDraft } from '../fixtures/drafts.ts'
import { act, addBook, assertFound, testLint, told } from '../fixtures/lint-cases.ts'
import { addRecord, edit, emptySeed } from '../fixtures/seed.ts'

testLint('the end of an id is in the date', {
  refused: [
    [
      act('floor-2021', { date: dated('[..2021]') }),
      '"floor-2021"',
      'id: ends in 2021, but the date is [..2021]',
    ],
    [
      act('open-2021-09', { date: stated('[2021-09..]') }),
      '"open-2021-09"',
      'id: ends in 2021-09, but the date is [2021-09..]',
    ],
    [
      act('day-2021-09-23'),
      '"day-2021-09-23"',
      'id: ends in 2021-09-23, but the date is 2021-09-24',
    ],
    [
      act('plan-2023', { planned: true, due: stated('2022-01-01') }),
      '"plan-2023"',
      'id: ends in 2023, but the date is 2022-01-01',
    ],
    [
      act('done-2022', { due: stated('2022-01-01') }),
      '"done-2022"',
      'id: ends in 2022, but the date is 2021-09-24',
    ],
  ],
  accepted: [
    act('some-2021'),
    act('some-2021-09'),
    act('some-2021-09-24'),
    act('plan-2021', { planned: true, due: stated('2022-01-01') }),
    act('plan-2022', { planned: true, due: stated('2022-01-01') }),
    act('resolution-1234'),
    act('resolution-2019-13'),
    act('2020-review'),
  ],
})

const long = 'The Mint of Rivendell explains which coins of the Shire it takes as legal tender'

testLint('a title is short and names the doer', {
  refused: [
    [act('long', { title: `${long}s` }), `"${long}s"`, 'title: has more than 80 characters'],
    ...['A notice', 'Other', 'Beijing'].map(
      start =>
        [
          act(start.toLowerCase().replace(' ', '-'), { title: `${start} of the day` }),
          `"${start} of`,
          `title: begins with '${start}'; name the doer`,
        ] as const,
    ),
  ],
  accepted: [
    act('court', { title: 'Beijing Internet Court decides a case' }),
    act('letters', { title: '𝔐'.repeat(80) }),
    act('fitting', { title: long }),
    ...['A noticeable', 'Otherwise', 'The other', 'Beijingers'].map((start, i) =>
      act(`start-${i}`, { title: `${start} of the day` }),
    ),
  ],
})

const personReason =
  'kind: a person is named only with an affiliation, as speaker or reporter, or as a party whose case an official document names'

t.test('a person is named for an office, a firm, a public word or an official case', t => {
  const seed = emptySeed(t)
  const people = ['speaking', 'reporting', 'charged', 'listed', 'unnamed', 'claimed', 'struck']
  for (const id of [...people, 'founding']) addActor(seed, 'person', id, id)
  addActor(seed, 'exchange', 'firm', 'Firm')
  edit(
    seed,
    'actors/founding.yaml',
    '"claims":',
    '"affiliations":[{"actor":"firm","relation":"founder"}],"claims":',
  )
  addBook(seed, 'verdict', { official: 'copy' })
  for (const [folder, id, kind] of [
    ['cases', 'suit', 'case'],
    ['cases', 'listing', 'sanction'],
    ['rules', 'law', 'law'],
  ] as const)
    addRecord(seed, folder, {
      id,
      kind,
      title: id,
      regions: [{ code: 'JP', role: 'jurisdiction' }],
    })
  const official = { document: 'verdict' }
  const target = (id: string, matter: string, more: object) =>
    act(`act-on-${id}`, {
      parts: [`actors/${id}/target`, `matters/${matter}`],
      ...told(`actors/${id}/target`, more),
    })
  for (const draft of [
    act('words', { parts: ['actors/speaking/speaker', 'actors/reporting/reporter'] }),
    target('charged', 'suit', official),
    target('listed', 'listing', official),
    target('unnamed', 'suit', {}),
    target('claimed', 'law', official),
    target('struck', 'suit', { ...official, status: 'consistent', value: 'x' }),
    act('clients', { parts: ['actors/clients/affected'] }),
  ])
    writeDraft(seed, draft)
  const named = ['unnamed', 'claimed', 'struck']
  const findings = named.map(id => [`actors/${id}.yaml`, '"person"', personReason] as const)
  assertFound(t, seed, 'mistakes', findings)
  t.end()
})
