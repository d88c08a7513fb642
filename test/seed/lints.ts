import { claim, dated, note, stated } from '../fixtures/drafts.ts'
import { act, addBook, addRules, testLint, told } from '../fixtures/lint-cases.ts'

const relative = (edtf: string, note: string) => ({ edtf, basis: 'relative', note })
const noted = (id: string, note: string) => act(id, { date: relative('2021-09', note) })
const consistently = (value: object) => ({ status: 'consistent', value })
const monday = 'Monday, 24 September 2021'
const isFriday = '24 September 2021 was a Friday'

const misnamed: [text: string, date: string][] = [
  ['Thursday, 24 September 2021', '24 September 2021'],
  ['of thursday 24th Sept. 2021, at noon', '24th Sept. 2021'],
  ['Thursday, September 24th, 2021', 'September 24th, 2021'],
  ['Friday, 17 September 2021 or Thursday, September 24, 2021', 'September 24, 2021'],
  ['24 September 2021, a Thursday', '24 September 2021'],
  ['24 Sep 2021 (Thursday)', '24 Sep 2021'],
  ['24 September 2021, Thursday', '24 September 2021'],
  ['2021-09-24 (Thursday)', '2021-09-24'],
]
const wellNamed = [
  'Friday, 24 September 2021; Saturday, September 25, 2021',
  'Thursday, 29 February 2024',
  'It says Thursday; 24 September 2021 was a Friday.',
  'Thursday, 24 September',
]

testLint('a weekday beside a full date is that of the date', {
  refused: [
    ...misnamed.map(([text, date], i) => {
      const problem = `date.note: ${date} was a Friday`
      return [noted(`note-${i}`, text), `"${text}"`, problem] as const
    }),
    [
      act('due', { planned: true, due: relative('2021-10', monday) }),
      `"${monday}"`,
      `due.note: ${isFriday}`,
    ],
    [
      act('effect', { effect: { until: relative('2021-12', monday) } }),
      `"${monday}"`,
      `effect.until.note: ${isFriday}`,
    ],
    [act('summary', { summary: monday }), `"${monday}"`, `summary: ${isFriday}`],
    [
      act('detail', { parts: [`details/scope/${monday}`] }),
      `"${monday}"`,
      `details.0.text: ${isFriday}`,
    ],
    [
      act('no-day', { summary: 'On Friday, 31 September 2021' }),
      '"On Friday',
      'summary: 31 September 2021 was a day that does not exist',
    ],
    [act('claim', told('date', { note: monday })), `"${monday}"`, `claims.1.note: ${isFriday}`],
    [
      act('value', told('effect', consistently({ from: relative('2021', monday) }))),
      `"${monday}"`,
      `claims.2.value.from.note: ${isFriday}`,
    ],
  ],
  accepted: [
    ...wellNamed.map((text, i) => noted(`right-${i}`, text)),
    act('elsewhere', { ...told('details/scope', { note: monday }), parts: ['details/scope/x'] }),
  ],
})

const languages = ['de', 'zh-Hans', 'ja', 'tr', 'xx', 'en-a']
const reported = (as_reported: string, document = 'invented-book') =>
  told('date', { as_reported, document })
const effect = (until: string) => ({
  effect: { from: stated('2021-09-24'), until: stated(until) },
  ...told('effect', { as_reported: 'until Monday' }),
})

testLint('the one weekday that a document names is that of the day shown', {
  prepare(seed) {
    for (const language of languages) addBook(seed, language.toLowerCase(), { language })
    const claims = [{ ...claim('published'), document: 'dated', as_reported: 'on friday' }]
    addBook(seed, 'dated', { published: stated('2021-09-24'), claims })
  },
  refused: [
    ['on thursday', 'thursday', 'invented-book'],
    ['am Donnerstag', 'Donnerstag', 'de'],
    ['本周星期四宣布', '星期四', 'zh-hans'],
    ['木曜日に', '木曜日', 'ja'],
    ['Cumartesi günü', 'Cumartesi', 'tr'],
    ['on Thursday', 'Thursday', 'xx'],
    ['Thursday', 'Thursday', 'en-a'],
  ].map(([text = '', name, document]) => [
    act(`in-${document}`, reported(text, document)),
    `"${text}"`,
    `claims.1.as_reported: '${name}', but 2021-09-24 was a Friday`,
  ]),
  accepted: [
    act('german', reported('am Freitag', 'de')),
    act('turkish', reported('Cuma günü', 'tr')),
    act('part-of-a-word', reported('the Thursdays', 'invented-book')),
    act('english-in-german', reported('on Thursday', 'de')),
    act('two-days', reported('from Thursday to Friday')),
    act('a-month', { date: stated('2021-09'), ...reported('on Thursday') }),
    act('consistent', told('date', { as_reported: 'Thursday', ...consistently(stated('2021')) })),
    act('one-end', effect('2021-09-27')),
    act('elsewhere', {
      ...told('details/scope', { as_reported: 'Monday' }),
      parts: ['details/scope/x'],
    }),
  ],
})

const span = (from: object | null, until: object | null = null) => ({ effect: { from, until } })

testLint('an effect begins neither before its action nor after its end', {
  refused: [
    [
      act('early', span(stated('2021-09-23'))),
      '{"edtf":"2021-09-23"',
      'effect.from: is before 2021-09-24, the date of the action; if it reaches back, a note says why',
    ],
    [
      act('ended', span(stated('2021-11'), stated('2021-10'))),
      '{"edtf":"2021-10"',
      'effect.until: is before 2021-11, from which it has force',
    ],
    [
      act('over', span(null, stated('2020'))),
      '{"edtf":"2020"',
      'effect.until: is before 2021-09-24, the date of the action',
    ],
  ],
  accepted: [
    act('reaching-back', span({ ...stated('2021-01-01'), note })),
    act('that-month', span(stated('2021-09'), stated('2021-09-24'))),
    act('only-ended', span(null, stated('2021-12'))),
    act('none'),
  ],
})

const from = (day: string, more: object = {}) => told('date', { document: `book-${day}`, ...more })
const early = '2021-09-22'

testLint('a document does not state the day of a later event', {
  prepare(seed) {
    for (const day of [early, '2021-09-23', '2021-09-24'])
      addBook(seed, `book-${day}`, { published: stated(day) })
    addRules(seed, 'rule')
    addBook(seed, 'book-of-autumn', { published: dated('[2021-09-01..]') })
  },
  refused: [
    [
      act('foretold', from(early)),
      '"book-2021-09-22"',
      "claims.1.document: 'book-2021-09-22' appeared before the event (2021-09-22), so it can only report a plan; if the day was fixed, a note says by what",
    ],
  ],
  accepted: [
    act('across-the-date-line', from('2021-09-23')),
    act('told', from('2021-09-24')),
    act('open', from('of-autumn')),
    act('planned', { ...from(early), planned: true }),
    act('fixed', { ...from(early), parts: ['matters/rule/in-force'] }),
    act('proposed', { ...from('2021-09-24'), parts: ['matters/rule/proposed'] }),
    act('excused', from(early, { note })),
    act('amended', { ...from(early), parts: ['matters/rule/amended'] }),
    act('waiver', { ...from(early), type: 'exemption' }),
    act('inferred', from(early, { basis: 'inferred', rests_on: ['.date.1'], note })),
    act('consistent', from(early, consistently(stated('2021-09')))),
    act('month', { ...from(early), date: stated('2021-09') }),
  ],
})
